package chatbois.protocol.name;

/// Says in a sentence for people why a text can't be a name and what to do about it.
public final class InvalidName extends IllegalArgumentException {
    InvalidName(String sentence) {
        super(sentence);
    }

    /// Names a code point so that it can be shown: itself where it is visible, else by number.
    static String describe(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.SPACE_SEPARATOR -> "a space";
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.NON_SPACING_MARK,
                    Character.ENCLOSING_MARK,
                    Character.COMBINING_SPACING_MARK,
                    Character.PRIVATE_USE,
                    Character.SURROGATE,
                    Character.UNASSIGNED ->
                    "the character U+%04X".formatted(codePoint);
            default -> Character.toString(codePoint);
        };
    }
}
