package chatbois.protocol.name;

import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/// Finds in a text what is written with an @, as in `@ben`; an address such as `ben@example.org`
/// mentions nobody.
public final class Mentions {
    private static final Pattern WORD =
            Pattern.compile(
                    "(?<![\\p{L}\\p{N}\\p{M}._-])@([\\p{L}\\p{N}\\p{M}._-]{1,"
                            + MemberName.MAX_CODE_POINTS
                            + "}+)");
    private static final Set<String> EVERYONE = Set.of("all", "everyone");

    private Mentions() {}

    /// What stands behind each @, with punctuation that may not belong to it.
    public static List<String> words(String text) {
        return WORD.matcher(text).results().map(found -> found.group(1)).toList();
    }

    /// Where that is, each with its @.
    public static List<MatchResult> places(String text) {
        return WORD.matcher(text).results().toList();
    }

    public static boolean callsEveryone(String text) {
        return words(text).stream()
                .map(word -> word.replaceAll("[._-]+$", ""))
                .anyMatch(EVERYONE::contains);
    }
}
