package chatbois.protocol.event;

import chatbois.log.LogId;
import chatbois.log.MemberId;
import chatbois.log.Signature;
import chatbois.log.VerifyKey;
import chatbois.protocol.name.ChatName;
import chatbois.protocol.name.MemberName;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The meaning of an event. The first number of a kind never changes: it stands in signed headers.
public sealed interface EventBody {

    /// What happens in the community's own log.
    sealed interface InCommunity extends EventBody {}

    /// What somebody does to a member.
    sealed interface OnMember extends InCommunity {
        MemberId member();
    }

    /// What somebody does to the server.
    sealed interface OnServer extends InCommunity {}

    /// What happens in a chat's log.
    sealed interface InChat extends EventBody {}

    /// Event 1 of the community, written by the server: what it is called, how many may come in,
    /// and the invite for its owner.
    record Founded(String name, int maxMembers, VerifyKey ownerInvite) implements InCommunity {}

    /// Somebody may come in: whoever knows the invite's secret, up to `uses` times.
    ///
    /// @param expires milliseconds since 1970; 0 means never
    /// @param role the name of the role that it gives; null for `member`
    record InviteMade(VerifyKey invite, int uses, long expires, @Nullable String role)
            implements InCommunity {
        public InviteMade(VerifyKey invite, int uses, long expires) {
            this(invite, uses, expires, null);
        }
    }

    /// An invite lets in nobody any more.
    record InviteRevoked(VerifyKey invite) implements InCommunity {}

    /// A newcomer's first words, written by the newcomer's own device.
    ///
    /// @param proof by the invite's key over community, member and device: see [JoinProof]
    record MemberJoined(MemberName name, VerifyKey invite, Signature proof)
            implements InCommunity {}

    /// Somebody who may do so changes what is not null.
    ///
    /// @param welcome what newcomers are told; empty for nothing
    /// @param panic the level, from 5 for peace to 1
    record SettingsChanged(
            @Nullable String name,
            @Nullable Integer maxMembers,
            @Nullable Boolean locked,
            @Nullable String welcome,
            @Nullable Integer panic)
            implements InCommunity {
        public SettingsChanged(
                @Nullable String name, @Nullable Integer maxMembers, @Nullable Boolean locked) {
            this(name, maxMembers, locked, null, null);
        }

        public static SettingsChanged welcome(String text) {
            return new SettingsChanged(null, null, null, text, null);
        }

        public static SettingsChanged panic(int level) {
            return new SettingsChanged(null, null, null, null, level);
        }
    }

    /// A role is there from now on, or is another one under the same name.
    ///
    /// @param rank from 1 to 99; more is higher
    /// @param permissions their words, such as `make-chats`
    record RoleMade(String name, int rank, List<String> permissions) implements InCommunity {
        public RoleMade {
            permissions = List.copyOf(permissions);
        }
    }

    /// A role that nobody has is there no more.
    record RoleRemoved(String name) implements InCommunity {}

    /// Everybody is told something.
    record Announced(String text) implements InCommunity {}

    /// A member has another role from now on.
    ///
    /// @param role the role's name
    record RoleGiven(MemberId member, String role) implements OnMember {}

    /// A member's connections are ended; they may come back.
    ///
    /// @param reason may be empty
    record MemberKicked(MemberId member, String reason) implements OnMember {}

    /// A member can't come in.
    ///
    /// @param until milliseconds since 1970; 0 means for ever
    record MemberBanned(MemberId member, long until, String reason) implements OnMember {}

    /// A member can come in again.
    record MemberUnbanned(MemberId member) implements OnMember {}

    /// One device of a member can't come in.
    ///
    /// @param until milliseconds since 1970; 0 means for ever
    record DeviceBanned(MemberId member, VerifyKey device, long until, String reason)
            implements OnMember {}

    /// A member's device can come in again.
    record DeviceUnbanned(MemberId member, VerifyKey device) implements OnMember {}

    /// A member can say nothing.
    ///
    /// @param until milliseconds since 1970; 0 means for ever
    record MemberMuted(MemberId member, long until, String reason) implements OnMember {}

    /// A member can speak again.
    record MemberUnmuted(MemberId member) implements OnMember {}

    /// Somebody is no member any more.
    record MemberRemoved(MemberId member, String reason) implements OnMember {}

    /// A member has another name; members may rename themselves.
    record MemberRenamed(MemberId member, MemberName name) implements OnMember {}

    /// The author says something about being here.
    ///
    /// @param text empty for nothing
    record StatusSet(String text) implements InCommunity {}

    /// The author is no member any more.
    record MemberLeft() implements InCommunity {}

    /// The server is to end.
    ///
    /// @param seconds how long after this event
    /// @param restart whether it comes back by itself
    /// @param reason may be empty
    record ShutdownPlanned(int seconds, boolean restart, String reason) implements OnServer {}

    /// The server goes on after all.
    record ShutdownCalledOff() implements OnServer {}

    /// How long messages are kept where nothing else is said.
    ///
    /// @param days 0 means for ever
    record RetentionSet(int days) implements OnServer {}

    /// A chat was made; its name and members stand only in its own log.
    record ChatMade(LogId chat) implements InCommunity {}

    /// Event 1 of a chat. A direct chat has two members, no name, and nobody else ever.
    record ChatCreated(@Nullable ChatName name, boolean direct, List<MemberId> members)
            implements InChat {
        public ChatCreated {
            members = List.copyOf(members);
        }
    }

    /// A member of the chat invites another member of the community.
    record MemberInvited(MemberId member) implements InChat {}

    /// The invited author comes in.
    record ChatJoined() implements InChat {}

    /// The author leaves.
    record ChatLeft() implements InChat {}

    /// Somebody says something.
    ///
    /// @param action whether it is told in the third person, as by `/me`
    record Message(String text, boolean action) implements InChat {}

    /// How long this chat's messages are kept.
    ///
    /// @param days 0 means for ever; null as long as the community says
    record ChatRetentionSet(@Nullable Integer days) implements InChat {}
}
