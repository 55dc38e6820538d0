package chatbois.terminal.markup;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// A message taken apart into lines; see [Inline] for what is in them.
///
/// A line that begins with `> ` is a quote, one that begins with `- `, `* `, `+ ` or `1. ` an item
/// of a list. Lines between one of three backticks, perhaps with the name of a language behind
/// them, and another of at least as many are code. All lines together are the message, to the
/// character; the time is linear in its length.
public record Markup(List<Line> lines) {
    private static final Pattern FENCE = Pattern.compile(" {0,3}(`{3,})[^`]*");
    private static final Pattern BULLET =
            Pattern.compile(" {0,12}(?:[-*+]|[0-9]{1,9}[.)]) {1,4}(?=\\S)");

    /// Quotes in quotes beyond this are taken for words.
    private static final int MOST_QUOTES = 8;

    public Markup {
        lines = List.copyOf(lines);
    }

    /// Takes a message apart; its lines end with `\n`.
    public static Markup of(String text) {
        List<String> lines = List.of(text.split("\n", -1));
        int[] longest = longestFenceFrom(lines);
        List<Line> all = new ArrayList<>(lines.size());
        for (int i = 0; i < lines.size(); ) {
            int ticks = ticks(lines.get(i));
            if (ticks == 0 || longest[i + 1] < ticks) {
                all.add(words(lines.get(i++)));
                continue;
            }
            int end = i + 1;
            while (!closes(lines.get(end), ticks)) {
                end++;
            }
            String language = lines.get(i).replace("`", "").strip();
            all.add(new Line.Fence(lines.get(i)));
            Syntax.code(lines.subList(i + 1, end), language)
                    .forEach(spans -> all.add(new Line.Code(spans)));
            all.add(new Line.Fence(lines.get(end)));
            i = end + 1;
        }
        return new Markup(all);
    }

    /// The words alone, in one line: without the signs that say how they look.
    public static String bare(String text) {
        return of(text).lines().stream()
                .map(Markup::bare)
                .filter(words -> !words.isBlank())
                .collect(Collectors.joining(" "));
    }

    private static String bare(Line line) {
        return switch (line) {
            case Line.Words words -> bare(words.spans());
            case Line.Code code -> bare(code.spans());
            case Line.Fence _ -> "";
        };
    }

    private static String bare(List<Span> spans) {
        return spans.stream()
                .filter(span -> !span.is(Sort.SIGN))
                .map(Span::text)
                .collect(Collectors.joining())
                .strip();
    }

    /// One line that is neither quote nor list nor fence.
    public static List<Span> inLine(String text) {
        return Inline.spans(text);
    }

    /// For each line how many backticks the longest fence has that closes from there on.
    private static int[] longestFenceFrom(List<String> lines) {
        int[] longest = new int[lines.size() + 1];
        for (int i = lines.size() - 1; i >= 0; i--) {
            String line = lines.get(i);
            int ticks = ticks(line);
            longest[i] = Math.max(longest[i + 1], closes(line, ticks) ? ticks : 0);
        }
        return longest;
    }

    /// How many backticks a fence has; 0 if the line is none.
    private static int ticks(String line) {
        Matcher fence = FENCE.matcher(line);
        return fence.matches() ? fence.group(1).length() : 0;
    }

    private static boolean closes(String line, int ticks) {
        int here = ticks(line);
        return here > 0 && here >= ticks && line.endsWith("`");
    }

    private static Line words(String line) {
        int at = 0;
        int quotes = 0;
        while (quotes < MOST_QUOTES && isQuote(line, at)) {
            at = Math.min(at + 2, line.length());
            quotes++;
        }
        Matcher bullet = BULLET.matcher(line).region(at, line.length());
        int begin = bullet.lookingAt() ? bullet.end() : at;
        return new Line.Words(
                line.substring(0, begin),
                quotes,
                line.substring(at, begin),
                Inline.spans(line.substring(begin)));
    }

    private static boolean isQuote(String line, int at) {
        return line.startsWith("> ", at) || line.startsWith(">", at) && at + 1 == line.length();
    }
}
