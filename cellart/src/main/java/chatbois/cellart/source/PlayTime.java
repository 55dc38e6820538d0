package chatbois.cellart.source;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Times in a film, as people write them: `80`, `80s`, `1:20`, `1:02:03`, each with a fraction
/// behind if need be.
public final class PlayTime {
    private static final Pattern TIME =
            Pattern.compile("(?:(?:([0-9]{1,2}):)?([0-9]{1,3}):)?([0-9]{1,5})(\\.[0-9]{1,3})?(s?)");
    private static final int MILLIS = 1_000;
    private static final int SIXTY = 60;

    private PlayTime() {}

    /// @return in milliseconds
    /// @throws IllegalArgumentException with a sentence, if it is no such time
    public static int read(String typed) {
        Matcher time = TIME.matcher(typed);
        if (!time.matches() || !isClock(time)) {
            throw new IllegalArgumentException(
                    "A time is written as 80, 80s, 1:20 or 1:02:03, not " + shown(typed) + ".");
        }
        int minutes = number(time.group(1)) * SIXTY + number(time.group(2));
        String fraction = time.group(4) == null ? "0" : time.group(4);
        return (minutes * SIXTY + number(time.group(3))) * MILLIS
                + (int) Math.round(Double.parseDouble(fraction) * MILLIS);
    }

    /// With a colon it is as on a clock: two digits behind it, below sixty, and no `s`.
    private static boolean isClock(Matcher time) {
        boolean hours = time.group(1) != null;
        boolean minutes = time.group(2) != null;
        return !minutes
                || isSixtieth(time.group(3))
                        && time.group(5).isEmpty()
                        && (!hours || isSixtieth(time.group(2)));
    }

    private static boolean isSixtieth(String digits) {
        return digits.length() == 2 && Integer.parseInt(digits) < SIXTY;
    }

    private static int number(String digits) {
        return digits == null ? 0 : Integer.parseInt(digits);
    }

    private static String shown(String typed) {
        return typed.isBlank() || typed.length() > 20 ? "that" : typed;
    }

    /// `0:42`, `1:02:03`
    public static String word(long millis) {
        long seconds = millis / MILLIS;
        long minutes = seconds / SIXTY;
        return minutes < SIXTY
                ? "%d:%02d".formatted(minutes, seconds % SIXTY)
                : "%d:%02d:%02d".formatted(minutes / SIXTY, minutes % SIXTY, seconds % SIXTY);
    }
}
