package chatbois.bench;

import com.pty4j.PtyProcess;
import com.pty4j.PtyProcessBuilder;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.jline.utils.ScreenTerminal;

/// A terminal of 120 columns and 40 rows with a program in it, which counts what the program writes
/// and knows what stands on the screen. It answers what it is asked, as terminals do.
final class Pane implements AutoCloseable {
    static final int WIDTH = 120;
    static final int HEIGHT = 40;

    private static final long PATIENCE_SECONDS = 120;
    private static final long QUIET_NANOS = TimeUnit.MILLISECONDS.toNanos(250);

    private final PtyProcess process;
    private final ScreenTerminal emulator = new ScreenTerminal(WIDTH, HEIGHT);
    private final Object lock = new Object();
    private long written;
    private long lastWrite = System.nanoTime();

    private Pane(PtyProcess process) {
        this.process = process;
        // Not a virtual thread: reading a pseudo-terminal would hold on to its carrier.
        Thread.ofPlatform().daemon().start(this::read);
    }

    static Pane open(Path directory, Map<String, String> environment, List<String> command)
            throws IOException {
        Map<String, String> all = new HashMap<>(System.getenv());
        all.put("TERM", "xterm-256color");
        all.put("LC_ALL", "C.UTF-8");
        all.putAll(environment);
        return new Pane(
                new PtyProcessBuilder(command.toArray(String[]::new))
                        .setEnvironment(all)
                        .setDirectory(directory.toString())
                        .setInitialColumns(WIDTH)
                        .setInitialRows(HEIGHT)
                        .start());
    }

    long pid() {
        return process.pid();
    }

    void type(String text) throws IOException {
        process.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
        process.getOutputStream().flush();
    }

    /// How many bytes the program has written so far.
    long written() {
        synchronized (lock) {
            return written;
        }
    }

    /// Waits until some text is on the screen.
    void awaitAnything() throws Exception {
        await("anything", screen -> !screen.isBlank());
    }

    void await(String text) throws Exception {
        await(text, screen -> screen.contains(text));
    }

    private void await(String what, Predicate<String> is) throws Exception {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        synchronized (lock) {
            while (!is.test(screen())) {
                long left = deadline - System.nanoTime();
                if (left <= 0 || !process.isAlive()) {
                    throw new IOException("no " + what + " on this screen:\n" + screen());
                }
                TimeUnit.NANOSECONDS.timedWait(lock, Math.min(left, QUIET_NANOS));
            }
        }
    }

    /// Waits until nothing has been written for a quarter of a second.
    void awaitQuiet() throws InterruptedException {
        awaitQuiet(QUIET_NANOS);
    }

    /// Waits until nothing has been written for so long that nothing will come by itself.
    void awaitIdle() throws InterruptedException {
        awaitQuiet(4 * QUIET_NANOS);
    }

    private void awaitQuiet(long nanos) throws InterruptedException {
        synchronized (lock) {
            long left = nanos;
            while (left > 0) {
                TimeUnit.NANOSECONDS.timedWait(lock, left);
                left = lastWrite + nanos - System.nanoTime();
            }
        }
    }

    @Override
    public void close() throws Exception {
        process.destroy();
        if (!process.waitFor(10, TimeUnit.SECONDS)) {
            process.destroyForcibly().waitFor();
        }
    }

    private String screen() {
        long[] cells = new long[WIDTH * HEIGHT];
        emulator.dump(cells, new int[2]);
        StringBuilder text = new StringBuilder();
        for (int cell = 0; cell < cells.length; cell++) {
            int codePoint = ScreenTerminal.cellCodePoint(cells[cell]);
            text.appendCodePoint(codePoint > 0 ? codePoint : ' ');
        }
        return text.toString();
    }

    private void read() {
        byte[] some = new byte[8_192];
        try (InputStream in = process.getInputStream()) {
            for (int n = in.read(some); n >= 0; n = in.read(some)) {
                synchronized (lock) {
                    written += n;
                    lastWrite = System.nanoTime();
                    // Only plain letters are looked for: pieces of others may be cut here.
                    emulator.write(new String(some, 0, n, StandardCharsets.UTF_8));
                    type(emulator.read());
                    lock.notifyAll();
                }
            }
        } catch (IOException e) {
            // The program has ended.
        }
    }
}
