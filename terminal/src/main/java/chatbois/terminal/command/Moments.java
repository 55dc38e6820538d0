package chatbois.terminal.command;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/// Points in time as people read them, in the time zone of this machine.
final class Moments {
    private static final DateTimeFormatter MINUTE =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT);

    private Moments() {}

    static String minute(Instant at) {
        return MINUTE.format(at.atZone(ZoneId.systemDefault()));
    }

    static String minute(long millis) {
        return minute(Instant.ofEpochMilli(millis));
    }
}
