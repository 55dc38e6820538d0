package chatbois.terminal.markup;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

final class MarkupTest {
    @Test
    void signs_around_words_say_how_they_look() {
        assertThat(shown("*bold* and **bold**")).isEqualTo("<BOLD:bold> and <BOLD:bold>");
        assertThat(shown("_italic_, ~~struck~~")).isEqualTo("<ITALIC:italic>, <STRUCK:struck>");
        assertThat(shown("a `code *x*` b")).isEqualTo("a <CODE:code *x*> b");
        assertThat(shown("``a ` b``")).isEqualTo("<CODE:a ` b>");
        assertThat(shown("*bold _and italic_*")).isEqualTo("<BOLD:bold ><BOLD+ITALIC:and italic>");
        assertThat(shown("(*yes*)! \"_no_\"")).isEqualTo("(<BOLD:yes>)! \"<ITALIC:no>\"");
        assertThat(shown("これは*強調*です")).isEqualTo("これは<BOLD:強調>です");
        assertThat(shown("*Anna*'s")).isEqualTo("<BOLD:Anna>'s");
        assertThat(shown("*:tada:*")).isEqualTo("<BOLD::tada:>");
    }

    @Test
    void what_only_looks_like_signs_stays_as_it_was_typed() {
        for (String text :
                List.of(
                        "snake_case_names and __init__.py",
                        "2*3*4, 2 * 3 * 4, 2**3",
                        "*.java and *.kt, src/*.c and test/*.c, **/*.md",
                        "^_^ -_- >_< *_* T_T o_O :* and *",
                        "¯\\_(ツ)_/¯",
                        "/usr/_local_/x and C:\\_a_\\b",
                        "SELECT * FROM a, count(*), b",
                        "an *open one",
                        "closed* only",
                        "~one~ ~~~three~~~",
                        "`open",
                        "a ``b`",
                        "*́a*",
                        ">_< no quote",
                        "-1 is no item",
                        "```\nopen")) {
            assertThat(shown(text)).isEqualTo(text);
        }
    }

    @Test
    void a_backslash_makes_a_sign_a_mere_sign() {
        assertThat(shown("\\*not bold\\*")).isEqualTo("*not bold*");
        assertThat(shown("\\`not code\\`")).isEqualTo("`not code`");
        assertThat(shown("C:\\temp\\x \\\\server")).isEqualTo("C:\\temp\\x \\\\server");
    }

    @Test
    void addresses_are_links_and_nothing_inside_of_them_is_a_sign() {
        assertThat(shown("see http://x.org/_y_/*z*."))
                .isEqualTo("see <LINK:http://x.org/_y_/*z>*.");
        assertThat(shown("(https://x.org/a_(b))")).isEqualTo("(<LINK:https://x.org/a_(b)>)");
        assertThat(shown("mailto:a@b.c, http:// xhttp://a"))
                .isEqualTo("<LINK:mailto:a@b.c>, http:// xhttp://a");
        assertThat(Link.target("https://x.org/a?b=c#d")).contains("https://x.org/a?b=c#d");
        for (String hiding :
                List.of(
                        "http://good.org@evil.org",
                        "http://ex\u0430mple.org",
                        "javascript:x",
                        "http:// x")) {
            assertThat(Link.target(hiding)).as(hiding).isEmpty();
        }
        assertThat(Link.target("http://x.org/" + "a".repeat(3_000))).isEmpty();
    }

    @Test
    void lines_may_be_quotes_and_items() {
        assertThat(Markup.of("> > - a\n>\n12. b").lines())
                .containsExactly(
                        new Line.Words(
                                "> > - ", 2, "- ", List.of(new Span("a", java.util.Set.of()))),
                        new Line.Words(">", 1, "", List.of()),
                        new Line.Words(
                                "12. ", 0, "12. ", List.of(new Span("b", java.util.Set.of()))));
    }

