package chatbois.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;

/// What playing a film takes: processor and bytes of the real client and of the process that draws
/// for it, together, over the whole screen of a pseudo-terminal that takes all at once.
final class FilmCost {
    private static final int WARM_SECONDS = 20;
    private static final int SECONDS = 20;

    /// A preview has 25 frames a second; it is reckoned for one that has 30.
    private static final double FASTER = 30 * Clip.MILLIS / 1_000.0;

    private FilmCost() {}

    static void run() throws Exception {
        System.out.println(
                "| Clip | Size | frames a second | client | worker | a frame, both"
                        + " | of a core, the film at 30 frames a second | KB/s then |");
        System.out.println("|---|---|---|---|---|---|---|---|");
        for (Clip clip : List.of(Clip.camera(), Clip.part())) {
            Path directory = Files.createTempDirectory("chatbois-bench");
            try (OurScreen ours = OurScreen.with(directory, 20)) {
                ours.prepare();
                ours.sayWithFilm("a film", clip.track());
                measure(ours, clip, 120, 36);
                measure(ours, clip, 80, 24);
            }
        }
    }

    /// A row above the picture and one below are the viewer's.
    private static void measure(OurScreen ours, Clip clip, int width, int height) throws Exception {
        try (NarrowPane pane = NarrowPane.open(ours.reader(), width, height + 2, 0)) {
            pane.awaitFrames(5);
            pane.type("/view");
            TimeUnit.SECONDS.sleep(1); // what comes in one piece would be a paste
            pane.type("\r");
            TimeUnit.SECONDS.sleep(WARM_SECONDS);
            ProcessCost client = new ProcessCost(pane.pid());
            ProcessCost worker = new ProcessCost(worker(pane.pid()));
            long began = System.nanoTime();
            long clients = client.cpuMillis();
            long workers = worker.cpuMillis();
            int frames = pane.frames();
            long bytes = pane.written();
            TimeUnit.SECONDS.sleep(SECONDS);
            double seconds = (System.nanoTime() - began) / 1e9;
            double shown = pane.frames() - frames;
            long clientMillis = client.cpuMillis() - clients;
            long workerMillis = worker.cpuMillis() - workers;
            long written = pane.written() - bytes;
            System.out.printf(
                    Locale.ROOT,
                    "| %s | %dx%d | %.1f | %.2f ms | %.2f ms | %.2f ms | %.0f %% | %.0f |%n",
                    clip.name(),
                    width,
                    height,
                    shown / seconds,
                    clientMillis / shown,
                    workerMillis / shown,
                    (clientMillis + workerMillis) / shown,
                    (clientMillis + workerMillis) * FASTER / seconds / 10,
                    written * FASTER / seconds / 1_000);
        }
    }

    private static long worker(long client) throws IOException {
        return ProcessHandle.of(client)
                .orElseThrow()
                .descendants()
                .filter(child -> child.info().commandLine().orElse("").contains("cellart.worker"))
                .findFirst()
                .orElseThrow(() -> new IOException("nobody draws"))
                .pid();
    }
}
