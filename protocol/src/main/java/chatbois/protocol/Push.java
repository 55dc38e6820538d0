package chatbois.protocol;

import chatbois.log.Event;
import chatbois.log.LogId;
import chatbois.log.MemberId;
import chatbois.log.SignedHead;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a server tells without being asked.
public sealed interface Push {

    /// The events that come next in a log that the client resumed, and the head after them.
    record Events(LogId log, List<Event> events, SignedHead head) implements Push {
        public Events {
            events = List.copyOf(events);
        }
    }

    /// The member is in one more chat; resume it to read it.
    record ChatAdded(ChatSummary chat) implements Push {}

    /// The member is not in the chat any more, or not invited to it any more.
    ///
    /// @param because the event of the chat's log by which somebody put the member out, or deleted
    ///   the chat: who is out can't read it there any more; null for anything else
    record ChatGone(LogId chat, @Nullable Event because) implements Push {
        public ChatGone(LogId chat) {
            this(chat, null);
        }
    }

    /// The member may join a chat; or the chat is called otherwise now.
    record Invited(Invitation invitation) implements Push {}

    /// The member read a chat on another client.
    record Marked(LogId chat, long seq, int unread, int mentions) implements Push {}

    /// Somebody is typing in a chat that the client follows, or is not any more. Without a word it
    /// is over after six seconds. It may be left out when the line is slow.
    record Typing(LogId chat, MemberId member, boolean now) implements Push {}

    /// What has changed of how those members are there whom the client watches: at most one such
    /// push in a second, each with at most `SIGHTINGS`. It may be late when the line is slow.
    record Sightings(List<Sighting> sightings) implements Push {
        public Sightings {
            sightings = List.copyOf(sightings);
        }
    }

    /// The member has set on another client what is told of them.
    record PrivacyIs(Privacy privacy) implements Push {}

    /// The member has written something on another client and not sent it, or has written it no
    /// more. Told to nobody but the member.
    record DraftIs(Draft draft) implements Push {}

    /// Somebody knocked at a slot of this connection, or went on speaking there.
    record Knocked(Slot slot, String payload) implements Push {
        public Knocked {
            Limits.checkRelayed(payload);
        }
    }

    /// A slot of this connection is closed: its time is over, or who knocked is gone.
    record SlotClosed(Slot slot) implements Push {}

    /// The member blocked somebody or took it back on another client: all who are blocked now.
    record Blocked(List<MemberId> blocked) implements Push {
        public Blocked {
            blocked = List.copyOf(blocked);
        }
    }

    /// The server ends this connection, and why.
    record Closing(Refusal why) implements Push {}
}
