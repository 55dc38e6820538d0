package chatbois.terminal.line;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.Semaphore;
import org.junit.jupiter.api.Test;

/// How much waits in line mode.
class BellTest {
    private static final int MOST = 256;

    @Test
    void no_more_is_read_of_a_pipe_than_can_be_done_soon() throws Exception {
        Bell bell = new Bell();
        Semaphore read = new Semaphore(0);
        Thread pipe =
                Thread.ofVirtual()
                        .start(() -> {
                            try {
                                while (true) {
                                    bell.put(new News.Typed("y"));
                                    read.release();
                                }
                            } catch (InterruptedException e) {
                                Thread.currentThread().interrupt();
                            }
                        });
        assertThat(read.tryAcquire(MOST, 10, SECONDS)).isTrue();
        for (int i = 0; i < MOST; i++) {
            assertThat(bell.next(0)).isEqualTo(new News.Typed("y"));
        }
        // Taken out of the bell, but not begun: the pipe still waits.
        assertThat(bell.next(0)).isNull();
        assertThat(read.availablePermits()).isZero();
        bell.begun();
        assertThat(read.tryAcquire(1, 10, SECONDS)).isTrue();
        assertThat(bell.next(0)).isEqualTo(new News.Typed("y"));
        pipe.interrupt();
        pipe.join();
    }
}
