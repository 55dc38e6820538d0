package chatbois.app.member;

import java.io.IOException;
import java.io.UncheckedIOException;

/// Standard output, for data: what can't be written is no success.
final class Output {
    private Output() {}

    /// Writes one line at once.
    ///
    /// @throws UncheckedIOException when nobody takes it, as when the disk is full or the reader of
    ///   a pipe has ended
    static void line(String text) {
        System.out.println(text);
        if (System.out.checkError()) {
            throw new UncheckedIOException(
                    "standard output takes no more; what was read is not complete there",
                    new IOException("the stream is in error"));
        }
    }
}
