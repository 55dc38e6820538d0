package chatbois.protocol;

import chatbois.log.Bytes32;
import chatbois.log.LogId;
import chatbois.log.Malformed;
import chatbois.log.MemberId;
import chatbois.log.Signature;
import chatbois.log.SignedEvent;
import chatbois.log.TreeHead;
import chatbois.log.VerifyKey;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a client can ask. Every request gets exactly one [Reply] or [Refusal].
public sealed interface Request {

    /// What can be asked before the login.
    sealed interface AsGuest extends Request {}

    /// What only a member can ask.
    sealed interface AsMember extends Request {}

    /// Opens the conversation; answered by [Reply.Welcome], in which the server proves who it is.
    record Hello(int protocol, Bytes32 nonce) implements AsGuest {}

    /// Proves who the client is: the device's signature over the [Handshake].
    record Login(VerifyKey device, Signature signature) implements AsGuest {}

    /// Becomes a member: a signed `MemberJoined`; answered by [Reply.LoggedIn]. `signature` is the
    /// device's over the [Handshake], as at a login.
    record Register(SignedEvent joined, Signature signature) implements AsGuest {}

    /// Wants to speak with the device that waits at that slot; answered by [Reply.Relayed], what
    /// that device says to it. Who knocks first has the slot; who is gone has lost it.
    ///
    /// @param payload base64url, of no meaning to the server
    record Knock(Slot slot, String payload) implements AsGuest {
        public Knock {
            Limits.checkRelayed(payload);
        }
    }

    /// Who comes back with that key, a paper key or the one of a reset; answered by
    /// [Reply.ComingBack].
    record Returning(VerifyKey key) implements AsGuest {}

    /// Comes back with a new device: a signed `DeviceReturned`; answered by [Reply.LoggedIn].
    /// `signature` is the device's over the [Handshake], as at a login.
    record Return(SignedEvent returned, Signature signature) implements AsGuest {}

    /// Adds one event to a log; the same event sent again gets the same answer and is stored once.
    record Append(SignedEvent event) implements AsMember {}

    /// Makes a chat in one act: `ChatMade` for the community's log, `ChatCreated` for the chat's.
    record MakeChat(SignedEvent made, SignedEvent created) implements AsMember {}

    /// Wants to read logs live, each from a place onwards: answered by [Reply.Resumed], then all
    /// that follows arrives as [Push.Events].
    record Resume(List<From> logs) implements AsMember {
        public Resume {
            logs = List.copyOf(logs);
        }

        /// @param after the last event that the client has; -1 for the last `PAGE_EVENTS` only
        /// @param pinned the newest head that the client ever saw of the log
        public record From(LogId log, long after, TreeHead pinned) {}
    }

    /// Reads a stretch of history: up to `limit` events that end with event `last`, proven against
    /// the head at `size`.
    record Page(LogId log, long last, int limit, long size) implements AsMember {}

    /// Lists the member's chats and invitations.
    record Chats() implements AsMember {}

    /// What became of the messages from `first` to `last`: what was done to them behind `last`, and
    /// the messages before `first` that they answer.
    ///
    /// @param size of the log for which the answer is proven
    record Related(LogId log, long first, long last, long size) implements AsMember {}

    /// The thread of a message: the message at its root, what answers that, and what answers those,
    /// with what was done to them; answered by [Reply.Related]. Of a long one the root and the
    /// newest, or the newest before a place, so that it can be read backwards in several answers.
    ///
    /// @param seq of any message in it
    /// @param size of the log for which the answer is proven
    /// @param before besides the root only what is before that; null for all of it
    record ThreadOf(LogId log, long seq, long size, @Nullable Long before) implements AsMember {
        public ThreadOf(LogId log, long seq, long size) {
            this(log, seq, size, null);
        }
    }

    /// The newest messages that are meant for the member, in all chats that they are in.
    record Mentions() implements AsMember {}

    /// Lists the members of a chat.
    record ChatMembers(LogId chat) implements AsMember {}

    /// What a chat's list entry doesn't say: its description, what is pinned, the links into it.
    record ChatDetails(LogId chat) implements AsMember {}

    /// Lists the public chats whose names contain that, whatever the case; all if it is empty.
    record PublicChats(String containing) implements AsMember {}

    /// Looks at a chat from outside, before coming in: one that is public, that the member is
    /// invited to, or whose link the member has.
    ///
    /// @param link null for none
    record Entrance(LogId chat, @Nullable VerifyKey link) implements AsMember {}

    /// Who is connected.
    record Who() implements AsMember {}

    /// The connections there are; devices and addresses only for who may see them.
    record Presences() implements AsMember {}

    /// Keeps a range of addresses out.
    record BanAddresses(AddressRange range, long until, String reason) implements AsMember {}

    /// Lets a range of addresses in again, named as it was when it was banned.
    record UnbanAddresses(AddressRange range) implements AsMember {}

    /// Lists the bans of addresses.
    record AddressBans() implements AsMember {}

    /// How the server is.
    record Status() implements AsMember {}

    /// Wants to send a file, or to go on with that; answered by [Reply.FileHeld]. Only what this
    /// member has sent counts, so that nobody learns which files others have; a file that the
    /// member may read already is there at once.
    ///
    /// @param hash SHA-256 of the whole file
    /// @param size in bytes
    record OfferFile(Bytes32 hash, long size) implements AsMember {
        public OfferFile {
            if (size < 1 || size > Limits.FILE) {
                throw new Malformed("a file has 1 to " + Limits.FILE + " bytes");
            }
        }
    }

