package chatbois.protocol.view;

import static chatbois.protocol.Refusal.refused;

import chatbois.protocol.Refusal.Code;

/// Texts that stand in one line of a screen: reasons, announcements, names of communities.
public final class OneLine {
    private OneLine() {}

    /// Refuses a text with line breaks, control or format characters, or with too many characters.
    ///
    /// @param what begins the sentence: `A reason`
    public static void check(String text, int most, String what) {
        if (text.codePointCount(0, text.length()) > most || !isPrintable(text)) {
            throw refused(
                    Code.BAD_REQUEST,
                    "%s has at most %d characters, in one line and without control characters."
                            .formatted(what, most));
        }
    }

    static boolean isPrintable(String text) {
        return text.codePoints().noneMatch(OneLine::breaksLines);
    }

    private static boolean breaksLines(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR ->
                    true;
            default -> false;
        };
    }
}
