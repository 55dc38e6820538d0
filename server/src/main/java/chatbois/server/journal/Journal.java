package chatbois.server.journal;

import chatbois.protocol.LogLevel;
import java.io.PrintStream;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/// Writes lines of `key=value` pairs (logfmt), each in one piece. Safe for any thread.
public final class Journal {
    private final PrintStream out;
    private final Clock clock;
    private volatile LogLevel level = LogLevel.NORMAL;

    public Journal(PrintStream out, Clock clock) {
        this.out = out;
        this.clock = clock;
    }

    public LogLevel level() {
        return level;
    }

    /// Writes so much from now on.
    public void level(LogLevel now) {
        level = now;
    }

    /// @param pairs keys and values in turn
    public void info(String event, Object... pairs) {
        if (writes(LogLevel.NORMAL)) {
            write("info", event, pairs);
        }
    }

    /// What is worth a line only to somebody who looks for something.
    public void verbose(String event, Object... pairs) {
        if (writes(LogLevel.VERBOSE)) {
            write("verbose", event, pairs);
        }
    }

    /// What happens many times in a second.
    public void debug(String event, Object... pairs) {
        if (writes(LogLevel.DEBUG)) {
            write("debug", event, pairs);
        }
    }

    private boolean writes(LogLevel needed) {
        return level.compareTo(needed) >= 0;
    }

    public void warn(String event, Object... pairs) {
        write("warn", event, pairs);
    }

    /// A fault of the program's own, with the place in the code where it came from.
    public void fault(String event, Throwable cause) {
        StackTraceElement[] trace = cause.getStackTrace();
        write(
                "error",
                event,
                "cause",
                cause.getClass().getSimpleName(),
                "message",
                String.valueOf(cause.getMessage()),
                "at",
                trace.length == 0 ? "unknown" : trace[0]);
    }

    private void write(String level, String event, Object... pairs) {
        StringBuilder line = new StringBuilder(128);
        line.append("time=").append(Instant.now(clock).truncatedTo(ChronoUnit.MILLIS));
        line.append(" level=").append(level).append(" event=").append(event);
        for (int i = 0; i + 1 < pairs.length; i += 2) {
            line.append(' ').append(pairs[i]).append('=');
            quote(line, String.valueOf(pairs[i + 1]));
        }
        out.println(line);
    }

    /// Quotes what isn't a plain word, so that nobody can forge a line or an escape sequence.
    private static void quote(StringBuilder line, String value) {
        boolean plain = !value.isEmpty() && value.chars().allMatch(Journal::isPlain);
        if (plain) {
            line.append(value);
            return;
        }
        line.append('"');
        value.codePoints().forEach(c -> line.append(printable(c)));
        line.append('"');
    }

    private static boolean isPlain(int c) {
        return c > ' ' && c < 127 && c != '"' && c != '=' && c != '\\';
    }

    private static String printable(int c) {
        if (c == '"' || c == '\\') {
            return "\\" + (char) c;
        }
        boolean hidden = Character.isISOControl(c) || Character.getType(c) == Character.FORMAT;
        return hidden ? String.format("\\u%04x", c) : Character.toString(c);
    }
}
