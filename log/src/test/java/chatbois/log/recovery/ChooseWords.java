package chatbois.log.recovery;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/// How `words.txt` was chosen, once, from SCOWL (Debian's package scowl, 2020.12.07): for looking
/// up and not for use, since another list would turn everybody's recovery words into nonsense.
///
/// 1. Candidates are the words of 4 to 8 letters a to z in `english-words.10`, `.20` and `.35`,
///    spelt alike in all of English: the common lists first, within a list the short words first,
///    then by alphabet.
/// 2. Not a candidate is what a plain rule takes for a form of another word in these lists (walk,
///    walks, walked), and what `left-out.txt` names: words that offend or frighten, that sound like
///    others, that are irregular forms of others or that few know.
/// 3. A candidate is chosen unless a chosen word has the same first four letters, or is one slip of
///    the pen away: a letter more, less or changed, or two neighbours swapped.
/// 4. The first 2048 are the list.
///
/// After `./mvnw -pl log test-compile`: `java -cp log/target/classes:log/target/test-classes
/// chatbois.log.recovery.ChooseWords /usr/share/dict/scowl
/// log/src/test/resources/chatbois/log/recovery/left-out.txt`
final class ChooseWords {
    private static final List<String> ENDINGS =
            List.of(
                    "s", "es", "ed", "er", "or", "ing", "est", "ly", "y", "en", "al", "ic", "able",
                    "ness", "ment", "ful", "less", "ish", "ion", "ive", "ity", "age", "ance",
                    "ence");

    private final Set<String> known;
    private final Set<String> leftOut;
    private final Map<String, String> chosen = new TreeMap<>();

    private ChooseWords(Set<String> known, Set<String> leftOut) {
        this.known = known;
        this.leftOut = leftOut;
    }

    static void main(String[] args) throws IOException {
        var lists = Stream.of("10", "20", "35").map(size -> words(args[0], size)).toList();
        var known = new HashSet<String>();
        lists.forEach(known::addAll);
        var leftOut = new HashSet<String>();
        for (String line : Files.readAllLines(Path.of(args[1]))) {
            leftOut.addAll(line.startsWith("#") ? List.of() : List.of(line.split(" ", -1)));
        }
        var choice = new ChooseWords(known, leftOut);
        lists.forEach(choice::chooseFrom);
        choice.chosen.values().forEach(IO::println);
    }

    private static List<String> words(String directory, String size) {
        try {
            var file = Path.of(directory, "english-words." + size);
            return Files.readAllLines(file, StandardCharsets.ISO_8859_1).stream()
                    .sorted(Comparator.comparingInt(String::length).thenComparing(word -> word))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void chooseFrom(List<String> words) {
        for (String word : words) {
            if (chosen.size() < WordList.SIZE && isCandidate(word) && isApart(word)) {
                chosen.put(word.substring(0, 4), word);
            }
        }
    }

    private boolean isCandidate(String word) {
        return word.matches("[a-z]{4,8}") && !leftOut.contains(word) && !isForm(word);
    }

    private boolean isForm(String word) {
        return ENDINGS.stream().filter(word::endsWith).anyMatch(ending -> isForm(word, ending));
    }

    /// Whether the rest is a word: as it stands (walk-ed), with its e (bak-er), with its last
    /// letter once (run-n-er) or with a y (happ-i-er).
    private boolean isForm(String word, String ending) {
        String rest = word.substring(0, word.length() - ending.length());
        if (rest.length() < 3) {
            return false;
        }
        String shorter = rest.substring(0, rest.length() - 1);
        boolean doubled = shorter.endsWith(rest.substring(rest.length() - 1));
        return known.contains(rest)
                || known.contains(rest + "e")
                || (doubled && known.contains(shorter))
                || (rest.endsWith("i") && known.contains(shorter + "y"));
    }

    private boolean isApart(String word) {
        return !chosen.containsKey(word.substring(0, 4))
                && chosen.values().stream().allMatch(other -> Slips.between(word, other) > 1);
    }
}
