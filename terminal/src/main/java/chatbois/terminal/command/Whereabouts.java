package chatbois.terminal.command;

import chatbois.protocol.Sighting;
import chatbois.protocol.Sighting.State;
import chatbois.terminal.text.SafeText;
import chatbois.terminal.text.Wrap;
import java.time.Duration;
import java.time.Instant;

/// How members are there, as signs and in words. The signs differ in their shape, so that they need
/// no colour.
public final class Whereabouts {
    private static final int MOST_WORDS = 60;

    private Whereabouts() {}

    /// The sign in front of a name; empty if nothing is told.
    ///
    /// @param plain for a terminal that shows only what a typewriter has
    public static String sign(State state, boolean plain) {
        return switch (state) {
            case ONLINE -> plain ? "+" : "●";
            case AWAY -> plain ? "~" : "◐";
            case OFFLINE -> plain ? "-" : "○";
            case UNKNOWN -> "";
        };
    }

    /// `away: lunch`, `last seen 3 hours ago`; empty if nothing is told.
    public static String words(Sighting sighting, Instant now) {
        return switch (sighting.state()) {
            case ONLINE -> "online";
            case AWAY -> {
                String words = Wrap.ellipsis(SafeText.line(sighting.words()), MOST_WORDS);
                yield words.isEmpty() ? "away" : "away: " + words;
            }
            case OFFLINE ->
                    sighting.lastSeen() == 0 ? "offline" : lastSeen(sighting.lastSeen(), now);
            case UNKNOWN -> "";
        };
    }

    private static String lastSeen(long millis, Instant now) {
        Duration ago = Duration.between(Instant.ofEpochMilli(millis), now);
        String when =
                ago.toMinutes() < 2
                        ? "just now"
                        : ago.toHours() < 2
                                ? ago.toMinutes() + " minutes ago"
                                : ago.toDays() < 2
                                        ? ago.toHours() + " hours ago"
                                        : ago.toDays() + " days ago";
        return "last seen " + when;
    }

    /// The word for a table; empty if nothing is told.
    static String word(State state) {
        return switch (state) {
            case ONLINE -> "online";
            case AWAY -> "away";
            case OFFLINE -> "offline";
            case UNKNOWN -> "";
        };
    }
}
