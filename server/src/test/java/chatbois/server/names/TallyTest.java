package chatbois.server.names;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/// Most and latest, in one number.
class TallyTest {
    private static final long NOW = 1_790_000_000_000L;
    private static final long WEEK = Duration.ofDays(7).toMillis();

    private final Tally<String> tally = new Tally<>();

    @Test
    void what_happened_more_often_counts_more() {
        tally.count("anna", NOW);
        tally.count("ben", NOW - 2);
        tally.count("ben", NOW - 1);
        assertThat(tally.best()).containsExactly("ben", "anna");
    }

    @Test
    void it_counts_half_as_much_a_week_later() {
        for (int i = 0; i < 3; i++) {
            tally.count("anna", NOW - 2 * WEEK);
        }
        tally.count("ben", NOW);
        assertThat(tally.best()).containsExactly("ben", "anna");
        tally.count("anna", NOW - 2 * WEEK);
        tally.count("anna", NOW - 2 * WEEK);
        assertThat(tally.best()).containsExactly("anna", "ben");
    }

    @Test
    void the_order_in_which_it_is_told_does_not_matter() {
        Tally<String> other = new Tally<>();
        tally.count("anna", NOW);
        tally.count("anna", NOW - WEEK);
        other.count("anna", NOW - WEEK);
        other.count("anna", NOW);
        assertThat(tally.level("anna")).isEqualTo(other.level("anna"));
    }

    @Test
    void only_a_few_are_kept_but_always_the_latest() {
        for (int i = 0; i < 100; i++) {
            tally.count("regular", NOW);
            tally.count("stranger " + i, NOW - WEEK * 50);
        }
        assertThat(tally.best()).hasSize(16).startsWith("regular").contains("stranger 99");
    }
}
