package chatbois.terminal.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SafeTextTest {
    private static final char MARK = '\ufffd';

    @ParameterizedTest
    @ValueSource(
            strings = {
                "plain text",
                "naïve Größe",
                "漢字 かな 한글",
                "می\u200cخواهم",
                "क्\u200dष",
                "👨\u200d👩\u200d👧 🇩🇪 1️⃣ 👍🏽 ❤\ufe0f \ud83c\udff3\ufe0f\u200d🌈",
                "e\u0301",
                "葛\udb40\udd00",
                "┌─┐ ⣿ █",
                "\ufffd"
            })
    void honest_text_is_left_alone(String text) {
        assertThat(SafeText.line(text)).isEqualTo(text);
        assertThat(SafeText.block(text)).isEqualTo(text);
    }

    @Test
    void an_escape_sequence_is_shown_instead_of_obeyed() {
        assertThat(SafeText.line("\u001b[2Jhi\u0007\u007f")).isEqualTo("␛[2Jhi␇␡");
        assertThat(SafeText.line("\u009b2J")).isEqualTo(MARK + "2J");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\u202e",
                "\u202a",
                "\u2066",
                "\u2069",
                "\u200e",
                "\u200f",
                "\u061c",
                "\u200b",
                "\ufeff",
                "\u2060",
                "\u00ad",
                "\u2028",
                "\u2029",
                "\u0085",
                "\ue000",
                "\uffff",
                "\ufdd0",
                "\ud800",
                "\udc00",
                "\u3164",
                "\u034f",
                "\udb40\udc41",
                "\udb40\udd00",
                "\ufe0f",
                "\u200d",
                "\u200c",
                "\ufff9",
                "\udbff\udfff"
            })
    void what_hides_or_reorders_text_becomes_a_visible_mark(String hidden) {
        assertThat(SafeText.block("a" + hidden + "b")).isEqualTo("a" + MARK + "b");
    }

    @Test
    void a_run_of_hidden_things_is_one_mark() {
        assertThat(SafeText.line("a" + "\u200b\u202e".repeat(500) + "b"))
                .isEqualTo("a" + MARK + "b");
    }

    @Test
    void line_breaks_of_all_systems_are_one_kind_or_none() {
        assertThat(SafeText.block("a\r\nb\nc\rd")).isEqualTo("a\nb\nc␍d");
        assertThat(SafeText.line("a\r\nb\n")).isEqualTo("a␤b␤");
        assertThat(SafeText.block("\tx")).isEqualTo("    x");
    }

    @Test
    void a_mark_without_a_base_does_not_sit_on_its_neighbour() {
        assertThat(SafeText.block("\u0301a\n\u0301b")).isEqualTo(MARK + "a\n" + MARK + "b");
    }

    @Test
    void piled_up_marks_are_cut_off_visibly() {
        assertThat(SafeText.line("Z" + "\u0301".repeat(1000) + "x"))
                .isEqualTo("Z" + "\u0301".repeat(8) + MARK + "x");
        assertThat(SafeText.line("👩" + "\u200d👩".repeat(100)))
                .isEqualTo("👩" + "\u200d👩".repeat(7) + MARK);
    }

    @Test
    void any_text_comes_out_harmless_and_cleaning_twice_changes_nothing() {
        forManyTexts(text -> {
            String block = SafeText.block(text);
            String line = SafeText.line(text);
            assertThat(line).matches(SafeTextTest::isHarmless).doesNotContain("\n");
            assertThat(block.replace("\n", "")).matches(SafeTextTest::isHarmless);
            assertThat(SafeText.line(line)).isEqualTo(line);
            assertThat(SafeText.block(block)).isEqualTo(block);
            assertThat(SafeText.block(line)).isEqualTo(line);
            assertThat(Cluster.split(block)).allMatch(c -> c.codePointCount(0, c.length()) <= 16);
        });
    }

    @Test
    void every_cluster_of_a_safe_text_is_safe_by_itself() {
        forManyTexts(text ->
                assertThat(Cluster.split(SafeText.block(text)))
                        .allMatch(cluster -> SafeText.block(cluster).equals(cluster)));
    }

    @Test
    void hostile_megabytes_take_no_more_than_linear_time() {
        for (String piece :
                new String[] {"\u0301", "👩\u200d", "\u001b", "\u202e", "\ud83c\udde9", "ᄀ"}) {
            Assertions.assertTimeout(
                    Duration.ofSeconds(5), () -> SafeText.block("x" + piece.repeat(500_000)));
        }
    }

    private static boolean isHarmless(String text) {
        return text.codePoints()
                .noneMatch(c ->
                        Character.isISOControl(c)
                                || c >= 0x202A && c <= 0x202E
                                || c >= 0x2066 && c <= 0x2069
                                || c >= 0x2028 && c <= 0x2029
                                || c == 0x200E
                                || c == 0x200F
                                || c == 0x061C
                                || c == 0x200B
                                || c == 0xFEFF
                                || c >= 0xD800 && c <= 0xDFFF
                                || c >= 0xE0000 && c <= 0xE007F
                                || (c & 0xFFFE) == 0xFFFE);
    }

    private static void forManyTexts(Consumer<String> claim) {
        for (long seed = 0; seed < 5000; seed++) {
            claim.accept(Samples.text(new SplittableRandom(seed), 12));
        }
    }
}
