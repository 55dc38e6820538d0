package chatbois.protocol;

import chatbois.log.Malformed;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.regex.Pattern;

/// What a backup is called: when it was made, in UTC. Never a path; sorts by time.
public record BackupName(String value) implements Comparable<BackupName> {
    private static final String PREFIX = "chatbois-";
    private static final String SUFFIX = ".backup";
    private static final Pattern FORM =
            Pattern.compile(PREFIX + "[0-9]{8}T[0-9]{9}Z" + Pattern.quote(SUFFIX));
    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmssSSS'Z'", Locale.ROOT)
                    .withZone(ZoneOffset.UTC);

    /// @throws Malformed when no backup is called so
    public BackupName {
        if (!isName(value)) {
            throw new Malformed("no backup is called so");
        }
    }

    public static BackupName at(Instant time) {
        return new BackupName(PREFIX + STAMP.format(time) + SUFFIX);
    }

    public static boolean isName(String text) {
        return FORM.matcher(text).matches();
    }

    /// @throws java.time.DateTimeException when there is no such time, such as a thirteenth month
    public Instant time() {
        return STAMP.parse(
                value.substring(PREFIX.length(), value.length() - SUFFIX.length()), Instant::from);
    }

    @Override
    public int compareTo(BackupName other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
