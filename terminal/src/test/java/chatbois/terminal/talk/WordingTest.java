package chatbois.terminal.talk;

import static org.assertj.core.api.Assertions.assertThat;

import chatbois.terminal.cell.Cells;
import chatbois.terminal.cell.Style;
import chatbois.terminal.cell.Style.Attribute;
import java.util.List;
import org.junit.jupiter.api.Test;

final class WordingTest {
    private static final Wording WIDE = new Wording(40, Look.PLAIN, false);

    @Test
    void signs_turn_into_looks() {
        assertThat(shown(WIDE, "*a* _b_ ~~c~~ `d` \\*e\\*")).containsExactly("a b c d *e*");
        assertThat(style(WIDE, "*a*").attributes()).containsExactly(Attribute.BOLD);
        assertThat(style(WIDE, "_a_").attributes()).containsExactly(Attribute.ITALIC);
        assertThat(style(WIDE, "~~a~~").attributes()).containsExactly(Attribute.STRIKE);
        assertThat(style(WIDE, "`a`")).isEqualTo(Look.CODE);
        assertThat(style(WIDE, "http://x.org")).isEqualTo(Look.LINK.link("http://x.org"));
    }

    @Test
    void signs_stay_where_looks_cannot_be_shown() {
        Wording signs = new Wording(40, Look.PLAIN, true);
        String text = "*a* _b_ `d`\n> q\n- i\n```java\nint x;\n```";
        assertThat(shown(signs, text))
                .containsExactly("*a* _b_ `d`", "> q", "- i", "│ ```java", "│ int x;", "│ ```");
    }

    @Test
    void items_and_quotes_hang_under_what_begins_them() {
        Wording narrow = new Wording(12, Look.PLAIN, false);
        assertThat(shown(narrow, "- one two three\n10. one two three"))
                .containsExactly("• one two", "  three", "10. one two", "    three");
        assertThat(shown(narrow, "> one two three\n> - one two three"))
                .containsExactly("▎ one two", "▎ three", "▎ • one two", "▎   three");
        assertThat(shown(narrow, "> > > > one two three"))
                .containsExactly("▎ ▎ ▎ ▎ one two", "three");
    }

    @Test
    void code_keeps_its_spaces_and_goes_on_behind_a_mark() {
        Wording narrow = new Wording(10, Look.PLAIN, false);
        assertThat(shown(narrow, "```\nif  (x)  {\n    日本語\n\n}\n```"))
                .containsExactly("│ if  (x)", "╰  {", "│     日本", "╰ 語", "│", "│ }");
        assertThat(shown(narrow, "```\n```")).hasSize(1);
    }

    @Test
    void what_somebody_does_may_be_formatted_too() {
        assertThat(WIDE.action("ann", Look.PLAIN, "waves *wildly*").size()).isEqualTo(1);
        assertThat(row(WIDE.action("ann", Look.PLAIN, "waves *wildly*").getFirst()))
                .isEqualTo("ann waves wildly");
    }

    private static Style style(Wording wording, String text) {
        return wording.rows(text).getFirst().pieces().getFirst().style();
    }

    private static List<String> shown(Wording wording, String text) {
        return wording.rows(text).stream().map(WordingTest::row).toList();
    }

    private static String row(Row row) {
        Cells cells = new Cells(80, 1);
        row.draw(cells, 0, 0);
        return cells.row(0);
    }
}
