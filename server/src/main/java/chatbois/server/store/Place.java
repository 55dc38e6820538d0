package chatbois.server.store;

/// The primary key of an event: the log's row above, the event's number below, so that the events
/// of a log lie side by side in one B-tree.
final class Place {
    private static final int SEQ_BITS = 40;

    /// The last number that an event can have.
    static final long LAST = (1L << SEQ_BITS) - 1;

    private Place() {}

    /// Whatever the number, the place is in that log: nobody may read on into the next one.
    static long of(long row, long seq) {
        return row << SEQ_BITS | Math.clamp(seq, 0, LAST);
    }

    /// Whether an event can have that number.
    static boolean isSeq(long seq) {
        return seq > 0 && seq <= LAST;
    }

    static long row(long place) {
        return place >>> SEQ_BITS;
    }

    static long seq(long place) {
        return place & (1L << SEQ_BITS) - 1;
    }
}
