package chatbois.terminal.screen;

import chatbois.cellart.pixel.Medium;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/// What a terminal told about how it takes pixels. Never changes.
///
/// @param told whether it has told all that it was asked
/// @param program what it is called, in small letters; empty if it didn't say
/// @param kitty whether it takes pictures by Kitty's protocol
/// @param sixel whether it takes Sixel
/// @param cellWidth the pixels of a cell; 0 if they are not known
public record Optics(
        boolean told, String program, boolean kitty, boolean sixel, int cellWidth, int cellHeight) {
    /// Of one that told nothing.
    public static final Optics NONE = new Optics(false, "", false, false, 0, 0);

    /// Cells have about so many pixels where the terminal fits pictures into cells by itself.
    private static final int USUAL_WIDTH = 10;

    private static final int USUAL_HEIGHT = 20;

    /// What is larger is no cell.
    private static final int LARGEST = 200;

    /// Of those that take pictures by Kitty's protocol, which let them hang behind characters.
    private static final List<String> WITH_PLACEHOLDERS = List.of("kitty", "ghostty");

    /// Of those, which don't: they would show the characters. Kitty itself learnt it with 0.28.
    /// Compiled only where it is needed, which is after the first picture.
    private static final String WITHOUT_PLACEHOLDERS =
            "konsole.*|wezterm.*|kitty\\(0\\.([01]?[0-9]|2[0-7])\\b.*";

    /// Take Sixel, but leave a picture where something is written over it.
    private static final List<String> WITH_LASTING_SIXEL = List.of("konsole");

    /// Those that tell their name and show colours of 24 bits, which the environment doesn't say
    /// behind ssh. xterm has told its name only since it does.
    private static final List<String> IN_ALL_COLORS =
            List.of(
                    "contour", "foot", "ghostty", "iterm2", "kitty", "konsole", "mintty", "vte",
                    "wezterm", "xterm");

    /// Those that draw sixths of cells by themselves, whatever the font.
    private static final List<String> WITH_SIXTHS =
            List.of("contour", "foot", "ghostty", "iterm2", "kitty", "wezterm");

    private static final List<String> LIKE_ITERM2 = List.of("iterm2", "wezterm", "mintty");

    /// What it takes best and is known to do well; nothing for one that hands on to others.
    public Optional<Medium> best() {
        boolean sure = !is(List.of("tmux", "screen", "zellij"));
        return Stream.of(Medium.values())
                .filter(medium -> sure && takes(medium) && takesWell(medium))
                .findFirst();
    }

    /// Whether it is one that lets pictures hang behind characters, if it takes them.
    boolean mayHang() {
        return is(WITH_PLACEHOLDERS);
    }

    private boolean takesWell(Medium medium) {
        return switch (medium) {
            case KITTY -> mayHang();
            case ITERM2 -> true;
            case SIXEL -> !is(WITH_LASTING_SIXEL);
        };
    }

    /// Whether it said that it takes them so.
    public boolean takes(Medium medium) {
        return switch (medium) {
            case KITTY -> kitty && !program.matches(WITHOUT_PLACEHOLDERS);
            case ITERM2 -> is(LIKE_ITERM2);
            case SIXEL -> sixel && cellWidth > 0;
        };
    }

    /// Whether it is known to show colours of 24 bits.
    boolean isInAllColors() {
        return is(IN_ALL_COLORS);
    }

    /// Whether it is known to draw sixths of cells by itself, whatever the font.
    public boolean drawsSixths() {
        return is(WITH_SIXTHS);
    }

    private boolean is(List<String> programs) {
        return programs.stream().anyMatch(program::startsWith);
    }

    /// The pixels of a cell, which are guessed if that does no harm.
    public int width() {
        return cellWidth > 0 ? cellWidth : USUAL_WIDTH;
    }

    public int height() {
        return cellHeight > 0 ? cellHeight : USUAL_HEIGHT;
    }

    Optics named(String name) {
        return new Optics(told, name.toLowerCase(Locale.ROOT), kitty, sixel, cellWidth, cellHeight);
    }

    Optics kitty(boolean taken) {
        return new Optics(told, program, taken, sixel, cellWidth, cellHeight);
    }

    Optics sixel(boolean taken) {
        return new Optics(told, program, kitty, taken, cellWidth, cellHeight);
    }

    Optics cell(int width, int height) {
        boolean known = width <= LARGEST && height <= LARGEST;
        return new Optics(told, program, kitty, sixel, known ? width : 0, known ? height : 0);
    }

    Optics told(boolean all) {
        return new Optics(all, program, kitty, sixel, cellWidth, cellHeight);
    }
}
