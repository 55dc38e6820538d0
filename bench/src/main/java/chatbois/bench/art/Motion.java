package chatbois.bench.art;

import chatbois.cellart.Cells;
import chatbois.cellart.Colors;
import chatbois.cellart.Picture;
import chatbois.cellart.Reel;
import chatbois.cellart.Size;
import chatbois.cellart.Style;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Path;
import java.util.Locale;
import java.util.function.IntFunction;

/// What moving pictures take: processor and bytes for each frame, of a camera that goes over a
/// picture, and of a picture in which a part moves.
public final class Motion {
    private static final int WIDTH = 320;
    private static final int HEIGHT = 192;
    private static final int FRAMES = 90;
    private static final int FRAMES_A_SECOND = 30;
    private static final int ROUNDS = 5;

    private final int[] pixels;
    private final int width;
    private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();

    private Motion(Subject subject) {
        pixels = subject.pixels();
        width = subject.width();
    }

    /// @param args a picture of at least 416 x 288 pixels
    public static void main(String[] args) throws Exception {
        Motion motion = new Motion(Subject.read(Path.of(args[0])));
        System.out.println(
                "| Clip | Style | Size | Thrift | Processor | Bytes a frame | KB a second |");
        System.out.println("|---|---|---|---|---|---|---|");
        for (double thrift : new double[] {0, Reel.USUAL_THRIFT}) {
            for (String size : new String[] {"80x24", "120x36"}) {
                motion.measure("camera", motion::camera, Style.BLOCKS, Size.parse(size), thrift);
                motion.measure("part", motion::part, Style.BLOCKS, Size.parse(size), thrift);
            }
            motion.measure("camera", motion::camera, Style.ASCII, Size.parse("80x24"), thrift);
        }
    }

    private Picture camera(int frame) {
        int[] view = new int[WIDTH * HEIGHT];
        for (int i = 0; i < view.length; i++) {
            view[i] = pixels[(i / WIDTH + frame / 2) * width + i % WIDTH + frame];
        }
        return new Picture(WIDTH, HEIGHT, view);
    }

    /// A disc of the picture's middle goes to and fro.
    private Picture part(int frame) {
        int[] view = new int[WIDTH * HEIGHT];
        int shift = (int) Math.round(8 * Math.sin(frame / 8.0));
        for (int i = 0; i < view.length; i++) {
            int x = i % WIDTH;
            int y = i / WIDTH;
            boolean moves = Math.hypot(x - shift - WIDTH / 2.0, y - HEIGHT / 2.0) < HEIGHT / 5.0;
            view[i] = pixels[y * width + (moves ? x - shift : x)];
        }
        return new Picture(WIDTH, HEIGHT, view);
    }

    private void measure(
            String clip, IntFunction<Picture> frames, Style style, Size size, double thrift) {
        long spent = 0;
        long bytes = 0;
        for (int round = 0; round < ROUNDS; round++) {
            Reel reel = new Reel(style, Colors.FULL, size);
            Cells before = reel.next(frames.apply(0), thrift);
            spent = 0;
            bytes = 0;
            for (int frame = 1; frame < FRAMES; frame++) {
                Picture picture = frames.apply(frame);
                long start = threads.getCurrentThreadCpuTime();
                Cells next = reel.next(picture, thrift);
                spent += threads.getCurrentThreadCpuTime() - start;
                bytes += bytes(before, next);
                before = next;
            }
        }
        double millis = spent / 1e6 / (FRAMES - 1);
        double each = (double) bytes / (FRAMES - 1);
        System.out.printf(
                Locale.ROOT,
                "| %s | %s | %dx%d | %.0f | %.2f ms, %.0f %% of a core | %.0f | %.0f |%n",
                clip,
                style.word(),
                size.columns(),
                size.rows(),
                thrift,
                millis,
                millis * FRAMES_A_SECOND / 10,
                each,
                each * FRAMES_A_SECOND / 1000);
    }

    /// What a terminal is sent that shows the cells before: where each run of changed cells begins,
    /// their colours where these change, and the characters.
    private static int bytes(Cells before, Cells next) {
        int bytes = 0;
        int ink = Cells.OWN;
        int ground = Cells.OWN;
        for (int row = 0; row < next.size().rows(); row++) {
            int at = -1;
            for (int column = 0; column < next.size().columns(); column++) {
                if (!same(before, next, column, row)) {
                    bytes +=
                            at == column
                                    ? 0
                                    : ("\u001b[" + (row + 1) + ";" + (column + 1) + "H").length();
                    bytes += next.ink(column, row) == ink ? 0 : color(next.ink(column, row));
                    bytes +=
                            next.ground(column, row) == ground
                                    ? 0
                                    : color(next.ground(column, row));
                    bytes += next.character(column, row) < 0x80 ? 1 : 3;
                    ink = next.ink(column, row);
                    ground = next.ground(column, row);
                    at = column + 1;
                }
            }
        }
        return bytes;
    }

    private static boolean same(Cells before, Cells next, int column, int row) {
        return before.character(column, row) == next.character(column, row)
                && before.ink(column, row) == next.ink(column, row)
                && before.ground(column, row) == next.ground(column, row);
    }

    private static int color(int color) {
        return ("\u001b[38;2;"
                        + (color >> 16)
                        + ";"
                        + (color >> 8 & 255)
                        + ";"
                        + (color & 255)
                        + "m")
                .length();
    }
}
