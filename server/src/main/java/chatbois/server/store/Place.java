package chatbois.server.store;

/// The primary key of an event: the log's row above, the event's number below, so that the events
/// of a log lie side by side in one B-tree.
final class Place {
    private static final int SEQ_BITS = 40;

    /// The last number that an event can have.
    static final long LAST = (1L << SEQ_BITS) - 1;

    private Place() {}

    static long of(long row, long seq) {
        return row << SEQ_BITS | seq;
    }

    static long row(long place) {
        return place >>> SEQ_BITS;
    }

    static long seq(long place) {
        return place & (1L << SEQ_BITS) - 1;
    }
}
