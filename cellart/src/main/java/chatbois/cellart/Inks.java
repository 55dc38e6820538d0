package chatbois.cellart;

import java.util.Arrays;

/// The two colours in which a character shows a cell best. Not safe for more than one thread.
final class Inks {
    private static final double LITTLE = 1e-6;
    private static final int BYTE = 255;

    private final int[][] pixels;
    private final int count;

    /// Of the cell in each channel: the sum of its values, and of their squares.
    private final double[] sums = new double[Raster.CHANNELS];

    private final double[] squares = new double[Raster.CHANNELS];

    /// The error of the cell in black on black.
    private double blank;

    /// The sum of its values where the character is.
    private final double[] covered = new double[Raster.CHANNELS];

    /// What each 1 of a channel adds to the error, of the ink and of the ground.
    private final double[] inkSlopes = new double[Raster.CHANNELS];

    private final double[] groundSlopes = new double[Raster.CHANNELS];

    /// Of the character: its coverage in all, and the sum of its squares.
    private double coverage;

    private double energy;

    /// Twice what it half covers, and what it leaves free.
    private double between;

    private double outside;

    /// With which contrast the colours are the best that there are; 0 if they aren't.
    private double fitted;

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
        blank = 0;
        for (int channel = 0; channel < Raster.CHANNELS; channel++) {
            int[] values = pixels[channel];
            int sum = 0;
            for (int p = 0; p < values.length; p++) {
                sum += values[p];
            }
            sums[channel] = sum;
            squares[channel] = Products.of(values, values);
            blank += Eye.weight(channel) * squares[channel];
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
        fitted = 0;
        coverage = glyph.ink();
        energy = glyph.energy();
        between = 2 * (coverage - energy);
        outside = count - 2 * coverage + energy;
        cover(glyph.parts(), pixels[0], pixels[1], pixels[2]);
        for (int channel = 0; channel < Raster.CHANNELS; channel++) {
            double weight = -2 * Eye.weight(channel);
            inkSlopes[channel] = weight * covered[channel];
            groundSlopes[channel] = weight * (sums[channel] - covered[channel]);
        }
    }

    /// Turns to the character that covers what the one in view leaves free. The best colours are
    /// the same ones, the other way round.
    void turnOver() {
        int color = ink;
        ink = ground;
        ground = color;
        coverage = count - coverage;
        double free = outside;
        outside = energy;
        energy = free;
        for (int channel = 0; channel < Raster.CHANNELS; channel++) {
            covered[channel] = sums[channel] - covered[channel];
            double slope = inkSlopes[channel];
            inkSlopes[channel] = groundSlopes[channel];
            groundSlopes[channel] = slope;
        }
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
        if (contrast == fitted) {
            return;
        }
        fitted = contrast;
        ink = 0;
        ground = 0;
        // By how much the coverage differs from pixel to pixel.
        double variance = energy - coverage * coverage / count;
        double steep = variance < LITTLE ? 0 : contrast / variance;
        for (int channel = 0; channel < Raster.CHANNELS; channel++) {
            solve(channel, steep);
        }
        error = error(ink, ground);
    }

    /// Least squares; where that asks for more than there is, the best for the other colour then.
    private void solve(int channel, double steep) {
        double mean = sums[channel] / count;
        double apart = steep * (covered[channel] - coverage * mean);
        double exactGround = mean - apart * coverage / count;
        double exactInk = exactGround + apart;
        double shownGround = clamped(exactGround);
        if (shownGround != exactGround && energy > LITTLE) {
            exactInk = (covered[channel] - shownGround * between / 2) / energy;
        }
        double shownInk = clamped(exactInk);
        if (shownInk != exactInk && outside > LITTLE) {
            double rest = sums[channel] - covered[channel] - shownInk * between / 2;
            shownGround = clamped(rest / outside);
        }
        ink = ink << 8 | (int) (shownInk + 0.5);
        ground = ground << 8 | (int) (shownGround + 0.5);
    }

    /// Quicker than that of the JDK, which minds what is no number.
    private static double clamped(double value) {
        return value < 0 ? 0 : value > BYTE ? BYTE : value;
    }

    /// The error in two given colours. What each of them adds by itself is the same whatever the
    /// other is, so whoever asks for several pairs has it reckoned once.
    double error(int someInk, int someGround) {
        return blank
                + (slope(inkSlopes, someInk) + energy * Eye.product(someInk, someInk))
                + (slope(groundSlopes, someGround) + outside * Eye.product(someGround, someGround))
                + between * Eye.product(someInk, someGround);
    }

    private static double slope(double[] slopes, int color) {
        return slopes[0] * (color >> 16)
                + slopes[1] * (color >> 8 & BYTE)
                + slopes[2] * (color & BYTE);
    }

    /// Takes the best of a palette's colours near those that were found.
    void choose(Palette palette) {
        fitted = 0;
        int[] nearInk = palette.near(ink);
        int[] nearGround = palette.near(ground);
        double[] alone = new double[nearGround.length];
        for (int g = 0; g < alone.length; g++) {
            alone[g] = error(0, nearGround[g]);
        }
        error = Double.MAX_VALUE;
        for (int someInk : nearInk) {
            double own = error(someInk, 0) - blank;
            for (int g = 0; g < alone.length; g++) {
                double sum = own + alone[g] + between * Eye.product(someInk, nearGround[g]);
                if (sum < error) {
                    error = sum;
                    ink = someInk;
                    ground = nearGround[g];
                }
            }
        }
    }

    /// The character in view as a way to draw the cell, its best colours found already.
    Way way(int glyph) {
        double[] slopes = Arrays.copyOf(inkSlopes, 2 * Raster.CHANNELS);
        System.arraycopy(groundSlopes, 0, slopes, Raster.CHANNELS, Raster.CHANNELS);
        Fitter.Fit own = new Fitter.Fit(glyph, ink, ground, error);
        return new Way(own, blank, slopes, energy, between, outside);
    }
}
