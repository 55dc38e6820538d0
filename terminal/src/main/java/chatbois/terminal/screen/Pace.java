package chatbois.terminal.screen;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;

/// How much may be on its way to the terminal at once, so that what is typed meanwhile waits behind
/// hardly anything: found out by how long the terminal takes to answer that it has taken a piece,
/// beyond the shortest time that it ever took.
///
/// A terminal that never answers gets all at once. For one thread at a time.
final class Pace {
    private static final int FIRST = 4 * 1024;
    private static final int LEAST = 1024;
    private static final int MOST = 1024 * 1024;

    /// So long, in nanoseconds, may what was sent keep the line busy.
    private static final long BUSY = Duration.ofMillis(25).toNanos();

    /// After so long without an answer none is expected.
    private static final long PATIENCE = Duration.ofSeconds(2).toNanos();

    /// How much a new measurement counts against those before.
    private static final double NEWS = 0.2;

    /// A piece that was sent.
    private record Sent(int bytes, long at) {}

    private final Deque<Sent> flying = new ArrayDeque<>();
    private int inFlight;
    private int window = FIRST;
    private long shortest = Long.MAX_VALUE;
    private long answeredAt;
    private double rate;
    private boolean answers;
    private boolean silent;

    /// How many bytes may be sent now.
    int room(long now) {
        expire(now);
        return silent ? Integer.MAX_VALUE : window - inFlight;
    }

    private void expire(long now) {
        Sent oldest = flying.peek();
        if (oldest != null && now - oldest.at > PATIENCE) {
            silent = !answers;
            flying.clear();
            inFlight = 0;
        }
    }

    /// About how many bytes a piece should have.
    int piece() {
        return silent ? MOST : Math.min(window, MOST);
    }

    /// Whether the terminal is to be asked whether it has taken something.
    boolean asks() {
        return !silent;
    }

    /// Until what was sent counts as lost, in nanoseconds.
    static long patience() {
        return PATIENCE;
    }

    void sent(int bytes, long now) {
        if (!silent) {
            flying.add(new Sent(bytes, now));
            inFlight += bytes;
        }
    }

    /// The terminal has taken the oldest piece that is on its way.
    void answered(long now) {
        Sent taken = flying.poll();
        if (taken == null) {
            return;
        }
        answers = true;
        inFlight -= taken.bytes;
        long nanos = now - taken.at;
        shortest = Math.min(shortest, nanos);
        long waited = nanos - shortest;
        window =
                waited > BUSY
                        ? (int) Math.max(LEAST, (long) window * BUSY / waited)
                        : Math.min(MOST, window + taken.bytes);
        double busy = Math.max(now - Math.max(taken.at, answeredAt), 1);
        double measured = taken.bytes * 1e9 / busy;
        rate = rate == 0 ? measured : rate + NEWS * (measured - rate);
        answeredAt = now;
    }

    /// Whether half of what may be is on its way.
    boolean isBusy(long now) {
        expire(now);
        return inFlight * 2 > window;
    }

    /// Whether answers are still to come.
    boolean isWaiting() {
        return !flying.isEmpty();
    }

    /// How many bytes the terminal takes in a second, as far as is known; 0 if nothing is.
    double rate() {
        return rate;
    }
}
