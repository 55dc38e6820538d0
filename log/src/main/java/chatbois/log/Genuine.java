package chatbois.log;

/// The checks that one event has to pass by itself, wherever it came from.
final class Genuine {
    private Genuine() {}

    static void check(LogId log, long expectedSeq, Event event) throws LogBroken {
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
