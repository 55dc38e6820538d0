package chatbois.cellart.track;

import static chatbois.cellart.track.Track.check;

import chatbois.cellart.Picture;
import java.util.Arrays;

/// Decodes shaded frames. For one thread.
final class FrameReader implements Track.Canvas {
    /// Behind it come a run and a level that fit into no other.
    static final int ESCAPE = 255;

    /// How many levels fit into one byte with a run: half of them below 0.
    static final int LEVELS = 16;

    /// The longest run that fits into one byte, and one.
    static final int RUNS = 15;

    /// A difference that needs two bytes more.
    static final int WIDE = -128;

    private final Transform transform = new Transform();
    private final int[] block = new int[Transform.AREA];
    private final int[] firsts = new int[3];
    private final byte[] squares;

    /// Which squares are other than in the last picture that was made.
    private final boolean[] stale;

    private final int width;
    private final int height;
    private int[] pixels;
    private Planes now;
    private Planes before;
    private int quality;
    private Steps steps = Steps.of(1);

    FrameReader(int width, int height) {
        now = new Planes(width, height);
        before = new Planes(width, height);
        squares = new byte[now.columns * now.rows];
        stale = new boolean[squares.length];
        this.width = width;
        this.height = height;
        pixels = new int[width * height];
    }

    @Override
    public void take(Track.Entry entry, byte[] bytes) throws BadTrack {
        if (entry.quality() != quality) {
            quality = entry.quality();
            steps = Steps.of(quality);
        }
        Planes last = now;
        now = before;
        before = last;
        if (!entry.key()) {
            now.copyFrom(before);
        }
        try (Inflated in = new Inflated(entry, bytes)) {
            in.next(squares);
            for (int i = 0; i < squares.length; i++) {
                int column = i % now.columns;
                if (column == 0) {
                    Arrays.fill(firsts, 0);
                }
                check(!entry.key() || (squares[i] & 3) == Square.ALONE, "A key frame isn't one.");
                square(in, squares[i] & 0xFF, column, i / now.columns);
                stale[i] |= squares[i] != Square.SAME;
            }
            in.checkEnd();
        }
    }

    @Override
    public Picture picture() {
        int[] next = pixels.clone();
        for (int i = 0; i < stale.length; i++) {
            if (stale[i]) {
                now.paint(i % now.columns, i / now.columns, next);
                stale[i] = false;
            }
        }
        pixels = next;
        return new Picture(width, height, next);
    }

    private void square(Inflated in, int square, int column, int row) throws BadTrack {
        int way = square & 3;
        check(way <= Square.MOVED, "A frame has a square of a newer kind.");
        if (way == Square.MOVED) {
            int dx = (byte) in.next();
            int dy = (byte) in.next();
            check(Square.inside(now, column, row, dx, dy), "A square comes from nowhere.");
            Square.copy(before, now, column, row, dx, dy);
        }
        for (int i = 0; i < Planes.PARTS.length; i++) {
            boolean full = (square >> i + 2 & 1) == 1;
            if (full || way == Square.ALONE) {
                part(in, Planes.PARTS[i], way == Square.ALONE, full, column, row);
            }
        }
    }

    private void part(
            Inflated in, Planes.Part part, boolean alone, boolean full, int column, int row)
            throws BadTrack {
        int[] sizes = steps.of(part);
        int stride = now.stride(part.plane());
        int at = now.at(part, column, row);
        byte[] plane = now.plane(part.plane());
        int first = 0;
        if (alone) {
            int more = (byte) in.next();
            firsts[part.plane()] += more == WIDE ? in.nextShort() : more;
            first = wide(firsts[part.plane()], sizes[0]);
        }
        if (full) {
            block[0] = first;
            levels(in, sizes, alone ? 1 : 0);
            transform.inverse(block);
            Square.add(block, plane, at, stride, alone);
            Arrays.fill(block, 0);
        } else {
            Square.addFlat(Transform.flat(first), plane, at, stride, alone);
        }
    }

    private void levels(Inflated in, int[] sizes, int from) throws BadTrack {
        int next = from;
        for (int token = in.next(); token != 0; token = in.next()) {
            int run;
            int level;
            if (token == ESCAPE) {
                run = in.next();
                level = in.nextShort();
            } else {
                check(token <= RUNS * LEVELS, "A frame has a token of a newer kind.");
                run = (token - 1) / LEVELS;
                int turn = (token - 1) % LEVELS;
                level = turn % 2 == 0 ? turn / 2 + 1 : -(turn / 2 + 1);
            }
            next += run;
            check(next < Transform.AREA, "A block of a frame is too long.");
            block[Transform.ORDER[next]] = wide(level, sizes[next]);
            next++;
        }
    }

    /// A level as the coefficient that it stands for.
    static int wide(int level, int step) {
        return Math.clamp((long) level * step, Short.MIN_VALUE, Short.MAX_VALUE);
    }
}
