package chatbois.terminal.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class NearTest {
    private static Stream<String> known() {
        return Stream.of("theme", "themes", "thread", "next-chat", "next-unread", "undo");
    }

    @Test
    void what_differs_by_a_letter_or_two_is_near_and_the_nearest_comes_first() {
        assertThat(Near.of("thene", known())).containsExactly("theme");
        assertThat(Near.of("htemes", known())).containsExactly("themes", "theme");
        assertThat(Verb.unknown("raect")).contains("Did you mean /react?");
        assertThat(Near.of("UNOD", known())).containsExactly("undo");
    }

    @Test
    void what_contains_the_word_is_near_but_nothing_else_far_away_is() {
        assertThat(Near.of("next", known())).containsExactly("next-chat", "next-unread");
        assertThat(Near.of("quark", known())).isEmpty();
        assertThat(Near.of("", known())).isEmpty();
    }

    @Test
    void an_unknown_command_is_answered_with_what_may_be_meant() {
        assertThat(Verb.unknown("thene"))
                .isEqualTo("There is no /thene. Did you mean /theme? /help lists what there is.");
        assertThat(Verb.unknown("quark"))
                .isEqualTo("There is no /quark; /help lists what there is.");
    }
}
