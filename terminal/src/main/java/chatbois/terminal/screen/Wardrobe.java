package chatbois.terminal.screen;

import chatbois.terminal.cell.Abilities;
import chatbois.terminal.cell.ColorDepth;
import chatbois.terminal.cell.Dress;
import chatbois.terminal.cell.Theme;
import com.google.errorprone.annotations.concurrent.GuardedBy;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/// Decides how pictures are painted: by what the member wishes, what the terminal can show and what
/// background it has. Safe for any thread.
final class Wardrobe {
    private final Abilities able;

    /// The theme as long as the terminal has not told its background.
    private final Theme guess;

    @GuardedBy("this")
    private Appearance wishes = Appearance.NONE;

    @GuardedBy("this")
    private OptionalInt background = OptionalInt.empty();

    /// Whether it shows colours of 24 bits, though the environment doesn't say so.
    @GuardedBy("this")
    private boolean inAllColors;

    @GuardedBy("this")
    private Dress worn;

    Wardrobe(Abilities able, Map<String, String> environment) {
        this.able = able;
        guess = guess(environment.getOrDefault("COLORFGBG", ""));
        worn = fitting();
    }

    /// rxvt, Konsole and some others say there which of the 16 colours the background is; most
    /// terminals are dark.
    private static Theme guess(String colors) {
        return colors.matches(".*;(7|9|1[0-5])") ? Theme.LIGHT : Theme.DARK;
    }

    synchronized Dress dress() {
        return worn;
    }

    /// Takes what the member wishes; gives what is to be worn if that is something else now.
    synchronized Optional<Dress> wish(Appearance now) {
        wishes = now;
        return changed();
    }

    /// Takes what the terminal told.
    synchronized Optional<Dress> background(int rgb) {
        background = OptionalInt.of(rgb);
        return changed();
    }

    /// Takes it that the terminal shows colours of 24 bits.
    synchronized Optional<Dress> inAllColors() {
        inAllColors = true;
        return changed();
    }

    /// How many colours the terminal can show.
    synchronized ColorDepth depth() {
        return inAllColors && able.depth() != ColorDepth.NONE ? ColorDepth.TRUE : able.depth();
    }

    synchronized boolean knowsBackground() {
        return background.isPresent();
    }

    @GuardedBy("this")
    private Optional<Dress> changed() {
        Dress before = worn;
        worn = fitting();
        return worn.equals(before) ? Optional.empty() : Optional.of(worn);
    }

    @GuardedBy("this")
    private Dress fitting() {
        boolean links =
                switch (wishes.links()) {
                    case "on" -> true;
                    case "off" -> false;
                    default -> able.links();
                };
        return new Dress(theme(), depth().chosen(wishes.colors()), links);
    }

    @GuardedBy("this")
    private Theme theme() {
        if (background.isEmpty()) {
            return wishes.theme().orElse(guess);
        }
        int told = background.getAsInt();
        return wishes.theme().map(theme -> theme.on(told)).orElseGet(() -> Theme.of(told));
    }
}
