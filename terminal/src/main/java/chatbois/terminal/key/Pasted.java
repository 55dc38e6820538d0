package chatbois.terminal.key;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/// Collects the bytes of one bracketed paste until its end mark, and no more than fit.
final class Pasted {
    private static final byte[] END = "\u001b[201~".getBytes(StandardCharsets.US_ASCII);
    private static final int MOST_BYTES = 256 * 1024;

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private int matched;
    private boolean cut;

    /// Takes one byte and says whether it was the last of the end mark.
    boolean endsWith(byte next) {
        if (next == END[matched]) {
            matched++;
            return matched == END.length;
        }
        keep(matched);
        matched = next == END[0] ? 1 : 0;
        if (matched == 0) {
            keep(next);
        }
        return false;
    }

    Key.Paste key() {
        return new Key.Paste(clean(bytes.toString(StandardCharsets.UTF_8)), cut);
    }

    /// Text as it may stand in a message: without controls, with one kind of line break.
    static String clean(String text) {
        return text.replace("\r\n", "\n")
                .replace('\r', '\n')
                .replaceAll("[\\p{Cntrl}\\x{80}-\\x{9f}&&[^\n\t]]", "");
    }

    /// The first bytes of the end mark were none, after all.
    private void keep(int ofEndMark) {
        for (int i = 0; i < ofEndMark; i++) {
            keep(END[i]);
        }
    }

    private void keep(byte next) {
        if (bytes.size() < MOST_BYTES) {
            bytes.write(next);
        } else {
            cut = true;
        }
    }
}
