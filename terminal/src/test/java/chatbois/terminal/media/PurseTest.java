package chatbois.terminal.media;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/// What moving pictures may cost.
class PurseTest {
    private static final long MILLI = TimeUnit.MILLISECONDS.toNanos(1);
    private final Purse purse = new Purse();
    private long now = TimeUnit.DAYS.toNanos(1);
    private long spent;

    /// Spends so much for each frame that it lets through, and says how much in all.
    private long spend(int bytesPerFrame, double rate, int milliseconds) {
        long before = spent;
        for (int i = 0; i < milliseconds / 10; i++) {
            now += 10 * MILLI;
            purse.fill(rate, spent, now);
            if (purse.isOpen()) {
                spent += bytesPerFrame;
            }
        }
        return spent - before;
    }

    @Test
    void over_some_seconds_it_is_spent_what_may_be() {
        spend(20_000, 100_000, 1_000);
        assertThat(spend(20_000, 100_000, 10_000)).isBetween(900_000L, 1_100_000L);
    }

    @Test
    void who_needs_less_is_as_exact_as_at_first() {
        double first = purse.thrift();
        spend(100, 100_000, 5_000);
        assertThat(purse.thrift()).isEqualTo(first);
    }

    @Test
    void who_needs_more_becomes_thrifty() {
        double first = purse.thrift();
        spend(20_000, 100_000, 5_000);
        assertThat(purse.thrift()).isGreaterThan(2 * first);
    }
}
