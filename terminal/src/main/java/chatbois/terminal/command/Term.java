package chatbois.terminal.command;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// How long something holds, and why: `7d spam`. Without a length for ever.
///
/// @param until milliseconds since 1970; 0 means for ever
record Term(long until, String reason) {
    private static final Pattern LENGTH = Pattern.compile("([1-9][0-9]{0,4})([mhdw])");

    private static final Pattern NUMBER = Pattern.compile("[-+]?\\p{Nd}.*");

    /// Reads the words behind the one that says whom it is about.
    static Term parse(List<String> words, Instant now) {
        String first = words.isEmpty() ? "" : words.getFirst();
        Matcher length = LENGTH.matcher(first);
        if (!length.matches()) {
            checkReason(first);
            return new Term(0, String.join(" ", words));
        }
        Duration lasts = unit(length.group(2)).multipliedBy(Integer.parseInt(length.group(1)));
        String reason = String.join(" ", words.subList(1, words.size()));
        return new Term(now.plus(lasts).toEpochMilli(), reason);
    }

    /// Whether a word was meant as a number or a length, in digits of any script. One that is none
    /// is better refused than taken as a reason, with which it would hold for ever.
    static boolean isNumeric(String word) {
        return NUMBER.matcher(word).matches();
    }

    private static void checkReason(String first) {
        if (isNumeric(first)) {
            throw new WrongUsage(
                    first
                            + " is no length; type one such as 30m, 12h, 7d or 4w, and the reason"
                            + " behind it. Without one it is for ever.");
        }
    }

    private static Duration unit(String letter) {
        return switch (letter) {
            case "m" -> Duration.ofMinutes(1);
            case "h" -> Duration.ofHours(1);
            case "d" -> Duration.ofDays(1);
            default -> Duration.ofDays(7);
        };
    }

    /// How long, behind a sentence: ` until 2026-11-25 18:00`.
    String end() {
        return until == 0 ? "" : " until " + Moments.minute(Instant.ofEpochMilli(until));
    }
}
