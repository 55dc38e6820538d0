package chatbois.terminal.cell;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;

/// The colours of a theme as a terminal can show them. For one thread.
final class Palette {
    /// How light names are on a dark background, and on a light one.
    private static final double[] ON_DARK = {0.71, 0.78, 0.85};

    private static final double[] ON_LIGHT = {0.52, 0.46, 0.40};
    private static final double CHROMA = 0.13;
    private static final double FAINT_CONTRAST = 3;

    private final Theme theme;
    private final ColorDepth depth;
    private final Map<Ink, Color> inks = new EnumMap<>(Ink.class);
    private final Map<Integer, Color> names = new HashMap<>();

    Palette(Dress dress) {
        theme = dress.theme();
        depth = dress.depth();
    }

    /// The nearest that the terminal can show.
    Color of(Color wished) {
        if (depth == ColorDepth.NONE) {
            return Color.DEFAULT;
        }
        if (wished instanceof Color.Rgb && depth == ColorDepth.TRUE) {
            return wished; // films have thousands of them in a frame, and the switch takes longer
        }
        return switch (wished) {
            case Color.Inked(Ink ink) -> ink(ink);
            case Color.Name(int number) -> names.computeIfAbsent(number, this::name);
            case Color.OfPicture _, Color.Covered _ -> wished;
            case Color.Default _, Color.Indexed _, Color.Rgb _ -> depth.nearest(wished);
        };
    }

    private Color ink(Ink ink) {
        Color known = inks.get(ink);
        if (known == null) {
            known = found(ink);
            inks.put(ink, known);
        }
        return known;
    }

    /// What the theme's author chose is taken as it is, where it can be shown.
    private Color found(Ink ink) {
        Color chosen = theme.inks().get(ink);
        if (chosen != null) {
            return depth.nearest(chosen);
        }
        if (!(theme.standard(ink) instanceof Color.Rgb(int rgb))) {
            return Color.DEFAULT;
        }
        return ink.isGround() ? shown(rgb, rgb, 1) : readable(rgb, ground(ink), least(ink));
    }

    /// Of the 16 there is only one grey between black and white.
    private double least(Ink ink) {
        boolean faint = ink == Ink.FAINT || ink == Ink.COMMENT;
        return faint && depth == ColorDepth.SIXTEEN ? FAINT_CONTRAST : Theme.CONTRAST;
    }

    /// What an ink is written on.
    private int ground(Ink ink) {
        return ink.ground()
                .flatMap(under -> ColorDepth.exact(ink(under)))
                .map(Color.Rgb::value)
                .orElse(theme.background());
    }

    /// The hue is the name's own; how light it is depends on the background.
    private Color name(int number) {
        double[] lightness = theme.dark() ? ON_DARK : ON_LIGHT;
        double hue = number / (double) Color.Name.COUNT;
        int rgb = new Oklch(lightness[number % lightness.length], CHROMA, hue).rgb();
        return readable(rgb, theme.background(), Theme.CONTRAST);
    }

    private Color readable(int rgb, int ground, double contrast) {
        return shown(Oklch.of(rgb).on(ground, Theme.CONTRAST), ground, contrast);
    }

    private Color shown(int wanted, int ground, double contrast) {
        return switch (depth) {
            case NONE -> Color.DEFAULT;
            case SIXTEEN -> nearest(0, 16, wanted, ground, contrast);
            case PALETTE -> nearest(16, 256, wanted, ground, contrast);
            case TRUE -> Color.rgb(wanted);
        };
    }

    /// The place in the palette that looks most like it, of those that can be read; black or white
    /// always can.
    private static Color nearest(int from, int to, int wanted, int ground, double contrast) {
        Oklch like = Oklch.of(wanted);
        int best = -1;
        double least = Double.MAX_VALUE;
        for (int i = from; i < to; i++) {
            int rgb = ColorDepth.exact(i).value();
            double distance = like.strangeness(Oklch.of(rgb));
            if (distance < least && Oklch.contrast(rgb, ground) >= contrast) {
                least = distance;
                best = i;
            }
        }
        return best < 0 ? Color.DEFAULT : Color.indexed(best);
    }
}
