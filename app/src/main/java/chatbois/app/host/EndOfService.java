package chatbois.app.host;

import java.util.concurrent.CompletableFuture;
import sun.misc.Signal;

/// Waits for the signal that ends a server: TERM and HUP are orders (exit code 0), INT is an
/// interruption (130).
final class EndOfService {
    private final CompletableFuture<Integer> exitCode = new CompletableFuture<>();

    private EndOfService() {}

    static EndOfService await() {
        EndOfService end = new EndOfService();
        Signal.handle(new Signal("TERM"), _ -> end.exitCode.complete(0));
        Signal.handle(new Signal("HUP"), _ -> end.exitCode.complete(0));
        Signal.handle(new Signal("INT"), _ -> end.exitCode.complete(130));
        return end;
    }

    /// Ends the server for another reason.
    void now(int code) {
        exitCode.complete(code);
    }

    /// Returns when a signal came, or another reason.
    int exitCode() {
        return exitCode.join();
    }
}
