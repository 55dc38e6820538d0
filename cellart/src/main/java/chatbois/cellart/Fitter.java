package chatbois.cellart;

import java.util.List;
import java.util.function.Function;

/// Finds for one cell the character and the two colours that differ least from the picture, as the
/// sum of squares over all pixels, weighted by [Eye]. Not safe for more than one thread.
///
/// For a given character the best colours are a problem of least squares, in each channel by
/// itself. What a character explains at best is the square of the picture's product with its shape,
/// made to have no mean and length 1. So one product for each character, along the direction in
/// which the cell's colours differ most, ranks them all, and only the best few are reckoned out
/// with colours that a terminal can show.
final class Fitter {
    /// So much a pixel may differ from the others before anything is drawn in the cell: nobody sees
    /// it, and what looks flat should not flicker.
    private static final double FLAT = 0.5;

    /// One way to draw a cell, and its error.
    record Fit(int glyph, int ink, int ground, double error) {}

    private static final int[] BLANK = {0};

    /// Of a shape, as a vector. Pixels are reckoned in quarters ([Axis#project]), 128 of them
    /// differ by no more than 510 from their mean, so no product comes to more than 2^24.
    private static final double LENGTH = 2048;

    private final List<Glyph> glyphs;
    private final Colors colors;
    private final int few;

    private final Products shapes;

    private final int[][] pixels;
    private final float[] along;
    private final float[] products;
    private final Axis axis = new Axis();
    private final Inks inks;

    /// @param glyphs all with as many pixels, the blank first
    /// @param few so many characters are reckoned out
    /// @param ranking makes products with the characters' shapes
    Fitter(List<Glyph> glyphs, Colors colors, int few, Function<float[][], Products> ranking) {
        this.glyphs = glyphs;
        this.colors = colors;
        this.few = few;
        int count = glyphs.getFirst().parts().length;
        shapes = ranking.apply(shapes(glyphs, count));
        pixels = new int[Raster.CHANNELS][count];
        along = new float[count];
        products = new float[glyphs.size()];
        inks = new Inks(pixels);
    }

    /// What characters cover, without mean and all equally long.
    private static float[][] shapes(List<Glyph> glyphs, int count) {
        float[][] shapes = new float[glyphs.size()][count];
        for (int g = 0; g < shapes.length; g++) {
            float[] coverage = glyphs.get(g).coverage();
            double mean = glyphs.get(g).ink() / count;
            double square = glyphs.get(g).energy() - mean * mean * count;
            double scale = square < 1e-3 ? 0 : LENGTH / Math.sqrt(square);
            for (int p = 0; p < count; p++) {
                shapes[g][p] = Math.round((coverage[p] - mean) * scale);
            }
        }
        return shapes;
    }

    /// Turns to a cell, and gives the characters that may be the best for it, the likeliest first.
    int[] look(Raster raster, int column, int row) {
        raster.cell(column, row, pixels);
        inks.look();
        if (axis.find(pixels, inks) < FLAT * along.length) {
            return BLANK;
        }
        axis.project(pixels, along);
        shapes.of(along, products);
        for (int g = 0; g < products.length; g++) {
            products[g] *= -products[g];
        }
        return Smallest.places(products, few);
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
        inks.measure(glyphs.get(glyph));
        inks.fit(contrast);
        switch (colors) {
            case SIXTEEN -> inks.choose(Palette.SIXTEEN);
            case INDEXED -> inks.choose(Palette.INDEXED);
            case FULL, NONE -> {}
        }
        return new Fit(glyph, inks.ink(), inks.ground(), inks.error());
    }

    /// The same, to be weighed against others.
    Way way(int glyph) {
        fit(glyph, 1);
        return inks.way(glyph);
    }

    /// The cell in view drawn so.
    Fit drawn(int glyph, int ink, int ground) {
        inks.measure(glyphs.get(glyph));
        return new Fit(glyph, ink, ground, inks.error(ink, ground));
    }
}
