package chatbois.terminal.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.SplittableRandom;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClusterTest {
    @ParameterizedTest
    @CsvSource({
        "a, 1, false",
        "é, 1, false",
        "e\u0301, 1, true",
        "漢, 2, false",
        "각, 2, false",
        "\u1100\u1161\u11a8, 2, true",
        "ｱ, 1, false",
        "ｶﾞ, 2, true",
        "Ａ, 2, false",
        "😀, 2, true",
        "👨\u200d👩\u200d👧, 2, true",
        "👍🏽, 2, true",
        "🇩🇪, 2, true",
        "🇩, 1, true",
        "1️⃣, 2, true",
        "❤, 1, true",
        "❤\ufe0f, 2, true",
        "क्षि, 3, true",
        "🫩, 2, true",
        "🛘, 2, true",
        "─, 1, false",
        "█, 1, false",
        "⣿, 1, false",
        "→, 1, false",
        "𠀀, 2, true"
    })
    void a_cluster_knows_its_columns_and_whether_terminals_dispute_them(
            String text, int width, boolean risky) {
        assertThat(Cluster.of(text)).containsExactly(new Cluster(text, width, risky));
    }

    @Test
    void clusters_are_what_a_reader_takes_for_one_character() {
        assertThat(texts(Cluster.of("a👨\u200d👩\u200d👧🇩🇪🇫🇷1️⃣e\u0301\n")))
                .containsExactly("a", "👨\u200d👩\u200d👧", "🇩🇪", "🇫🇷", "1️⃣", "e\u0301", "\n");
    }

    @Test
    void clusters_begin_and_end_where_unicode_says_so_from_wherever_they_are_looked_for() {
        for (long seed = 0; seed < 2000; seed++) {
            String text = Samples.text(new SplittableRandom(seed), 12);
            List<String> clusters =
                    Pattern.compile("\\X").matcher(text).results().map(MatchResult::group).toList();
            assertThat(Cluster.split(text)).isEqualTo(clusters);
            int begin = 0;
            for (String cluster : clusters) {
                int end = begin + cluster.length();
                for (int place = begin + 1; place <= end; place++) {
                    assertThat(Cluster.boundaryFrom(text, place)).isEqualTo(end);
                    assertThat(Cluster.boundaryBefore(text, place)).isEqualTo(begin);
                }
                begin = end;
            }
        }
    }

    @Test
    void the_clusters_of_any_text_make_up_the_safe_text() {
        for (long seed = 0; seed < 2000; seed++) {
            String text = Samples.text(new SplittableRandom(seed), 12);
            assertThat(texts(Cluster.of(text)).stream().collect(Collectors.joining()))
                    .isEqualTo(SafeText.block(text));
        }
    }

    @Test
    void a_control_character_gets_into_no_cluster() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Cluster("\u001b", 1, false));
    }

    private static List<String> texts(List<Cluster> clusters) {
        return clusters.stream().map(Cluster::text).toList();
    }

    /// A letter without a column would be drawn nowhere, as if it had not been written.
    @Test
    void all_that_is_shown_takes_a_column() {
        for (String before : List.of(" ", "a", "가", "각", "ᄀ", "ᆨ", "ᆨᅡ", "👍")) {
            StringBuilder text = new StringBuilder();
            for (int c = ' '; c < 0x20000; c++) {
                text.append(before).appendCodePoint(c);
            }
            assertThat(Cluster.of(text.toString()))
                    .as(before)
                    .filteredOn(cluster -> cluster.width() == 0)
                    .isEmpty();
        }
    }
}
