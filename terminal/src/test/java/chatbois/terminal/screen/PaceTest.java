package chatbois.terminal.screen;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/// How much may be on its way to a terminal.
class PaceTest {
    private static final long MILLI = TimeUnit.MILLISECONDS.toNanos(1);
    private final Pace pace = new Pace();
    private long now = TimeUnit.DAYS.toNanos(1);

    /// Keeps a line of so many bytes a second busy for a while.
    private int after(int bytesPerSecond, int milliseconds) {
        long end = now + milliseconds * MILLI;
        while (now < end) {
            if (pace.wantsTry(now)) {
                pace.tried(4, now);
                pace.answered(now + MILLI);
            }
            int bytes = Math.max(pace.room(now), 1);
            pace.sent(bytes, now);
            now += MILLI + bytes * 1_000L * MILLI / bytesPerSecond;
            pace.answered(now);
        }
        return pace.room(now);
    }

    @Test
    void over_a_slow_line_so_little_is_on_its_way_that_a_key_waits_for_hardly_anything() {
        assertThat(after(64 * 1024, 5_000)).isBetween(1024, 64 * 1024 / 20);
        assertThat(pace.rate()).isBetween(50_000.0, 70_000.0);
    }

    @Test
    void a_frame_has_as_many_bytes_as_the_line_takes_in_a_moment() {
        assertThat(pace.frame()).isLessThan(64 * 1024 / 20);
        after(64 * 1024, 5_000);
        assertThat(pace.frame()).isBetween(64 * 1024 / 60, 64 * 1024 / 40);
        assertThat(pace.isWhole(64 * 1024 / 15)).isFalse();
        after(256 * 1024, 5_000);
        assertThat(pace.frame()).isBetween(256 * 1024 / 60, 256 * 1024 / 40);
    }

    @Test
    void a_fast_terminal_gets_whole_pictures() {
        assertThat(after(50_000_000, 1_000)).isGreaterThan(500_000);
    }

    @Test
    void what_comes_late_from_far_away_is_not_slow() {
        for (int i = 0; i < 200; i++) {
            pace.sent(1_000, now);
            now += 200 * MILLI;
            pace.answered(now);
        }
        assertThat(pace.room(now)).isGreaterThan(100_000);
    }

    @Test
    void who_never_answers_is_not_waited_for() {
        pace.sent(2_048, now);
        assertThat(pace.room(now)).isZero();
        assertThat(pace.isBusy(now)).isTrue();
        assertThat(pace.isBusy(now + TimeUnit.SECONDS.toNanos(3))).isFalse();
        assertThat(pace.room(now + TimeUnit.SECONDS.toNanos(3))).isEqualTo(Integer.MAX_VALUE);
        assertThat(pace.asks()).isFalse();
    }

    @Test
    void an_answer_that_nobody_asked_for_changes_nothing() {
        pace.answered(now);
        assertThat(pace.room(now)).isEqualTo(2_048);
    }
}
