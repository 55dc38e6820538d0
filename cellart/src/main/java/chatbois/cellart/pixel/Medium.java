package chatbois.cellart.pixel;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// By what protocol a terminal takes pixels.
public enum Medium {
    /// Kitty's: one PNG, which the terminal shows behind characters that stand for its parts.
    KITTY,
    /// iTerm2's: a PNG for each row of cells, so that a part of a picture can be seen.
    ITERM2,
    /// That of the VT340 and of many since: a strip for each row of cells.
    SIXEL;

    /// As it is written.
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// The one that is called so.
    public static Optional<Medium> named(String word) {
        return Arrays.stream(values()).filter(medium -> medium.word().equals(word)).findFirst();
    }

    /// Whether it comes in a strip for each row of cells, and not as a whole.
    public boolean isInStrips() {
        return this != KITTY;
    }
}
