package chatbois.client.session;

import chatbois.log.Event;
import chatbois.log.TreeHead;
import chatbois.protocol.Refusal;
import chatbois.protocol.Reply.Appended.Place;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/// What waits to be written to one log: in order, one event at a time under way. Guarded by the
/// session's lock.
final class Outbox {
    private static final int MOST_MISSES = 3;
    private static final int MOST_FAULTS = 8;

    /// What to do about an event that the server declined.
    enum Verdict {
        /// It is settled already.
        NOTHING,
        /// The server can't take it now; the same bytes go out again later.
        LATER,
        /// Send it under a new number.
        AGAIN,
        /// Our numbering is not what the server has: ask anew, by a new connection.
        RELEARN,
        /// It will never be taken; the next one may be.
        GIVEN_UP
    }

    private final Deque<Pending> waiting = new ArrayDeque<>();

    /// Stored, but not read back from the log yet: shown until then, so that nothing flickers.
    private final List<Pending> unread = new ArrayList<>();

    private long used;
    private boolean ready;
    private boolean underWay;

    /// How often in a row the server had to put us off; it is waited for while [#paused].
    private int delays;

    private boolean paused;

    void add(Pending pending) {
        waiting.addLast(pending);
    }

    /// The log can be written to.
    ///
    /// @param number the last number that this device used in it
    void ready(long number) {
        used = number;
        ready = true;
    }

    /// The connection is gone. What was under way has to go out again, since the server may have
    /// it, and messages wait; what else the server surely hasn't got is given back.
    List<Pending> cut() {
        List<Pending> left = waiting.stream().filter(this::endsWithConnection).toList();
        waiting.removeAll(left);
        ready = false;
        underWay = false;
        paused = false;
        return left;
    }

    private boolean endsWithConnection(Pending pending) {
        return pending.message() == null && !(underWay && pending == waiting.peekFirst());
    }

    /// The event to send now, if one may be. One about what is still on its way here waits for it,
    /// since it says what its author had seen.
    ///
    /// @param promised how many events the log is known to have
    Optional<Pending> next(TreeHead seen, long promised) {
        Pending first = waiting.peekFirst();
        if (first == null || !ready || underWay || paused) {
            return Optional.empty();
        }
        if (first.about() > seen.size() && first.about() <= promised) {
            return Optional.empty();
        }
        underWay = true;
        first.sign(used + 1, seen);
        return Optional.of(first);
    }

    /// The wait after a refusal is over.
    void again() {
        paused = false;
    }

    /// How often in a row the server put us off.
    int delays() {
        return delays;
    }

    /// The server has it. False if that was known.
    boolean stored(Pending pending, Place place) {
        if (waiting.peekFirst() != pending) {
            return false;
        }
        waiting.removeFirst();
        underWay = false;
        delays = 0;
        Pending.Signed signed = pending.signed();
        used = Math.max(used, signed == null ? 0 : signed.number());
        pending.stored(place);
        unread.add(pending);
        return true;
    }

    Verdict declined(Pending pending, Refusal refusal) {
        Pending.Signed signed = pending.signed();
        if (waiting.peekFirst() != pending || signed == null) {
            return Verdict.NOTHING;
        }
        return switch (refusal.code()) {
            case BUSY, RATE_LIMITED, SHUTTING_DOWN, TOO_SLOW -> putOff();
            case STORAGE_FULL -> pending.isOnce() ? giveUp() : putOff();
            // It may be the disk, which gets better, or this very event, which doesn't.
            case INTERNAL -> delays < MOST_FAULTS ? putOff() : giveUp();
            case OUT_OF_SEQUENCE -> renumber(pending, signed.number());
            default -> giveUp();
        };
    }

    private Verdict putOff() {
        underWay = false;
        paused = true;
        delays++;
        return Verdict.LATER;
    }

    private Verdict renumber(Pending pending, long number) {
        if (pending.unsign() > MOST_MISSES) {
            return giveUp();
        }
        underWay = false;
        return used + 1 == number ? Verdict.RELEARN : Verdict.AGAIN;
    }

    private Verdict giveUp() {
        waiting.removeFirst();
        underWay = false;
        delays = 0;
        return Verdict.GIVEN_UP;
    }

    /// Takes note of an event of this device in the log. Gives the one that waited for being it.
    Optional<Pending> saw(Event event) {
        used = Math.max(used, event.header().authorSeq());
        Pending first = waiting.peekFirst();
        Pending.Signed signed = first == null ? null : first.signed();
        if (first != null && signed != null && signed.carries(event.signed().signature())) {
            stored(first, new Place(event.header().log(), event.seq(), event.time()));
            return Optional.of(first);
        }
        return Optional.empty();
    }

    /// The log was read up to there.
    void read(long seq) {
        unread.removeIf(pending -> {
            Place place = pending.place();
            return place == null || place.seq() <= seq;
        });
    }

    /// Empties itself: the log is gone.
    List<Pending> clear() {
        List<Pending> left = List.copyOf(waiting);
        waiting.clear();
        unread.clear();
        underWay = false;
        return left;
    }

    int size() {
        return waiting.size();
    }

    /// All that isn't to be read in the log yet, in order.
    List<Pending> notInLog() {
        List<Pending> all = new ArrayList<>(unread);
        all.addAll(waiting);
        return all;
    }
}
