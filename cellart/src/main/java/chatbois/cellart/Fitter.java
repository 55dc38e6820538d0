package chatbois.cellart;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

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

    /// So much more a pixel's error may be in whole numbers than in the best colours.
    private static final double ROUNDED = 0.25;

    /// One way to draw a cell, and its error.
    record Fit(int glyph, int ink, int ground, double error) {}

    private static final int[] BLANK = {0};

    private final List<Glyph> glyphs;
    private final Colors colors;
    private final Shapes shapes;
    private final Smallest smallest;
    private final int[] likely;

    private final int[][] pixels;
    private final float[] along;
    private final float[] products;
    private final Axis axis = new Axis();
    private final Inks inks;

    /// Whether the cell in view is.
    private boolean flat;

    /// The character that the inks were turned to in it.
    private int measured;

    /// @param glyphs all with as many pixels, the blank first
    /// @param few so many characters are reckoned out
    /// @param ranking makes products with the characters' shapes
    Fitter(List<Glyph> glyphs, Colors colors, int few, Function<float[][], Products> ranking) {
        this(glyphs, colors, few, new Shapes(glyphs, ranking));
    }

    private Fitter(List<Glyph> glyphs, Colors colors, int few, Shapes shapes) {
        this.glyphs = glyphs;
        this.colors = colors;
        this.shapes = shapes;
        int count = glyphs.getFirst().parts().length;
        pixels = new int[Raster.CHANNELS][count];
        along = new float[count];
        products = new float[shapes.count()];
        smallest = new Smallest(few, products.length);
        likely = new int[Math.min(few, glyphs.size())];
        inks = new Inks(pixels);
    }

    /// As many as look at their cells at once.
    static List<Fitter> together(
            List<Glyph> glyphs, Colors colors, int few, Function<float[][], Products> ranking) {
        Shapes shapes = new Shapes(glyphs, ranking);
        return Stream.generate(() -> new Fitter(glyphs, colors, few, shapes))
                .limit(Products.TOGETHER)
                .toList();
    }

    /// Turns to a cell, and gives the characters that may be the best for it, the likeliest first.
    int[] look(Raster raster, int column, int row) {
        turn(raster, column, row);
        if (!flat) {
            shapes.products().of(along, products);
        }
        return likely();
    }

    /// Turns to a cell.
    void turn(Raster raster, int column, int row) {
        raster.cell(column, row, pixels);
        inks.look();
        measured = Shapes.NONE;
        flat = axis.find(pixels, inks) < FLAT * along.length;
        if (!flat) {
            axis.project(pixels, along);
        }
    }

    /// Has those that were made [#together] rank the characters for the cells that they turned to.
    static void rank(List<Fitter> together) {
        float[][] vectors = new float[Products.TOGETHER][];
        float[][] all = new float[Products.TOGETHER][];
        for (int i = 0; i < Products.TOGETHER; i++) {
            vectors[i] = together.get(i).along;
            all[i] = together.get(i).products;
        }
        together.getFirst().shapes.products().of(vectors, all);
    }

    /// The characters that may be the best for the cell in view, the likeliest first; good until
    /// another cell is.
    int[] likely() {
        if (flat) {
            return BLANK;
        }
        for (int g = 0; g < products.length; g++) {
            products[g] *= -products[g];
        }
        shapes.glyphs(smallest.of(products), likely);
        return likely;
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

    private void measure(int glyph) {
        if (shapes.areOpposite(glyph, measured)) {
            inks.turnOver();
        } else if (glyph != measured) {
            inks.measure(glyphs.get(glyph));
        }
        measured = glyph;
    }

    /// The best colours for a character in the cell in view.
    ///
    /// @param contrast by how much they shall be farther apart than least squares says
    Fit fit(int glyph, double contrast) {
        measure(glyph);
        inks.fit(contrast);
        chooseColors();
        return new Fit(glyph, inks.ink(), inks.ground(), inks.error());
    }

    /// What the error is at least with a character, in whichever colours; [#chooseColors] then
    /// finds the best.
    double leastError(int glyph) {
        measure(glyph);
        inks.fit(1);
        return inks.error() - ROUNDED * along.length;
    }

    /// Takes colours that there are.
    void chooseColors() {
        switch (colors) {
            case SIXTEEN -> inks.choose(Palette.SIXTEEN);
            case INDEXED -> inks.choose(Palette.INDEXED);
            case FULL, NONE -> {}
        }
    }

    int ink() {
        return inks.ink();
    }

    int ground() {
        return inks.ground();
    }

    double error() {
        return inks.error();
    }

    /// The error of the character that is reckoned out, in two colours.
    double error(int ink, int ground) {
        return inks.error(ink, ground);
    }

    /// The same of any character.
    double error(int glyph, int ink, int ground) {
        measure(glyph);
        return inks.error(ink, ground);
    }

    /// The same, to be weighed against others.
    Way way(int glyph) {
        fit(glyph, 1);
        return inks.way(glyph);
    }

    /// The cell in view drawn so.
    Fit drawn(int glyph, int ink, int ground) {
        measure(glyph);
        return new Fit(glyph, ink, ground, inks.error(ink, ground));
    }
}
