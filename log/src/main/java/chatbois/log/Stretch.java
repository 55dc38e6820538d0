package chatbois.log;

import java.util.ArrayList;
import java.util.List;

/// Events that follow each other in a log, each of them genuine, with the log's state after each.
record Stretch(List<Event> events, List<TreeHead> heads, Frontier end) {

    static Stretch read(LogId log, Frontier start, List<Event> events) throws LogBroken {
        List<TreeHead> heads = new ArrayList<>(events.size());
        Frontier frontier = start;
        for (Event event : events) {
            check(log, frontier.size() + 1, event);
            frontier = frontier.append(event.leaf());
            heads.add(frontier.head());
        }
        return new Stretch(events, heads, frontier);
    }

    private static void check(LogId log, long expectedSeq, Event event) throws LogBroken {
        if (event.seq() != expectedSeq) {
            throw new LogBroken(
                    log,
                    LogBroken.Kind.OUT_OF_ORDER,
                    "event "
                            + expectedSeq
                            + " should come next, but the server sent event "
                            + event.seq());
        }
        if (!event.header().log().equals(log) || !event.signed().isGenuine()) {
            throw new LogBroken(
                    log,
                    LogBroken.Kind.FORGED,
                    "event " + expectedSeq + " was not written by the device that it names");
        }
    }
}
