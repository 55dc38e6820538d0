package chatbois.terminal.alert;

import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Hours of the day in which nobody is notified; they may go over midnight.
public record Quiet(LocalTime from, LocalTime to) {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm");
    private static final Pattern FORM =
            Pattern.compile(
                    "([01]?[0-9]|2[0-3]):([0-5][0-9]) *[-–] *([01]?[0-9]|2[0-3]):([0-5][0-9])");

    /// Reads `22:00-07:00`; empty if it isn't that.
    public static Optional<Quiet> parse(String typed) {
        Matcher form = FORM.matcher(typed.strip());
        return form.matches()
                ? Optional.of(
                        new Quiet(
                                time(form.group(1), form.group(2)),
                                time(form.group(3), form.group(4))))
                : Optional.empty();
    }

    private static LocalTime time(String hour, String minute) {
        return LocalTime.of(Integer.parseInt(hour), Integer.parseInt(minute));
    }

    /// Whether it is quiet then; from a time to the same is the whole day.
    public boolean at(LocalTime now) {
        return from.isBefore(to)
                ? !now.isBefore(from) && now.isBefore(to)
                : !now.isBefore(from) || now.isBefore(to);
    }

    @Override
    public String toString() {
        return TIME.format(from) + "-" + TIME.format(to);
    }
}
