package chatbois.app.member;

import java.io.Console;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/// Standard output, for data: what can't be written is no success.
final class Output {
    private static final Path ITSELF = Path.of("/dev/stdout");
    private static final int SORT_OF_FILE = 0170000;
    private static final int PIPE = 0010000;

    private Output() {}

    /// Writes one line at once.
    ///
    /// @throws ReaderLeft when the reader of the pipe has ended
    /// @throws UncheckedIOException when nobody takes it otherwise, as when the disk is full
    static void line(String text) {
        System.out.println(text);
        check();
    }

    /// Writes a text as it is, in UTF-8 wherever one is: it is made of more than letters.
    static void text(String text) {
        System.out.writeBytes(text.getBytes(StandardCharsets.UTF_8));
        check();
    }

    /// Whether somebody sits there and sees it.
    static boolean isTerminal() {
        Console console = System.console();
        return console != null && console.isTerminal();
    }

    private static void check() {
        if (System.out.checkError()) {
            if (isPipe()) {
                throw new ReaderLeft();
            }
            throw new UncheckedIOException(
                    "standard output takes no more; what was read is not complete there",
                    new IOException("the stream is in error"));
        }
    }

    /// A pipe takes all, unless its reader has ended.
    private static boolean isPipe() {
        try {
            int mode = (Integer) Files.getAttribute(ITSELF, "unix:mode");
            return (mode & SORT_OF_FILE) == PIPE;
        } catch (IOException | RuntimeException e) {
            return false;
        }
    }
}
