package chatbois.cellart;

import java.util.List;

/// Goes over a picture once more and takes, of the few ways to draw each cell that were near the
/// best, the one by which the picture becomes most alike ([Likeness]), its neighbours as they are.
/// What lies along an edge then follows it from cell to cell.
final class Refiner {
    private static final double[] CONTRASTS = {0.85, 1, 1.2, 1.4};

    /// Only each second pixel is looked at: the window is wider.
    private static final int STEP = 2;

    /// How much the error in colour counts beside the likeness.
    private static final double ERROR_COUNTS = 1e-4;

    /// So many ways to draw a cell are reckoned out.
    private static final int FEW = 8;

    private final Raster raster;
    private final Size size;
    private final List<Glyph> glyphs;
    private final Fitter fitter;
    private final double[] contrasts;
    private final Fitter.Fit[] drawn;
    private final Likeness likeness;
    private final float[] piece = new float[Glyph.PIXELS];

    Refiner(Raster raster, Size size, List<Glyph> glyphs, Colors colors) {
        this.raster = raster;
        this.size = size;
        this.glyphs = glyphs;
        fitter = new Fitter(glyphs, colors, FEW, PlainProducts::new);
        contrasts = colors == Colors.FULL ? CONTRASTS : new double[] {1};
        drawn = new Fitter.Fit[size.columns() * size.rows()];
        float[] shown = new float[raster.width() * raster.height()];
        for (int cell = 0; cell < drawn.length; cell++) {
            int column = cell % size.columns();
            int row = cell / size.columns();
            drawn[cell] = fitter.best(fitter.look(raster, column, row));
            draw(drawn[cell]);
            for (int p = 0; p < Glyph.PIXELS; p++) {
                int x = column * Glyph.WIDTH + p % Glyph.WIDTH;
                int y = row * Glyph.HEIGHT + p / Glyph.WIDTH;
                shown[y * raster.width() + x] = piece[p];
            }
        }
        likeness =
                new Likeness(
                        raster.luma(),
                        shown,
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
        double least = likeness.loss(left, top, STEP) + ERROR_COUNTS * before.error();
        for (int glyph : fitter.look(raster, column, row)) {
            for (double contrast : contrasts) {
                Fitter.Fit next = fitter.fit(glyph, contrast);
                draw(next);
                double loss = likeness.loss(left, top, piece, STEP) + ERROR_COUNTS * next.error();
                if (loss < least) {
                    least = loss;
                    best = next;
                }
            }
        }
        if (best != before) {
            draw(best);
            likeness.put(left, top, piece);
        }
        return best;
    }

    private void draw(Fitter.Fit fit) {
        float ink = luma(fit.ink());
        float ground = luma(fit.ground());
        float[] coverage = glyphs.get(fit.glyph()).coverage();
        for (int p = 0; p < Glyph.PIXELS; p++) {
            piece[p] = ground + coverage[p] * (ink - ground);
        }
    }

    private static float luma(int color) {
        return Eye.luma(color >> 16, color >> 8 & 255, color & 255);
    }
}
