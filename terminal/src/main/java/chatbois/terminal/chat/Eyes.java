package chatbois.terminal.chat;

import chatbois.cellart.pixel.Medium;
import chatbois.terminal.screen.Optics;
import chatbois.terminal.screen.Screen;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// Has the terminal asked how it takes pixels, and says so where a member wants them and it doesn't
/// take them. For the screen's thread.
final class Eyes {
    /// A terminal that hasn't answered by then won't.
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    /// What is wished and not known yet to be possible.
    private @Nullable Medium wished;

    private String word = "";

    /// Takes what is set.
    ///
    /// @param late is told when the terminal has had time to answer
    void wish(String now, Screen screen, Runnable late) {
        Optional<Medium> medium = Medium.named(now);
        screen.look(medium);
        if (!now.equals(word)) {
            word = now;
            wished = medium.orElse(null);
            if (medium.isPresent()) {
                CompletableFuture.delayedExecutor(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)
                        .execute(late);
            }
        }
    }

    /// Why the wish can't be granted, once that is known.
    ///
    /// @param late whether the terminal had its time to answer
    Optional<String> refusal(Screen screen, boolean late) {
        Medium medium = wished;
        Optics optics = screen.optics();
        if (medium == null || !(late || optics.told())) {
            return Optional.empty();
        }
        wished = null;
        return optics.takes(medium) ? Optional.empty() : Optional.of(sentence(medium, optics));
    }

    private static String sentence(Medium medium, Optics optics) {
        String asked =
                optics.told()
                        ? "This terminal says that it doesn't take pictures as " + medium.word()
                        : "This terminal doesn't say whether it takes pictures as " + medium.word();
        return asked
                + ", so they are made of characters; /style auto takes the best that it can show.";
    }
}
