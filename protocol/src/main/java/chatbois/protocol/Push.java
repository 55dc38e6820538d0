package chatbois.protocol;

import chatbois.log.Event;
import chatbois.log.LogId;
import chatbois.log.SignedHead;
import java.util.List;

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
    record ChatGone(LogId chat) implements Push {}

    /// The member may join a chat; or the chat is called otherwise now.
    record Invited(Invitation invitation) implements Push {}

    /// The member read a chat on another client.
    record Marked(LogId chat, long seq, int unread) implements Push {}

    /// The server ends this connection, and why.
    record Closing(Refusal why) implements Push {}
}
