package chatbois.terminal.setting;

import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/// How the time of day is written, always as wide.
public enum TimeOfDay {
    OF_24("HH:mm", "  …  "),
    OF_12("hh:mma", "   …   ");

    private final DateTimeFormatter format;
    private final String waiting;

    TimeOfDay(String pattern, String waiting) {
        this.format = DateTimeFormatter.ofPattern(pattern, Locale.ENGLISH);
        this.waiting = waiting;
    }

    public static TimeOfDay of(Settings settings) {
        return settings.value(Setting.LOOKS_CLOCK).equals("12h") ? OF_12 : OF_24;
    }

    public String of(ZonedDateTime time) {
        return format.format(time).toLowerCase(Locale.ENGLISH);
    }

    /// What stands there before the time is known.
    public String waiting() {
        return waiting;
    }

    public int columns() {
        return waiting.length();
    }
}
