package chatbois.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.TimeUnit;

/// How a film of ten seconds plays over slow lines, and how long a key takes to its echo meanwhile:
/// the real client with a real server in a pseudo-terminal whose other end reads slowly. Keys are
/// so far apart that the film plays again each time one is pressed.
final class SlowFilm {
    private static final int[] RATES = {256 * 1024, 64 * 1024};
    private static final int WIDTH = 120;
    private static final int HEIGHT = 40;
    private static final int WARM_FRAMES = 60;
    private static final int WATCHED_SECONDS = 20;
    private static final int KEYS_IN_LINE = 40;
    private static final String CLEAR = "\u0015";

    private SlowFilm() {}

    static void run(int keys) throws Exception {
        Path directory = Files.createTempDirectory("chatbois-bench");
        try (OurScreen ours = OurScreen.with(directory, 20)) {
            ours.prepare();
            ours.sayWithFilm("a film", Clip.camera().track());
            System.out.println(
                    "| KiB/s | frames a second | torn | KiB/s taken | key to echo, median"
                            + " | p90 | p99 | worst |");
            System.out.println("|---|---|---|---|---|---|---|---|");
            for (int rate : RATES) {
                try (NarrowPane pane = NarrowPane.open(ours.reader(), WIDTH, HEIGHT, rate)) {
                    System.out.println(measure(pane, rate, keys));
                }
            }
        }
    }

    private static String measure(NarrowPane pane, int rate, int keys) throws Exception {
        pane.awaitFrames(WARM_FRAMES);
        int frames = pane.frames();
        long bytes = pane.written();
        int torn = pane.torn();
        TimeUnit.SECONDS.sleep(WATCHED_SECONDS);
        double shown = (pane.frames() - frames) / (double) WATCHED_SECONDS;
        long taken = (pane.written() - bytes) / WATCHED_SECONDS / 1024;
        long[] nanos = press(pane, keys);
        Arrays.sort(nanos);
        return String.format(
                Locale.ROOT,
                "| %d | %.1f | %d | %d | %.1f ms | %.1f ms | %.1f ms | %.1f ms |",
                rate / 1024,
                shown,
                pane.torn() - torn,
                taken,
                millis(nanos, 0.5),
                millis(nanos, 0.9),
                millis(nanos, 0.99),
                millis(nanos, 1));
    }

    private static long[] press(NarrowPane pane, int keys) throws Exception {
        Random random = new Random(7);
        long[] nanos = new long[keys];
        for (int key = 0; key < keys; key++) {
            if (key % KEYS_IN_LINE == 0) {
                pane.type(CLEAR);
            }
            TimeUnit.MILLISECONDS.sleep(800 + random.nextInt(200));
            nanos[key] = pane.press();
        }
        return nanos;
    }

    private static double millis(long[] sorted, double part) {
        int place = (int) Math.ceil(part * sorted.length) - 1;
        return sorted[place] / 1e6;
    }
}
