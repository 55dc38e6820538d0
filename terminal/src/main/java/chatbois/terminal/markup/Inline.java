package chatbois.terminal.markup;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Takes one line apart into emphasis, code and links.
///
/// `*bold*` or `**bold**`, `_italic_`, `~~struck~~`, `` `code` ``, and a backslash in front of a
/// sign that is to be a mere sign. What is not well-formed stays as it was written. So does what
/// only looks like it: signs inside of a word (`snake_case_name`, `2*3*4`), in addresses and paths,
/// in globs (`*.java`) and smileys (`^_^`). Hence a sign opens only where a word may begin, and
/// closes only where one may end; in Chinese, Japanese, Korean and Thai that is everywhere. The
/// time is linear in the length. For one thread.
final class Inline {
    /// A run of one sign.
    private record Run(int from, int to, char sign, boolean opens, boolean closes) {
        /// What it makes of the text up to the next of its kind.
        Kind kind() {
            return switch (sign) {
                case '*' -> to - from == 1 ? Kind.STAR : to - from == 2 ? Kind.STARS : Kind.NONE;
                case '_' -> to - from == 1 ? Kind.LINE : Kind.NONE;
                case '~' -> to - from == 2 ? Kind.WAVES : Kind.NONE;
                default -> Kind.NONE;
            };
        }
    }

    private enum Kind {
        STAR,
        STARS,
        LINE,
        WAVES,
        NONE
    }

    private static final String SIGNS = "*_~";
    private static final String ESCAPED = "*_~`";

    private final String text;
    private final Marks marks;
    private final boolean[] mayOpen;
    private final boolean[] mayClose;

    /// How many letters, digits and signs of other scripts stand before a place.
    private final int[] words;

    /// Where the next run of as many backticks begins, for each place where one begins.
    private final Map<Integer, Integer> twins = new HashMap<>();

    private final List<Run> open = new ArrayList<>();
    private final int[] openOf = new int[Kind.values().length];
    private final int[] escapedOf = new int[Kind.values().length];

    private Inline(String text) {
        this.text = text;
        marks = new Marks(text);
        mayOpen = new boolean[text.length() + 1];
        mayClose = new boolean[text.length() + 1];
        words = new int[text.length() + 1];
    }

    static List<Span> spans(String text) {
        boolean plain = text.chars().noneMatch(c -> "*_~`:\\".indexOf(c) >= 0);
        return plain ? new Marks(text).spans() : new Inline(text).parse();
    }

    private List<Span> parse() {
        look();
        pairBackticks();
        for (int i = 0; i < text.length(); ) {
            i = step(i);
        }
        return marks.spans();
    }

    /// Looks at the neighbours of all places.
    private void look() {
        mayOpen[0] = true;
        for (int i = 1; i <= text.length(); i++) {
            char before = text.charAt(i - 1);
            boolean sign = SIGNS.indexOf(before) >= 0;
            mayOpen[i] = sign ? mayOpen[i - 1] : Border.isBeforeWord(text.codePointBefore(i));
            boolean letter = before > 0x7F || Character.isLetterOrDigit(before);
            words[i] = words[i - 1] + (letter ? 1 : 0);
        }
        mayClose[text.length()] = true;
        for (int i = text.length() - 1; i >= 0; i--) {
            boolean sign = SIGNS.indexOf(text.charAt(i)) >= 0;
            mayClose[i] = sign ? mayClose[i + 1] : Border.isAfterWord(text.codePointAt(i));
        }
    }

    private void pairBackticks() {
        Map<Integer, Integer> next = new HashMap<>();
        for (int to = text.length(); to > 0; ) {
            int from = to;
            while (from > 0 && text.charAt(from - 1) == '`') {
                from--;
            }
            if (from < to) {
                Integer twin = next.put(to - from, from);
                if (twin != null) {
                    twins.put(from, twin);
                }
            }
            to = Math.min(from, to - 1);
        }
    }

    /// Takes what begins there, and says where to go on.
    private int step(int from) {
        char c = text.charAt(from);
        if (c == '`') {
            return code(from);
        }
        if (c == '\\' && from + 1 < text.length() && ESCAPED.indexOf(text.charAt(from + 1)) >= 0) {
            return escaped(from);
        }
        if (SIGNS.indexOf(c) >= 0) {
            return run(from);
        }
        int end = Link.end(text, from);
        if (end > 0) {
            marks.mark(from, end, Sort.LINK);
            return end;
        }
        return from + 1;
    }

    private int code(int from) {
        int end = endOfRun(from);
        Integer twin = twins.get(from);
        if (twin == null || isMarked(end) || isMarked(twin + end - from)) {
            return end;
        }
        int after = twin + end - from;
        marks.mark(from, end, Sort.SIGN);
        marks.mark(end, twin, Sort.CODE);
        marks.mark(twin, after, Sort.SIGN);
        return after;
    }

    /// The backslash goes where the signs would have meant something.
    private int escaped(int from) {
        int end = endOfRun(from + 1);
        Run run = at(from + 1, mayOpen[from]);
        int kind = run.kind().ordinal();
        boolean opens = run.opens;
        boolean closes = run.closes && openOf[kind] + escapedOf[kind] > 0;
        if (run.sign == '`' || opens || closes) {
            marks.mark(from, from + 1, Sort.SIGN);
        }
        escapedOf[kind] += opens ? 1 : closes ? -1 : 0;
        return end;
    }

    private int run(int from) {
        Run run = at(from, mayOpen[from]);
        boolean means = run.kind() != Kind.NONE && !isMarked(run.to);
        if (means && !(run.closes && close(run)) && run.opens) {
            open.add(run);
            openOf[run.kind().ordinal()]++;
        }
        return run.to;
    }

    private Run at(int from, boolean mayOpenHere) {
        int end = endOfRun(from);
        boolean blankAfter = end == text.length() || Border.isBlank(text.codePointAt(end));
        boolean blankBefore = from == 0 || Border.isBlank(text.codePointBefore(from));
        boolean opens = mayOpenHere && !blankAfter && ".,;!?)]}".indexOf(text.charAt(end)) < 0;
        return new Run(from, end, text.charAt(from), opens, mayClose[end] && !blankBefore);
    }

    /// Whether the sign before that place has a mark on it, which makes it another one.
    private boolean isMarked(int place) {
        return place < text.length() && Border.isMark(text.codePointAt(place));
    }

    private boolean close(Run run) {
        if (openOf[run.kind().ordinal()] == 0) {
            return false;
        }
        Run opening = pop();
        while (opening.kind() != run.kind()) {
            opening = pop();
        }
        if (words[opening.to] == words[run.from]) {
            return false;
        }
        marks.mark(opening.from, opening.to, Sort.SIGN);
        marks.mark(run.from, run.to, Sort.SIGN);
        marks.mark(
                opening.to,
                run.from,
                switch (run.kind()) {
                    case STAR, STARS -> Sort.BOLD;
                    case LINE -> Sort.ITALIC;
                    case WAVES, NONE -> Sort.STRUCK;
                });
        return true;
    }

    private Run pop() {
        Run run = open.removeLast();
        openOf[run.kind().ordinal()]--;
        return run;
    }

    private int endOfRun(int from) {
        int end = from;
        while (end < text.length() && text.charAt(end) == text.charAt(from)) {
            end++;
        }
        return end;
    }
}
