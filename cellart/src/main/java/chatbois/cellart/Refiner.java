package chatbois.cellart;

import java.util.ArrayList;
import java.util.List;

/// Goes over a picture once more and takes, of the few ways to draw each cell that were near the
/// best, the one by which the picture becomes most alike ([Likeness]), its neighbours as they are.
/// What lies along an edge then follows it from cell to cell, and what is calm stays calm: a cell
/// without a character is always among them and, with few colours, the cells around as they are.
final class Refiner {
    private static final double[] CONTRASTS = {0.75, 1, 1.25, 1.5, 1.8};

    /// Those that are also tried with the light of the cell made right: least squares even out what
    /// a character can't show, so more than they say is more alike.
    private static final double[] LIT_CONTRASTS = {1, 1.4};

    /// Only each second pixel is looked at: the window is wider.
    private static final int STEP = 2;

    /// How much the error in colour counts beside the likeness: little where colours are few or
    /// shapes aren't exact.
    private static final double ERROR_COUNTS = 1e-4;

    private static final double EXACT_ERROR_COUNTS = 2e-3;

    /// How much it counts that a cell's light as a whole isn't right, where that can be known.
    private static final double LIGHT_COUNTS = 3;

    /// So many characters are reckoned out for a cell.
    private static final int FEW = 8;

    private static final int BLANK = 0;

    private final Raster raster;
    private final Size size;
    private final List<Glyph> glyphs;
    private final Fitter fitter;

    /// Whether there are few colours.
    private final boolean few;

    /// Whether shapes and colours will be on the screen as they are here: fonts draw letters as
    /// they like.
    private final boolean exact;

    private final double[] contrasts;
    private final double[] litContrasts;
    private final Fitter.Fit[] drawn;
    private final Likeness likeness;
    private final float[] piece = new float[Glyph.PIXELS];
    private final float[] doubt = new float[Glyph.PIXELS];
    private final CellLight light = new CellLight();

    Refiner(Raster raster, Size size, Style style, Colors colors) {
        this.raster = raster;
        this.size = size;
        glyphs = style.glyphs();
        fitter = new Fitter(glyphs, colors, FEW, PlainProducts::new);
        few = colors != Colors.FULL;
        exact = !few && style != Style.ASCII;
        contrasts = few ? new double[] {1} : CONTRASTS;
        litContrasts = exact ? LIT_CONTRASTS : new double[0];
        drawn = new Fitter.Fit[size.columns() * size.rows()];
        float[] shown = new float[raster.width() * raster.height()];
        float[] doubts = new float[raster.width() * raster.height()];
        for (int cell = 0; cell < drawn.length; cell++) {
            int column = cell % size.columns();
            int row = cell / size.columns();
            drawn[cell] = fitter.best(fitter.look(raster, column, row));
            draw(drawn[cell]);
            for (int p = 0; p < Glyph.PIXELS; p++) {
                int x = column * Glyph.WIDTH + p % Glyph.WIDTH;
                int y = row * Glyph.HEIGHT + p / Glyph.WIDTH;
                shown[y * raster.width() + x] = piece[p];
                doubts[y * raster.width() + x] = doubt[p];
            }
        }
        likeness =
                new Likeness(
                        raster.luma(),
                        shown,
                        doubts,
                        raster.width(),
                        raster.height(),
                        Glyph.WIDTH,
                        Glyph.HEIGHT);
    }

    /// How all cells are drawn, row by row.
    Fitter.Fit[] draw() {
        for (int cell = 0; cell < drawn.length; cell++) {
            drawn[cell] = refine(cell % size.columns(), cell / size.columns(), drawn[cell]);
        }
        return drawn;
    }

    /// The best way to draw a cell; from now on it is drawn so.
    private Fitter.Fit refine(int column, int row, Fitter.Fit before) {
        int left = column * Glyph.WIDTH;
        int top = row * Glyph.HEIGHT;
        Fitter.Fit best = before;
        light.turn(raster, column, row);
        double least = likeness.loss(left, top, STEP) + unlike(before);
        for (Fitter.Fit next : ways(column, row)) {
            draw(next);
            double loss = likeness.loss(left, top, piece, doubt, STEP) + unlike(next);
            if (loss < least) {
                least = loss;
                best = next;
            }
        }
        if (best != before) {
            draw(best);
            likeness.put(left, top, piece, doubt);
        }
        return best;
    }

    /// What is wrong with it as a cell by itself.
    private double unlike(Fitter.Fit fit) {
        return exact
                ? EXACT_ERROR_COUNTS * fit.error()
                        + LIGHT_COUNTS
                                * light.apart(glyphs.get(fit.glyph()), fit.ink(), fit.ground())
                : ERROR_COUNTS * fit.error();
    }

    /// How a cell may be drawn, beside how it is.
    private List<Fitter.Fit> ways(int column, int row) {
        List<Fitter.Fit> ways = new ArrayList<>();
        for (int glyph : fitter.look(raster, column, row)) {
            for (double contrast : contrasts) {
                ways.add(fitter.fit(glyph, contrast));
            }
            for (double contrast : litContrasts) {
                addLit(ways, fitter.fit(glyph, contrast));
            }
        }
        ways.add(fitter.fit(BLANK, 1));
        if (few) {
            addNeighbour(ways, column - 1, row);
            addNeighbour(ways, column + 1, row);
            addNeighbour(ways, column, row - 1);
            addNeighbour(ways, column, row + 1);
        }
        return ways;
    }

    /// In colours by which the light of the whole cell is right: the character's alone is changed,
    /// or both.
    private void addLit(List<Fitter.Fit> ways, Fitter.Fit fit) {
        Glyph glyph = glyphs.get(fit.glyph());
        int ink = fit.ink();
        int ground = fit.ground();
        ways.add(fitter.drawn(fit.glyph(), light.inkFor(glyph, ink, ground), ground));
        ways.add(
                fitter.drawn(
                        fit.glyph(),
                        light.brighter(ink, glyph, ink, ground),
                        light.brighter(ground, glyph, ink, ground)));
    }

    private void addNeighbour(List<Fitter.Fit> ways, int column, int row) {
        if (column >= 0 && column < size.columns() && row >= 0 && row < size.rows()) {
            Fitter.Fit there = drawn[row * size.columns() + column];
            ways.add(fitter.drawn(there.glyph(), there.ink(), there.ground()));
        }
    }

    private void draw(Fitter.Fit fit) {
        float ink = luma(fit.ink());
        float ground = luma(fit.ground());
        float[] coverage = glyphs.get(fit.glyph()).coverage();
        float[] unsure = glyphs.get(fit.glyph()).unsure();
        for (int p = 0; p < Glyph.PIXELS; p++) {
            piece[p] = ground + coverage[p] * (ink - ground);
            doubt[p] = unsure[p] * (ink - ground) * (ink - ground);
        }
    }

    private static float luma(int color) {
        return Eye.luma(color >> 16, color >> 8 & 255, color & 255);
    }
}
