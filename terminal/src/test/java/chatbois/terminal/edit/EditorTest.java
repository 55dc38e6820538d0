package chatbois.terminal.edit;

import static org.assertj.core.api.Assertions.assertThat;

import chatbois.terminal.binding.Bindings;
import chatbois.terminal.binding.Stroke;
import chatbois.terminal.key.Key;
import chatbois.terminal.key.Key.Name;
import chatbois.terminal.key.Mods;
import chatbois.terminal.text.Cluster;
import chatbois.terminal.text.Samples;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class EditorTest {
    private final Editor editor = new Editor(1000);

    @Test
    void typed_text_goes_where_the_cursor_is() {
        type("hllo");
        press(Key.ctrl('a'), Key.ctrl('f'), Key.typed('e'), Key.ctrl('e'), Key.typed('!'));
        assertThat(shown()).isEqualTo("hello!|");
        press(Key.named(Name.HOME), Key.named(Name.RIGHT), Key.named(Name.DELETE), Key.ctrl('b'));
        assertThat(shown()).isEqualTo("|hllo!");
    }

    @Test
    void the_cursor_moves_over_whole_clusters() {
        type("a👨\u200d👩\u200d👧e\u0301🇩🇪");
        press(Key.ctrl('b'), Key.ctrl('b'));
        assertThat(shown()).isEqualTo("a👨\u200d👩\u200d👧|e\u0301🇩🇪");
        press(Key.named(Name.BACKSPACE));
        assertThat(shown()).isEqualTo("a|e\u0301🇩🇪");
        press(Key.ctrl('d'), Key.ctrl('f'));
        assertThat(shown()).isEqualTo("a🇩🇪|");
    }

    @Test
    void words_are_crossed_and_cut() {
        type("one, two-three");
        press(Key.alt('b'));
        assertThat(shown()).isEqualTo("one, two-|three");
        press(new Key.Named(Name.LEFT, new Mods(true, false, false)), Key.alt('b'));
        assertThat(shown()).isEqualTo("|one, two-three");
        press(Key.alt('f'), Key.alt('d'));
        assertThat(shown()).isEqualTo("one|-three");
        press(Key.ctrl('e'), Key.ctrl('w'));
        assertThat(shown()).isEqualTo("|");
    }

    @Test
    void what_was_cut_in_a_row_comes_back_as_one() {
        type("one two three");
        press(Key.ctrl('w'), Key.ctrl('w'));
        assertThat(shown()).isEqualTo("one |");
        press(Key.ctrl('a'), Key.ctrl('k'), Key.ctrl('y'), Key.typed('/'));
        assertThat(shown()).isEqualTo("one /|");
        press(Key.ctrl('y'), Key.alt('y'));
        assertThat(shown()).isEqualTo("one /two three|");
        press(Key.typed('x'));
        assertThat(press(editor, Key.alt('y'))).isFalse();
    }

    @Test
    void what_is_put_back_where_there_is_no_room_for_it_can_still_be_replaced() {
        Editor small = new Editor(8);
        press(small, new Key.Paste("abcdef", false));
        press(small, Key.ctrl('u'));
        press(small, new Key.Paste("xy", false));
        press(small, Key.ctrl('w'));
        press(small, new Key.Paste("12345", false));
        press(small, Key.ctrl('y'));
        assertThat(small.draft().text()).isEqualTo("12345xy");
        press(small, Key.alt('y'));
        assertThat(small.draft().text()).isEqualTo("12345abc");
        press(small, Key.alt('y'));
        assertThat(small.draft().text()).isEqualTo("12345xy");
    }

    @Test
    void a_change_can_be_undone_letters_in_a_row_together() {
        type("hello");
        press(Key.ctrl('a'), Key.ctrl('k'));
        assertThat(shown()).isEqualTo("|");
        press(Key.ctrl('_'));
        assertThat(shown()).isEqualTo("|hello");
        press(Key.ctrl('_'), Key.ctrl('_'));
        assertThat(shown()).isEqualTo("|");
        type("bye");
        editor.clear();
        press(Key.ctrl('_'));
        assertThat(shown()).isEqualTo("bye|");
    }

    @Test
    void two_clusters_swap_their_places() {
        type("ab👍🏽");
        press(Key.ctrl('t'));
        assertThat(shown()).isEqualTo("a👍🏽b|");
        press(Key.ctrl('a'), Key.ctrl('t'));
        assertThat(shown()).isEqualTo("|a👍🏽b");
    }

    @Test
    void pasted_lines_stay_in_one_message_and_lose_what_is_harmful() {
        press(new Key.Paste("a\n\u202eb\tc", false));
        press(new Key.Named(Name.ENTER, new Mods(false, true, false)), Key.ctrl('j'));
        assertThat(shown()).isEqualTo("a\n\ufffdb    c\n\n|");
        assertThat(editor.take()).startsWith("a\n");
        assertThat(shown()).isEqualTo("|");
    }

    @Test
    void enter_and_what_others_may_want_are_left_to_them() {
        List<Key> others =
                List.of(
                        Key.named(Name.ENTER),
                        Key.named(Name.TAB),
                        Key.named(Name.ESCAPE),
                        Key.named(Name.UP),
                        Key.named(Name.PAGE_UP),
                        Key.named(Name.F1),
                        Key.ctrl('c'),
                        Key.ctrl('d'),
                        Key.alt('1'),
                        new Key.Focus(true));
        assertThat(others).noneMatch(key -> press(editor, key));
    }

    @Test
    void arrows_move_between_lines_and_then_through_what_was_sent() {
        send("first");
        send("second\nline");
        type("new");
        press(Key.named(Name.UP));
        assertThat(shown()).isEqualTo("second\nline|");
        press(Key.named(Name.UP));
        assertThat(shown()).isEqualTo("seco|nd\nline");
        press(Key.named(Name.UP));
        assertThat(shown()).isEqualTo("first|");
        assertThat(press(editor, Key.named(Name.UP))).isFalse();
        press(Key.named(Name.DOWN), Key.named(Name.DOWN));
        assertThat(shown()).isEqualTo("new|");
        assertThat(press(editor, Key.named(Name.DOWN))).isFalse();
    }

    @Test
    void the_column_is_kept_from_line_to_line_as_far_as_it_goes() {
        press(new Key.Paste("漢字\nabcd\nx", false));
        press(Key.named(Name.UP), Key.ctrl('e'), Key.named(Name.UP));
        assertThat(shown()).isEqualTo("漢字|\nabcd\nx");
        press(Key.ctrl('b'), Key.named(Name.DOWN));
        assertThat(shown()).isEqualTo("漢字\nab|cd\nx");
        press(Key.named(Name.DOWN));
        assertThat(shown()).isEqualTo("漢字\nabcd\nx|");
    }

    @Test
    void there_is_no_more_than_the_limit() {
        Editor small = new Editor(5);
        press(small, new Key.Paste("abc👍🏽", false));
        assertThat(small.draft().text()).isEqualTo("abc");
        assertThat(small.room()).isEqualTo(2);
        press(small, new Key.Paste("defg", false));
        assertThat(small.draft().text()).isEqualTo("abcde");
    }

    @Test
    void a_completion_replaces_what_was_typed() {
        type("hi @al");
        editor.replace(3, "@alice ");
        assertThat(shown()).isEqualTo("hi @alice |");
        press(Key.ctrl('_'));
        assertThat(shown()).isEqualTo("hi @al|");
    }

    @Test
    void the_view_wraps_and_shows_the_rows_around_the_cursor() {
        type("one two three four");
        View view = editor.view(8, 2);
        assertThat(texts(view)).containsExactly("three", "four");
        assertThat(List.of(view.cursorX(), view.cursorY())).containsExactly(4, 1);
        assertThat(view.moreAbove()).isTrue();
        press(Key.ctrl('a'));
        assertThat(texts(editor.view(8, 2))).containsExactly("one two", "three");
        assertThat(editor.view(8, 2).moreBelow()).isTrue();
    }

    @Test
    void the_cursor_is_always_inside_the_view_and_between_clusters() {
        for (long seed = 0; seed < 500; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            Editor any = new Editor(60);
            for (int i = 0; i < 60; i++) {
                press(any, key(random));
                View view = any.view(10, 3);
                assertThat(view.cursorX()).isBetween(0, 9);
                assertThat(view.cursorY()).isBetween(0, view.rows().size() - 1);
                assertThat(view.rows()).hasSizeBetween(1, 3);
                assertThat(any.draft().text().length()).isLessThanOrEqualTo(60);
                assertThat(any.draft().at(any.draft().cursor())).isEqualTo(any.draft());
            }
        }
    }

    private static Key key(SplittableRandom random) {
        return switch (random.nextInt(8)) {
            case 0 -> new Key.Paste(Samples.text(random, 4), false);
            case 1, 2 -> Key.ctrl("abdefhjktuwy_".charAt(random.nextInt(13)));
            case 3 -> Key.alt("bfdy".charAt(random.nextInt(4)));
            case 4 -> Key.named(Name.values()[random.nextInt(Name.values().length)]);
            case 5 -> Key.typed(new int[] {0x200D, 0x301, 0x1F469, 0xFE0F}[random.nextInt(4)]);
            default -> Key.typed('a' + random.nextInt(3));
        };
    }

    private void send(String text) {
        press(new Key.Paste(text, false));
        editor.take();
    }

    private void threeTexts() {
        for (String text : List.of("make tea", "make coffee", "drink tea")) {
            type(text);
            editor.take();
        }
    }

    @Test
    void what_was_typed_before_is_found_by_some_of_it_newest_first() {
        threeTexts();
        type("now");
        press(Key.ctrl('r'));
        type("TEA");
        assertThat(shown()).isEqualTo("drink tea|");
        press(Key.ctrl('r'));
        assertThat(shown()).isEqualTo("make tea|");
        press(Key.ctrl('r'));
        assertThat(shown()).isEqualTo("make tea|");
        assertThat(editor.search().orElseThrow().found()).isFalse();
        assertThat(press(editor, Key.named(Name.ENTER))).isTrue();
        assertThat(shown()).isEqualTo("make tea|");
        assertThat(editor.search()).isEmpty();
        assertThat(press(editor, Key.named(Name.ENTER))).isFalse();
    }

    @Test
    void less_typed_finds_newer_ones_again() {
        threeTexts();
        press(Key.ctrl('r'));
        type("make t");
        assertThat(shown()).isEqualTo("make tea|");
        press(Key.named(Name.BACKSPACE));
        assertThat(shown()).isEqualTo("make coffee|");
    }

    @Test
    void a_search_given_up_leads_back_and_another_key_goes_on_with_what_was_found() {
        threeTexts();
        type("draft");
        press(Key.ctrl('r'));
        type("coffee");
        press(Key.named(Name.ESCAPE));
        assertThat(shown()).isEqualTo("draft|");
        press(Key.ctrl('r'));
        type("coffee");
        press(Key.ctrl('a'));
        assertThat(shown()).isEqualTo("|make coffee");
        assertThat(editor.search()).isEmpty();
    }

    private void type(String text) {
        text.codePoints().forEach(c -> press(Key.typed(c)));
    }

    private static boolean press(Editor editor, Key key) {
        return editor.press(Stroke.of(key), Bindings.STANDARD);
    }

    private void press(Key... keys) {
        for (Key key : keys) {
            assertThat(press(editor, key)).as("%s", key).isTrue();
        }
    }

    private String shown() {
        Draft draft = editor.draft();
        return new StringBuilder(draft.text()).insert(draft.cursor(), '|').toString();
    }

    private static List<String> texts(View view) {
        return view.rows().stream()
                .map(row -> row.stream().map(Cluster::text).collect(Collectors.joining()))
                .toList();
    }
}
