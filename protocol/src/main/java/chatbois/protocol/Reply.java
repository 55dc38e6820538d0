package chatbois.protocol;

import chatbois.log.Bytes32;
import chatbois.log.Follower;
import chatbois.log.LogId;
import chatbois.log.LogPage;
import chatbois.log.MemberId;
import chatbois.log.Signature;
import chatbois.log.SignedGenesis;
import java.util.List;

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

    record ChatList(List<ChatSummary> chats, List<Invitation> invitations) implements Reply {
        public ChatList {
            chats = List.copyOf(chats);
            invitations = List.copyOf(invitations);
        }
    }

    record MemberList(List<MemberId> members, List<MemberId> invited) implements Reply {
        public MemberList {
            members = List.copyOf(members);
            invited = List.copyOf(invited);
        }
    }

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

    /// What may be meant, the best first, at most `SUGGESTIONS`.
    record Suggested(List<Suggestion> best) implements Reply {
        public Suggested {
            best = List.copyOf(best);
        }
    }

    /// It is done; there is nothing more to say.
    record Done() implements Reply {}
}
