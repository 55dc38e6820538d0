package chatbois.log.recovery;

import static org.assertj.core.api.Assertions.assertThat;

import chatbois.log.Sha256;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordListTest {
    @Test
    void the_list_has_2048_words_in_order() {
        assertThat(WordList.words()).hasSize(WordList.SIZE).isSorted().doesNotHaveDuplicates();
    }

    /// Who changes the list makes everybody's recovery words worthless.
    @Test
    void the_list_is_frozen() {
        byte[] list = String.join("\n", WordList.words()).getBytes(StandardCharsets.UTF_8);
        assertThat(HexFormat.of().formatHex(Sha256.of(list).bytes()))
                .isEqualTo("5f8921896306e34388058ed4ee9aee67a4b01fe68a89c4e3099b88e0855c50c7");
    }

    @Test
    void words_have_four_to_eight_plain_letters() {
        assertThat(WordList.words()).allMatch(word -> word.matches("[a-z]{4,8}"));
    }

    @Test
    void the_first_four_letters_tell_words_apart() {
        assertThat(WordList.words())
                .extracting(word -> word.substring(0, WordList.LETTERS_THAT_SUFFICE))
                .doesNotHaveDuplicates();
    }

    @Test
    void no_slip_of_the_pen_makes_one_word_another() {
        assertThat(WordList.words()).filteredOn(WordListTest::isOneSlipFromAnother).isEmpty();
    }

    @Test
    void every_word_is_found_by_itself_and_by_its_beginning() {
        for (int number = 0; number < WordList.SIZE; number++) {
            String word = WordList.word(number);
            for (int letters = WordList.LETTERS_THAT_SUFFICE; letters <= word.length(); letters++) {
                assertThat(WordList.number(word.substring(0, letters))).isEqualTo(number);
            }
            assertThat(WordList.number(word.substring(0, 3))).isNegative();
            assertThat(WordList.number(word + "q")).isNegative();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "apple, apple, 0",
        "aple, apple, 1",
        "appple, apple, 1",
        "appla, apple, 1",
        "paple, apple, 1",
        "palpe, apple, 2",
        "'', ab, 2",
        "ab, '', 2",
    })
    void slips_are_letters_more_less_changed_or_swapped(String one, String other, int slips) {
        assertThat(Slips.between(one, other)).isEqualTo(slips);
    }

    private static boolean isOneSlipFromAnother(String word) {
        return WordList.words().stream()
                .filter(other -> Math.abs(other.length() - word.length()) <= 1)
                .anyMatch(other -> other.compareTo(word) < 0 && Slips.between(word, other) == 1);
    }
}
