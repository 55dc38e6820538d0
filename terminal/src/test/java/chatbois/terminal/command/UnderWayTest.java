package chatbois.terminal.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
@SuppressWarnings("NullAway") // no session is asked for anything
class UnderWayTest {
    private static final Spot HERE = new Spot(null, null);
    private static final int TIMES = 1000;

    private final UnderWay underWay = new UnderWay();

    @Test
    void work_is_stopped_also_before_its_thread_has_begun() throws Exception {
        for (int i = 0; i < TIMES; i++) {
            var never = new CountDownLatch(1);
            var outcome =
                    underWay.run(
                            "work",
                            HERE,
                            "stopped",
                            _ -> {
                                never.await();
                                return Outcome.told("done");
                            });
            assertThat(underWay.stop(HERE)).isTrue();
            assertThat(outcome.get()).isEqualTo(Outcome.told("stopped"));
        }
        assertThat(underWay.isSome()).isFalse();
    }

    @Test
    void what_others_see_already_is_not_stopped() throws Exception {
        var seen = new CountDownLatch(1);
        var goOn = new CountDownLatch(1);
        var outcome =
                underWay.run(
                        "work",
                        HERE,
                        "stopped",
                        job -> {
                            job.finish();
                            seen.countDown();
                            goOn.await();
                            return Outcome.told("done");
                        });
        seen.await();
        assertThat(underWay.stop(HERE)).isFalse();
        goOn.countDown();
        assertThat(outcome.get()).isEqualTo(Outcome.told("done"));
    }
}
