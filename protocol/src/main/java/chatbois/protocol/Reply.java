package chatbois.protocol;

import chatbois.log.Bytes32;
import chatbois.log.Follower;
import chatbois.log.LogId;
import chatbois.log.LogPage;
import chatbois.log.Malformed;
import chatbois.log.MemberId;
import chatbois.log.Signature;
import chatbois.log.SignedGenesis;
import chatbois.protocol.name.ChatName;
import chatbois.protocol.name.MemberName;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The answers that are not refusals.
public sealed interface Reply {

    /// The server proves who it is: by the genesis, and by signing the [Handshake].
    record Welcome(
            int protocol,
            String name,
            SignedGenesis genesis,
            long epoch,
            Bytes32 nonce,
            Signature signature)
            implements Reply {}

    record LoggedIn(MemberId member) implements Reply {}

    /// The events are on disk, at these places, in the order of the request.
    record Appended(List<Place> places) implements Reply {
        public Appended {
            places = List.copyOf(places);
        }

        /// @param time the server's clock, milliseconds since 1970
        public record Place(LogId log, long seq, long time) {}
    }

    /// Where each log is taken up, in the order of the request.
    record Resumed(List<Start> starts) implements Reply {
        public Resumed {
            starts = List.copyOf(starts);
        }

        /// @param authorSeq the last number that this device used in the log, 0 for none
        public record Start(LogId log, Follower.Offer offer, long authorSeq) {}
    }

    record Paged(LogPage page) implements Reply {}

    /// Single events, each proven by itself.
    ///
    /// @param more true if more messages of the thread that was asked for are between its root and
    ///   these, null if not
    record Related(List<LogPage> events, @Nullable Boolean more) implements Reply {
        public Related {
            events = List.copyOf(events);
        }

        public Related(List<LogPage> events) {
            this(events, null);
        }
    }

    /// The newest of them first.
    record MentionList(List<Mention> mentions) implements Reply {
        public MentionList {
            mentions = List.copyOf(mentions);
        }

        /// A message that is meant for the member, by its place.
        public record Mention(LogId chat, long seq) {}
    }

    record ChatList(List<ChatSummary> chats, List<Invitation> invitations) implements Reply {
        public ChatList {
            chats = List.copyOf(chats);
            invitations = List.copyOf(invitations);
        }
    }

    /// @param roles what each of the members is in the chat, in the same order
    record MemberList(List<MemberId> members, List<String> roles, List<MemberId> invited)
            implements Reply {
        public MemberList {
            members = List.copyOf(members);
            roles = List.copyOf(roles);
            invited = List.copyOf(invited);
        }
    }

    /// @param description empty for none
    /// @param pins the numbers of the events that are pinned, the oldest pin first
    /// @param links those that are open, if the member may see them
    record ChatDetails(String description, int slowSeconds, List<Long> pins, List<OpenLink> links)
            implements Reply {
        public ChatDetails {
            pins = List.copyOf(pins);
            links = List.copyOf(links);
        }
    }

    /// @param chats those with the most members first
    /// @param more how many more there are than fit
    record PublicChatList(List<PublicChat> chats, int more) implements Reply {
        public PublicChatList {
            chats = List.copyOf(chats);
        }
    }

    /// The member may come in.
    ///
    /// @param authorSeq the last number that this device used in the chat's log, 0 for none
    record Entrance(ChatName name, long authorSeq) implements Reply {}

    record Online(List<MemberId> members) implements Reply {
        public Online {
            members = List.copyOf(members);
        }
    }

    record PresenceList(List<Presence> presences) implements Reply {
        public PresenceList {
            presences = List.copyOf(presences);
        }
    }

    record AddressBanList(List<AddressBan> bans) implements Reply {
        public AddressBanList {
            bans = List.copyOf(bans);
        }
    }

    /// How the server is now.
    ///
    /// @param started when, by the server's clock, milliseconds since 1970
    /// @param now the server's clock
    /// @param connections of members
    /// @param members how many of them are connected
    /// @param events how many were written within the last minute
    record Status(
            String version,
            long started,
            long now,
            int connections,
            int members,
            long events,
            Memory memory,
            Disk disk,
            Logs logs,
            Files files,
            @Nullable BackupName lastBackup,
            LogLevel logLevel)
            implements Reply {

        /// @param used bytes of heap in use
        /// @param most bytes of heap at most
        /// @param resident bytes of the process in memory; null where that is not known
        public record Memory(long used, long most, @Nullable Long resident) {}

        /// @param store bytes of the file with the logs
        /// @param free bytes that are free beside it
        public record Disk(long store, long free) {}

        /// @param count how many there are
        /// @param events in all of them
        /// @param largest events in the largest one
        public record Logs(long count, long events, long largest) {}

        /// @param count how many files there are
        /// @param bytes of all of them, those that are being sent included
        public record Files(long count, long bytes) {}
    }

