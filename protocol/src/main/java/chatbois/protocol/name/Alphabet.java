package chatbois.protocol.name;

import static java.util.Objects.requireNonNull;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/// The code points a member name may hold, and the scripts that each of them is used in.
///
/// They are the letters, marks and decimal digits of the scripts in use today (UTS #39's identifier
/// types Recommended, Limited_Use and Inclusion) and `-`, `_` and `.`. The set is data and not a
/// question to `Character`, so that a name which is valid on one JDK is valid on all of them.
/// `alphabet.txt` is generated from ICU4J by `NameTables` in the tests, which says how.
final class Alphabet {
    private static final CodePointTable<Set<String>> SCRIPTS =
            CodePointTable.read("alphabet.txt", label -> Set.of(label.split(" ", -1)));

    /// Digits, punctuation and marks that go with every script.
    private static final String COMMON = "Zyyy";

    private static final String LATIN = "Latn";

    /// Japanese, Korean and Chinese with Bopomofo are written in several scripts, and with Latin.
    private static final Set<String> WRITTEN_WITH_LATIN = Set.of("Jpan", "Kore", "Hanb");

    private Alphabet() {}

    static boolean contains(int codePoint) {
        return SCRIPTS.get(codePoint) != null;
    }

    static IntStream codePoints() {
        return SCRIPTS.codePoints();
    }

    /// Whether a text keeps to UTS #39's level "Highly Restrictive"; it has to be in the alphabet.
    static boolean isOfOneScript(String text) {
        var scripts =
                text.codePoints()
                        .mapToObj(codePoint -> requireNonNull(SCRIPTS.get(codePoint)))
                        .filter(used -> !used.contains(COMMON))
                        .distinct()
                        .toList();
        var notLatin = scripts.stream().filter(used -> !used.contains(LATIN)).toList();
        return scripts.isEmpty()
                || !common(scripts).isEmpty()
                || common(notLatin).stream().anyMatch(WRITTEN_WITH_LATIN::contains);
    }

    private static Set<String> common(List<Set<String>> sets) {
        var common = new HashSet<>(sets.getFirst());
        sets.forEach(common::retainAll);
        return common;
    }
}
