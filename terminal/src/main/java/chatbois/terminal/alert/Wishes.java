package chatbois.terminal.alert;

import chatbois.client.session.Around;
import java.time.LocalTime;
import java.util.Optional;

/// What a member wishes about being notified.
///
/// @param on whether at all
/// @param text whether what was said is shown
/// @param voice how the terminal is told, if not as it is known to understand
public record Wishes(boolean on, boolean text, Optional<Voice> voice, Optional<Quiet> quiet) {
    public static final Wishes USUAL = new Wishes(true, true, Optional.empty(), Optional.empty());

    /// Together with what the member wished in one community.
    Wishes in(Around around) {
        return new Wishes(
                on, text && around.showsText(), voice, quiet.or(() -> Quiet.parse(around.quiet())));
    }

    boolean silentAt(LocalTime time) {
        return !on || quiet.filter(hours -> hours.at(time)).isPresent();
    }
}
