package chatbois.client.session;

import java.util.HashSet;
import java.util.List;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeSet;

/// What of a chat's unread messages is meant for the member: by their places where those are known,
/// and of those that only the server has counted, how many. When one of these may be deleted, or be
/// meant for the member once more, only the server knows which they are. Guarded by the session's
/// lock.
final class Calls {
    private final NavigableSet<Long> known = new TreeSet<>();

    /// What was deleted since the server was asked.
    private final Set<Long> deleted = new HashSet<>();

    /// How many there are up to the last place that was counted, beside those that are known.
    private int unknown;

    private long countedTo;
    private boolean wanting;

    int count() {
        return unknown + known.size();
    }

    /// The server has counted so many, up to that place.
    void counted(int calls, long to) {
        known.clear();
        deleted.clear();
        unknown = calls;
        countedTo = to;
        wanting = false;
    }

    /// The message at that place is meant for the member.
    void add(long seq) {
        if (isUncertain(seq)) {
            wanting = true;
        } else {
            known.add(seq);
        }
    }

    /// The message at that place is gone.
    void remove(long seq) {
        if (isUncertain(seq)) {
            wanting = true;
            deleted.add(seq);
        }
        known.remove(seq);
    }

    private boolean isUncertain(long seq) {
        return unknown > 0 && seq <= countedTo && !known.contains(seq);
    }

    /// So many are left behind a place up to which everything was read.
    void readUpTo(long seq, int left) {
        known.headSet(seq, /* inclusive= */ true).clear();
        unknown = Math.max(left - known.size(), 0);
    }

    /// Whether the server is to be asked which they are; then [#found] takes its answer.
    boolean takeWanting() {
        boolean wanted = wanting;
        wanting = false;
        return wanted;
    }

    /// These are all.
    void found(List<Long> places) {
        if (unknown > 0) {
            places.stream()
                    .filter(seq -> seq <= countedTo && !deleted.contains(seq))
                    .forEach(known::add);
            unknown = 0;
        }
        deleted.clear();
    }
}
