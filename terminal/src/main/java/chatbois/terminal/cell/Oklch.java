package chatbois.terminal.cell;

/// A colour as eyes see it (Ottosson's OKLCH), and how well one is read on another (WCAG 2.1).
///
/// @param lightness from 0 for black to 1 for white
/// @param chroma 0 for grey; what no screen can show is shown with less
/// @param hue in turns: red is near 0.08, green near 0.4, blue near 0.73
record Oklch(double lightness, double chroma, double hue) {
    private static final double STEP = 0.01;

    static Oklch of(int rgb) {
        double r = linear(rgb >> 16 & 0xFF);
        double g = linear(rgb >> 8 & 0xFF);
        double b = linear(rgb & 0xFF);
        double l = Math.cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b);
        double m = Math.cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b);
        double s = Math.cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b);
        double lightness = 0.2104542553 * l + 0.7936177850 * m - 0.0040720468 * s;
        double a = 1.9779984951 * l - 2.4285922050 * m + 0.4505937099 * s;
        double c = 0.0259040371 * l + 0.7827717662 * m - 0.8086757660 * s;
        return new Oklch(lightness, Math.hypot(a, c), Math.atan2(c, a) / (2 * Math.PI));
    }

    /// The nearest that a screen can show, with less chroma if it must be: `0xRRGGBB`.
    int rgb() {
        double most = chroma;
        double[] shown = linear(most);
        while (most > 0 && !fits(shown)) {
            most = Math.max(most - STEP / 2, 0);
            shown = linear(most);
        }
        return level(shown[0]) << 16 | level(shown[1]) << 8 | level(shown[2]);
    }

    private double[] linear(double shownChroma) {
        double a = shownChroma * Math.cos(2 * Math.PI * hue);
        double c = shownChroma * Math.sin(2 * Math.PI * hue);
        double l = Math.pow(lightness + 0.3963377774 * a + 0.2158037573 * c, 3);
        double m = Math.pow(lightness - 0.1055613458 * a - 0.0638541728 * c, 3);
        double s = Math.pow(lightness - 0.0894841775 * a - 1.2914855480 * c, 3);
        return new double[] {
            4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s,
            -1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s,
            -0.0041960863 * l - 0.7034186147 * m + 1.7076147010 * s
        };
    }

    private static boolean fits(double[] linear) {
        for (double part : linear) {
            if (part < -0.0005 || part > 1.0005) {
                return false;
            }
        }
        return true;
    }

    /// This colour, lighter or darker until it is read on that ground with the contrast that is
    /// asked for: the nearest such, which may be white or black.
    int on(int ground, double contrast) {
        double step = contrast(0xFFFFFF, ground) >= contrast(0, ground) ? STEP : -STEP;
        Oklch next = this;
        while (contrast(next.rgb(), ground) < contrast
                && next.lightness > 0
                && next.lightness < 1) {
            next = new Oklch(Math.clamp(next.lightness + step, 0, 1), chroma, hue);
        }
        return next.rgb();
    }

    /// How different two colours look; 0.02 is seen side by side.
    double distance(Oklch other) {
        return Math.hypot(lightness - other.lightness, across(other));
    }

    /// How far one is from serving for the other: another tint counts more than more or less light.
    double strangeness(Oklch other) {
        return Math.hypot(lightness - other.lightness, 1.5 * across(other));
    }

    private double across(Oklch other) {
        double turn = 2 * Math.PI * (hue - other.hue);
        double square =
                chroma * chroma
                        + other.chroma * other.chroma
                        - 2 * chroma * other.chroma * Math.cos(turn);
        return Math.sqrt(Math.max(square, 0));
    }

    /// From 1 for the same to 21 for black and white.
    static double contrast(int a, int b) {
        double one = luminance(a) + 0.05;
        double other = luminance(b) + 0.05;
        return Math.max(one, other) / Math.min(one, other);
    }

    static double luminance(int rgb) {
        return 0.2126 * linear(rgb >> 16 & 0xFF)
                + 0.7152 * linear(rgb >> 8 & 0xFF)
                + 0.0722 * linear(rgb & 0xFF);
    }

    private static double linear(int level) {
        double part = level / 255.0;
        return part <= 0.04045 ? part / 12.92 : Math.pow((part + 0.055) / 1.055, 2.4);
    }

    private static int level(double linear) {
        double part = Math.clamp(linear, 0, 1);
        double shown = part <= 0.0031308 ? part * 12.92 : 1.055 * Math.pow(part, 1 / 2.4) - 0.055;
        return (int) Math.round(shown * 255);
    }
}
