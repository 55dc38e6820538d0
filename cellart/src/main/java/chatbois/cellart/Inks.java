package chatbois.cellart;

/// The two colours in which a character shows a cell best. Not safe for more than one thread.
final class Inks {
    private static final double LITTLE = 1e-6;

    private final float[][] pixels;

    /// Of the cell in each channel: the sum of its values, and of their squares.
    private final double[] sums = new double[Raster.CHANNELS];

    private final double[] squares = new double[Raster.CHANNELS];

    /// The sum of its values where the character is.
    private final double[] covered = new double[Raster.CHANNELS];

    /// Of the character: its coverage in all, and the sum of its squares.
    private double coverage;

    private double energy;

    private int ink;
    private int ground;
    private double error;

    /// @param pixels those of the cell in view, by channels
    Inks(float[][] pixels) {
        this.pixels = pixels;
    }

    /// Takes note that another cell is in view.
    void look() {
        for (int channel = 0; channel < Raster.CHANNELS; channel++) {
            float sum = 0;
            float square = 0;
            for (float value : pixels[channel]) {
                sum += value;
                square += value * value;
            }
            sums[channel] = sum;
            squares[channel] = square;
        }
    }

    int ink() {
        return ink;
    }

    int ground() {
        return ground;
    }

    double error() {
        return error;
    }

    /// Finds the best colours that there are.
    void fit(Glyph glyph, double contrast) {
        measure(glyph);
        ink = 0;
        ground = 0;
        error = 0;
        for (int channel = 0; channel < Raster.CHANNELS; channel++) {
            solve(channel, contrast);
        }
    }

    private void measure(Glyph glyph) {
        coverage = glyph.ink();
        energy = glyph.energy();
        float[] parts = glyph.coverage();
        for (int channel = 0; channel < Raster.CHANNELS; channel++) {
            float sum = 0;
            float[] values = pixels[channel];
            for (int p = 0; p < parts.length; p++) {
                sum += parts[p] * values[p];
            }
            covered[channel] = sum;
        }
    }

    /// Least squares; where that asks for more than there is, the best for the other colour then.
    private void solve(int channel, double contrast) {
        double sum = sums[channel];
        double variance = energy - coverage * coverage / Glyph.PIXELS;
        double apart =
                variance < LITTLE
                        ? 0
                        : contrast * (covered[channel] - coverage * sum / Glyph.PIXELS) / variance;
        double exactGround = (sum - apart * coverage) / Glyph.PIXELS;
        double exactInk = exactGround + apart;
        double between = coverage - energy;
        double outside = Glyph.PIXELS - 2 * coverage + energy;
        double shownGround = Math.clamp(exactGround, 0, 255);
        if (shownGround != exactGround && energy > LITTLE) {
            exactInk = (covered[channel] - shownGround * between) / energy;
        }
        double shownInk = Math.clamp(exactInk, 0, 255);
        if (shownInk != exactInk && outside > LITTLE) {
            double rest = sum - covered[channel] - shownInk * between;
            shownGround = Math.clamp(rest / outside, 0, 255);
        }
        int inkValue = (int) Math.round(shownInk);
        int groundValue = (int) Math.round(shownGround);
        ink = ink << 8 | inkValue;
        ground = ground << 8 | groundValue;
        error += error(channel, inkValue, groundValue);
    }

    private double error(int channel, double inkValue, double groundValue) {
        double between = coverage - energy;
        double outside = Glyph.PIXELS - 2 * coverage + energy;
        double uncovered = sums[channel] - covered[channel];
        return Eye.weight(channel)
                * (squares[channel]
                        - 2 * groundValue * uncovered
                        - 2 * inkValue * covered[channel]
                        + groundValue * groundValue * outside
                        + 2 * groundValue * inkValue * between
                        + inkValue * inkValue * energy);
    }

    /// The error of a character in two colours.
    double error(Glyph glyph, int someInk, int someGround) {
        measure(glyph);
        return error(someInk, someGround);
    }

    /// Takes the best of a palette's colours near those that were found.
    void choose(Palette palette) {
        int[] nearInk = palette.near(ink >> 16, ink >> 8 & 255, ink & 255);
        int[] nearGround = palette.near(ground >> 16, ground >> 8 & 255, ground & 255);
        error = Double.MAX_VALUE;
        for (int someInk : nearInk) {
            for (int someGround : nearGround) {
                double sum = error(someInk, someGround);
                if (sum < error) {
                    error = sum;
                    ink = someInk;
                    ground = someGround;
                }
            }
        }
    }

    private double error(int someInk, int someGround) {
        double sum = 0;
        for (int channel = 0; channel < Raster.CHANNELS; channel++) {
            int shift = 16 - 8 * channel;
            sum += error(channel, someInk >> shift & 255, someGround >> shift & 255);
        }
        return sum;
    }
}
