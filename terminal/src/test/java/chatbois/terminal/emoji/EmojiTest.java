package chatbois.terminal.emoji;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

final class EmojiTest {
    @Test
    void an_emoji_has_the_names_that_people_know() {
        assertThat(Emoji.byName("tada").orElseThrow().text()).isEqualTo("🎉");
        assertThat(Emoji.byName(":+1:").orElseThrow().text()).isEqualTo("👍");
        assertThat(Emoji.byName("thumbsup").orElseThrow().text()).isEqualTo("👍");
        assertThat(Emoji.byName("Heart").orElseThrow().text()).isEqualTo("❤️");
        assertThat(Emoji.nameOf("❤️")).contains("heart");
    }

    @Test
    void what_is_no_name_is_no_emoji() {
        for (String name : List.of("", ":", "::", "no_such_thing", ":" + "a".repeat(100) + ":")) {
            assertThat(Emoji.byName(name)).as(name).isEmpty();
        }
        assertThat(Emoji.nameOf("x")).isEmpty();
    }

    @Test
    void the_beginning_of_a_name_finds_it_and_short_names_come_first() {
        List<String> found = Emoji.find(":ta", List.of()).stream().map(Emoji::name).toList();
        assertThat(found).startsWith("taco", "tada").contains("tanabata_tree");
        assertThat(Emoji.find("smile", List.of()).getFirst().text()).isEqualTo("😄");
    }

    @Test
    void each_emoji_is_found_once_and_the_list_has_an_end() {
        assertThat(Emoji.find("", List.of())).hasSize(50);
        List<Emoji> hearts = Emoji.find("heart", List.of());
        assertThat(hearts.stream().map(Emoji::text)).doesNotHaveDuplicates();
        assertThat(hearts.getFirst().text()).isEqualTo("❤️");
    }

    @Test
    void those_used_last_come_first_then_the_usual_ones_then_the_others() {
        DearEmoji dear = new DearEmoji();
        assertThat(texts(dear.find("")))
                .startsWith("👍", "❤️", "😂", "🎉", "😮", "😢", "✅", "👀")
                .hasSize(50);
        dear.used("soup :carrot: and :tada:, :no_such_thing: at 10:30:00");
        assertThat(texts(dear.find(""))).startsWith("🎉", "🥕", "👍", "❤️", "😂", "😮");
        assertThat(dear.find("ta").getFirst().name()).isEqualTo("tada");
        assertThat(dear.find("taco").getFirst().name()).isEqualTo("taco");
        assertThat(dear.find("eye").getFirst().name()).isEqualTo("eye");
    }

    private static List<String> texts(List<Emoji> found) {
        return found.stream().map(Emoji::text).toList();
    }

    @Test
    void names_can_be_typed() {
        assertThat(Emoji.all()).hasSizeGreaterThan(2_500);
        assertThat(Emoji.all())
                .allSatisfy(emoji -> {
                    assertThat(emoji.name()).matches("[a-z0-9_+-]{1,63}");
                    assertThat(emoji.text()).isNotBlank();
                });
    }
}
