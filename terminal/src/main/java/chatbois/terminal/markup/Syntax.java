package chatbois.terminal.markup;

import java.util.List;
import java.util.Optional;

/// Finds comments, strings, numbers and keywords in code, by a table; what no table knows stays
/// plain. Every character is looked at a bounded number of times, so hostile code can't take long.
/// For one thread.
final class Syntax {
    /// A longer word is in front of no string, such as `r"…"` is.
    private static final int LONGEST_PREFIX = 2;

    private final String text;
    private final Language language;
    private final Marks marks;

    private Syntax(String text, Language language) {
        this.text = text;
        this.language = language;
        marks = new Marks(text);
    }

    /// The lines of code, each in its stretches; all of them are code.
    static List<List<Span>> code(List<String> lines, String language) {
        if (lines.isEmpty()) {
            return List.of();
        }
        String text = String.join("\n", lines);
        if (language.equals("diff") || language.equals("patch")) {
            return lines.stream().map(Syntax::patch).toList();
        }
        Optional<Language> known = Languages.named(language);
        Marks marks = known.map(l -> new Syntax(text, l).look()).orElseGet(() -> new Marks(text));
        marks.mark(0, text.length(), Sort.CODE);
        return marks.spans(lines);
    }

    private static List<Span> patch(String line) {
        Marks marks = new Marks(line);
        marks.mark(0, line.length(), Sort.CODE);
        if (line.startsWith("+")) {
            marks.mark(0, line.length(), Sort.ADDED);
        } else if (line.startsWith("-")) {
            marks.mark(0, line.length(), Sort.REMOVED);
        } else if (line.startsWith("@@") || line.startsWith("diff ")) {
            marks.mark(0, line.length(), Sort.KEYWORD);
        }
        return marks.spans();
    }

    private Marks look() {
        int wordFrom = 0;
        for (int at = 0; at < text.length(); ) {
            boolean afterWord = at - wordFrom > LONGEST_PREFIX;
            int end = comment(at);
            if (end < 0) {
                end = quoted(at, afterWord);
            }
            if (end < 0 && isWordPart(text.charAt(at))) {
                end = word(at);
                wordFrom = at;
            } else {
                end = Math.max(end, at + 1);
                wordFrom = end;
            }
            at = end;
        }
        return marks;
    }

    private int comment(int from) {
        boolean free = from == 0 || Character.isWhitespace(text.charAt(from - 1));
        for (String begin : language.lineComments()) {
            if (text.startsWith(begin, from) && (free || !begin.equals("#"))) {
                return marked(from, endOfLine(from), Sort.COMMENT);
            }
        }
        return -1;
    }

    private int quoted(int from, boolean afterWord) {
        for (Language.Quoted quoted : language.quoted()) {
            boolean tag = quoted.open().equals("<");
            if (text.startsWith(quoted.open(), from)
                    && !(afterWord && quoted.sort() == Sort.STRING)
                    && (!tag || isTag(from + 1))) {
                int end = end(quoted, from + quoted.open().length());
                boolean key = quoted.sort() == Sort.STRING && isKey(end);
                return marked(from, end, key ? Sort.KEYWORD : quoted.sort());
            }
        }
        return -1;
    }

    /// One that is never closed goes on to the end, of the line or of all.
    private int end(Language.Quoted quoted, int from) {
        int at = from;
        while (at < text.length() && !text.startsWith(quoted.close(), at)) {
            if (text.charAt(at) == '\n' && !quoted.lines()) {
                return at;
            }
            boolean escape = quoted.escapes() && text.charAt(at) == '\\';
            at += escape && at + 1 < text.length() && text.charAt(at + 1) != '\n' ? 2 : 1;
        }
        return Math.min(at + quoted.close().length(), text.length());
    }

    private boolean isTag(int at) {
        return at < text.length()
                && (Character.isLetter(text.charAt(at)) || "/!?".indexOf(text.charAt(at)) >= 0);
    }

    private int word(int from) {
        boolean number = Character.isDigit(text.charAt(from));
        int end = from;
        while (end < text.length() && (isWordPart(text.charAt(end)) || number && isPoint(end))) {
            end++;
        }
        if (number) {
            return marked(from, end, Sort.NUMBER);
        }
        boolean keyword = isKey(end) || language.isKeyword(text.substring(from, end));
        return keyword ? marked(from, end, Sort.KEYWORD) : end;
    }

    /// Whether a point is there that stands in a number, and ends no sentence.
    private boolean isPoint(int at) {
        return text.charAt(at) == '.'
                && at + 1 < text.length()
                && Character.isDigit(text.charAt(at + 1));
    }

    /// Whether what ends there is the name of a value.
    private boolean isKey(int end) {
        if (language.key().isEmpty()) {
            return false;
        }
        int at = end;
        while (at < text.length() && text.charAt(at) == ' ') {
            at++;
        }
        boolean signed = text.startsWith(language.key(), at);
        int after = at + language.key().length();
        return signed && (after == text.length() || !isWordPart(text.charAt(after)));
    }

    private int endOfLine(int from) {
        int end = text.indexOf('\n', from);
        return end < 0 ? text.length() : end;
    }

    private int marked(int from, int to, Sort sort) {
        marks.mark(from, to, sort);
        return to;
    }

    private static boolean isWordPart(char c) {
        return Character.isLetterOrDigit(c) || c == '_' || c == '$';
    }
}
