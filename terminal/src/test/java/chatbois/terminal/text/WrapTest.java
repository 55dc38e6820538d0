package chatbois.terminal.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class WrapTest {
    @Test
    void text_breaks_between_words() {
        assertThat(Wrap.rows("the quick brown fox", 10)).containsExactly("the quick", "brown fox");
    }

    @Test
    void a_word_longer_than_a_row_breaks_inside() {
        assertThat(Wrap.rows("see abcdefghij now", 5))
                .containsExactly("see", "abcde", "fghij", "now");
    }

    @Test
    void wide_signs_break_anywhere() {
        assertThat(Wrap.rows("ab 漢字漢字", 6)).containsExactly("ab 漢", "字漢字");
    }

    @Test
    void line_breaks_are_kept_even_when_nothing_follows() {
        assertThat(Wrap.rows("a\n\nb\n", 10)).containsExactly("a", "", "b", "");
        assertThat(Wrap.rows("", 10)).containsExactly("");
    }

    @Test
    void spaces_where_a_row_ends_make_no_row_of_their_own() {
        assertThat(Wrap.rows("hello     \nx", 5)).containsExactly("hello", "x");
        assertThat(Wrap.rows("hello     ", 5)).containsExactly("hello");
    }

    @Test
    void a_second_column_goes_on_below_itself() {
        assertThat(Wrap.hanging("  Tab   completes a name; again: the next one", 34))
                .containsExactly("  Tab   completes a name; again:", "        the next one");
        assertThat(Wrap.hanging("  a line that was moved in goes on so", 20))
                .containsExactly("  a line that was", "  moved in goes on", "  so");
        assertThat(Wrap.hanging("the quick brown fox", 10))
                .containsExactly("the quick", "brown fox");
    }

    @Test
    void a_second_column_with_too_little_room_goes_on_nearer_to_the_left() {
        assertThat(Wrap.hanging("/role [MEMBER ROLE]  gives a member a role", 30))
                .containsExactly("/role [MEMBER ROLE]  gives a", "    member a role");
        assertThat(Wrap.hanging("a  b c d", 2)).containsExactly("a", " b", " c", " d");
    }

    @Test
    void indentation_stays_with_its_word() {
        assertThat(Wrap.rows("a\n    bcdefg", 8)).containsExactly("a", "    bcde", "fg");
    }

    @Test
    void a_cluster_wider_than_the_row_stands_alone() {
        assertThat(Wrap.rows("a漢b", 1)).containsExactly("a", "漢", "b");
    }

    @Test
    void no_row_is_too_wide_and_nothing_but_spaces_and_line_breaks_is_lost() {
        for (long seed = 0; seed < 3000; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            String text = Samples.text(random, 20);
            int width = random.nextInt(4, 20);
            List<String> rows = Wrap.rows(text, width);
            assertThat(rows)
                    .allMatch(row -> Cluster.width(row) <= width || Cluster.of(row).size() == 1);
            assertThat(String.join("", rows).replace(" ", ""))
                    .isEqualTo(SafeText.block(text).replaceAll("[ \n]", ""));
        }
    }

    @Test
    void what_does_not_fit_on_one_line_ends_in_an_ellipsis() {
        assertThat(Wrap.ellipsis("hello", 5)).isEqualTo("hello");
        assertThat(Wrap.ellipsis("hello", 4)).isEqualTo("hel…");
        assertThat(Wrap.ellipsis("漢字漢", 4)).isEqualTo("漢…");
        assertThat(Wrap.ellipsis("hello", 1)).isEqualTo("…");
        assertThat(Wrap.ellipsis("hello", 0)).isEmpty();
    }
}
