package chatbois.terminal.alert;

import java.time.Duration;
import java.time.Instant;

/// Whether a member is looking: as the terminal says, or else if a key was pressed lately.
public record Looking(boolean told, boolean focused, Instant pressedAt) {
    private static final Duration LATELY = Duration.ofMinutes(1);

    public boolean at(Instant now) {
        return told ? focused : now.isBefore(pressedAt.plus(LATELY));
    }
}
