package chatbois.terminal.markup;

/// Knows what may stand before and after a word.
final class Border {
    private Border() {}

    static boolean isBeforeWord(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.START_PUNCTUATION, Character.INITIAL_QUOTE_PUNCTUATION -> true;
            case Character.DASH_PUNCTUATION -> codePoint != '-';
            default -> codePoint == '"' || codePoint == '\'' || isAround(codePoint);
        };
    }

    static boolean isAfterWord(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.START_PUNCTUATION,
                    Character.END_PUNCTUATION,
                    Character.FINAL_QUOTE_PUNCTUATION,
                    Character.DASH_PUNCTUATION ->
                    true;
            default -> ".,;:!?\"'…".indexOf(codePoint) >= 0 || isAround(codePoint);
        };
    }

    /// Blanks, the punctuation of other scripts, pictures, and letters of scripts that have no
    /// blanks between words.
    private static boolean isAround(int codePoint) {
        return isBlank(codePoint)
                || codePoint > 0x7F
                        && (Character.getType(codePoint) == Character.OTHER_PUNCTUATION
                                || Character.getType(codePoint) == Character.OTHER_SYMBOL
                                || isWithoutBlanks(codePoint));
    }

    private static boolean isWithoutBlanks(int codePoint) {
        return switch (Character.UnicodeScript.of(codePoint)) {
            case HAN, HIRAGANA, KATAKANA, HANGUL, BOPOMOFO, THAI, LAO, KHMER, MYANMAR -> true;
            default -> false;
        };
    }

    static boolean isBlank(int codePoint) {
        return Character.isWhitespace(codePoint) || Character.isSpaceChar(codePoint);
    }

    /// What sticks to the character before it.
    static boolean isMark(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.NON_SPACING_MARK,
                    Character.ENCLOSING_MARK,
                    Character.COMBINING_SPACING_MARK ->
                    true;
            default -> codePoint == 0x200D || codePoint == 0x200C;
        };
    }
}
