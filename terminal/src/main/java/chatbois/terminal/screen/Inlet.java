package chatbois.terminal.screen;

import chatbois.terminal.key.Key;
import chatbois.terminal.key.KeyReader;
import chatbois.terminal.key.Report;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Reads the terminal: one thread waits for bytes, which nothing can interrupt, the other makes
/// keys of them and notices when none come.
final class Inlet {
    private static final int CHUNK_BYTES = 8192;
    private static final int CHUNKS = 16;
    private static final byte[] END = {};

    private final BlockingQueue<byte[]> chunks = new ArrayBlockingQueue<>(CHUNKS);
    private final InputStream terminal;
    private final Consumer<Key> keys;
    private final Consumer<Report> reports;
    private final Runnable ended;

    Inlet(InputStream terminal, Consumer<Key> keys, Consumer<Report> reports, Runnable ended) {
        this.terminal = terminal;
        this.keys = keys;
        this.reports = reports;
        this.ended = ended;
    }

    void start() {
        Thread.ofPlatform().daemon().name("terminal-input").start(this::read);
        Thread.ofPlatform().daemon().name("terminal-keys").start(this::decode);
    }

    private void read() {
        try {
            pump();
            chunks.put(END);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private void pump() throws InterruptedException {
        byte[] buffer = new byte[CHUNK_BYTES];
        try {
            for (int length = terminal.read(buffer); length > 0; length = terminal.read(buffer)) {
                chunks.put(Arrays.copyOf(buffer, length));
            }
        } catch (IOException _) {
            // A terminal that hung up has ended, too.
        }
    }

    private void decode() {
        KeyReader reader = new KeyReader();
        try {
            byte @Nullable [] chunk = next(reader);
            while (chunk == null || chunk.length > 0) {
                List<Key> complete = chunk == null ? reader.quiet() : reader.read(chunk);
                complete.forEach(keys);
                reader.reports().forEach(reports);
                chunk = next(reader);
            }
            ended.run();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    /// The next bytes, or null if the reader's patience ended before they came.
    private byte @Nullable [] next(KeyReader reader) throws InterruptedException {
        int patience = reader.patienceMillis();
        return patience == 0 ? chunks.take() : chunks.poll(patience, TimeUnit.MILLISECONDS);
    }
}
