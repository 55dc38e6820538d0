package chatbois.protocol.event;

import chatbois.log.LogId;
import chatbois.log.Malformed;
import chatbois.log.MemberId;
import chatbois.log.Signature;
import chatbois.log.VerifyKey;
import chatbois.protocol.name.ChatName;
import chatbois.protocol.name.Emoji;
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

    /// What somebody does to a message of a chat, one that the author has seen.
    sealed interface OnMessage extends InChat {
        /// The message's place in the log.
        long seq();
    }

    /// What may be meant for some members.
    sealed interface Calling permits Message, MessageEdited {
        /// By name; null for nobody.
        @Nullable List<MemberId> mentions();

        /// Null for no.
        @Nullable Boolean everyone();

        default boolean callsEveryone() {
            return Boolean.TRUE.equals(everyone());
        }

        /// Whether it is meant for that member by name.
        default boolean names(MemberId member) {
            List<MemberId> named = mentions();
            return named != null && named.contains(member);
        }
    }

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

    /// Changes what is not null of what files the server takes.
    ///
    /// @param limit bytes of the largest file; 0 for no files at all
    /// @param quota bytes of one member's files together
    /// @param days that files are kept; 0 for as long as the messages that they came with
    record FilesSet(@Nullable Long limit, @Nullable Long quota, @Nullable Integer days)
            implements OnServer {}

    /// How long messages are kept where nothing else is said.
    ///
    /// @param days 0 means for ever
    record RetentionSet(int days) implements OnServer {}

    /// The author has one more device.
    ///
    /// @param label what the member calls it
    /// @param proof by the new device over community, member and itself: see [DeviceProof]
    record DeviceLinked(VerifyKey device, String label, Signature proof) implements InCommunity {}

    /// A device doesn't speak for its member any more; members may revoke their own.
    record DeviceRevoked(MemberId member, VerifyKey device) implements OnMember {}

    /// The author comes back with that key, a paper key, when no device is left; it takes the place
    /// of the one before.
    record RecoverySet(VerifyKey key) implements InCommunity {}

    /// A member who lost every device has none any more, and no paper key, but comes back with that
    /// key, once.
    record MemberReset(MemberId member, VerifyKey key) implements OnMember {}

    /// The first words of a device with which a member comes back, written by the device itself.
    ///
    /// @param key the paper key, or the one of a reset
    /// @param proof by that key over community, member and device: see [DeviceProof]
    record DeviceReturned(String label, VerifyKey key, Signature proof) implements InCommunity {}

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

    /// Somebody who may do so changes what is not null of a chat.
    ///
    /// @param topic what it is about, in a line; empty for none
    /// @param description what there is to say of it; empty for none
    /// @param publicly whether everybody in the community may list it and come in
    /// @param archived whether it can only be read, until it is taken back out
    /// @param slowSeconds the seconds between two messages of one member; 0 for none
    record ChatChanged(
            @Nullable ChatName name,
            @Nullable String topic,
            @Nullable String description,
            @Nullable Boolean publicly,
            @Nullable Boolean archived,
            @Nullable Integer slowSeconds)
            implements InChat {
        private static final ChatChanged NOTHING =
                new ChatChanged(null, null, null, null, null, null);

        public static ChatChanged named(ChatName name) {
            return new ChatChanged(name, null, null, null, null, null);
        }

        public static ChatChanged topic(String topic) {
            return new ChatChanged(null, topic, null, null, null, null);
        }

        public static ChatChanged description(String description) {
            return new ChatChanged(null, null, description, null, null, null);
        }

        public static ChatChanged publicly(boolean publicly) {
            return new ChatChanged(null, null, null, publicly, null, null);
        }

        public static ChatChanged archived(boolean archived) {
            return new ChatChanged(null, null, null, null, archived, null);
        }

        public static ChatChanged slow(int seconds) {
            return new ChatChanged(null, null, null, null, null, seconds);
        }

        /// Whether it changes something at all.
        public boolean saysNothing() {
            return equals(NOTHING);
        }
    }

    /// An open invitation into a chat is taken back.
    record InvitationTakenBack(MemberId member) implements InChat {}

    /// Somebody is put out of a chat.
    record ChatMemberRemoved(MemberId member, @Nullable String reason) implements InChat {}

    /// A member of a chat has another role there from now on.
    ///
    /// @param role the role's name
    record ChatRoleGiven(MemberId member, String role) implements InChat {}

    /// Somebody of the community may come in: whoever knows the link's secret, up to `uses` times.
    ///
    /// @param expires milliseconds since 1970; 0 means never
    record ChatLinkMade(VerifyKey link, int uses, long expires) implements InChat {}

    /// A link lets in nobody any more.
    record ChatLinkRevoked(VerifyKey link) implements InChat {}

    /// The author comes in by a link.
    ///
    /// @param proof by the link's key over chat, member and device: see [JoinProof]
    record ChatJoinedByLink(VerifyKey link, Signature proof) implements InChat {}

    /// An event of the chat, one that the author has seen, is kept in view.
    record MessagePinned(long seq) implements InChat {}

    /// A pin is taken away.
    record MessageUnpinned(long seq) implements InChat {}

    /// The chat is no more: nobody reads or writes it, and the server erases what was said. The log
    /// stays, with the commitments to it.
    record ChatDeleted() implements InChat {}

    /// Somebody says something.
    ///
    /// @param action whether it is told in the third person, as by `/me`
    /// @param replyTo the place of the message that it answers; null for none
    /// @param mentions whom it is meant for besides; null for nobody
    /// @param everyone whether it is meant for everybody in the chat; null for no
    /// @param attachments the files that come with it, at most `ATTACHMENTS`; null for none. With
    ///   some the text may be empty
    record Message(
            String text,
            boolean action,
            @Nullable Long replyTo,
            @Nullable List<MemberId> mentions,
            @Nullable Boolean everyone,
            @Nullable List<Attachment> attachments)
            implements InChat, Calling {
        public Message {
            mentions = mentions == null || mentions.isEmpty() ? null : List.copyOf(mentions);
            attachments =
                    attachments == null || attachments.isEmpty() ? null : List.copyOf(attachments);
            if (attachments != null && attachments.size() > Attachment.MOST) {
                throw new Malformed("a message has at most " + Attachment.MOST + " attachments");
            }
        }

        public Message(
                String text,
                boolean action,
                @Nullable Long replyTo,
                @Nullable List<MemberId> mentions,
                @Nullable Boolean everyone) {
            this(text, action, replyTo, mentions, everyone, null);
        }

        public Message(String text, boolean action) {
            this(text, action, null, null, null);
        }

        /// The files that come with it.
        public List<Attachment> files() {
            return attachments == null ? List.of() : attachments;
        }
    }

    /// The author's own message says something else from now on.
    ///
    /// @param mentions whom it is meant for from now on, beside those for whom it was; null for
    ///   nobody
    /// @param everyone whether it is meant for everybody in the chat from now on; null for no
    record MessageEdited(
            long seq, String text, @Nullable List<MemberId> mentions, @Nullable Boolean everyone)
            implements OnMessage, Calling {
        public MessageEdited {
            mentions = mentions == null || mentions.isEmpty() ? null : List.copyOf(mentions);
        }

        public MessageEdited(long seq, String text) {
            this(seq, text, null, null);
        }
    }

    /// A message is gone; the server erases what it said.
    ///
    /// @param by who wrote it
    record MessageDeleted(long seq, MemberId by) implements OnMessage {}

    /// The author says in other words what is to be seen in a file of an own message.
    ///
    /// @param index which of the message's attachments, from 0
    /// @param alt at most `ALT` characters; empty for nothing
    record Described(long seq, int index, String alt) implements OnMessage {}

    /// The author answers a message with an emoji.
    record Reacted(long seq, Emoji emoji) implements OnMessage {}

    /// The author takes such an answer back.
    record ReactionWithdrawn(long seq, Emoji emoji) implements OnMessage {}

    /// How long this chat's messages are kept.
    ///
    /// @param days 0 means for ever; null as long as the community says
    record ChatRetentionSet(@Nullable Integer days) implements InChat {}
}
