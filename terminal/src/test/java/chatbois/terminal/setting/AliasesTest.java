package chatbois.terminal.setting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AliasesTest {
    private final Aliases aliases =
            new Aliases(
                    Map.of(
                            "hi", "Hello!",
                            "w", "/msg $1 psst: $2-",
                            "all", "/me $* $*",
                            "x", "/w ben",
                            "cost", "It is $5 or $10."));

    @ParameterizedTest
    @CsvSource({
        "/hi, Hello!",
        "/HI, Hello!",
        "/hi there, Hello! there",
        "/w ann one  two, /msg ann psst: one two",
        "/w ann, /msg ann psst:",
        "/all a  b, /me a  b a  b",
        "/x one two, /msg ben psst: one two",
        "/go hi, /go hi",
        "//hi, //hi",
        "hi, hi",
        "/, /",
        "/cost a b c d e, It is e or a0."
    })
    void what_is_typed_stands_for(String typed, String meant) {
        assertThat(aliases.expanded(typed)).isEqualTo(meant);
    }

    @Test
    void nothing_is_done_as_long_as_words_are_missing() {
        assertThatThrownBy(() -> aliases.expanded("/w"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Type /w WORD; it is an alias for: /msg $1 psst: $2-");
        assertThatThrownBy(() -> aliases.expanded("/cost a b c d"))
                .hasMessageStartingWith("Type /cost WORD WORD WORD WORD WORD;");
    }

    @Test
    void a_circle_ends() {
        Aliases circle = new Aliases(Map.of("a", "/b $* $*", "b", "/c $*", "c", "/a $*"));
        assertThatThrownBy(() -> circle.expanded("/a b"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("The alias /a leads in a circle.");
    }

    @Test
    void nothing_grows_without_bounds() {
        Map<String, String> doubling =
                IntStream.range(0, 60)
                        .boxed()
                        .collect(Collectors.toMap(i -> "a" + i, i -> "/a" + (i + 1) + " $* $*"));
        Aliases many = new Aliases(doubling);
        assertThatThrownBy(() -> many.expanded("/a0 " + "x".repeat(1000)))
                .hasMessageContaining("too long");
    }

    @Test
    void is_refused() {
        assertThat(Aliases.obstacle("go", "x", "go"::equals)).isPresent();
        assertThat(Aliases.obstacle("", "x", "go"::equals)).isPresent();
        assertThat(Aliases.obstacle("1a", "x", "go"::equals)).isPresent();
        assertThat(Aliases.obstacle("a b", "x", "go"::equals)).isPresent();
        assertThat(Aliases.obstacle("a", " ", "go"::equals)).isPresent();
        assertThat(Aliases.obstacle("a", "one\ntwo", "go"::equals)).isPresent();
        assertThat(Aliases.obstacle("a", "x".repeat(1001), "go"::equals)).isPresent();
        assertThat(Aliases.obstacle("a", "/go $*", "go"::equals)).isEmpty();
    }

    @Test
    void a_circle_is_told_with_its_way_and_its_lines_and_stands_for_nothing() {
        Config config =
                Config.read(
                        "config.toml",
                        """
                        [aliases]
                        a = "/b $*"
                        hi = "Hello!"
                        b = "/C"
                        c = "/a"
                        me2 = "/me2 too"
                        """,
                        "go"::equals);
        assertThat(config.aliases().texts()).containsOnlyKeys("hi");
        assertThat(config.problems())
                .containsExactlyInAnyOrder(
                        "config.toml, line 2: the alias /a leads in a circle: /a, /b, /c, /a.",
                        "config.toml, line 4: the alias /b leads in a circle: /b, /c, /a, /b.",
                        "config.toml, line 5: the alias /c leads in a circle: /c, /a, /b, /c.",
                        "config.toml, line 6: the alias /me2 leads in a circle: /me2, /me2.");
        assertThat(new Aliases(Map.of("x", "/y", "y", "/y")).circle("x")).isEmpty();
    }

    @Test
    void those_of_the_file_count_unless_they_can_not() {
        Config config =
                Config.read(
                        "config.toml",
                        """
                        [aliases]
                        Hi = "Hello!"
                        go = "/msg $*"
                        n = 5
                        """,
                        "go"::equals);
        assertThat(config.aliases().texts()).containsExactly(Map.entry("hi", "Hello!"));
        assertThat(config.problems())
                .containsExactly(
                        "config.toml, line 3: /go is a command; an alias can't hide it.",
                        "config.toml, line 4: an alias stands for a text in quotes, and there are at"
                                + " most 100.");
    }
}
