package chatbois.cellart;

import org.jspecify.annotations.Nullable;

/// The two colours in which a character shows a cell best. Not safe for more than one thread.
final class Inks {
    private static final double LITTLE = 1e-6;
    private static final int BYTE = 255;

    private final int[][] pixels;
    private final int count;

    /// Of the cell in each channel: the sum of its values, and of their squares.
    private final double[] sums = new double[Raster.CHANNELS];

    private final double[] squares = new double[Raster.CHANNELS];

    /// The sum of its values where the character is.
    private final double[] covered = new double[Raster.CHANNELS];

    /// Of the character: its coverage in all, and the sum of its squares.
    private double coverage;

    private double energy;

    /// By how much its coverage differs from pixel to pixel; what it half covers; what it leaves
    /// free.
    private double variance;

    private double between;
    private double outside;

    private @Nullable Glyph measured;
    private int ink;
    private int ground;
    private double error;

    /// @param pixels those of the cell in view, by channels
    Inks(int[][] pixels) {
        this.pixels = pixels;
        count = pixels[0].length;
    }

    /// Takes note that another cell is in view.
    void look() {
        measured = null;
        for (int channel = 0; channel < Raster.CHANNELS; channel++) {
            int[] values = pixels[channel];
            int sum = 0;
            for (int p = 0; p < values.length; p++) {
                sum += values[p];
            }
            sums[channel] = sum;
            squares[channel] = Products.of(values, values);
        }
    }

    double sum(int channel) {
        return sums[channel];
    }

    double square(int channel) {
        return squares[channel];
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

    /// Turns to a character.
    void measure(Glyph glyph) {
        if (glyph == measured) {
            return;
        }
        measured = glyph;
        coverage = glyph.ink();
        energy = glyph.energy();
        variance = energy - coverage * coverage / count;
        between = coverage - energy;
        outside = count - 2 * coverage + energy;
        cover(glyph.parts(), pixels[0], pixels[1], pixels[2]);
    }

    /// All channels at once: so the character is fetched once.
    private void cover(int[] parts, int[] reds, int[] greens, int[] blues) {
        int red = 0;
        int green = 0;
        int blue = 0;
        for (int p = 0; p < parts.length; p++) {
            red += parts[p] * reds[p];
            green += parts[p] * greens[p];
            blue += parts[p] * blues[p];
        }
        covered[0] = (double) red / Glyph.WHOLE;
        covered[1] = (double) green / Glyph.WHOLE;
        covered[2] = (double) blue / Glyph.WHOLE;
    }

    /// Finds the best colours that there are.
    void fit(double contrast) {
        ink = 0;
        ground = 0;
        error = 0;
        for (int channel = 0; channel < Raster.CHANNELS; channel++) {
            solve(channel, contrast);
        }
    }

    /// Least squares; where that asks for more than there is, the best for the other colour then.
    private void solve(int channel, double contrast) {
        double sum = sums[channel];
        double apart =
                variance < LITTLE
                        ? 0
                        : contrast * (covered[channel] - coverage * sum / count) / variance;
        double exactGround = (sum - apart * coverage) / count;
        double exactInk = exactGround + apart;
        double shownGround = clamped(exactGround);
        if (shownGround != exactGround && energy > LITTLE) {
            exactInk = (covered[channel] - shownGround * between) / energy;
        }
        double shownInk = clamped(exactInk);
        if (shownInk != exactInk && outside > LITTLE) {
            double rest = sum - covered[channel] - shownInk * between;
            shownGround = clamped(rest / outside);
        }
        int inkValue = (int) (shownInk + 0.5);
        int groundValue = (int) (shownGround + 0.5);
        ink = ink << 8 | inkValue;
        ground = ground << 8 | groundValue;
        error += error(channel, inkValue, groundValue);
    }

    /// Quicker than that of the JDK, which minds what is no number.
    private static double clamped(double value) {
        return value < 0 ? 0 : value > BYTE ? BYTE : value;
    }

    private double error(int channel, double inkValue, double groundValue) {
        double uncovered = sums[channel] - covered[channel];
        return Eye.weight(channel)
                * (squares[channel]
                        - 2 * groundValue * uncovered
                        - 2 * inkValue * covered[channel]
                        + groundValue * groundValue * outside
                        + 2 * groundValue * inkValue * between
                        + inkValue * inkValue * energy);
    }

    /// Takes the best of a palette's colours near those that were found.
    void choose(Palette palette) {
        int[] nearInk = palette.near(ink);
        int[] nearGround = palette.near(ground);
        double[] alone = new double[nearGround.length];
        for (int g = 0; g < alone.length; g++) {
            alone[g] = error(0, nearGround[g]);
        }
        double blank = error(0, 0);
        error = Double.MAX_VALUE;
        for (int someInk : nearInk) {
            double own = error(someInk, 0) - blank;
            for (int g = 0; g < alone.length; g++) {
                double sum = own + alone[g] + 2 * between * Eye.product(someInk, nearGround[g]);
                if (sum < error) {
                    error = sum;
                    ink = someInk;
                    ground = nearGround[g];
                }
            }
        }
    }

    /// The error in two given colours.
    double error(int someInk, int someGround) {
        double sum = 0;
        for (int channel = 0; channel < Raster.CHANNELS; channel++) {
            int shift = 16 - 8 * channel;
            sum += error(channel, someInk >> shift & 255, someGround >> shift & 255);
        }
        return sum;
    }

    /// The character in view as a way to draw the cell, its best colours found already.
    Way way(int glyph) {
        double[] slopes = new double[2 * Raster.CHANNELS];
        double blank = 0;
        for (int channel = 0; channel < Raster.CHANNELS; channel++) {
            double weight = -2 * Eye.weight(channel);
            slopes[channel] = weight * covered[channel];
            slopes[Raster.CHANNELS + channel] = weight * (sums[channel] - covered[channel]);
            blank += Eye.weight(channel) * squares[channel];
        }
        Fitter.Fit own = new Fitter.Fit(glyph, ink, ground, error);
        return new Way(own, blank, slopes, energy, 2 * between, outside);
    }
}
