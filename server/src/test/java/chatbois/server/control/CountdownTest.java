package chatbois.server.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import chatbois.log.MemberId;
import chatbois.protocol.view.PlannedEnd;
import chatbois.server.journal.Journal;
import java.io.OutputStream;
import java.io.PrintStream;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/// When the server ends.
class CountdownTest {
    private final Clock clock = Clock.systemUTC();
    private final Countdown countdown =
            new Countdown(
                    clock, new Journal(new PrintStream(OutputStream.nullOutputStream()), clock));

    @Test
    void an_end_whose_time_has_come_comes() throws Exception {
        PlannedEnd end = end("now");
        countdown.resume(Optional.of(end));
        assertThat(countdown.over().get(20, TimeUnit.SECONDS)).isEqualTo(end);
        countdown.close();
    }

    @Test
    void an_end_that_is_planned_while_the_server_ends_harms_nobody() {
        countdown.close();
        assertThatCode(() -> countdown.resume(Optional.of(end("again"))))
                .doesNotThrowAnyException();
        assertThat(countdown.over()).isNotDone();
    }

    private PlannedEnd end(String reason) {
        return new PlannedEnd(MemberId.SERVER, clock.millis(), /* restart= */ false, reason);
    }
}
