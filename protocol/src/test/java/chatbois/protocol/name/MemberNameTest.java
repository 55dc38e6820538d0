package chatbois.protocol.name;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.ibm.icu.text.SpoofChecker;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MemberNameTest {
    /// The end of the third plane, behind which Unicode has no letters yet.
    private static final int LAST_LETTER = 0x3FFFF;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a",
                "7",
                "anna",
                "Anna-Lena",
                "j.r_r.tolkien",
                "Мария",
                "李",
                "مريم",
                "ユーザー2",
                "हिन्दी",
                "สมชาย",
                "Zoë",
                "ʻOkina",
                "x2",
                "José",
                "한글",
                "ბესო",
                "Ελένη"
            })
    void people_of_all_scripts_have_names(String name) {
        assertThat(MemberName.parse(name).value()).isEqualTo(name);
    }

    @ParameterizedTest
    @CsvSource({"' anna\t', anna", "Jose\u0301, José", "ａｎｎａ, anna", "ﬁnn, finn", "Å, Å", "①, 1"})
    void what_is_typed_in_another_way_is_the_same_name(String typed, String name) {
        assertThat(MemberName.parse(typed).value()).isEqualTo(name);
    }

    @ParameterizedTest
    @CsvSource({
        "'', can't be empty",
        "'  ', can't be empty",
        "anna maria, a space",
        "@anna, @",
        "anna!, !",
        "a\u200Bb, U+200B",
        "a\u202Eb, U+202E",
        "a\u0000b, U+0000",
        "😀, 😀",
        "\uD800, U+D800",
        "-anna, start with a letter",
        "_, start with a letter",
        "\u0301a, start with a letter",
        "anna., end with a letter",
        "e\u0323\u0331\u0330\u032D\u0324, too many accents",
        "x\u0323\u0323, too many accents",
        "ali\u0307, a dot that can't be seen",
        "\u0131\u0307, a dot that can't be seen",
        "\u0456\u0307, a dot that can't be seen",
        "i\u0323\u0307, a dot that can't be seen",
        "pаypal, different scripts",
        "1٢, digits of different scripts",
        "all, reserved",
        "ALL, reserved",
        "AIl, reserved",
        "аdmin, different scripts",
        "system, reserved",
    })
    void is_refused(String name, String reason) {
        assertThatThrownBy(() -> MemberName.parse(name))
                .isInstanceOf(InvalidName.class)
                .hasMessageContaining(reason)
                .hasMessageEndingWith(".");
    }

    @Test
    void a_name_may_have_32_characters_64_code_points_and_128_bytes() {
        assertThat(MemberName.parse("a".repeat(32)).value()).hasSize(32);
        assertThat(MemberName.parse("x\u0323".repeat(32)).value()).hasSize(64);
        assertThat(MemberName.parse("𐓘".repeat(32)).value().getBytes(StandardCharsets.UTF_8))
                .hasSize(128);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa",
                "x\u0323\u0331x\u0323\u0331x\u0323\u0331x\u0323\u0331x\u0323\u0331x\u0323\u0331x\u0323\u0331x\u0323"
                        + "\u0331x\u0323\u0331x\u0323\u0331x\u0323\u0331x\u0323\u0331x\u0323\u0331x\u0323\u0331x\u0323"
                        + "\u0331x\u0323\u0331x\u0323\u0331x\u0323\u0331x\u0323\u0331x\u0323\u0331x\u0323\u0331x\u0323\u0331",
                "กี่กี่กี่กี่กี่กี่กี่กี่กี่กี่กี่กี่กี่กี่กี่"
            })
    void a_name_has_no_more(String name) {
        assertThatThrownBy(() -> MemberName.parse(name)).hasMessageContaining("too long");
    }

    @Test
    void a_text_of_any_length_is_refused_at_once() {
        assertThatThrownBy(() -> MemberName.parse("ﷺ".repeat(10_000_000)))
                .hasMessageContaining("too long");
    }

    @Test
    void the_network_has_to_send_names_in_normal_form() {
        assertThatThrownBy(() -> new MemberName("Jose\u0301"))
                .isInstanceOf(InvalidName.class)
                .hasMessageContaining("NFKC");
        assertThatThrownBy(() -> new MemberName(" anna")).isInstanceOf(InvalidName.class);
    }

    @Test
    void a_single_character_is_a_name_when_it_is_a_letter_or_a_digit_of_the_alphabet() {
        assertThat(IntStream.rangeClosed(0, LAST_LETTER).boxed())
                .filteredOn(codePoint -> isNormalName(Character.toString(codePoint)))
                .containsExactlyElementsOf(
                        Alphabet.codePoints().filter(Character::isLetterOrDigit).boxed().toList());
    }

    @Test
    void a_dot_is_refused_wherever_icu_says_it_is_hidden() {
        var icu = new SpoofChecker.Builder().setChecks(SpoofChecker.HIDDEN_OVERLAY).build();
        assertThat(
                        Alphabet.codePoints()
                                .mapToObj(codePoint -> Character.toString(codePoint) + '\u0307'))
                .filteredOn(text -> icu.failsChecks(text) && !text.equals("I\u0307"))
                .hasSizeGreaterThan(20)
                .noneMatch(MemberNameTest::isName);
    }

    @Test
    void whatever_is_typed_is_a_name_or_refused_and_a_name_stays_one() {
        var pieces =
                "aA1-_.éñßжяαςاب李ひカ한ㄅกี่आ्\u0301\u0323\u200D\u202E #@😀\uD83D\u0000ﬁ①İıIl0O"
                        .codePoints()
                        .toArray();
        var random = new Random(1);
        for (int i = 0; i < 50_000; i++) {
            String typed =
                    random.ints(random.nextInt(6), 0, pieces.length)
                            .mapToObj(at -> Character.toString(pieces[at]))
                            .collect(Collectors.joining());
            if (isName(typed)) {
                MemberName name = MemberName.parse(typed);
                assertThat(MemberName.parse(name.value())).isEqualTo(name);
                assertThat(Normalizer.isNormalized(name.value(), Normalizer.Form.NFKC)).isTrue();
            }
        }
    }

    private static boolean isName(String typed) {
        return isAccepted(() -> MemberName.parse(typed));
    }

    private static boolean isNormalName(String text) {
        return isAccepted(() -> new MemberName(text));
    }

    private static boolean isAccepted(Supplier<MemberName> name) {
        try {
            return !name.get().value().isEmpty();
        } catch (InvalidName e) {
            return false;
        }
    }
}
