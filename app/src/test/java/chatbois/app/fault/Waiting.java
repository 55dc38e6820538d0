package chatbois.app.fault;

import chatbois.protocol.Refused;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;

/// Waits for what has to come; how long it takes is not judged.
final class Waiting {
    /// When a test gives up.
    static final long SECONDS = 120;

    private Waiting() {}

    /// What a future gives; a refusal is thrown as it is.
    static <T> T get(CompletableFuture<T> future) throws Exception {
        try {
            return future.get(SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof Refused refused ? refused : e;
        }
    }
}
