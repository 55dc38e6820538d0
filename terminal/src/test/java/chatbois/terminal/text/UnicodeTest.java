package chatbois.terminal.text;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Clusters and widths beside the data of Unicode: GraphemeBreakTest.txt of Unicode 17.0, and all
/// emoji up to Unicode 16.0, which is what JDK 25 knows.
final class UnicodeTest {
    /// What Unicode 17.0 sees otherwise than the 16.0 of the JDK: it joins the consonants of more
    /// scripts (Myanmar, Khmer, Balinese), and U+2701 is no longer kept free for an emoji.
    private static final Set<String> NEWER_THAN_THE_JDK =
            Set.of(
                    "÷ 2701 × 200D ÷ 2701 ÷",
                    "÷ 1019 × 1039 × 1018 ÷ 102C × 1037 ÷",
                    "÷ 1004 × 103A × 1039 × 1011 × 1039 × 1011 ÷",
                    "÷ 1B12 × 1B01 ÷ 1B32 × 1B44 × 1B2F ÷ 1B32 × 1B44 × 1B22 × 1B44 × 1B2C ÷ 1B32 ×"
                            + " 1B44 × 1B22 × 1B38 ÷",
                    "÷ 179F × 17D2 × 178F × 17D2 × 179A × 17B8 ÷",
                    "÷ 1B26 ÷ 1B17 × 1B44 × 1B13 ÷",
                    "÷ 1B27 ÷ 1B13 × 1B44 × 1B0B ÷ 1B0B × 1B04 ÷",
                    "÷ 1795 × 17D2 × 17AF ÷ 1798 ÷",
                    "÷ 17A0 × 17D2 × 17AB ÷ 1791 × 17D0 ÷ 1799 ÷");

    @Test
    void clusters_begin_and_end_where_unicode_says() throws IOException {
        List<String> tests =
                read("GraphemeBreakTest.txt").lines().filter(l -> l.startsWith("÷")).toList();
        assertThat(tests).hasSize(766);
        List<String> failed = new ArrayList<>();
        for (String test : tests) {
            List<String> clusters = clusters(test);
            if (!Cluster.split(String.join("", clusters)).equals(clusters)) {
                failed.add(test);
            }
        }
        assertThat(failed).containsExactlyInAnyOrderElementsOf(NEWER_THAN_THE_JDK);
    }

    @Test
    void every_emoji_is_one_cluster_of_two_columns_that_no_cleaning_changes() throws IOException {
        List<String> emoji =
                read("/chatbois/terminal/emoji/emoji.txt")
                        .lines()
                        .map(line -> line.split(" ", 2)[0])
                        .flatMap(UnicodeTest::withTones)
                        .toList();
        assertThat(emoji).hasSizeGreaterThan(3_500).doesNotHaveDuplicates();
        for (String one : emoji) {
            assertThat(SafeText.line(one)).as(one).isEqualTo(one);
            List<Cluster> clusters = Cluster.of(one);
            assertThat(clusters).as(one).hasSize(1);
            assertThat(clusters.getFirst().width()).as(one).isEqualTo(2);
            assertThat(clusters.getFirst().risky()).as(one).isTrue();
        }
    }

    @Test
    void rows_hold_all_clusters_and_are_never_too_wide() throws IOException {
        for (String test : read("GraphemeBreakTest.txt").lines().toList()) {
            if (test.startsWith("÷")) {
                List<Cluster> clusters = Cluster.of(String.join("", clusters(test)).repeat(3));
                for (Slice row : Wrap.cells(clusters, 2)) {
                    List<Cluster> shown = row.of(clusters);
                    assertThat(Cluster.width(shown) <= 2 || shown.size() == 1).as(test).isTrue();
                }
            }
        }
    }

    /// The emoji itself, and with each tone of skin if it has any.
    private static Stream<String> withTones(String emoji) {
        int first = emoji.codePointAt(0);
        String rest = emoji.substring(Character.charCount(first));
        boolean toned =
                Character.isEmojiModifierBase(first)
                        && rest.codePoints().noneMatch(Character::isEmojiModifierBase);
        String bare = rest.startsWith("\ufe0f") ? rest.substring(1) : rest;
        Stream<String> tones =
                Stream.of(0x1F3FB, 0x1F3FC, 0x1F3FD, 0x1F3FE, 0x1F3FF)
                        .map(tone -> Character.toString(first) + Character.toString(tone) + bare);
        return toned ? Stream.concat(Stream.of(emoji), tones) : Stream.of(emoji);
    }

    private static List<String> clusters(String test) {
        List<String> clusters = new ArrayList<>();
        for (String part : test.split("÷", -1)) {
            StringBuilder cluster = new StringBuilder();
            for (String hex : part.split("[ ×]+", -1)) {
                if (!hex.isEmpty()) {
                    cluster.appendCodePoint(Integer.parseInt(hex, 16));
                }
            }
            if (!cluster.isEmpty()) {
                clusters.add(cluster.toString());
            }
        }
        return clusters;
    }

    private static String read(String resource) throws IOException {
        try (var file = requireNonNull(UnicodeTest.class.getResourceAsStream(resource))) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