    /// How long messages are kept, and what would go by the rule that was asked about.
    ///
    /// @param days in chats without a rule of their own; 0 is for ever
    /// @param all in all chats without a rule of their own
    /// @param chats those that the member is in
    record Retention(int days, Sum all, List<InChat> chats) implements Reply {
        public Retention {
            chats = List.copyOf(chats);
        }

        /// @param bytes of bodies
        public record Sum(long messages, long bytes) {}

        /// @param days the chat's own rule, 0 for ever; null if it has none
        public record InChat(LogId chat, @Nullable Integer days, Sum sum) {}
    }

    /// The files that would go by the rule that was asked about, each once, whoever sent it.
    record OldFiles(long count, long bytes) implements Reply {}

    /// Which backups the server keeps, the newest last.
    ///
    /// @param running whether one is being made now
    /// @param failed why the last one was not made, if it wasn't
    record BackupList(boolean running, @Nullable String failed, List<Kept> kept) implements Reply {
        private static final int MOST = 100;

        public BackupList {
            if (kept.size() > MOST) {
                throw new Malformed("a server keeps at most " + MOST + " backups");
            }
            kept = List.copyOf(kept);
        }

        /// @param size in bytes
        /// @param seal its last 32 bytes: SHA-256 over all bytes before them
        public record Kept(BackupName name, long size, Bytes32 seal) {}
    }

    /// A piece of a backup.
    ///
    /// @param data the bytes in base64url; none behind the last byte
    record BackupBytes(long offset, String data) implements Reply {}

    /// How much the server has of a file that this member sends; it is whole when that is its size.
    ///
    /// @param held bytes, from its beginning
    record FileHeld(long held) implements Reply {}

    /// A piece of a file.
    ///
    /// @param data the bytes in base64url; none behind the last byte
    record FileBytes(long offset, String data) implements Reply {
        public FileBytes {
            Limits.checkPart(data);
        }

        /// Never the data.
        @Override
        public String toString() {
            return "FileBytes(" + offset + ")";
        }
    }

    /// A slot to knock at.
    ///
    /// @param until when it closes by itself, milliseconds since 1970
    record SlotOpened(Slot slot, long until) implements Reply {}

    /// What the device at the slot says.
    record Relayed(String payload) implements Reply {
        public Relayed {
            Limits.checkRelayed(payload);
        }
    }

    /// Who comes back with a key; the community's log proves it.
    record ComingBack(MemberId member, MemberName name) implements Reply {}

    record SeenDeviceList(List<SeenDevice> devices) implements Reply {
        public SeenDeviceList {
            devices = List.copyOf(devices);
        }
    }

    record BlockList(List<MemberId> blocked) implements Reply {
        public BlockList {
            blocked = List.copyOf(blocked);
        }
    }

    /// How the members are there who were asked for; without those of whom nothing is told.
    record Sightings(List<Sighting> sightings) implements Reply {
        public Sightings {
            sightings = List.copyOf(sightings);
        }
    }

    /// How far some of the others in a chat have read it.
    record Receipts(List<Receipt> receipts) implements Reply {
        public Receipts {
            receipts = List.copyOf(receipts);
        }
    }

    record PrivacyIs(Privacy privacy) implements Reply {}

    /// What the member has written and not sent, the newest first, at most `DRAFTS`.
    record DraftList(List<Draft> drafts) implements Reply {
        public DraftList {
            if (drafts.size() > Limits.DRAFTS) {
                throw new Malformed("a server keeps at most " + Limits.DRAFTS + " drafts");
            }
            drafts = List.copyOf(drafts);
        }
    }

    /// What may be meant, the best first, at most `SUGGESTIONS`.
    record Suggested(List<Suggestion> best) implements Reply {
        public Suggested {
            best = List.copyOf(best);
        }
    }

    /// What was found, the newest first, at most `SEARCH_HITS`.
    ///
    /// @param more whether there is more that is older
    record Found(List<Hit> hits, boolean more) implements Reply {
        public Found {
            hits = List.copyOf(hits);
        }
    }

    /// It is done; there is nothing more to say.
    record Done() implements Reply {}
}
