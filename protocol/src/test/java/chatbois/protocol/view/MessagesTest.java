package chatbois.protocol.view;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import chatbois.protocol.Refused;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Which texts a message can have.
class MessagesTest {
    @Test
    void what_nobody_can_see_is_refused() {
        for (String empty : List.of("", " ", "\n\t")) {
            assertThatThrownBy(() -> Messages.checkText(empty))
                    .isInstanceOf(Refused.class)
                    .hasMessageContaining("A message needs a text.");
        }
        List<String> unseen =
                List.of(
                        "\u200b",
                        " \u200b\u200d\ufeff ",
                        "\u2060\u00ad",
                        "\u00a0\u2003\u3000",
                        "\u202e",
                        "\ufe0f",
                        "\u3164",
                        "\u2800",
                        "\u034f",
                        "\udb40\udc41");
        for (String text : unseen) {
            assertThatThrownBy(() -> Messages.checkText(text))
                    .as("%x", text.codePointAt(0))
                    .isInstanceOf(Refused.class)
                    .hasMessageContaining("only blanks and invisible characters");
        }
    }

    @Test
    void what_can_be_seen_is_taken_with_whatever_is_around_it() {
        List<String> seen =
                List.of(
                        "a\u200b",
                        "\u0001",
                        ".",
                        "👩\u200d🚀",
                        "🏳️\u200d🌈",
                        "é",
                        "क\u094d",
                        "你",
                        "\u0663",
                        "\ue000",
                        "❤️");
        for (String text : seen) {
            assertThatCode(() -> Messages.checkText(text)).as(text).doesNotThrowAnyException();
        }
    }
}