    /// Sends the next bytes of a file that was offered on this connection; answered by
    /// [Reply.FileHeld] when they are on disk. A part that is not the next one is not taken, and
    /// the answer says which one is.
    ///
    /// @param offset how many bytes come before them
    /// @param data at least one byte and at most `FILE_PART`, in base64url
    record PutFilePart(Bytes32 hash, long offset, String data) implements AsMember {
        public PutFilePart {
            Limits.checkPart(data);
        }

        /// Never the data.
        @Override
        public String toString() {
            return "PutFilePart(" + hash + ", " + offset + ")";
        }
    }

    /// Reads a piece of a file that came with a message, or of its preview; answered by
    /// [Reply.FileBytes]. Only for who may read the chat, and only while the message stands.
    ///
    /// @param seq the message that names the file
    /// @param offset how many bytes come before
    /// @param length how many bytes at most, up to `FILE_PART`
    record FilePart(LogId log, long seq, Bytes32 hash, long offset, int length)
            implements AsMember {
        public FilePart {
            if (offset < 0 || length < 1 || length > Limits.FILE_PART) {
                throw new Malformed("a part of a file has 1 to " + Limits.FILE_PART + " bytes");
            }
        }
    }

    /// How long messages are kept, and which would be erased if they were kept for so many days.
    ///
    /// @param days 0 asks for no count
    record Retention(int days) implements AsMember {}

    /// Which files would be removed if they were kept for so many days.
    record OldFiles(int days) implements AsMember {}

    /// How much the server writes down about itself from now on.
    record SetLogLevel(LogLevel level) implements AsMember {}

    /// Begins a backup of the whole community on the server, unless one is being made.
    record Backup() implements AsMember {}

    /// Whether a backup is being made, and which are kept.
    record Backups() implements AsMember {}

    /// Reads up to `BACKUP_PART` bytes of a kept backup, from that byte on.
    record BackupPart(BackupName name, long offset) implements AsMember {}

    /// Wants a slot at which a new device of the member can knock; answered by [Reply.SlotOpened].
    /// A connection has one at a time.
    record OpenSlot() implements AsMember {}

    /// Says something to who knocked; answered by [Reply.Done].
    ///
    /// @param payload base64url, of no meaning to the server
    record AnswerSlot(Slot slot, String payload) implements AsMember {
        public AnswerSlot {
            Limits.checkRelayed(payload);
        }
    }

    /// Nobody can knock there any more.
    record CloseSlot(Slot slot) implements AsMember {}

    /// The devices of a member, and when they were seen; those of others only for who may see them.
    record SeenDevices(MemberId member) implements AsMember {}

    /// Takes nothing from that member any more; nobody is told.
    record Block(MemberId member) implements AsMember {}

    record Unblock(MemberId member) implements AsMember {}

    /// Lists whom the member has blocked.
    record Blocks() implements AsMember {}

    /// The member has read the chat up to that event.
    record MarkRead(LogId chat, long seq) implements AsMember {}

    /// The member is typing in a chat, or is not any more. Told to who follows the chat, and never
    /// stored. A client says it every three seconds at most; what comes too often, or from too many
    /// at once, is not told.
    record Typing(LogId chat, boolean now) implements AsMember {}

    /// Somebody sits at this client, or has gone away from it. Only a client that says so counts
    /// for how the member is there; the best of all the member's clients is told. It ends with the
    /// connection.
    ///
    /// @param words what the member says about being away, one line of at most `STATUS` characters
    record BeHere(boolean away, String words) implements AsMember {}

    /// How some members are there; answered by [Reply.Sightings].
    ///
    /// @param members at most `WATCHED`
    /// @param watch whether what changes of it is told from now on, as [Push.Sightings], in place
    ///   of what was watched before
    record See(List<MemberId> members, boolean watch) implements AsMember {
        public See {
            members = List.copyOf(members);
        }
    }

    /// How far others have read a chat of at most `SMALL_CHAT` members; answered by
    /// [Reply.Receipts]. Only among those who all let it be told.
    record Receipts(LogId chat) implements AsMember {}

    /// What the member lets be told; answered by [Reply.PrivacyIs].
    record PrivacyNow() implements AsMember {}

    /// Sets what the member lets be told, on all devices. What is not to be kept any more is
    /// deleted.
    record SetPrivacy(Privacy wish) implements AsMember {}

    /// Keeps what the member has written in a chat and not sent, in place of what was, for the
    /// member's other clients; an empty text removes it. At most `DRAFTS` are kept. They go with
    /// the membership and with the chat, and when the member doesn't let them be kept any more.
    record KeepDraft(Draft draft) implements AsMember {}

    /// What the member has written and not sent; answered by [Reply.DraftList].
    record Drafts() implements AsMember {}

    /// What names the member may be typing; answered by [Reply.Suggested]. A client asks at every
    /// key, so an answer that comes too late is dropped.
    ///
    /// @param beginning as it was typed, at most `SUGGEST_BEGINNING` bytes; empty for the best of
    ///   all
    /// @param chat the chat in which it is typed, whose members come before others; null for none
    record Suggest(String beginning, Suggestion.Sort sort, @Nullable LogId chat)
            implements AsMember {}

    /// Looks for messages in the chats that the member is in; answered by [Reply.Found].
    ///
    /// @param olderThan only what came before that event, the last one of the page before; null for
    ///   the newest
    record Search(Sought sought, Hit.@Nullable Spot olderThan) implements AsMember {}
}
