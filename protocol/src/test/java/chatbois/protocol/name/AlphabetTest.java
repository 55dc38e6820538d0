package chatbois.protocol.name;

import static org.assertj.core.api.Assertions.assertThat;

import com.ibm.icu.text.SpoofChecker;
import com.ibm.icu.text.SpoofChecker.RestrictionLevel;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AlphabetTest {
    private static final SpoofChecker HIGHLY_RESTRICTIVE =
            new SpoofChecker.Builder()
                    .setRestrictionLevel(RestrictionLevel.HIGHLY_RESTRICTIVE)
                    .setChecks(SpoofChecker.RESTRICTION_LEVEL)
                    .build();

    @Test
    void the_alphabet_is_the_one_of_icu_and_nothing_else_is_in_it() {
        int[] alphabet = NameTables.alphabetOfIcu().toArray();
        assertThat(Alphabet.codePoints().toArray()).isEqualTo(alphabet);
        assertThat(
                        IntStream.rangeClosed(0, Character.MAX_CODE_POINT)
                                .filter(Alphabet::contains)
                                .toArray())
                .isEqualTo(alphabet);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "anna", "Мария", "مريم", "李明", "ひらカタ漢字", "漢字abc", "한글漢字abc", "ㄅㄆ漢abc", "1-2",
                "ユーザー2"
            })
    void scripts_that_are_written_together_may_be_mixed(String text) {
        assertThat(Alphabet.isOfOneScript(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"pаypal", "Αlpha", "аα", "한글ひらがな", "ㄅひ", "مريمanna", "нanna李", "ヘ한"})
    void other_scripts_may_not(String text) {
        assertThat(Alphabet.isOfOneScript(text)).isFalse();
    }

    /// One character of each set of scripts is enough, since nothing else about it is looked at.
    @Test
    void icu_agrees_about_every_mixture_of_three() {
        int[] samples =
                NameTables.alphabet()
                        .lines()
                        .skip(1)
                        .mapToInt(AlphabetTest::firstCodePoint)
                        .toArray();
        for (int a : samples) {
            for (int b : samples) {
                for (int c : samples) {
                    agreesWithIcu(new String(new int[] {a, b, c}, 0, 3));
                }
            }
        }
    }

    @Test
    void icu_agrees_about_longer_mixtures() {
        int[] letters = "azàñжяαωاب李漢ひカー한ㄅกआ19-".codePoints().toArray();
        var random = new Random(1);
        for (int i = 0; i < 50_000; i++) {
            agreesWithIcu(
                    random.ints(4 + random.nextInt(3), 0, letters.length)
                            .mapToObj(at -> Character.toString(letters[at]))
                            .collect(Collectors.joining()));
        }
    }

    private static void agreesWithIcu(String text) {
        if (Alphabet.isOfOneScript(text) == HIGHLY_RESTRICTIVE.failsChecks(text)) {
            throw new AssertionError("ICU does not agree about " + text);
        }
    }

    private static int firstCodePoint(String line) {
        return Integer.parseInt(line.substring(line.indexOf(':') + 2).split("[- ]", 2)[0], 16);
    }
}
