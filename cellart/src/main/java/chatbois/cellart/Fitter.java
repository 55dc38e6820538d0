package chatbois.cellart;

import java.util.Arrays;
import java.util.List;

/// Finds for one cell the character and the two colours that differ least from the picture, as the
/// sum of squares over all pixels, weighted by [Eye]. Not safe for more than one thread.
///
/// For a given character the best colours are a problem of least squares, in each channel by
/// itself. What a character explains at best is the square of the picture's product with its shape,
/// made to have no mean and length 1. So one product for each character, along the direction in
/// which the cell's colours differ most, ranks them all, and only the best few are reckoned out
/// with colours that a terminal can show.
final class Fitter {
    /// So many characters are reckoned out.
    static final int FEW = 8;

    private static final int AXIS_STEPS = 8;

    /// One way to draw a cell, and its error.
    record Fit(int glyph, int ink, int ground, double error) {}

    private final List<Glyph> glyphs;
    private final Colors colors;

    /// The shapes without mean and of length 1: all first pixels, all second ones, and so on, for
    /// the products of all characters to be made side by side.
    private final float[] shapes;

    private final float[][] pixels = new float[Raster.CHANNELS][Glyph.PIXELS];
    private final float[] means = new float[Raster.CHANNELS];
    private final float[] along = new float[Glyph.PIXELS];
    private final float[] products;
    private final Inks inks;

    Fitter(List<Glyph> glyphs, Colors colors) {
        this.glyphs = glyphs;
        this.colors = colors;
        shapes = shapes(glyphs);
        products = new float[glyphs.size()];
        inks = new Inks(pixels);
    }

    private static float[] shapes(List<Glyph> glyphs) {
        float[] shapes = new float[Glyph.PIXELS * glyphs.size()];
        for (int g = 0; g < glyphs.size(); g++) {
            float[] coverage = glyphs.get(g).coverage();
            float mean = glyphs.get(g).ink() / Glyph.PIXELS;
            double square = glyphs.get(g).energy() - mean * mean * Glyph.PIXELS;
            float scale = square < 1e-3 ? 0 : (float) (1 / Math.sqrt(square));
            for (int p = 0; p < Glyph.PIXELS; p++) {
                shapes[p * glyphs.size() + g] = (coverage[p] - mean) * scale;
            }
        }
        return shapes;
    }

    /// Turns to a cell, and gives the characters that may be the best for it, the likeliest first.
    int[] look(Raster raster, int column, int row) {
        raster.cell(column, row, pixels);
        inks.look();
        project();
        return best();
    }

    /// The best of some characters for the cell in view.
    Fit best(int[] likely) {
        Fit best = fit(likely[0], 1);
        for (int i = 1; i < likely.length; i++) {
            Fit next = fit(likely[i], 1);
            best = next.error < best.error ? next : best;
        }
        return best;
    }

    /// The best colours for a character in the cell in view.
    ///
    /// @param contrast by how much they shall be farther apart than least squares says
    Fit fit(int glyph, double contrast) {
        inks.fit(glyphs.get(glyph), contrast);
        switch (colors) {
            case SIXTEEN -> inks.choose(Palette.SIXTEEN);
            case INDEXED -> inks.choose(Palette.INDEXED);
            case FULL, NONE -> {}
        }
        return new Fit(glyph, inks.ink(), inks.ground(), inks.error());
    }

    /// The error if the cell in view were drawn so.
    double error(int glyph, int ink, int ground) {
        return inks.error(glyphs.get(glyph), ink, ground);
    }

    /// Lays the pixels along the direction of their greatest variance, which power iteration finds.
    private void project() {
        double[][] spread = spread();
        double[] axis = {1, 1.1, 0.9}; // no likely direction is at right angles to it
        for (int step = 0; step < AXIS_STEPS; step++) {
            double[] next = new double[Raster.CHANNELS];
            double square = 0;
            for (int a = 0; a < Raster.CHANNELS; a++) {
                for (int b = 0; b < Raster.CHANNELS; b++) {
                    next[a] += spread[a][b] * axis[b];
                }
                square += next[a] * next[a];
            }
            if (square < 1e-12) {
                break;
            }
            for (int a = 0; a < Raster.CHANNELS; a++) {
                axis[a] = next[a] / Math.sqrt(square);
            }
        }
        Arrays.fill(along, 0);
        for (int channel = 0; channel < Raster.CHANNELS; channel++) {
            float weight = (float) (axis[channel] * Math.sqrt(Eye.weight(channel)));
            for (int p = 0; p < Glyph.PIXELS; p++) {
                along[p] += weight * (pixels[channel][p] - means[channel]);
            }
        }
    }

    private double[][] spread() {
        for (int channel = 0; channel < Raster.CHANNELS; channel++) {
            float sum = 0;
            for (float value : pixels[channel]) {
                sum += value;
            }
            means[channel] = sum / Glyph.PIXELS;
        }
        double[][] spread = new double[Raster.CHANNELS][Raster.CHANNELS];
        for (int a = 0; a < Raster.CHANNELS; a++) {
            for (int b = a; b < Raster.CHANNELS; b++) {
                float sum = 0;
                for (int p = 0; p < Glyph.PIXELS; p++) {
                    sum += (pixels[a][p] - means[a]) * (pixels[b][p] - means[b]);
                }
                spread[a][b] = sum * Math.sqrt(Eye.weight(a) * Eye.weight(b));
                spread[b][a] = spread[a][b];
            }
        }
        return spread;
    }

    private int[] best() {
        int count = products.length;
        Arrays.fill(products, 0);
        for (int p = 0; p < Glyph.PIXELS; p++) {
            float value = along[p];
            int at = p * count;
            for (int g = 0; g < count; g++) {
                products[g] += shapes[at + g] * value;
            }
        }
        for (int g = 0; g < count; g++) {
            products[g] *= -products[g];
        }
        return Smallest.places(products, FEW);
    }
}
