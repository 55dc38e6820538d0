package chatbois.cellart;

/// A character as a terminal draws it: how much of each pixel of its cell it covers.
final class Glyph {
    static final int WIDTH = 8;
    static final int HEIGHT = 16;
    static final int PIXELS = WIDTH * HEIGHT;

    private final int character;
    private final float[] coverage;
    private final float ink;
    private final float energy;

    /// @param character its code point
    /// @param coverage 0 to 1 for each of [#PIXELS], row by row; not to be changed any more
    Glyph(int character, float[] coverage) {
        this.character = character;
        this.coverage = coverage;
        float sum = 0;
        float square = 0;
        for (float part : coverage) {
            sum += part;
            square += part * part;
        }
        ink = sum;
        energy = square;
    }

    int character() {
        return character;
    }

    /// Not to be changed.
    float[] coverage() {
        return coverage;
    }

    /// How much it covers in all, in pixels.
    float ink() {
        return ink;
    }

    /// The sum of the squares of its coverage.
    float energy() {
        return energy;
    }
}
