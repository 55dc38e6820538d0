package chatbois.terminal.markup;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

final class EmojiNamesTest {
    @Test
    void names_of_emoji_become_emoji() {
        assertThat(EmojiNames.replaced(":tada: *:+1:*, :no_such: :heart:\n> :tada::tada:"))
                .isEqualTo("🎉 *👍*, :no_such: ❤️\n> 🎉🎉");
    }

    @Test
    void what_is_no_name_stays_as_it_is() {
        for (String text :
                List.of(
                        "10:100:30",
                        "a:b:c",
                        "`:tada:`",
                        "```\n:tada:\n```",
                        "http://x.org/:tada:/",
                        ":)",
                        "::",
                        "std::map::tada::x")) {
            assertThat(EmojiNames.replaced(text)).isEqualTo(text);
        }
        assertThat(EmojiNames.replaced("say \\:tada:")).isEqualTo("say :tada:");
    }
}
