package chatbois.protocol.name;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EmojiTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "👍",
                "❤️",
                "👩‍👩‍👧‍👦",
                "👍🏽",
                "🇪🇺",
                "1️⃣",
                "🏴󠁧󠁢󠁥󠁮󠁧󠁿",
                "☺",
                "✅",
                "©",
                "🫨",
                "\uD83E\uDEFF"
            })
    void one_emoji_is_taken_and_so_is_one_of_a_later_unicode(String text) {
        assertThat(new Emoji(text).value()).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "a",
                "1",
                "#",
                "ok",
                "👍👎",
                "👍 ",
                "\u200D",
                "\uFE0F",
                "中",
                "\u202E👍",
                "\uD83D",
                "é",
                "\n",
                "👩‍👩‍👧‍👦‍👩‍👩‍👧‍👦‍👩‍👩‍👧‍👦‍👩‍👩‍👧‍👦‍👩‍👩‍👧‍👦"
            })
    void anything_else_is_refused(String text) {
        assertThatThrownBy(() -> new Emoji(text)).isInstanceOf(InvalidName.class);
    }
}
