package chatbois.terminal.screen;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;

/// How much may be on its way to the terminal at once, so that what is typed meanwhile waits behind
/// hardly anything: found out by how long the terminal takes to answer that it has taken a piece,
/// beyond the time that it takes to answer when nothing is on its way, which is tried out now and
/// then.
///
/// A terminal that never answers gets all at once. For one thread at a time.
final class Pace {
    private static final int FIRST = 2 * 1024;
    private static final int LEAST = 1024;
    private static final int MOST = 1024 * 1024;

    private static final double SECOND = Duration.ofSeconds(1).toNanos();

    /// So long, in nanoseconds, may what was sent keep the line busy.
    private static final long BUSY = Duration.ofMillis(20).toNanos();

    /// What has to be shown at once or not at all may keep it busy for so many times as long.
    private static final int WHOLE = 2;

    /// What goes along with each frame: where it begins and ends, the cursor, a question.
    private static final int AROUND = 64;

    /// After so long without an answer none is expected.
    private static final long PATIENCE = Duration.ofSeconds(2).toNanos();

    /// After so long it is tried out again how long an answer takes.
    private static final long STALE = Duration.ofSeconds(10).toNanos();

    /// Nothing is taken faster than in that time, as far as can be measured.
    private static final long MOMENT = Duration.ofNanos(100_000).toNanos();

    /// How much a new measurement counts against those before, if it was one of so many bytes.
    private static final double NEWS = 0.2;

    private static final double NEWS_BYTES = 1024;

    /// A piece that was sent.
    ///
    /// @param tries whether only to see how long an answer takes
    private record Sent(int bytes, long at, boolean tries) {}

    private final Deque<Sent> flying = new ArrayDeque<>();
    private int inFlight;
    private int window = FIRST;
    private long shortest = Long.MAX_VALUE;
    private long triedAt;
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

    /// How many bytes a piece should have of what may come in pieces.
    int piece() {
        return silent ? MOST : Math.max(window / 2, 1);
    }

    /// About how many bytes a frame should have, so that it is there in a moment.
    int frame() {
        if (silent) {
            return Integer.MAX_VALUE;
        }
        double bytes = rate == 0 ? FIRST : rate * BUSY / SECOND;
        return (int) Math.clamp(bytes, LEAST, MOST) - AROUND;
    }

    /// Whether so much can be shown at once, rather than piece by piece.
    boolean isWhole(int bytes) {
        return silent || bytes <= WHOLE * (frame() + AROUND);
    }

    /// Whether nothing is on its way.
    boolean isIdle(long now) {
        expire(now);
        return flying.isEmpty();
    }

    /// Whether it should be tried out how long the terminal takes to answer.
    boolean wantsTry(long now) {
        return !silent && flying.isEmpty() && (triedAt == 0 || now - triedAt > STALE);
    }

    /// The terminal was asked with nothing before.
    void tried(int bytes, long now) {
        triedAt = now;
        flying.add(new Sent(bytes, now, /* tries= */ true));
        inFlight += bytes;
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
            flying.add(new Sent(bytes, now, /* tries= */ false));
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
        if (taken.tries) {
            shortest = nanos;
        } else {
            shortest = Math.min(shortest, nanos);
            measure(taken, now);
            adapt(taken, nanos - shortest);
        }
        answeredAt = now;
    }

    /// The line was busy with it from when it could get there, or was through with what was before.
    private void measure(Sent taken, long now) {
        long busy = Math.max(now - Math.max(taken.at + shortest, answeredAt), MOMENT);
        double measured = taken.bytes * SECOND / busy;
        double news = NEWS * Math.min(taken.bytes / NEWS_BYTES, 1);
        rate = rate == 0 ? measured : rate + news * (measured - rate);
    }

    /// @param waited for how long it kept others waiting
    private void adapt(Sent taken, long waited) {
        double fitting = rate * (BUSY + shortest) / SECOND;
        double next =
                waited > BUSY
                        ? Math.min((double) window * BUSY / waited, fitting)
                        : Math.min(window + taken.bytes, fitting);
        window = (int) Math.clamp(next, LEAST, MOST);
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
