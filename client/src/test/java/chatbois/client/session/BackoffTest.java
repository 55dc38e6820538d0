package chatbois.client.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.Test;

class BackoffTest {
    @Test
    void waits_grow_from_a_third_of_a_second_to_half_a_minute() {
        Backoff backoff = new Backoff(new Random(1));
        for (int tries = 0; tries < 50; tries++) {
            Duration whole = Backoff.after(tries);
            assertThat(backoff.next()).isBetween(whole.dividedBy(2), whole);
        }
        assertThat(Backoff.after(0)).isEqualTo(Duration.ofMillis(300));
        assertThat(Backoff.after(1_000_000)).isEqualTo(Duration.ofSeconds(30));
    }

    @Test
    void after_a_good_connection_the_next_wait_is_short_again() {
        Backoff backoff = new Backoff(new Random(1));
        for (int tries = 0; tries < 9; tries++) {
            backoff.next();
        }
        backoff.reset();
        assertThat(backoff.next()).isLessThanOrEqualTo(Duration.ofMillis(300));
    }
}
