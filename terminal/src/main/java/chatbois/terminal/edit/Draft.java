package chatbois.terminal.edit;

import chatbois.terminal.text.Cluster;

/// A text being written and the place in it, always between two clusters, where writing goes on.
public record Draft(String text, int cursor) {
    /// Nothing written yet.
    public static final Draft EMPTY = new Draft("", 0);

    /// Moves a cursor that is inside a cluster behind it, as happens when what is typed joins what
    /// follows.
    public Draft {
        cursor = Cluster.boundaryFrom(text, cursor);
    }

    /// A text with the cursor at its end.
    public static Draft of(String text) {
        return new Draft(text, text.length());
    }

    Draft at(int place) {
        return new Draft(text, place);
    }

    Draft insert(String more) {
        String longer = text.substring(0, cursor) + more + text.substring(cursor);
        return new Draft(longer, cursor + more.length());
    }

    Draft without(int from, int to) {
        return new Draft(text.substring(0, from) + text.substring(to), from);
    }

    /// The place one cluster to the left.
    int left() {
        return Cluster.boundaryBefore(text, cursor);
    }

    /// The place one cluster to the right.
    int right() {
        return Cluster.boundaryFrom(text, cursor + 1);
    }

    int lineStart() {
        return text.lastIndexOf('\n', cursor - 1) + 1;
    }

    int lineEnd() {
        int end = text.indexOf('\n', cursor);
        return end < 0 ? text.length() : end;
    }

    /// The beginning of the word here or before.
    int wordStart() {
        int place = cursor;
        while (place > 0 && !isWord(text.codePointBefore(place))) {
            place -= Character.charCount(text.codePointBefore(place));
        }
        while (place > 0 && isWord(text.codePointBefore(place))) {
            place -= Character.charCount(text.codePointBefore(place));
        }
        return at(place).cursor;
    }

    /// The end of the word here or after.
    int wordEnd() {
        int place = cursor;
        while (place < text.length() && !isWord(text.codePointAt(place))) {
            place += Character.charCount(text.codePointAt(place));
        }
        while (place < text.length() && isWord(text.codePointAt(place))) {
            place += Character.charCount(text.codePointAt(place));
        }
        return at(place).cursor;
    }

    /// Where what stands between blanks began, here or before.
    int blankBefore() {
        int place = cursor;
        while (place > 0 && Character.isWhitespace(text.charAt(place - 1))) {
            place--;
        }
        while (place > 0 && !Character.isWhitespace(text.charAt(place - 1))) {
            place--;
        }
        return place;
    }

    boolean isOnFirstLine() {
        return lineStart() == 0;
    }

    boolean isOnLastLine() {
        return lineEnd() == text.length();
    }

    /// The place above, on the line before this one.
    int above() {
        int start = at(lineStart() - 1).lineStart();
        return placeInColumn(start, lineStart() - 1);
    }

    /// The place below, on the line after this one.
    int below() {
        int start = lineEnd() + 1;
        return placeInColumn(start, at(start).lineEnd());
    }

    private int placeInColumn(int from, int to) {
        int columns = Cluster.width(text.substring(lineStart(), cursor));
        int place = from;
        for (String cluster : Cluster.split(text.substring(from, to))) {
            columns -= Cluster.width(cluster);
            if (columns < 0) {
                break;
            }
            place += cluster.length();
        }
        return place;
    }

    /// A word is of letters, digits, the marks on them, and what joins them.
    private static boolean isWord(int codePoint) {
        return Character.isUnicodeIdentifierPart(codePoint)
                && !Character.isIdentifierIgnorable(codePoint);
    }
}
