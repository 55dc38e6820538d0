package chatbois.client.session;

import java.time.Duration;
import java.util.random.RandomGenerator;

/// How long to wait before the next try: twice as long each time, from 0.3 s to 30 s, shortened by
/// up to half at random, so that a thousand clients don't come back in the same instant. Not
/// thread-safe.
final class Backoff {
    private static final long FIRST_MILLIS = 300;
    private static final long MOST_MILLIS = 30_000;

    private final RandomGenerator random;
    private int tries;

    Backoff(RandomGenerator random) {
        this.random = random;
    }

    Duration next() {
        long whole = after(tries++).toMillis();
        return Duration.ofMillis(whole / 2 + random.nextLong(whole / 2 + 1));
    }

    void reset() {
        tries = 0;
    }

    /// The whole wait after so many tries, from 0.
    static Duration after(int tries) {
        return Duration.ofMillis(Math.min(FIRST_MILLIS << Math.min(tries, 16), MOST_MILLIS));
    }
}
