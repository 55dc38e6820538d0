package chatbois.protocol.view;

import static chatbois.protocol.Refusal.refused;

import chatbois.log.MemberId;
import chatbois.protocol.Limits;
import chatbois.protocol.Refusal.Code;
import chatbois.protocol.event.EventBody.FilesSet;
import chatbois.protocol.event.EventBody.OnServer;
import chatbois.protocol.event.EventBody.RetentionSet;
import chatbois.protocol.event.EventBody.ShutdownCalledOff;
import chatbois.protocol.event.EventBody.ShutdownPlanned;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What is planned with the server: its end, how long it keeps messages, and which files it takes.
final class ServerPlan {
    private @Nullable PlannedEnd end;
    private int retentionDays;
    private FileRules files = FileRules.USUAL;

    void check(OnServer event, long time) {
        switch (event) {
            case ShutdownPlanned planned -> checkPlanned(planned);
            case ShutdownCalledOff _ -> {
                if (end(time).isEmpty()) {
                    throw refused(
                            Code.BAD_REQUEST,
                            "Neither a shutdown nor a restart is planned; there is nothing to call"
                                    + " off.");
                }
            }
            case RetentionSet(int days) -> checkDays(days);
            case FilesSet set -> FileRules.check(set);
        }
    }

    void apply(MemberId author, OnServer event, long time) {
        switch (event) {
            case ShutdownPlanned(int seconds, boolean restart, String reason) ->
                    end =
                            new PlannedEnd(
                                    author,
                                    time + Duration.ofSeconds(seconds).toMillis(),
                                    restart,
                                    reason);
            case ShutdownCalledOff _ -> end = null;
            case RetentionSet(int days) -> retentionDays = days;
            case FilesSet set -> files = files.with(set);
        }
    }

    /// The end that is still to come.
    Optional<PlannedEnd> end(long time) {
        return Optional.ofNullable(end).filter(planned -> planned.at() > time);
    }

    /// How many days messages are kept; 0 for ever.
    int retentionDays() {
        return retentionDays;
    }

    FileRules files() {
        return files;
    }

    private static void checkPlanned(ShutdownPlanned planned) {
        if (planned.seconds() < 0 || planned.seconds() > Limits.COUNTDOWN) {
            throw refused(
                    Code.BAD_REQUEST,
                    "The server ends within seven days from the notice, or at once.");
        }
        OneLine.check(planned.reason(), Limits.REASON, "A reason");
    }

    static void checkDays(@Nullable Integer days) {
        if (days == null) {
            return;
        }
        if (days < 0 || days > Limits.RETENTION_DAYS) {
            throw refused(
                    Code.BAD_REQUEST,
                    "Messages are kept for 1 to " + Limits.RETENTION_DAYS + " days, or for ever.");
        }
    }
}
