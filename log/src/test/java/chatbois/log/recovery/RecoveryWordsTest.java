package chatbois.log.recovery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RecoveryWordsTest {
    private static final RecoveryWords SOME = RecoveryWords.ofSeed(randomSeed(new Random(7)));

    /// Of the other words for a place, one in so many is tried.
    private static final int EVERY = 8;

    @Test
    void every_seed_comes_back_from_its_words() {
        var random = new Random(1);
        for (int i = 0; i < 1_000; i++) {
            byte[] seed = randomSeed(random);
            var words = RecoveryWords.ofSeed(seed).words();
            assertThat(words).hasSize(RecoveryWords.COUNT);
            assertThat(parsed(words)).isEqualTo(seed);
        }
    }

    /// The numbers are those of BIP 39's test vectors, whose list has "abandon ... art" there.
    @Test
    void the_layout_is_the_one_of_bip_39() {
        assertThat(numbers(seedOf(0x00))).startsWith(0, 0).endsWith(0, 102);
        assertThat(numbers(seedOf(0x7F))).startsWith(1019, 2015, 1790).endsWith(2031, 1815);
        assertThat(numbers(seedOf(0x80))).startsWith(1028, 32, 257).endsWith(189);
        assertThat(numbers(seedOf(0xFF))).startsWith(2047, 2047).endsWith(2047, 1967);
    }

    @Test
    void seeds_that_begin_with_zeros_or_ones_come_back() {
        for (int value : new int[] {0, 1, 0x7F, 0x80, 0xFF}) {
            byte[] seed = new byte[RecoveryWords.SEED_LENGTH];
            seed[31] = (byte) value;
            assertThat(parsed(RecoveryWords.ofSeed(seed).words())).isEqualTo(seed);
            assertThat(parsed(RecoveryWords.ofSeed(seedOf(value)).words()))
                    .isEqualTo(seedOf(value));
        }
    }

    @Test
    void words_may_be_typed_in_many_ways() {
        var words = SOME.words();
        assertThat(
                        Stream.of(
                                String.join("\t ", words).toUpperCase(Locale.ROOT),
                                "\uFEFF" + String.join("\r\n", words) + "\n\n",
                                String.join(", ", words),
                                numbered(words, "%d. %s "),
                                numbered(words, "%d)%s\n"),
                                words.stream()
                                        .map(word -> word.substring(0, 4))
                                        .collect(Collectors.joining(" "))))
                .allSatisfy(text ->
                        assertThat(RecoveryWords.parse(text).seed()).isEqualTo(SOME.seed()));
    }

    @Test
    void a_recovery_file_comes_back_whatever_its_heading() {
        String file = SOME.toFileText("Recovery words of anna's place\nzebra zebra\n\n# secret");
        assertThat(RecoveryWords.parse(file).seed()).isEqualTo(SOME.seed());
        assertThat(RecoveryWords.parse("\uFEFF" + file).seed()).isEqualTo(SOME.seed());
        assertThat(file.lines().limit(5))
                .containsExactly(
                        "# Recovery words of anna's place", "# zebra zebra", "#", "# # secret", "");
        assertThat(file.lines().skip(5)).hasSize(6).allMatch(line -> line.length() < 60);
        assertThat(file).contains(" 1. " + SOME.words().getFirst()).contains("24. ");
    }

    @Test
    void no_two_neighbours_can_change_places() {
        for (int at = 0; at < RecoveryWords.COUNT - 1; at++) {
            var words = new ArrayList<>(SOME.words());
            Collections.swap(words, at, at + 1);
            assertThatThrownBy(() -> parsed(words)).hasMessageContaining("don't belong together");
        }
    }

    @Test
    void another_word_in_any_place_is_found_out_255_times_of_256() {
        long changes = RecoveryWords.COUNT * WordList.SIZE / EVERY;
        long unnoticed =
                IntStream.range(0, RecoveryWords.COUNT)
                        .mapToLong(RecoveryWordsTest::unnoticedChanges)
                        .sum();
        assertThat(unnoticed).isBetween(changes / 350, changes / 200);
    }

    @Test
    void an_unknown_word_is_named_by_its_position_and_the_nearest_is_suggested() {
        assertIsRefused(
                with(4, "applle"), "Word 5 is not a recovery word. Did you mean \"apple\"?");
        assertIsRefused(with(23, "yelolw"), "Word 24 ", "\"yellow\"");
        assertIsRefused(with(0, "yel"), "Word 1 ");
        assertIsRefused(with(9, "yellowish"), "Word 10 ");
        assertIsRefused(with(0, "qqqqqqqq"), "Word 1 ", "Look at how you wrote it down.");
        assertIsRefused(with(0, "q".repeat(10_000)), "Word 1 ", "Look at how you wrote it down.");
        assertIsRefused(with(0, "\u00E4pple"), "Word 1 ", "\"apple\"");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 23, 25, 48})
    void another_number_of_words_is_refused(int count) {
        var words = Stream.generate(() -> "zebra").limit(count).toList();
        assertIsRefused(words, "24 recovery words, and here are " + count);
    }

    @Test
    void what_is_too_long_is_refused_at_once() {
        assertIsRefused(List.of("zebra ".repeat(10_000_000)), "too long");
    }

    @Test
    void a_refusal_repeats_no_word() {
        for (var words :
                List.of(with(4, "qxqxqx"), with(4, "zebra"), SOME.words().subList(0, 23))) {
            assertThatThrownBy(() -> parsed(words))
                    .isInstanceOf(InvalidRecoveryWords.class)
                    .message()
                    .satisfies(message ->
                            assertThat(message.split("\\W+", -1))
                                    .doesNotContainAnyElementsOf(words));
        }
    }

    @Test
    void nobody_gets_at_the_secret_by_chance() {
        assertThat(SOME).hasToString("RecoveryWords[secret]");
        SOME.seed()[0]++;
        byte[] seed = SOME.seed();
        var same = RecoveryWords.ofSeed(seed);
        seed[0]++;
        assertThat(same.seed()).isEqualTo(SOME.seed());
    }

    @Test
    void a_seed_has_32_bytes() {
        assertThatThrownBy(() -> RecoveryWords.ofSeed(new byte[31]))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static long unnoticedChanges(int at) {
        String right = SOME.words().get(at);
        return IntStream.iterate(at, number -> number < WordList.SIZE, number -> number + EVERY)
                .mapToObj(WordList::word)
                .filter(word -> !word.equals(right) && isAccepted(with(at, word)))
                .count();
    }

    private static boolean isAccepted(List<String> words) {
        try {
            return parsed(words).length > 0;
        } catch (InvalidRecoveryWords e) {
            return false;
        }
    }

    private static void assertIsRefused(List<String> words, String... reasons) {
        assertThatThrownBy(() -> parsed(words))
                .isInstanceOf(InvalidRecoveryWords.class)
                .hasMessageContainingAll(reasons);
    }

    private static List<String> with(int at, String word) {
        var words = new ArrayList<>(SOME.words());
        words.set(at, word);
        return words;
    }

    private static byte[] parsed(List<String> words) {
        return RecoveryWords.parse(String.join(" ", words)).seed();
    }

    private static String numbered(List<String> words, String format) {
        return IntStream.range(0, words.size())
                .mapToObj(at -> format.formatted(at + 1, words.get(at)))
                .collect(Collectors.joining());
    }

    private static List<Integer> numbers(byte[] seed) {
        return RecoveryWords.ofSeed(seed).words().stream().map(WordList::number).toList();
    }

    private static byte[] seedOf(int value) {
        byte[] seed = new byte[RecoveryWords.SEED_LENGTH];
        Arrays.fill(seed, (byte) value);
        return seed;
    }

    private static byte[] randomSeed(Random random) {
        byte[] seed = new byte[RecoveryWords.SEED_LENGTH];
        random.nextBytes(seed);
        return seed;
    }
}
