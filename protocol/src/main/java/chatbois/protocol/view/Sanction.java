package chatbois.protocol.view;

import static chatbois.protocol.Refusal.refused;

import chatbois.log.MemberId;
import chatbois.protocol.Limits;
import chatbois.protocol.Refusal.Code;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/// A ban or a mute.
///
/// @param by who laid it on
/// @param until when it ends, in the server's time, milliseconds since 1970; 0 means never
/// @param reason may be empty
public record Sanction(MemberId by, long until, String reason) {
    private static final Duration LONGEST = Duration.ofDays(36_500);

    /// Refuses an end that is over or too far, and a reason that can't be shown.
    public static void check(long until, String reason, long time) {
        checkReason(reason);
        if (until != 0 && (until <= time || until > time + LONGEST.toMillis())) {
            throw refused(
                    Code.BAD_REQUEST,
                    "It ends within the next hundred years, or never; that time is over or too"
                            + " far.");
        }
    }

    static void checkReason(String reason) {
        OneLine.check(reason, Limits.REASON, "A reason");
    }

    public boolean isOver(long time) {
        return until != 0 && time > until;
    }

    /// How long and why, the end of a sentence: ` until 2026-11-25 18:00 UTC: spam.`
    public String details() {
        String end = until == 0 ? "" : " until " + minute();
        return reason.isEmpty() ? end + "." : end + ": " + reason + ".";
    }

    private String minute() {
        String instant = Instant.ofEpochMilli(until).truncatedTo(ChronoUnit.MINUTES).toString();
        return instant.replace('T', ' ').replace(":00Z", " UTC");
    }
}
