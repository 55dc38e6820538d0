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

    /// Does something with a cell.
    private interface Look {
        /// @param fitter that has looked at it
        void at(int cell, Fitter fitter);
    }

    /// What stands on the screen.
    private record Stand(int[] glyphs, int[] inks, int[] grounds) {}

    private final List<Glyph> glyphs;
    private final Size size;

    /// They look at as many cells at once.
    private final List<Fitter> fitters;

    /// The cells that are to be looked at.
    private final int[] due;

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

    /// The least loss of what was tried for a cell, and what that was.
    private double least;

    private int glyph;
    private int someInk;
    private int someGround;

    Fitted(List<Glyph> glyphs, Colors colors, Size size, Function<float[][], Products> ranking) {
        this.glyphs = glyphs;
        this.size = size;
        List<Glyph> halved = glyphs.stream().map(Glyph::halved).toList();
        fitters = Fitter.together(halved, colors, FEW, ranking);
        inked = new Inked(glyphs, colors);
        colorBytes = inked.colorBytes();
        always = IntStream.range(0, glyphs.size()).filter(g -> isPlain(glyphs.get(g))).toArray();
        int cells = size.columns() * size.rows();
        due = new int[cells];
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
        int count = 0;
        for (int cell = 0; cell < shown.length; cell++) {
            if (scaler.changed(cell) || thrift < thrifts[cell]) {
                due[count++] = cell;
            }
        }
        look(
                raster,
                count,
                (cell, fitter) -> {
                    if (thrift == 0) {
                        put(cell, exact(cell, fitter));
                    } else {
                        drawThriftily(cell, fitter, thrift);
                    }
                    thrifts[cell] = thrift;
                });
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
        Arrays.setAll(due, cell -> cell);
        look(raster, due.length, (cell, fitter) -> choices[cell] = choice(cell, fitter));
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

    private Run.Cell choice(int cell, Fitter fitter) {
        int[] likely = fitter.likely();
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

    /// Looks at the cells that are due, several at once, and does something with one after the
    /// other.
    private void look(Raster raster, int count, Look look) {
        for (int from = 0; from < count; from += fitters.size()) {
            int some = Math.min(count - from, fitters.size());
            for (int i = 0; i < some; i++) {
                int cell = due[from + i];
                fitters.get(i).turn(raster, cell % size.columns(), cell / size.columns());
            }
            Fitter.rank(fitters);
            for (int i = 0; i < some; i++) {
                look.at(due[from + i], fitters.get(i));
            }
        }
    }

    /// What is there, if nothing is better.
    private Fitter.Fit exact(int cell, Fitter fitter) {
        Fitter.Fit best = fitter.best(fitter.likely());
        if (shown[cell] < 0) {
            return best;
        }
        Fitter.Fit kept = fitter.drawn(shown[cell], inks[cell], grounds[cell]);
        return kept.error() <= best.error() ? kept : best;
    }

    /// The best for its bytes: what is there, or the likely ones in the best colours, or in one or
    /// both of those that the terminal has in hand. Nothing is made for it: there are thousands of
    /// cells in a frame.
    private void drawThriftily(int cell, Fitter fitter, double thrift) {
        glyph = shown[cell];
        least = glyph < 0 ? Double.MAX_VALUE : fitter.error(glyph, inks[cell], grounds[cell]);
        boolean stays = glyph >= 0;
        for (int next : fitter.likely()) {
            double bare = thrift * bytes(cell, next);
            if (fitter.leastError(next) + bare < least) {
                stays &= !offer(cell, fitter, next, bare, thrift * colorBytes);
            }
        }
        if (!stays) {
            put(cell, glyph, someInk, someGround);
        }
    }

    private boolean offer(int cell, Fitter fitter, int next, double bare, double colorWorth) {
        fitter.chooseColors();
        int ownInk = fitter.ink();
        int ownGround = fitter.ground();
        double inkWorth = ownInk == ink ? 0 : colorWorth;
        double groundWorth = ownGround == ground ? 0 : colorWorth;
        boolean taken =
                offer(next, ownInk, ownGround, fitter.error() + bare + inkWorth + groundWorth);
        if (ink != Cells.OWN) {
            taken |= offer(next, ink, ground, fitter.error(ink, ground) + bare);
            taken |= offer(next, ownInk, ground, fitter.error(ownInk, ground) + bare + inkWorth);
            taken |= offer(next, ink, ownGround, fitter.error(ink, ownGround) + bare + groundWorth);
        }
        return taken;
    }

    private boolean offer(int next, int nextInk, int nextGround, double loss) {
        if (loss >= least) {
            return false;
        }
        least = loss;
        glyph = next;
        someInk = nextInk;
        someGround = nextGround;
        return true;
    }

    private int bytes(int cell, int next) {
        return glyphs.get(next).bytes() + (last == cell - 1 ? 0 : MOVE_BYTES);
    }

    private void put(int cell, Fitter.Fit fit) {
        put(cell, fit.glyph(), fit.ink(), fit.ground());
    }

    private void put(int cell, int next, int nextInk, int nextGround) {
        boolean isBlank = glyphs.get(next).ink() == 0;
        boolean stays =
                shown[cell] == next
                        && grounds[cell] == nextGround
                        && (isBlank || inks[cell] == nextInk);
        if (!stays) {
            boolean anyInk = isBlank && ink != Cells.OWN;
            bytes += move(cell) + glyphs.get(next).bytes();
            bytes += anyInk || nextInk == ink ? 0 : colorBytes + 1;
            bytes += nextGround == ground ? 0 : colorBytes + 1;
            // Nobody sees in which colour nothing is written.
            ink = anyInk ? ink : nextInk;
            ground = nextGround;
            shown[cell] = next;
            inks[cell] = ink;
            grounds[cell] = ground;
            last = cell;
        }
    }

    /// The most that a painter needs to go to a cell, wherever the picture is.
    private int move(int cell) {
        if (last == cell - 1 && cell % size.columns() > 0) {
            return 0;
        }
        boolean sameRow = last >= 0 && last / size.columns() == cell / size.columns();
        return sameRow ? FARTHER_BYTES : ELSEWHERE_BYTES;
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
