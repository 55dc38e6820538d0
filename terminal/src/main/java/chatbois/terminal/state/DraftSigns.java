package chatbois.terminal.state;

import chatbois.terminal.command.Input;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Finds out when what is being written is to be kept: at a pause, when it is sent or cleared, when
/// the member goes elsewhere, and at the end. Commands are not kept: they may hold secrets. Owned
/// by the screen's thread.
final class DraftSigns {
    private static final Duration PAUSE = Duration.ofSeconds(1);

    private @Nullable Place place;
    private String text = "";
    private String kept = "";
    private Instant changedAt = Instant.EPOCH;

    /// Whether something is written that is not kept yet.
    boolean isWaiting() {
        return !text.equals(kept);
    }

    /// @param ending whether the program is about to end
    Optional<Effect> after(Model model, boolean ending) {
        Place here = model.here;
        String now = words(model);
        if (here == null || !here.equals(place)) {
            Optional<Effect> left = isWaiting() ? keep() : Optional.empty();
            place = here;
            text = now;
            kept = now;
            return left;
        }
        if (!now.equals(text)) {
            text = now;
            changedAt = model.now();
        }
        boolean due = ending || text.isEmpty() || !model.now().isBefore(changedAt.plus(PAUSE));
        return isWaiting() && due ? keep() : Optional.empty();
    }

    private Optional<Effect> keep() {
        kept = text;
        return Optional.ofNullable(place)
                .filter(where -> where.chat() != null && !where.isThread())
                .map(where -> new Effect.Keep(where, kept));
    }

    private static String words(Model model) {
        String written = model.editor().draft().text();
        return Input.read(written) instanceof Input.Say ? written : "";
    }
}
