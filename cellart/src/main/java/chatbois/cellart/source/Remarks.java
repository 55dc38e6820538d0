package chatbois.cellart.source;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What ffmpeg says of a file while it decodes it. It is read by a thread of its own, as ffmpeg
/// would wait otherwise, and only its beginning is kept.
final class Remarks {
    private static final int MOST = 64 * 1024;
    private static final Duration PATIENCE = Duration.ofMillis(500);

    /// A line of its own, so that no title can pass for it.
    private static final Pattern LENGTH =
            Pattern.compile(
                    "^  Duration: ([0-9]{1,4}):([0-9]{2}):([0-9]{2})\\.([0-9]{2}),",
                    Pattern.MULTILINE);

    private final Thread reader;

    @GuardedBy("this")
    private final StringBuilder text = new StringBuilder();

    private Remarks(InputStream from) {
        reader = Thread.ofVirtual().name("ffmpeg-remarks").unstarted(() -> read(from));
    }

    static Remarks of(Process process) {
        Remarks remarks = new Remarks(process.getErrorStream());
        remarks.reader.start();
        return remarks;
    }

    private void read(InputStream from) {
        byte[] some = new byte[4096];
        try (from) {
            for (int n = from.read(some); n >= 0; n = from.read(some)) {
                keep(new String(some, 0, n, StandardCharsets.ISO_8859_1));
            }
        } catch (IOException _) {
            // It has ended.
        }
    }

    private synchronized void keep(String more) {
        if (text.length() < MOST) {
            text.append(more);
        }
    }

    /// How long the file takes, in milliseconds, if that was said; asked when ffmpeg has ended.
    OptionalLong length() {
        try {
            reader.join(PATIENCE);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
        return length(all());
    }

    private synchronized String all() {
        return text.toString();
    }

    static OptionalLong length(String said) {
        Matcher found = LENGTH.matcher(said);
        if (!found.find()) {
            return OptionalLong.empty();
        }
        long minutes = 60L * number(found, 1) + number(found, 2);
        return OptionalLong.of(
                60_000 * minutes + 1_000L * number(found, 3) + 10 * number(found, 4));
    }

    private static int number(Matcher found, int group) {
        return Integer.parseInt(found.group(group));
    }
}
