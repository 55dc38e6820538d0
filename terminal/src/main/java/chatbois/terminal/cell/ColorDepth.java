package chatbois.terminal.cell;

import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/// How many colours a terminal can show, and the nearest it can show for each.
public enum ColorDepth {
    /// No colour at all, by wish or by want.
    NONE,
    /// The 16 of old.
    SIXTEEN,
    /// The palette of xterm.
    PALETTE,
    /// Any of 24 bits.
    TRUE;

    private static final int[] CUBE = {0, 95, 135, 175, 215, 255};
    private static final int[] BASE = {
        0x000000, 0xCD0000, 0x00CD00, 0xCDCD00, 0x0000EE, 0xCD00CD, 0x00CDCD, 0xE5E5E5, 0x7F7F7F,
        0xFF0000, 0x00FF00, 0xFFFF00, 0x5C5CFF, 0xFF00FF, 0x00FFFF, 0xFFFFFF
    };

    /// What the environment says: `NO_COLOR`, then `COLORTERM`, then `TERM`.
    public static ColorDepth of(Map<String, String> environment) {
        String term = environment.getOrDefault("TERM", "dumb");
        String colors = environment.getOrDefault("COLORTERM", "");
        if (!environment.getOrDefault("NO_COLOR", "").isEmpty() || term.equals("dumb")) {
            return NONE;
        }
        if (colors.equals("truecolor") || colors.equals("24bit") || isKnownTrue(term)) {
            return TRUE;
        }
        return term.contains("256color") ? PALETTE : SIXTEEN;
    }

    /// What a member has chosen, `none`, `16`, `256` or `true`; anything else leaves it as it is.
    public ColorDepth chosen(String word) {
        return switch (word) {
            case "none" -> NONE;
            case "16" -> SIXTEEN;
            case "256" -> PALETTE;
            case "true" -> TRUE;
            default -> this;
        };
    }

    private static boolean isKnownTrue(String term) {
        return term.endsWith("-direct")
                || term.startsWith("alacritty")
                || term.startsWith("foot")
                || term.startsWith("wezterm")
                || term.startsWith("xterm-kitty")
                || term.startsWith("xterm-ghostty");
    }

    /// The nearest colour at this depth.
    Color nearest(Color color) {
        return switch (this) {
            case NONE -> Color.DEFAULT;
            case SIXTEEN -> nearestOfSixteen(color);
            case PALETTE -> color instanceof Color.Rgb rgb ? nearestOfPalette(rgb) : color;
            case TRUE -> color;
        };
    }

    private static Color nearestOfSixteen(Color color) {
        return switch (color) {
            case Color.Default(), Color.Inked _, Color.Name _ -> color;
            case Color.OfPicture _, Color.Covered() -> color;
            case Color.Indexed(int index) when index < 16 -> color;
            case Color.Indexed(int index) -> nearestOfSixteen(exact(index));
            case Color.Rgb rgb ->
                    new Color.Indexed(
                            IntStream.range(0, BASE.length)
                                    .boxed()
                                    .min(Comparator.comparingInt(i -> distance(base(i), rgb)))
                                    .orElseThrow());
        };
    }

    private static Color nearestOfPalette(Color.Rgb rgb) {
        int cube = 16 + 36 * cubeStep(rgb.red()) + 6 * cubeStep(rgb.green()) + cubeStep(rgb.blue());
        int level = (rgb.red() + rgb.green() + rgb.blue()) / 3;
        int grey = 232 + Math.clamp((level - 3) / 10, 0, 23);
        boolean greyIsNearer = distance(exact(grey), rgb) < distance(exact(cube), rgb);
        return new Color.Indexed(greyIsNearer ? grey : cube);
    }

    private static Color.Rgb base(int index) {
        return new Color.Rgb(BASE[index]);
    }

    private static int cubeStep(int level) {
        return level < 48 ? 0 : level < 115 ? 1 : (level - 35) / 40;
    }

    /// What a colour looks like; nothing if only the terminal or a theme knows.
    static Optional<Color.Rgb> exact(Color color) {
        return switch (color) {
            case Color.Default(), Color.Inked _, Color.Name _ -> Optional.empty();
            case Color.OfPicture _, Color.Covered() -> Optional.empty();
            case Color.Indexed(int index) -> Optional.of(exact(index));
            case Color.Rgb rgb -> Optional.of(rgb);
        };
    }

    /// What a place in the palette looks like, unless somebody has changed it: the 16 of old, a
    /// cube of 6×6×6 colours, then 24 greys.
    static Color.Rgb exact(int index) {
        if (index < BASE.length) {
            return base(index);
        }
        if (index >= 232) {
            return new Color.Rgb((8 + (index - 232) * 10) * 0x010101);
        }
        int place = index - 16;
        int red = CUBE[place / 36];
        int green = CUBE[place / 6 % 6];
        return new Color.Rgb(red << 16 | green << 8 | CUBE[place % 6]);
    }

    private static int distance(Color.Rgb a, Color.Rgb b) {
        int red = a.red() - b.red();
        int green = a.green() - b.green();
        int blue = a.blue() - b.blue();
        return 2 * red * red + 4 * green * green + 3 * blue * blue;
    }
}
