package chatbois.server.control;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import java.time.Clock;

/// Counts what was written within the last minute, by seconds. Safe for any thread.
final class Pulse {
    private static final int SECONDS = 60;
    private static final long MILLIS = 1_000;

    private final Clock clock;

    @GuardedBy("this")
    private final long[] counts = new long[SECONDS];

    /// Which second each count is of.
    @GuardedBy("this")
    private final long[] seconds = new long[SECONDS];

    Pulse(Clock clock) {
        this.clock = clock;
    }

    synchronized void add(int events) {
        long now = clock.millis() / MILLIS;
        int place = Math.floorMod(now, SECONDS);
        if (seconds[place] != now) {
            seconds[place] = now;
            counts[place] = 0;
        }
        counts[place] += events;
    }

    synchronized long lastMinute() {
        long now = clock.millis() / MILLIS;
        long sum = 0;
        for (int i = 0; i < SECONDS; i++) {
            sum += seconds[i] > now - SECONDS && seconds[i] <= now ? counts[i] : 0;
        }
        return sum;
    }
}
