package chatbois.cellart.source;

import java.io.IOException;
import java.nio.file.Path;

/// A file can't be shown; the message is a sentence that says why.
public class Unreadable extends IOException {
    private static final int LONGEST_NAME = 100;

    private final String rest;

    /// @param reason in small letters and without a full stop: it goes on after "… can't be read: "
    Unreadable(String reason) {
        this("It", " can't be read: " + reason + ".");
    }

    /// @param rest what is said behind the file's name
    Unreadable(String subject, String rest) {
        super(subject + rest);
        this.rest = rest;
    }

    Unreadable(Path file, Unreadable cause) {
        super(name(file) + cause.rest, cause);
        rest = cause.rest;
    }

    /// The same with the file's name in its sentence.
    Unreadable named(Path file) {
        return new Unreadable(file, this);
    }

    /// The name of a file without what could disturb a terminal.
    private static String name(Path file) {
        String name = String.valueOf(file.getFileName());
        StringBuilder clean = new StringBuilder();
        name.codePoints().limit(LONGEST_NAME).forEach(c -> clean.appendCodePoint(shown(c)));
        return clean.toString();
    }

    private static int shown(int character) {
        return switch (Character.getType(character)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR ->
                    0xFFFD;
            default -> character;
        };
    }
}
