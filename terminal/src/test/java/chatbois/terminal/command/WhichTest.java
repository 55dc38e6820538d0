package chatbois.terminal.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

/// How files of messages are counted in what is typed.
class WhichTest {
    private static Which of(String... words) {
        return Which.of(List.of(words), Verb.SAVE);
    }

    private static Which which(String message, int which, boolean dotted, String rest) {
        return new Which(Numbered.of(message), which, dotted, rest);
    }

    @Test
    void a_message_stands_for_all_of_its_files() {
        assertThat(of()).isEqualTo(which("", 0, false, ""));
        assertThat(of("#12")).isEqualTo(which("#12", 0, false, ""));
        assertThat(of("all")).isEqualTo(which("", 0, false, ""));
        assertThat(of("#12", "all")).isEqualTo(which("#12", 0, false, ""));
        assertThat(of("#12", "~/x")).isEqualTo(which("#12", 0, false, "~/x"));
    }

    @Test
    void one_is_named_with_a_dot_or_a_blank() {
        assertThat(of("#12.2", "~/x")).isEqualTo(which("#12", 2, true, "~/x"));
        assertThat(of("#12", "2", "~/x")).isEqualTo(which("#12", 2, false, "~/x"));
        assertThat(of("2")).isEqualTo(which("", 2, false, ""));
        assertThat(of("#12.2", "2")).isEqualTo(which("#12", 2, true, "2"));
        assertThat(of("#12", "999999999999").which()).isGreaterThan(10);
    }

    @Test
    void no_number_becomes_the_name_of_a_file() {
        for (String wrong : List.of("#7.x", "#7x", "#7.2.1", "#-4")) {
            assertThatThrownBy(() -> of(wrong)).isInstanceOf(WrongUsage.class);
        }
        assertThatThrownBy(() -> of("a", "b")).isInstanceOf(WrongUsage.class);
        assertThatThrownBy(() -> of("#1", "#2")).isInstanceOf(WrongUsage.class);
        for (List<String> nought : List.of(List.of("0"), List.of("#7", "00"), List.of("#7.0"))) {
            assertThatThrownBy(() -> Which.of(nought, Verb.SAVE))
                    .hasMessageContaining("counted from 1: #7.1 is the first");
        }
    }

    @Test
    void one_is_described_by_the_number_of_its_message() {
        assertThat(Described.of("#12 a cat"))
                .contains(new Described(which("#12", 0, false, ""), "a cat"));
        assertThat(Described.of("#12.3 2 cats"))
                .contains(new Described(which("#12", 3, true, ""), "2 cats"));
        assertThat(Described.of("#12 -")).contains(new Described(of("#12"), ""));
        assertThat(Described.of("where we cook")).isEmpty();
        assertThatThrownBy(() -> Described.of("#12.3"))
                .hasMessageContaining("/describe #12.3 WORDS");
    }
}
