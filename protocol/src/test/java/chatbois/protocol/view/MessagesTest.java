package chatbois.protocol.view;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import chatbois.log.Bytes32;
import chatbois.protocol.Refused;
import chatbois.protocol.event.Attachment;
import chatbois.protocol.event.EventBody.Message;
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
    void with_a_file_there_need_be_no_text() {
        Attachment file = new Attachment(Bytes32.ZERO, 5, "a.png", "image/png", "A tree.", null);
        assertThatCode(() -> Messages.checkSaid(with("", file))).doesNotThrowAnyException();
        assertThatThrownBy(() -> Messages.checkSaid(with(" ", file))).isInstanceOf(Refused.class);
        assertThatThrownBy(() -> Messages.checkSaid(new Message("", false)))
                .isInstanceOf(Refused.class);
    }

    @Test
    void words_for_a_file_stand_in_one_line_that_is_not_too_long() {
        assertThatCode(() -> Messages.checkAlt("👩\u200d🚀 ".repeat(250)))
                .doesNotThrowAnyException();
        assertThatThrownBy(() -> Messages.checkAlt("x".repeat(1_001)))
                .hasMessageContaining("at most 1,000 characters");
        for (String words : List.of("two\nlines", "\u001b[2J")) {
            assertThatThrownBy(() -> Messages.checkAlt(words))
                    .isInstanceOf(Refused.class)
                    .hasMessageEndingWith("one line without control characters.");
        }
    }

    private static Message with(String text, Attachment file) {
        return new Message(text, false, null, null, null, List.of(file));
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
