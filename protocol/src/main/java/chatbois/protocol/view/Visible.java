package chatbois.protocol.view;

/// Knows which texts show nothing at all.
final class Visible {
    private static final int BRAILLE_BLANK = 0x2800;
    private static final int FIRST_TAG = 0xE0000;

    private Visible() {}

    /// Whether anything of a text can be seen.
    static boolean anything(String text) {
        return text.codePoints().anyMatch(Visible::isSeen);
    }

    /// What has no looks of its own: blanks, signs that only say how others are to be shown, marks
    /// that need a letter to stand on, and letters that look like nothing.
    private static boolean isSeen(int codePoint) {
        return switch (Character.getType(codePoint)) {
            // Clients show others by signs that stand for them.
            case Character.CONTROL -> !Character.isWhitespace(codePoint);
            case Character.FORMAT,
                    Character.SPACE_SEPARATOR,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.NON_SPACING_MARK,
                    Character.ENCLOSING_MARK ->
                    false;
            // Next year's emoji are unknown to this program; only what is promised to be invisible
            // is not seen.
            case Character.UNASSIGNED -> codePoint < FIRST_TAG;
            default -> codePoint != BRAILLE_BLANK && !isFiller(codePoint);
        };
    }

    private static boolean isFiller(int codePoint) {
        return codePoint == 0x115F
                || codePoint == 0x1160
                || codePoint == 0x3164
                || codePoint == 0xFFA0;
    }
}
