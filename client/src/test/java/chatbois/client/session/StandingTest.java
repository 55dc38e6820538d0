package chatbois.client.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class StandingTest {
    private final Standing standing = new Standing(Runnable::run);

    @Test
    void who_asks_for_a_try_while_one_is_failing_gets_another() {
        standing.become(new SessionState.Connecting());
        standing.wake();
        standing.become(new SessionState.Stopped("banned"));
        assertThat(standing.isAwake()).isTrue();
        standing.become(new SessionState.Connecting());
        assertThat(standing.isAwake()).isFalse();
        standing.wake();
        standing.become(new SessionState.Waiting(Instant.EPOCH, "no answer"));
        assertThat(standing.isAwake()).isTrue();
    }
}
