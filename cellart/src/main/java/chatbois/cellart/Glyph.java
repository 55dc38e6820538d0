package chatbois.cellart;

/// A character as a terminal draws it: how much of each pixel of its cell it covers.
final class Glyph {
    static final int WIDTH = 8;
    static final int HEIGHT = 16;
    static final int PIXELS = WIDTH * HEIGHT;

    /// What a pixel holds that is covered.
    static final int WHOLE = 255;

    private final int character;
    private final float[] coverage;
    private final float[] unsure;
    private final int[] parts;
    private final double ink;
    private final double energy;

    /// @param character its code point
    /// @param coverage 0 to 1 for each pixel, row by row; not to be changed any more
    Glyph(int character, float[] coverage) {
        this(character, coverage, new float[coverage.length]);
    }

    /// @param coverage what it covers in the mean of several fonts
    /// @param unsure the variance of that among them; not to be changed any more
    Glyph(int character, float[] coverage, float[] unsure) {
        this.character = character;
        this.coverage = coverage;
        this.unsure = unsure;
        parts = new int[coverage.length];
        long sum = 0;
        long square = 0;
        double variance = 0;
        for (int p = 0; p < parts.length; p++) {
            parts[p] = Math.round(WHOLE * coverage[p]);
            sum += parts[p];
            square += (long) parts[p] * parts[p];
            variance += unsure[p];
        }
        ink = (double) sum / WHOLE;
        energy = (double) square / WHOLE / WHOLE + variance;
    }

    /// The same with half as many rows of pixels.
    Glyph halved() {
        float[] half = new float[coverage.length / 2];
        for (int p = 0; p < half.length; p++) {
            int upper = p / WIDTH * 2 * WIDTH + p % WIDTH;
            half[p] = (coverage[upper] + coverage[upper + WIDTH]) / 2;
        }
        return new Glyph(character, half);
    }

    /// Whether it covers just what the other one leaves free, in every font.
    boolean isOppositeOf(Glyph other) {
        for (int p = 0; p < parts.length; p++) {
            if (parts[p] + other.parts[p] != WHOLE || unsure[p] + other.unsure[p] > 0) {
                return false;
            }
        }
        return true;
    }

    int character() {
        return character;
    }

    /// How many bytes it takes as UTF-8.
    int bytes() {
        return character < 0x80 ? 1 : character < 0x800 ? 2 : character < 0x10000 ? 3 : 4;
    }

    /// Not to be changed.
    float[] coverage() {
        return coverage;
    }

    /// By how much fonts differ in each pixel, as a variance. Not to be changed.
    float[] unsure() {
        return unsure;
    }

    /// The coverage as whole numbers, 0 to [#WHOLE], with which the machine reckons faster. Not to
    /// be changed.
    int[] parts() {
        return parts;
    }

    /// How much it covers in all, in pixels.
    double ink() {
        return ink;
    }

    /// The sum of the squares of its coverage, as it is to be expected in any of the fonts: the
    /// more they differ, the more.
    double energy() {
        return energy;
    }
}
