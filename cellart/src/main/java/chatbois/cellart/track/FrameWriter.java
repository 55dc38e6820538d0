package chatbois.cellart.track;

import chatbois.cellart.Picture;
import java.io.ByteArrayOutputStream;
import java.util.Arrays;

/// Writes shaded frames, keeping what whoever reads them will see, so that what is lost in one
/// frame is made good in the next. For one thread.
final class FrameWriter {
    /// How much of a step a coefficient has to have over a whole number to count as the next one.
    private static final double ROUNDING = 0.36;

    /// The same for what differs from the frame before: less, so that what was lost there by
    /// rounding isn't sent after it.
    private static final double REST_ROUNDING = 0.3;

    /// Coefficients of the rest below this are what whole numbers in pixels do to it.
    private static final int LEAST_REST = 96;

    private final Transform transform = new Transform();
    private final int[] block = new int[Transform.AREA];
    private final int[] levels = new int[Transform.AREA];
    private final int[] firsts = new int[3];
    private final byte[] squares;
    private final Planes wanted;
    private final MotionSearch search;
    private Planes now;
    private Planes before;
    private Steps steps = Steps.of(1);

    /// How much closer a square must come, in sums of differences, to be worth a vector or to be
    /// taken from another frame at all: more where rounding makes greater differences anyway.
    private int vectorCosts;

    private ByteArrayOutputStream out = new ByteArrayOutputStream();

    FrameWriter(int width, int height) {
        wanted = new Planes(width, height);
        now = new Planes(width, height);
        before = new Planes(width, height);
        squares = new byte[now.columns * now.rows];
        search = new MotionSearch(wanted);
    }

    Written write(Picture picture, boolean key, int quality, int millis) {
        steps = Steps.of(quality);
        vectorCosts = 64 + 6 * quality;
        wanted.fill(picture);
        Planes last = now;
        now = before;
        before = last;
        now.copyFrom(before);
        out = new ByteArrayOutputStream();
        for (int row = 0; row < now.rows; row++) {
            Arrays.fill(firsts, 0);
            search.beginRow();
            for (int column = 0; column < now.columns; column++) {
                squares[row * now.columns + column] = (byte) square(key, column, row);
            }
        }
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        all.writeBytes(squares);
        all.writeBytes(out.toByteArray());
        return new Written(key, quality, millis, Written.deflate(all));
    }

    private int square(boolean key, int column, int row) {
        if (key) {
            return parts(Square.ALONE, column, row);
        }
        int there = search.difference(before, column, row, 0, 0);
        if (there == 0 && search.colorsStay(before, column, row)) {
            return Square.SAME;
        }
        if (there <= 2 * vectorCosts) {
            return parts(Square.SAME, column, row);
        }
        MotionSearch.Vector best = search.best(before, column, row, there);
        if (search.unrest(column, row) + vectorCosts < best.difference()) {
            return parts(Square.ALONE, column, row);
        }
        if (best.isZero() || best.difference() + vectorCosts > there) {
            return parts(Square.SAME, column, row);
        }
        out.write(best.dx());
        out.write(best.dy());
        Square.copy(before, now, column, row, best.dx(), best.dy());
        return parts(Square.MOVED, column, row);
    }

    /// Writes what is missing.
    ///
    /// @return the square's byte
    private int parts(int way, int column, int row) {
        int square = way;
        for (int i = 0; i < Planes.PARTS.length; i++) {
            if (part(Planes.PARTS[i], way == Square.ALONE, column, row)) {
                square |= 1 << i + 2;
            }
        }
        return square;
    }

    private boolean part(Planes.Part part, boolean alone, int column, int row) {
        byte[] plane = now.plane(part.plane());
        int at = now.at(part, column, row);
        int stride = now.stride(part.plane());
        int[] sizes = steps.of(part);
        difference(wanted.plane(part.plane()), plane, at, stride, alone);
        transform.forward(block);
        int last = quantize(sizes, alone);
        if (alone) {
            first(part.plane());
        }
        boolean full = last >= (alone ? 1 : 0);
        if (full) {
            tokens(alone ? 1 : 0, last);
        }
        if (full || alone) {
            for (int i = 0; i < Transform.AREA; i++) {
                block[Transform.ORDER[i]] = FrameReader.wide(levels[i], sizes[i]);
            }
            transform.inverse(block);
            Square.add(block, plane, at, stride, alone);
        }
        return full;
    }

    private void difference(byte[] want, byte[] have, int at, int stride, boolean alone) {
        for (int i = 0; i < Transform.AREA; i++) {
            int from = at + (i >> 3) * stride + (i & 7);
            block[i] = (want[from] & 0xFF) - (alone ? 128 : have[from] & 0xFF);
        }
    }

    /// Makes levels of the coefficients.
    ///
    /// @return the place of the last one that isn't 0, or -1
    private int quantize(int[] sizes, boolean alone) {
        double rounding = alone ? ROUNDING : REST_ROUNDING;
        int least = alone ? 0 : LEAST_REST;
        int last = -1;
        for (int i = 0; i < Transform.AREA; i++) {
            int wide = block[Transform.ORDER[i]];
            int far = Math.abs(wide);
            int level = far < least ? 0 : (int) ((double) far / sizes[i] + rounding);
            levels[i] = wide < 0 ? -level : level;
            if (level != 0) {
                last = i;
            }
        }
        return last;
    }

    /// Writes how the first level differs from that of the block before.
    private void first(int plane) {
        int more = levels[0] - firsts[plane];
        firsts[plane] = levels[0];
        if (more > FrameReader.WIDE && more <= Byte.MAX_VALUE) {
            out.write(more);
        } else {
            out.write(FrameReader.WIDE);
            number(more);
        }
    }

    private void tokens(int from, int last) {
        int run = 0;
        for (int i = from; i <= last; i++) {
            int level = levels[i];
            int turn = 2 * Math.abs(level) - (level > 0 ? 2 : 1);
            if (level == 0) {
                run++;
            } else if (turn < FrameReader.LEVELS && run < FrameReader.RUNS) {
                out.write(1 + run * FrameReader.LEVELS + turn);
                run = 0;
            } else {
                out.write(FrameReader.ESCAPE);
                out.write(run);
                number(level);
                run = 0;
            }
        }
        out.write(0);
    }

    private void number(int number) {
        out.write(number >> 8);
        out.write(number);
    }
}
