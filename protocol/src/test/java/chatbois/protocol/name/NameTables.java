package chatbois.protocol.name;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UCharacter.IdentifierType;
import com.ibm.icu.lang.UScript;
import com.ibm.icu.text.SpoofChecker;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// Makes `alphabet.txt` and `skeleton.txt` from ICU4J's copy of the Unicode data.
///
/// To write them anew, after ICU4J was updated say: `./mvnw -pl protocol -am test
/// -Dtest=NameTablesTest -Dsurefire.failIfNoSpecifiedTests=false -Dnames.write=true`. A name must
/// stay valid once it was given, so look at what went away.
final class NameTables {
    static final SpoofChecker ICU = new SpoofChecker.Builder().build();

    private static final Set<IdentifierType> IN_USE =
            EnumSet.of(
                    IdentifierType.RECOMMENDED,
                    IdentifierType.LIMITED_USE,
                    IdentifierType.INCLUSION);

    /// Scripts that are written together have a name together (UTS #39, section 5.1).
    private static final Map<String, List<String>> WRITTEN_TOGETHER =
            Map.of(
                    "Hani", List.of("Hanb", "Jpan", "Kore"),
                    "Hira", List.of("Jpan"),
                    "Kana", List.of("Jpan"),
                    "Hang", List.of("Kore"),
                    "Bopo", List.of("Hanb"));

    private NameTables() {}

    static String alphabet() {
        var byScripts = new TreeMap<String, List<Integer>>();
        alphabetOfIcu().forEach(c -> add(byScripts, scripts(c), c));
        return text(
                "# The code points that a member name may hold, by script, of Unicode", byScripts);
    }

    static String skeleton() {
        var byPrototype = new TreeMap<String, List<Integer>>();
        alphabetOfIcu()
                .flatMap(c -> reachableFrom(Character.toString(c)))
                .distinct()
                .sorted()
                .filter(c -> !prototype(c).equals(Character.toString(c)))
                .forEach(c -> add(byPrototype, hex(prototype(c)), c));
        return text(
                "# Prototypes, and the code points that look like them, of Unicode", byPrototype);
    }

    /// The letters, marks and digits of scripts in use that NFKC leaves alone.
    static IntStream alphabetOfIcu() {
        return IntStream.rangeClosed(0, Character.MAX_CODE_POINT).filter(NameTables::isInAlphabet);
    }

    private static boolean isInAlphabet(int c) {
        return isKindOfCharacter(c)
                && isInUse(c)
                && Normalizer.isNormalized(Character.toString(c), Normalizer.Form.NFKC);
    }

    private static boolean isKindOfCharacter(int c) {
        return switch (UCharacter.getType(c)) {
            case Character.UPPERCASE_LETTER,
                    Character.LOWERCASE_LETTER,
                    Character.TITLECASE_LETTER,
                    Character.MODIFIER_LETTER,
                    Character.OTHER_LETTER,
                    Character.NON_SPACING_MARK,
                    Character.COMBINING_SPACING_MARK,
                    Character.DECIMAL_DIGIT_NUMBER ->
                    true;
            default -> c == '-' || c == '_' || c == '.';
        };
    }

    private static boolean isInUse(int c) {
        var types = EnumSet.noneOf(IdentifierType.class);
        UCharacter.getIdentifierTypes(c, types);
        return IN_USE.containsAll(types);
    }

    private static String scripts(int c) {
        var extensions = new BitSet();
        UScript.getScriptExtensions(c, extensions);
        var names =
                extensions.stream()
                        .mapToObj(UScript::getShortName)
                        .collect(Collectors.toCollection(TreeSet::new));
        if (names.contains("Zinh")) {
            return "Zyyy";
        }
        WRITTEN_TOGETHER.forEach((script, together) -> {
            if (names.contains(script)) {
                names.addAll(together);
            }
        });
        return String.join(" ", names);
    }

    /// What a skeleton may have to look up when it is taken before and after folding.
    private static IntStream reachableFrom(String text) {
        String before = Normalizer.normalize(text, Normalizer.Form.NFD);
        String after =
                Normalizer.normalize(NameKey.fold(ICU.getSkeleton(text)), Normalizer.Form.NFD);
        return (before + after).codePoints();
    }

    private static String prototype(int c) {
        return ICU.getSkeleton(Character.toString(c));
    }

    private static String hex(String text) {
        return text.codePoints().mapToObj("%X"::formatted).collect(Collectors.joining(" "));
    }

    private static void add(Map<String, List<Integer>> groups, String label, int c) {
        groups.computeIfAbsent(label, _ -> new ArrayList<>()).add(c);
    }

    private static String text(String title, Map<String, List<Integer>> groups) {
        var text = new StringBuilder(title);
        text.append(
                " %s. Generated, do not edit; unicode.org/license.txt applies.\n"
                        .formatted(UCharacter.getUnicodeVersion().getVersionString(2, 2)));
        groups.forEach((label, codePoints) ->
                text.append(label).append(':').append(ranges(codePoints)).append('\n'));
        return text.toString();
    }

    private static String ranges(List<Integer> sorted) {
        var text = new StringBuilder();
        for (int from = 0, to; from < sorted.size(); from = to) {
            to = from + 1;
            while (to < sorted.size() && sorted.get(to) == sorted.get(to - 1) + 1) {
                to++;
            }
            text.append(" %X".formatted(sorted.get(from)));
            if (to - from > 1) {
                text.append("-%X".formatted(sorted.get(to - 1)));
            }
        }
        return text.toString();
    }
}
