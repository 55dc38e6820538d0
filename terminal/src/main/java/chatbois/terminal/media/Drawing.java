package chatbois.terminal.media;

import chatbois.cellart.Colors;
import chatbois.cellart.Style;
import chatbois.cellart.pixel.Medium;
import chatbois.cellart.worker.Look;
import chatbois.terminal.cell.ColorDepth;
import chatbois.terminal.screen.Optics;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// Of what pictures are made on this screen: of which characters in which colours, or of pixels.
public record Drawing(Look.Manner manner) {
    public static final String AUTO = "auto";
    public static final String OFF = "off";
    private static final String ASCII_COLOR = "ascii-color";

    /// More columns can't be told apart by Kitty's protocol.
    private static final int MOST_COLUMNS = 297;

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
                    "braille",
                    "sixel",
                    "iterm2",
                    "kitty");

    public Drawing(Style style, Colors colors) {
        this(new Look.Characters(style, colors));
    }

    /// What goes with a member's choice, a terminal's colours, its environment and what it told;
    /// nothing if pictures are off. Pixels which the terminal doesn't take are characters.
    public static Optional<Drawing> of(
            String chosen, ColorDepth depth, Map<String, String> environment, Optics optics) {
        Colors colors =
                switch (depth) {
                    case NONE -> Colors.NONE;
                    case SIXTEEN -> Colors.SIXTEEN;
                    case PALETTE -> Colors.INDEXED;
                    case TRUE -> Colors.FULL;
                };
        return switch (chosen) {
            case OFF -> Optional.empty();
            case AUTO ->
                    optics.best()
                            .filter(_ -> colors != Colors.NONE)
                            .map(medium -> pixels(medium, optics))
                            .or(() -> Optional.of(fitting(colors, environment, optics)));
            case "ascii" -> Optional.of(new Drawing(Style.ASCII, Colors.NONE));
            case ASCII_COLOR -> Optional.of(new Drawing(Style.ASCII, colors));
            default ->
                    Medium.named(chosen).isPresent()
                            ? Medium.named(chosen)
                                    .filter(optics::takes)
                                    .map(medium -> pixels(medium, optics))
                                    .or(() -> Optional.of(fitting(colors, environment, optics)))
                            : Optional.of(
                                    new Drawing(
                                            Style.valueOf(chosen.toUpperCase(Locale.ROOT)),
                                            colors));
        };
    }

    private static Drawing pixels(Medium medium, Optics optics) {
        return new Drawing(new Look.Pixels(medium, optics.width(), optics.height()));
    }

    /// Without colours letters say most, and all fonts have them. Sixths look best of what the
    /// better terminals draw by themselves, whatever the font; all others have blocks, but for the
    /// consoles of old, which have few of them.
    private static Drawing fitting(Colors colors, Map<String, String> environment, Optics optics) {
        String term = environment.getOrDefault("TERM", "");
        if (colors == Colors.NONE || term.startsWith("linux") || term.startsWith("vt")) {
            return new Drawing(Style.ASCII, colors);
        }
        boolean sixths = colors == Colors.FULL && drawsSixths(term, environment, optics);
        return new Drawing(sixths ? Style.SEXTANT : Style.BLOCKS, colors);
    }

    private static boolean drawsSixths(
            String term, Map<String, String> environment, Optics optics) {
        boolean between = environment.containsKey("TMUX") || environment.containsKey("STY");
        String program = environment.getOrDefault("TERM_PROGRAM", "");
        boolean known =
                optics.drawsSixths()
                        || environment.containsKey("WT_SESSION")
                        || environment.containsKey("KITTY_WINDOW_ID")
                        || List.of("WezTerm", "ghostty", "iTerm.app", "rio").contains(program)
                        || Stream.of("xterm-kitty", "xterm-ghostty", "foot", "wezterm", "contour")
                                .anyMatch(term::startsWith);
        return known && !between;
    }

    /// As it is chosen.
    public String word() {
        return switch (manner) {
            case Look.Pixels(Medium medium, _, _) -> medium.word();
            case Look.Characters(Style style, Colors colors) ->
                    style == Style.ASCII && colors != Colors.NONE ? ASCII_COLOR : style.word();
        };
    }

    /// How many of some columns a picture can take.
    public int most(int columns) {
        return manner instanceof Look.Pixels ? Math.min(columns, MOST_COLUMNS) : columns;
    }
}
