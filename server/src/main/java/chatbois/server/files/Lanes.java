package chatbois.server.files;

import static chatbois.protocol.Refusal.refused;

import chatbois.log.Bytes32;
import chatbois.protocol.Refusal.Code;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/// The threads that wait for the disk when files are sent and read, so that nothing else does. What
/// is about one file is done by one of them, in order. Safe for any thread.
public final class Lanes implements AutoCloseable {
    private static final int SECONDS = 3;

    private final ExecutorService[] lanes = new ExecutorService[2];

    public Lanes() {
        for (int i = 0; i < lanes.length; i++) {
            var factory = Thread.ofPlatform().name("files-" + (i + 1)).factory();
            lanes[i] = Executors.newSingleThreadExecutor(factory);
        }
    }

    <T> CompletableFuture<T> of(Bytes32 hash, Supplier<T> task) {
        try {
            return CompletableFuture.supplyAsync(
                    task, lanes[Math.floorMod(hash.hashCode(), lanes.length)]);
        } catch (RejectedExecutionException e) {
            return CompletableFuture.failedFuture(
                    refused(Code.SHUTTING_DOWN, "The server is shutting down; try again soon."));
        }
    }

    /// Ends what was begun; nothing is begun any more.
    @Override
    public void close() {
        for (ExecutorService lane : lanes) {
            lane.shutdown();
        }
        try {
            for (ExecutorService lane : lanes) {
                lane.awaitTermination(SECONDS, TimeUnit.SECONDS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
