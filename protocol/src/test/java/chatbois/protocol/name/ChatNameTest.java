package chatbois.protocol.name;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ChatNameTest {
    @ParameterizedTest
    @ValueSource(
            strings = {"general", "Off Topic", "C#", "日本語 の 部屋", "1 + 1 = 2?", "🎉 party", "آشپزی"})
    void a_chat_is_called_what_people_like(String name) {
        assertThat(ChatName.parse(name).value()).isEqualTo(name);
    }

    @ParameterizedTest
    @CsvSource({
        "#general, general",
        "' # general ', general",
        "'off   topic', off topic",
        "cafe\u0301, café",
        "I ❤\uFE0F tea, I ❤ tea",
        "＃wide, ＃wide",
    })
    void what_is_typed_in_another_way_is_the_same_name(String typed, String name) {
        assertThat(ChatName.parse(typed).value()).isEqualTo(name);
    }

    @ParameterizedTest
    @CsvSource({
        "'', can't be empty",
        "#, can't be empty",
        "\uFE0F, can't be empty",
        "##general, can't start with #",
        "a\tb, U+0009",
        "'a\nb', U+000A",
        "a\u001Bb, U+001B",
        "a\u00A0b, U+00A0",
        "a\u00ADb, U+00AD",
        "a\u200Bb, U+200B",
        "a\u202Eb, U+202E",
        "a\u2066b, U+2066",
        "a\u2028b, U+2028",
        "a\u3164b, U+3164",
        "a\uE000b, U+E000",
        "a\uFFFFb, U+FFFF",
        "a\uD800b, U+D800",
        "a\uDB40\uDC41b, U+E0041",
    })
    void is_refused(String name, String reason) {
        assertThatThrownBy(() -> ChatName.parse(name))
                .isInstanceOf(InvalidName.class)
                .hasMessageContaining(reason)
                .hasMessageEndingWith(".");
    }

    @ParameterizedTest
    @ValueSource(strings = {"#a", " a", "a ", "a  b", "e\u0301", "❤\uFE0F"})
    void the_network_has_to_send_names_as_they_are_kept(String text) {
        assertThatThrownBy(() -> new ChatName(text)).isInstanceOf(InvalidName.class);
    }

    @Test
    void a_name_has_at_most_64_characters_of_128_code_points() {
        assertThat(ChatName.parse("🎉".repeat(64)).value()).hasSize(128);
        assertThat(ChatName.parse("🇫🇷".repeat(64)).value()).hasSize(256);
        assertThatThrownBy(() -> ChatName.parse("a".repeat(65))).hasMessageContaining("too long");
        assertThatThrownBy(() -> ChatName.parse("x\u0323\u0331".repeat(43)))
                .hasMessageContaining("too long");
        assertThatThrownBy(() -> ChatName.parse("a".repeat(10_000_000)))
                .hasMessageContaining("too long");
    }
}
