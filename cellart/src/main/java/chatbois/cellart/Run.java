package chatbois.cellart;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// Some cells of a row beside each other, and its two halves: each may stay as it is, be drawn in
/// one colour, in two, or half by half. Not safe for more than one thread.
final class Run {
    /// What it is about to take to go to a run; often it is the next one.
    private static final int MOVE_BYTES = 4;

    /// More cells than this have no two colours in common.
    private static final int MOST_IN_TWO = 8;

    /// A cell that is to be drawn.
    ///
    /// @param ways the likeliest first; one without a character is among them
    /// @param kept the error as it stands on the screen
    record Cell(Way[] ways, double kept) {}

    /// Draws a cell.
    interface Draw {
        void draw(int cell, Fitter.Fit fit);
    }

    private enum How {
        KEPT,
        FLAT,
        TWO,
        HALVES
    }

    private final int from;
    private final int to;
    private final @Nullable Run left;
    private final @Nullable Run right;
    private Cell[] cells = {};
    private double kept;
    private double blank;
    private final double[] slopes = new double[Raster.CHANNELS];
    private double open;
    private int flat;
    private double flatError;
    private int ink;
    private int ground;
    private double twoError;
    private int twoBytes;
    private How how = How.KEPT;

    /// @param from the first cell
    /// @param to the one behind the last
    Run(int from, int to) {
        this.from = from;
        this.to = to;
        int middle = (from + to) / 2;
        left = middle > from ? new Run(from, middle) : null;
        right = middle > from ? new Run(middle, to) : null;
    }

    /// Turns to other cells.
    ///
    /// @param all those of the whole picture
    void look(Cell[] all, Inked inked) {
        if (left == null || right == null) {
            lookAtOne(all[from]);
        } else {
            left.look(all, inked);
            right.look(all, inked);
            kept = left.kept + right.kept;
            blank = left.blank + right.blank;
            open = left.open + right.open;
            Arrays.setAll(slopes, i -> left.slopes[i] + right.slopes[i]);
        }
        flat = inked.nearest(mean());
        flatError =
                blank
                        + slopes[0] * (flat >> 16)
                        + slopes[1] * (flat >> 8 & 255)
                        + slopes[2] * (flat & 255)
                        + open * Eye.product(flat, flat);
        twoError = Double.MAX_VALUE;
        if (to - from <= MOST_IN_TWO) {
            cells = Arrays.copyOfRange(all, from, to);
            lookForTwo(inked);
        }
    }

    private void lookAtOne(Cell cell) {
        Way way = cell.ways[0];
        kept = cell.kept;
        blank = way.blank();
        open = way.pixels();
        Arrays.setAll(slopes, way::slope);
    }

    /// The colour that is the least wrong.
    private int mean() {
        int mean = 0;
        for (int channel = 0; channel < Raster.CHANNELS; channel++) {
            double value = -slopes[channel] / (2 * Eye.weight(channel) * open);
            mean = mean << 8 | (int) Math.clamp(value + 0.5, 0, 255);
        }
        return mean;
    }

    /// What is brighter in each of the cells, and what is darker.
    private void lookForTwo(Inked inked) {
        int[] bright = new int[cells.length];
        int[] dark = new int[cells.length];
        for (int i = 0; i < cells.length; i++) {
            Fitter.Fit own = cells[i].ways[0].own();
            boolean inkFirst = own.glyph() != 0 && luma(own.ink()) > luma(own.ground());
            bright[i] = inkFirst || own.glyph() == 0 ? inkOf(own) : own.ground();
            dark[i] = inkFirst ? own.ground() : inkOf(own);
        }
        ink = inked.nearest(mean(bright));
        ground = inked.nearest(mean(dark));
        twoError = 0;
        twoBytes = 0;
        for (Cell cell : cells) {
            Fitter.Fit fit = inTwo(cell, 0, inked);
            twoError += fit.error();
            twoBytes += inked.bytes(fit.glyph());
        }
    }

    private static int inkOf(Fitter.Fit own) {
        return own.glyph() == 0 ? own.ground() : own.ink();
    }

    private static float luma(int color) {
        return Eye.luma(color >> 16, color >> 8 & 255, color & 255);
    }

    private static int mean(int[] colors) {
        int mean = 0;
        for (int shift = 16; shift >= 0; shift -= 8) {
            int sum = 0;
            for (int color : colors) {
                sum += color >> shift & 255;
            }
            mean = mean << 8 | sum / colors.length;
        }
        return mean;
    }

    private Fitter.Fit inTwo(Cell cell, double thrift, Inked inked) {
        Fitter.Fit best = cell.ways[0].in(ink, ground);
        double least = Double.MAX_VALUE;
        for (Way way : cell.ways) {
            Fitter.Fit fit = way.in(ink, ground);
            double loss = fit.error() + thrift * inked.bytes(fit.glyph());
            if (loss < least) {
                least = loss;
                best = fit;
            }
        }
        return best;
    }

    /// Chooses how it is drawn, and gives the error together with what its bytes are worth.
    double choose(double thrift, Inked inked) {
        how = How.KEPT;
        double least = kept;
        int length = to - from;
        double asFlat = flatError + thrift * (MOVE_BYTES + inked.colorBytes() + length);
        if (asFlat < least) {
            how = How.FLAT;
            least = asFlat;
        }
        double asTwo = twoError + thrift * (MOVE_BYTES + 2 * inked.colorBytes() + twoBytes);
        if (asTwo < least) {
            how = How.TWO;
            least = asTwo;
        }
        if (left == null || right == null) {
            return least;
        }
        double halves = left.choose(thrift, inked) + right.choose(thrift, inked);
        if (halves < least) {
            how = How.HALVES;
            least = halves;
        }
        return least;
    }

    /// Draws it as it was chosen.
    void draw(double thrift, Inked inked, Draw draw) {
        switch (how) {
            case KEPT -> {}
            case FLAT -> {
                for (int cell = from; cell < to; cell++) {
                    draw.draw(cell, new Fitter.Fit(0, flat, flat, 0));
                }
            }
            case TWO -> {
                for (int cell = from; cell < to; cell++) {
                    draw.draw(cell, inTwo(cells[cell - from], thrift, inked));
                }
            }
            case HALVES -> {
                if (left != null && right != null) {
                    left.draw(thrift, inked, draw);
                    right.draw(thrift, inked, draw);
                }
            }
        }
    }
}
