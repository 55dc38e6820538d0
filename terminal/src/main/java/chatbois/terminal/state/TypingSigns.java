package chatbois.terminal.state;

import chatbois.terminal.command.Input;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Finds out from what is being written that others should be told so: not of commands, not too
/// often, and of the end when it is sent or cleared. Owned by the screen's thread.
final class TypingSigns {
    private static final Duration APART = Duration.ofSeconds(3);

    private @Nullable Place place;
    private String text = "";
    private @Nullable Place told;
    private Instant toldAt = Instant.EPOCH;

    List<Effect> after(Model model) {
        Place here = model.here;
        String now = model.editor().draft().text();
        boolean writes =
                here != null
                        && model.isOnline(here)
                        && model.chat().isPresent()
                        && !now.isBlank()
                        && Input.read(now) instanceof Input.Say;
        List<Effect> effects = new ArrayList<>();
        if (told != null && (!writes || !told.equals(here))) {
            effects.add(new Effect.Typing(told, false));
            told = null;
        }
        boolean typed = here != null && here.equals(place) && !now.equals(text);
        if (here != null && writes && typed && isTime(model.now())) {
            effects.add(new Effect.Typing(here, true));
            told = here;
            toldAt = model.now();
        }
        place = here;
        text = now;
        return effects;
    }

    private boolean isTime(Instant now) {
        return told == null || !now.isBefore(toldAt.plus(APART));
    }
}
