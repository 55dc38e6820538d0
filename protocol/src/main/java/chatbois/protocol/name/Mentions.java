package chatbois.protocol.name;

import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Finds in a text what is written with an @, as in `@ben`; an address such as `ben@example.org`
/// mentions nobody, and nobody is called by what is code or a quote.
public final class Mentions {
    private static final Pattern WORD =
            Pattern.compile(
                    "(?<![\\p{L}\\p{N}\\p{M}._-])@([\\p{L}\\p{N}\\p{M}._-]{1,"
                            + MemberName.MAX_CODE_POINTS
                            + "}+)");
    private static final Pattern FENCE = Pattern.compile(" {0,3}(`{3,})[^`]*");
    private static final Pattern TICKS = Pattern.compile("`+");
    private static final Set<String> EVERYONE = Set.of("all", "everyone");

    private Mentions() {}

    /// What stands behind each @, with punctuation that may not belong to it.
    public static List<String> words(String text) {
        return WORD.matcher(spoken(text)).results().map(found -> found.group(1)).toList();
    }

    /// What is neither code nor a quote.
    private static String spoken(String text) {
        if (text.indexOf('@') < 0) {
            return "";
        }
        List<String> lines = text.lines().toList();
        StringBuilder spoken = new StringBuilder();
        for (int i = 0; i < lines.size(); i++) {
            int end = endOfFence(lines, i);
            if (end > i) {
                i = end;
            } else if (!lines.get(i).startsWith(">")) {
                spoken.append(withoutCode(lines.get(i))).append('\n');
            }
        }
        return spoken.toString();
    }

    /// The line that closes the fence which begins there; that line itself if none does.
    private static int endOfFence(List<String> lines, int begin) {
        int ticks = ticks(lines.get(begin));
        for (int i = begin + 1; ticks > 0 && i < lines.size(); i++) {
            if (ticks(lines.get(i)) >= ticks && lines.get(i).endsWith("`")) {
                return i;
            }
        }
        return begin;
    }

    private static int ticks(String line) {
        Matcher fence = FENCE.matcher(line);
        return fence.matches() ? fence.group(1).length() : 0;
    }

    /// Code in a line stands between two runs of as many backticks.
    private static String withoutCode(String line) {
        List<MatchResult> runs = TICKS.matcher(line).results().toList();
        StringBuilder rest = new StringBuilder();
        int at = 0;
        for (int i = 0; i < runs.size(); i++) {
            MatchResult run = runs.get(i);
            int close = i + 1;
            while (close < runs.size() && !runs.get(close).group().equals(run.group())) {
                close++;
            }
            if (close < runs.size()) {
                rest.append(line, at, run.start()).append(' ');
                at = runs.get(close).end();
                i = close;
            }
        }
        return rest.append(line.substring(at)).toString();
    }

    public static boolean callsEveryone(String text) {
        return words(text).stream()
                .map(word -> word.replaceAll("[._-]+$", ""))
                .anyMatch(EVERYONE::contains);
    }
}
