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
    record SettingsChanged(
            @Nullable String name, @Nullable Integer maxMembers, @Nullable Boolean locked)
            implements InCommunity {}

    /// A member has another role from now on.
    ///
    /// @param role the role's name
    record RoleGiven(MemberId member, String role) implements InCommunity {}

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
}
