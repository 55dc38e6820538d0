package chatbois.server.community;

import chatbois.log.Event;
import chatbois.log.LogId;
import chatbois.log.SignedHead;
import java.util.List;

/// What one group commit added to one log, or the part of it that fits one push: on disk, and to be
/// told.
public record Commit(LogId log, List<Event> events, SignedHead head) {
    public Commit {
        events = List.copyOf(events);
    }
}
