package chatbois.protocol.name;

import static org.assertj.core.api.Assertions.assertThat;

import com.ibm.icu.lang.UCharacter;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NameKeyTest {
    @ParameterizedTest
    @CsvSource({
        "anna, ANNA",
        "Straße, STRASSE",
        "STRAẞE, strasse",
        "σίσυφος, ΣΊΣΥΦΟΣ",
        "ΣΊΣΥΦΟΣ, σίσυφοσ",
        "istanbul, ISTANBUL",
        "ıstanbul, İstanbul",
        "МАРИЯ, мария",
        "Ꭰꭱ, ꭰꭱ",
        "éa, e\u0301A",
        "ｆｕｌｌ, full",
    })
    void spellings_of_one_name_have_one_key(String one, String other) {
        assertThat(key(one)).isEqualTo(key(other));
    }

    @ParameterizedTest
    @CsvSource({"anna, änna", "anna, ana", "i, j", "a-b, a_b", "paypal, раура", "o, 0"})
    void names_have_keys_of_their_own(String one, String other) {
        assertThat(key(one)).isNotEqualTo(key(other));
    }

    /// Save İ, which Unicode folds to an i with a second, hidden dot: no name may have that.
    @Test
    void characters_that_unicode_folds_together_have_one_key() {
        assertThat(Alphabet.codePoints().mapToObj(Character::toString))
                .filteredOn(text -> !NameKey.fold(foldOfIcu(text)).equals(NameKey.fold(text)))
                .containsExactly("İ");
    }

    @Test
    void no_other_characters_than_the_turkish_ones_are_folded_further() {
        assertThat(Alphabet.codePoints().mapToObj(Character::toString))
                .filteredOn(text -> !foldOfIcu(NameKey.fold(text)).equals(foldOfIcu(text)))
                .containsExactly("İ", "ı");
    }

    @Test
    void folding_twice_is_folding_once() {
        assertThat(Alphabet.codePoints().mapToObj(Character::toString).map(NameKey::fold))
                .filteredOn(folded -> !NameKey.fold(folded).equals(folded))
                .isEmpty();
    }

    @Test
    void the_key_does_not_depend_on_the_locale() {
        var before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.of("tr"));
            assertThat(key("TITLE").value()).isEqualTo("title");
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void a_chat_has_one_key_however_it_is_spelt() {
        assertThat(NameKey.of(ChatName.parse("#Off Topic")))
                .isEqualTo(NameKey.of(ChatName.parse("off  TOPIC")));
    }

    private static NameKey key(String name) {
        return NameKey.of(MemberName.parse(name));
    }

    private static String foldOfIcu(String text) {
        return UCharacter.foldCase(text, true);
    }
}
