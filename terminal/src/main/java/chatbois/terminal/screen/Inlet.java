package chatbois.terminal.screen;

import chatbois.terminal.key.Key;
import chatbois.terminal.key.KeyReader;
import chatbois.terminal.key.Report;
import com.google.errorprone.annotations.concurrent.GuardedBy;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
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
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();

    @GuardedBy("lock")
    private boolean pausing;

    @GuardedBy("lock")
    private boolean reading;

    /// Whether what comes now is no key, but only what ends the read.
    @GuardedBy("lock")
    private boolean late;

    Inlet(InputStream terminal, Consumer<Key> keys, Consumer<Report> reports, Runnable ended) {
        this.terminal = terminal;
        this.keys = keys;
        this.reports = reports;
        this.ended = ended;
    }

    /// Lets nothing more be read, so that somebody else can: a read that waits can't be called off,
    /// but ends as soon as there is something. Says whether that came in time; if not, what comes
    /// is nobody's, and [#awaitPause] waits for it.
    ///
    /// @param ask makes the terminal say something
    boolean pause(Runnable ask, Duration patience) throws InterruptedException {
        lock.lock();
        try {
            pausing = true;
            if (reading) {
                ask.run();
            }
            long nanos = patience.toNanos();
            while (reading && nanos > 0) {
                nanos = changed.awaitNanos(nanos);
            }
            late = reading;
            return !reading;
        } finally {
            lock.unlock();
        }
    }

    void awaitPause() throws InterruptedException {
        lock.lock();
        try {
            while (reading) {
                changed.await();
            }
        } finally {
            lock.unlock();
        }
    }

    /// Reads on.
    void resume() {
        lock.lock();
        try {
            pausing = false;
            late = false;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private void beginReading() throws InterruptedException {
        lock.lock();
        try {
            while (pausing) {
                changed.await();
            }
            reading = true;
        } finally {
            lock.unlock();
        }
    }

    /// Says whether what was read counts.
    private boolean endReading() {
        lock.lock();
        try {
            reading = false;
            changed.signalAll();
            return !late;
        } finally {
            lock.unlock();
        }
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
            for (int length = read(buffer); length > 0; length = read(buffer)) {
                if (endReading()) {
                    chunks.put(Arrays.copyOf(buffer, length));
                }
            }
        } catch (IOException _) {
            // A terminal that hung up has ended, too.
        }
        endReading();
    }

    private int read(byte[] buffer) throws IOException, InterruptedException {
        beginReading();
        return terminal.read(buffer);
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