    @Test
    void code_between_fences_is_coloured_and_nothing_else() {
        String text = "```java\nint *x* = 1; // \"no\"\n```\nafter";
        assertThat(shown(text))
                .isEqualTo(
                        "```java\n<CODE+KEYWORD:int><CODE: *x* = ><CODE+NUMBER:1><CODE:; >"
                                + "<CODE+COMMENT:// \"no\">\n```\nafter");
        assertThat(shown("````\n```\n````")).isEqualTo("````\n<CODE:```>\n````");
        assertThat(shown("```brainfuck\n+ int\n```")).contains("<CODE:+ int>");
        assertThat(shown("```diff\n+a\n-b\n c\n```"))
                .contains("<CODE+ADDED:+a>\n<CODE+REMOVED:-b>\n<CODE: c>");
    }

    @Test
    void comments_and_strings_may_go_over_lines() {
        assertThat(shown("```c\n/* a\nb */ 'x' \"\\\"\" 7\n```"))
                .contains("<CODE+COMMENT:/* a>\n<CODE+COMMENT:b */>")
                .contains("<CODE+STRING:'x'>")
                .contains("<CODE+STRING:\"\\\"\">")
                .contains("<CODE+NUMBER:7>");
        assertThat(shown("```py\nx = 0.7.\n```")).contains("<CODE+NUMBER:0.7><CODE:.>");
        assertThat(shown("```yaml\na: don't # b\nc: \"d\"\n```"))
                .contains("<CODE+KEYWORD:a><CODE:: don't ><CODE+COMMENT:# b>")
                .contains("<CODE+STRING:\"d\">");
        assertThat(shown("```json\n{\"a\": \"b\"}\n```"))
                .contains("<CODE+KEYWORD:\"a\"><CODE:: ><CODE+STRING:\"b\">");
        assertThat(shown("```html\n<b>x</b>\n```"))
                .contains("<CODE+KEYWORD:<b>><CODE:x><CODE+KEYWORD:</b>>");
    }

    @Test
    void no_character_is_ever_lost_and_no_text_takes_long() {
        Random random = new Random(7);
        String alphabet = "*_~`\\>-1. \n\n ab😀:/h'\"#<&";
        for (int i = 0; i < 5_000; i++) {
            StringBuilder text = new StringBuilder();
            for (int j = random.nextInt(60); j > 0; j--) {
                String piece = "http://,```,**,~~,̈,java,日".split(",")[random.nextInt(7)];
                int at = random.nextInt(alphabet.length());
                text.append(random.nextInt(4) == 0 ? piece : alphabet.substring(at, at + 1));
            }
            assertThat(whole(text.toString())).isEqualTo(text.toString());
        }
        for (String hostile :
                List.of("*_", "`", "~~*", "```\n", "\\*", "> ", "(", "'\\", "*a ", "h")) {
            for (String head : List.of("", "```java\n", "```yaml\n", "```py\n", "```xml\n")) {
                String text = head + hostile.repeat(100_000 / hostile.length()) + "\n```";
                assertThat(whole(text)).isEqualTo(text);
            }
        }
    }

    private static String whole(String text) {
        return Markup.of(text).lines().stream().map(Line::text).collect(Collectors.joining("\n"));
    }

    private static String shown(String text) {
        return Markup.of(text).lines().stream()
                .map(line ->
                        switch (line) {
                            case Line.Words words -> words.lead() + shown(words.spans());
                            case Line.Code(List<Span> spans) -> shown(spans);
                            case Line.Fence(String fence) -> fence;
                        })
                .collect(Collectors.joining("\n"));
    }

    private static String shown(List<Span> spans) {
        return spans.stream()
                .filter(span -> !span.is(Sort.SIGN))
                .map(span ->
                        span.sorts().isEmpty()
                                ? span.text()
                                : "<"
                                        + span.sorts().stream()
                                                .sorted()
                                                .map(Sort::name)
                                                .collect(Collectors.joining("+"))
                                        + ":"
                                        + span.text()
                                        + ">")
                .collect(Collectors.joining());
    }
}
