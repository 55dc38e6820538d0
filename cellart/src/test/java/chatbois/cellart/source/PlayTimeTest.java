package chatbois.cellart.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class PlayTimeTest {
    @Test
    void a_time_is_written_in_seconds_or_as_on_a_clock() {
        Map<String, Integer> times =
                Map.of(
                        "0", 0,
                        "80", 80_000,
                        "10s", 10_000,
                        "12.5", 12_500,
                        "0:02", 2_000,
                        "1:20", 80_000,
                        "1:20.25", 80_250,
                        "90:00", 5_400_000,
                        "1:02:03", 3_723_000);
        times.forEach(
                (typed, millis) -> assertThat(PlayTime.read(typed)).as(typed).isEqualTo(millis));
    }

    @Test
    void what_is_no_time_is_refused_with_a_sentence() {
        List<String> none =
                List.of(
                        "soon", "", "-1", "1:2", "1:60", "1:60:00", "1:20s", "1h", "1e3",
                        "9999999");
        for (String typed : none) {
            assertThatThrownBy(() -> PlayTime.read(typed))
                    .as(typed)
                    .hasMessageStartingWith("A time is written as 80, 80s, 1:20 or 1:02:03, not ");
        }
    }

    @Test
    void it_is_shown_as_on_a_clock() {
        assertThat(PlayTime.word(42_500)).isEqualTo("0:42");
        assertThat(PlayTime.word(3_723_000)).isEqualTo("1:02:03");
    }
}
