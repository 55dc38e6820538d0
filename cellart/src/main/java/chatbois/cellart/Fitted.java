package chatbois.cellart;

import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;

/// A moving picture in colours. Not safe for more than one thread.
final class Fitted implements Reel.Screen {
    /// So many ways to draw a cell are reckoned out.
    private static final int FEW = 4;

    /// What it takes to go to a cell that is not the next one.
    private static final int MOVE_BYTES = 5;

    /// What it may take to go on in the same row, and in another one.
    private static final int FARTHER_BYTES = 6;

    private static final int ELSEWHERE_BYTES = 10;

    /// What stands on the screen.
    private record Stand(int[] glyphs, int[] inks, int[] grounds) {}

    private final List<Glyph> glyphs;
    private final Size size;
    private final Fitter fitter;
    private final Inked inked;
    private final int colorBytes;

    /// Those that are nothing but one of the two colours.
    private final int[] always;

    private final Run.Cell[] choices;
    private final List<Run> rows;
    private final Pressure pressure = new Pressure();
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

    /// At most so many bytes the frame takes as far as it is drawn.
    private int bytes;

    /// The least loss of what was tried for a cell.
    private double least;

    Fitted(List<Glyph> glyphs, Colors colors, Size size, Function<float[][], Products> ranking) {
        this.glyphs = glyphs;
        this.size = size;
        List<Glyph> halved = glyphs.stream().map(Glyph::halved).toList();
        fitter = new Fitter(halved, colors, FEW, ranking);
        inked = new Inked(glyphs, colors);
        colorBytes = inked.colorBytes();
        always = IntStream.range(0, glyphs.size()).filter(g -> isPlain(glyphs.get(g))).toArray();
        int cells = size.columns() * size.rows();
        choices = new Run.Cell[cells];
        rows =
                IntStream.range(0, size.rows())
                        .map(row -> row * size.columns())
                        .mapToObj(from -> new Run(from, from + size.columns()))
                        .toList();
        shown = new int[cells];
        inks = new int[cells];
        grounds = new int[cells];
        thrifts = new double[cells];
        Arrays.fill(shown, -1);
    }

    @Override
    public Cells next(Raster raster, Scaler scaler, double thrift, int most) {
        Stand before = new Stand(shown.clone(), inks.clone(), grounds.clone());
        begin();
        for (int cell = 0; cell < shown.length; cell++) {
            if (scaler.changed(cell) || thrift < thrifts[cell]) {
                int[] likely = fitter.look(raster, cell % size.columns(), cell / size.columns());
                put(cell, thrift == 0 ? exact(cell, likely) : thrifty(cell, likely, thrift));
                thrifts[cell] = thrift;
            }
        }
        if (bytes > most && before.glyphs[0] >= 0) {
            coarsen(raster, thrift, most, before);
        }
        return cells();
    }

    private void begin() {
        ink = Cells.OWN;
        ground = Cells.OWN;
        last = -1;
        bytes = 0;
    }

    /// Draws it again in fewer bytes.
    private void coarsen(Raster raster, double thrift, int most, Stand before) {
        restore(before);
        for (int cell = 0; cell < shown.length; cell++) {
            choices[cell] = choice(raster, cell);
        }
        for (Run row : rows) {
            row.look(choices, inked);
        }
        double enough = pressure.fitting(thrift, most, some -> draw(before, some));
        draw(before, enough);
        Arrays.fill(thrifts, enough);
    }

    private void restore(Stand before) {
        System.arraycopy(before.glyphs, 0, shown, 0, shown.length);
        System.arraycopy(before.inks, 0, inks, 0, shown.length);
        System.arraycopy(before.grounds, 0, grounds, 0, shown.length);
        begin();
    }

    private Run.Cell choice(Raster raster, int cell) {
        int[] likely = fitter.look(raster, cell % size.columns(), cell / size.columns());
        Way[] ways = new Way[likely.length + (likely[0] == 0 ? 0 : always.length)];
        for (int i = 0; i < ways.length; i++) {
            ways[i] = fitter.way(i < likely.length ? likely[i] : always[i - likely.length]);
        }
        double kept = fitter.drawn(shown[cell], inks[cell], grounds[cell]).error();
        return new Run.Cell(ways, kept);
    }

    private int draw(Stand before, double thrift) {
        restore(before);
        for (Run row : rows) {
            row.choose(thrift, inked);
            row.draw(thrift, inked, this::put);
        }
        return bytes;
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
            bytes += cost(cell, fit, isBlank && ink != Cells.OWN);
            // Nobody sees in which colour nothing is written.
            ink = isBlank && ink != Cells.OWN ? ink : fit.ink();
            ground = fit.ground();
            shown[cell] = fit.glyph();
            inks[cell] = ink;
            grounds[cell] = ground;
            last = cell;
        }
    }

    /// The most that a painter needs for a cell, wherever the picture is.
    private int cost(int cell, Fitter.Fit fit, boolean anyInk) {
        boolean next = last == cell - 1 && cell % size.columns() > 0;
        boolean sameRow = last >= 0 && last / size.columns() == cell / size.columns();
        int sum = glyphs.get(fit.glyph()).bytes();
        sum += next ? 0 : sameRow ? FARTHER_BYTES : ELSEWHERE_BYTES;
        sum += anyInk || fit.ink() == ink ? 0 : colorBytes + 1;
        return fit.ground() == ground ? sum : sum + colorBytes + 1;
    }

    private static boolean isPlain(Glyph glyph) {
        return glyph.ink() == 0 || glyph.ink() == glyph.coverage().length;
    }

    private Cells cells() {
        int[] characters = new int[shown.length];
        for (int cell = 0; cell < shown.length; cell++) {
            characters[cell] = glyphs.get(shown[cell]).character();
        }
        return new Cells(size, characters, inks.clone(), grounds.clone());
    }
}
