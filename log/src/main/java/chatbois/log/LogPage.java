package chatbois.log;

import java.util.List;

/// A stretch of a log from anywhere in it, with what is needed to check it against a head that is
/// trusted: the frontier before its first event and the proof from its last event to that head.
public record LogPage(Frontier before, List<Event> events, List<Bytes32> proof) {
    public LogPage {
        events = List.copyOf(events);
        proof = List.copyOf(proof);
    }

    /// Throws unless these very events stand in the log of which `trusted` is the head. Whether it
    /// is the page that was asked for, the caller sees by its numbers.
    public void verify(LogId log, TreeHead trusted) throws LogBroken {
        Stretch stretch = Stretch.read(log, before, events);
        if (!Merkle.isConsistent(stretch.end().head(), trusted, proof)) {
            throw new LogBroken(
                    log,
                    LogBroken.Kind.REWRITTEN,
                    "events "
                            + (before.size() + 1)
                            + " to "
                            + stretch.end().size()
                            + " are not the ones that this log had before");
        }
        new Testimony(log, before.head(), Pin.NONE).hear(stretch);
    }
}
