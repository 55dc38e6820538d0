package chatbois.cellart;

import java.util.Arrays;
import java.util.List;
import java.util.function.Function;

/// A moving picture in colours. Not safe for more than one thread.
final class Fitted implements Reel.Screen {
    /// So many ways to draw a cell are reckoned out.
    private static final int FEW = 4;

    /// What it takes to go to a cell that is not the next one.
    private static final int MOVE_BYTES = 5;

    private final List<Glyph> glyphs;
    private final Size size;
    private final Fitter fitter;
    private final int colorBytes;
    private final int[] shown;
    private final int[] inks;
    private final int[] grounds;

    /// With which thrift each cell was chosen.
    private final double[] thrifts;

    /// The colours that the terminal has in hand behind the last cell that changed, and where that
    /// stands.
    private int ink;

    private int ground;
    private int last;

    /// The least loss of what was tried for a cell.
    private double least;

    Fitted(List<Glyph> glyphs, Colors colors, Size size, Function<float[][], Products> ranking) {
        this.glyphs = glyphs;
        this.size = size;
        List<Glyph> halved = glyphs.stream().map(Glyph::halved).toList();
        fitter = new Fitter(halved, colors, FEW, ranking);
        colorBytes =
                switch (colors) {
                    case NONE -> 0;
                    case SIXTEEN -> 5;
                    case INDEXED -> 11;
                    case FULL -> 18;
                };
        int cells = size.columns() * size.rows();
        shown = new int[cells];
        inks = new int[cells];
        grounds = new int[cells];
        thrifts = new double[cells];
        Arrays.fill(shown, -1);
    }

    @Override
    public Cells next(Raster raster, Scaler scaler, double thrift) {
        ink = Cells.OWN;
        ground = Cells.OWN;
        last = -1;
        for (int cell = 0; cell < shown.length; cell++) {
            if (scaler.changed(cell) || thrift < thrifts[cell]) {
                int[] likely = fitter.look(raster, cell % size.columns(), cell / size.columns());
                put(cell, thrift == 0 ? exact(cell, likely) : thrifty(cell, likely, thrift));
                thrifts[cell] = thrift;
            }
        }
        return cells();
    }

    /// What is there, if nothing is better.
    private Fitter.Fit exact(int cell, int[] likely) {
        Fitter.Fit best = fitter.best(likely);
        if (shown[cell] < 0) {
            return best;
        }
        Fitter.Fit kept = fitter.drawn(shown[cell], inks[cell], grounds[cell]);
        return kept.error() <= best.error() ? kept : best;
    }

    /// The best for its bytes: what is there, or the likely ones in the best colours, or in one or
    /// both of those that the terminal has in hand.
    private Fitter.Fit thrifty(int cell, int[] likely, double thrift) {
        least = Double.MAX_VALUE;
        Fitter.Fit best = fitter.fit(likely[0], 1);
        for (int glyph : likely) {
            Fitter.Fit own = glyph == best.glyph() ? best : fitter.fit(glyph, 1);
            best = better(best, own, cell, thrift);
            if (ink != Cells.OWN) {
                best = better(best, fitter.drawn(glyph, ink, ground), cell, thrift);
                best = better(best, fitter.drawn(glyph, own.ink(), ground), cell, thrift);
                best = better(best, fitter.drawn(glyph, ink, own.ground()), cell, thrift);
            }
        }
        if (shown[cell] < 0) {
            return best;
        }
        Fitter.Fit kept = fitter.drawn(shown[cell], inks[cell], grounds[cell]);
        return kept.error() <= least ? kept : best;
    }

    private Fitter.Fit better(Fitter.Fit best, Fitter.Fit next, int cell, double thrift) {
        double loss = next.error() + thrift * bytes(cell, next);
        if (loss < least) {
            least = loss;
            return next;
        }
        return best;
    }

    private int bytes(int cell, Fitter.Fit fit) {
        int bytes = glyphs.get(fit.glyph()).bytes();
        bytes += last == cell - 1 ? 0 : MOVE_BYTES;
        bytes += fit.ink() == ink ? 0 : colorBytes;
        bytes += fit.ground() == ground ? 0 : colorBytes;
        return bytes;
    }

    private void put(int cell, Fitter.Fit fit) {
        boolean isBlank = glyphs.get(fit.glyph()).ink() == 0;
        boolean stays =
                shown[cell] == fit.glyph()
                        && grounds[cell] == fit.ground()
                        && (isBlank || inks[cell] == fit.ink());
        if (!stays) {
            // Nobody sees in which colour nothing is written.
            ink = isBlank && ink != Cells.OWN ? ink : fit.ink();
            ground = fit.ground();
            shown[cell] = fit.glyph();
            inks[cell] = ink;
            grounds[cell] = ground;
            last = cell;
        }
    }

    private Cells cells() {
        int[] characters = new int[shown.length];
        for (int cell = 0; cell < shown.length; cell++) {
            characters[cell] = glyphs.get(shown[cell]).character();
        }
        return new Cells(size, characters, inks.clone(), grounds.clone());
    }
}
