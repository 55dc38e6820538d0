package chatbois.terminal.media;

import chatbois.cellart.Colors;
import chatbois.cellart.Style;
import chatbois.terminal.cell.ColorDepth;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// Of which characters pictures are made on this screen, and in which colours.
public record Drawing(Style style, Colors colors) {
    public static final String AUTO = "auto";
    public static final String OFF = "off";
    private static final String ASCII_COLOR = "ascii-color";

    /// What can be chosen, the simplest first; `auto` and `off` aside.
    public static final List<String> WORDS =
            List.of(
                    "ascii",
                    ASCII_COLOR,
                    "half",
                    "quad",
                    "sextant",
                    "octant",
                    "blocks",
                    "mosaic",
                    "braille");

    /// What goes with a member's choice, a terminal's colours and its environment; nothing if
    /// pictures are off.
    public static Optional<Drawing> of(
            String chosen, ColorDepth depth, Map<String, String> environment) {
        Colors colors =
                switch (depth) {
                    case NONE -> Colors.NONE;
                    case SIXTEEN -> Colors.SIXTEEN;
                    case PALETTE -> Colors.INDEXED;
                    case TRUE -> Colors.FULL;
                };
        return switch (chosen) {
            case OFF -> Optional.empty();
            case AUTO -> Optional.of(fitting(colors, environment));
            case "ascii" -> Optional.of(new Drawing(Style.ASCII, Colors.NONE));
            case ASCII_COLOR -> Optional.of(new Drawing(Style.ASCII, colors));
            default ->
                    Optional.of(
                            new Drawing(Style.valueOf(chosen.toUpperCase(Locale.ROOT)), colors));
        };
    }

    /// Without colours letters say most, and all fonts have them. Sixths look best of what the
    /// better terminals draw by themselves, whatever the font; all others have blocks, but for the
    /// consoles of old, which have few of them.
    private static Drawing fitting(Colors colors, Map<String, String> environment) {
        String term = environment.getOrDefault("TERM", "");
        if (colors == Colors.NONE || term.startsWith("linux") || term.startsWith("vt")) {
            return new Drawing(Style.ASCII, colors);
        }
        boolean sixths = colors == Colors.FULL && drawsSixths(term, environment);
        return new Drawing(sixths ? Style.SEXTANT : Style.BLOCKS, colors);
    }

    private static boolean drawsSixths(String term, Map<String, String> environment) {
        boolean between = environment.containsKey("TMUX") || environment.containsKey("STY");
        String program = environment.getOrDefault("TERM_PROGRAM", "");
        boolean known =
                environment.containsKey("WT_SESSION")
                        || environment.containsKey("KITTY_WINDOW_ID")
                        || List.of("WezTerm", "ghostty", "iTerm.app", "rio").contains(program)
                        || Stream.of("xterm-kitty", "xterm-ghostty", "foot", "wezterm", "contour")
                                .anyMatch(term::startsWith);
        return known && !between;
    }

    /// As it is chosen.
    public String word() {
        return style == Style.ASCII && colors != Colors.NONE ? ASCII_COLOR : style.word();
    }
}
