package chatbois.terminal.line;

import static org.assertj.core.api.Assertions.assertThat;

import chatbois.terminal.command.Spot;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

@SuppressWarnings("NullAway") // nobody looks where that is
class MovedTest {
    private static final Spot SPOT = new Spot(null, null);

    private long now = 1_000_000;
    private int rung;
    private final Moved moved =
            new Moved(
                    new Clock() {
                        @Override
                        public Instant instant() {
                            return Instant.ofEpochMilli(now);
                        }

                        @Override
                        public ZoneId getZone() {
                            return ZoneOffset.UTC;
                        }

                        @Override
                        public Clock withZone(ZoneId zone) {
                            return this;
                        }
                    },
                    () -> rung++);

    @Test
    void nothing_is_told_of_a_file_that_is_there_in_a_moment() {
        moved.at(SPOT, "a", "sending a.png", 0, 9);
        assertThat(rung).isEqualTo(1);
        now += 999;
        assertThat(moved.line()).isEmpty();
        moved.over("a");
        now += 60_000;
        assertThat(moved.line()).isEmpty();
        assertThat(moved.due()).isEqualTo(Long.MAX_VALUE);
    }

    @Test
    void of_one_that_takes_longer_it_is_told_at_once_and_then_each_ten_seconds() {
        moved.at(SPOT, "a", "looking at film.mp4", 0, 0);
        assertThat(moved.due()).isEqualTo(now + 1_000);
        now += 1_000;
        assertThat(moved.line()).contains("looking at film.mp4 …");
        moved.at(SPOT, "a", "sending film.mp4", 50_000_000, 200_000_000);
        now += 9_999;
        assertThat(moved.line()).isEmpty();
        now += 1;
        assertThat(moved.line()).contains("sending film.mp4: 25 % of 200 MB.");
        assertThat(rung).isEqualTo(1);
    }

    @Test
    void many_files_give_no_more_lines_than_one() {
        int lines = 0;
        for (int i = 0; i < 20; i++) {
            moved.at(SPOT, "file " + i, "sending", 1, 2);
            now += 1_500;
            lines += moved.line().isPresent() ? 1 : 0;
            moved.over("file " + i);
        }
        assertThat(lines).isEqualTo(3);
    }
}
