package chatbois.terminal.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// How long something holds, as it is typed.
class TermTest {
    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

    @Test
    void a_length_comes_first_and_the_reason_behind_it() {
        Term term = Term.parse(List.of("2h", "much", "spam"), NOW);
        assertThat(term.until()).isEqualTo(NOW.plus(Duration.ofHours(2)).toEpochMilli());
        assertThat(term.reason()).isEqualTo("much spam");
    }

    @Test
    void without_a_length_it_is_for_ever() {
        assertThat(Term.parse(List.of(), NOW)).isEqualTo(new Term(0, ""));
        assertThat(Term.parse(List.of("spam", "7d"), NOW)).isEqualTo(new Term(0, "spam 7d"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "-1",
                "0",
                "0d",
                "7",
                "9999999d",
                "1.5h",
                "10min",
                "+3d",
                "2H",
                "2h30m",
                "1d12h",
                "٣٠m",
                "30m:"
            })
    void what_is_nearly_a_length_is_no_reason(String typed) {
        assertThatThrownBy(() -> Term.parse(List.of(typed, "spam"), NOW))
                .isInstanceOf(WrongUsage.class)
                .hasMessageStartingWith(typed + " is no length");
    }
}
