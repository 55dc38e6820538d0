package chatbois.protocol.name;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SkeletonTest {
    @ParameterizedTest
    @CsvSource({
        "paypal, раураl", // all Cyrillic but the l
        "paypal, PAYPAL",
        "Ian, lan",
        "Ian, 1an",
        "bob, b0b",
        "bob, BOB",
        "BOB, В0В", // Cyrillic
        "mike, rnike",
        "Mike, rnike",
        "MIKE, RNIKE",
        "anna, аnnа",
        "соя, coя",
        "Müller, müIler",
        "ο, о", // Greek and Cyrillic
        "straße, STRAẞE",
    })
    void names_that_can_be_mistaken_have_one_skeleton(String one, String other) {
        assertThat(Skeleton.skeleton(one)).isEqualTo(Skeleton.skeleton(other));
    }

    @ParameterizedTest
    @CsvSource({
        "Ali, all",
        "anna, änna",
        "bill, bell",
        "Мария, Марина",
        "李, 季",
        "a-b, a_b",
        "a.b, ab"
    })
    void names_that_can_be_told_apart_have_not(String one, String other) {
        assertThat(Skeleton.skeleton(one)).isNotEqualTo(Skeleton.skeleton(other));
    }

    @Test
    void every_character_of_the_alphabet_has_the_skeleton_that_icu_gives_it() {
        assertThat(Alphabet.codePoints().mapToObj(Character::toString))
                .filteredOn(SkeletonTest::differsFromIcu)
                .isEmpty();
    }

    @Test
    void every_text_has_the_skeleton_that_icu_gives_it() {
        int[] alphabet = Alphabet.codePoints().toArray();
        var random = new Random(1);
        assertThat(Stream.generate(() -> text(alphabet, random)).limit(20_000))
                .filteredOn(SkeletonTest::differsFromIcu)
                .isEmpty();
    }

    @Test
    void a_skeleton_is_its_own_skeleton() {
        assertThat(Alphabet.codePoints().mapToObj(Character::toString).map(Skeleton::skeleton))
                .filteredOn(skeleton -> !Skeleton.skeleton(skeleton).equals(skeleton))
                .isEmpty();
    }

    private static boolean differsFromIcu(String text) {
        String icu = NameTables.ICU.getSkeleton(text);
        String folded = NameTables.ICU.getSkeleton(NameKey.fold(icu));
        return !Skeleton.prototypes(text).equals(icu) || !Skeleton.skeleton(text).equals(folded);
    }

    private static String text(int[] alphabet, Random random) {
        return random.ints(1 + random.nextInt(8), 0, alphabet.length)
                .mapToObj(at -> Character.toString(alphabet[at]))
                .collect(Collectors.joining());
    }
}
