package chatbois.log;

import java.util.List;

/// A stretch of a log from anywhere in it, with what is needed to check it against a head that is
/// trusted: the frontier before its first event and the proof from its last event to that head.
public record LogPage(Frontier before, List<Event> events, List<Bytes32> proof) {
    public LogPage {
        events = List.copyOf(events);
        proof = List.copyOf(proof);
    }

    /// Throws unless these very events stand in the log of which `trusted` is the head.
    public void verify(LogId log, TreeHead trusted) throws LogBroken {
        Frontier frontier = before;
        for (Event event : events) {
            Genuine.check(log, frontier.size() + 1, event);
            frontier = frontier.append(event.leaf());
        }
        if (!Merkle.isConsistent(frontier.head(), trusted, proof)) {
            throw new LogBroken(
                    log,
                    LogBroken.Kind.REWRITTEN,
                    "events "
                            + (before.size() + 1)
                            + " to "
                            + frontier.size()
                            + " are not the ones that this log had before");
        }
    }
}
