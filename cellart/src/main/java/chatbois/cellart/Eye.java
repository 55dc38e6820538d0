package chatbois.cellart;

/// What an error in each colour counts: between how bright the colours are to the eye (Rec. 601)
/// and all alike, by trial.
final class Eye {
    static final double RED = 0.30;
    static final double GREEN = 0.45;
    static final double BLUE = 0.25;

    private static final double[] WEIGHTS = {RED, GREEN, BLUE};

    private Eye() {}

    /// The weight of red (0), green or blue (2).
    static double weight(int channel) {
        return WEIGHTS[channel];
    }

    /// How bright a colour is, 0 to 255 (Rec. 601).
    static float luma(double red, double green, double blue) {
        return (float) (0.299 * red + 0.587 * green + 0.114 * blue);
    }

    /// The product of two colours, `0xRRGGBB`, weighted.
    static double product(int some, int other) {
        return RED * (some >> 16) * (other >> 16)
                + GREEN * (some >> 8 & 255) * (other >> 8 & 255)
                + BLUE * (some & 255) * (other & 255);
    }
}
