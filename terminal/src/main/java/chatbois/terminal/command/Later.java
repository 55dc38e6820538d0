package chatbois.terminal.command;

import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;

/// Does what has to wait on a thread of its own, so that the screen never does.
final class Later {
    private Later() {}

    /// @param thread its name
    static CompletableFuture<Outcome> run(String thread, Callable<Outcome> work) {
        CompletableFuture<Outcome> answer = new CompletableFuture<>();
        Thread.ofVirtual()
                .name(thread)
                .start(() -> {
                    try {
                        answer.complete(work.call());
                    } catch (ExecutionException e) {
                        answer.completeExceptionally(e.getCause());
                    } catch (Exception e) {
                        answer.completeExceptionally(e);
                    }
                });
        return answer;
    }

    /// Waits for a step of the work, which ends when the thread that waits is interrupted.
    static <T> T await(Future<T> step) throws ExecutionException, InterruptedException {
        try {
            return step.get();
        } finally {
            step.cancel(true);
        }
    }
}
