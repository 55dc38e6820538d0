package chatbois.client.session;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/// How the session stands with its server, and who waits for what. Guarded by the session's lock.
final class Standing {
    private final Consumer<Runnable> afterwards;
    private final List<CompletableFuture<Void>> awaitingOnline = new ArrayList<>();
    private SessionState state = new SessionState.Connecting();
    private boolean wake;
    private boolean closed;

    /// @param afterwards takes what has to be done outside the lock
    Standing(Consumer<Runnable> afterwards) {
        this.afterwards = afterwards;
    }

    SessionState state() {
        return state;
    }

    boolean isOnline() {
        return state instanceof SessionState.Online;
    }

    /// Whether nothing more comes by itself.
    boolean isOver() {
        return closed || state instanceof SessionState.Stopped;
    }

    void become(SessionState now) {
        state = now;
        if (now instanceof SessionState.Connecting) {
            // Only a try that begins now is the one that was asked for.
            wake = false;
        }
        tellWhoWaits();
    }

    /// Completes when the session is online, or fails when it stops.
    CompletableFuture<Void> online() {
        CompletableFuture<Void> online = new CompletableFuture<>();
        awaitingOnline.add(online);
        tellWhoWaits();
        return online;
    }

    private void tellWhoWaits() {
        switch (state) {
            case SessionState.Online _ -> release(waiting -> waiting.complete(null));
            case SessionState.Stopped(String why, _) ->
                    release(waiting -> waiting.completeExceptionally(new IOException(why)));
            case SessionState.Connecting _, SessionState.Waiting _ -> {}
        }
    }

    private void release(Consumer<CompletableFuture<Void>> tell) {
        List<CompletableFuture<Void>> waiting = List.copyOf(awaitingOnline);
        awaitingOnline.clear();
        afterwards.accept(() -> waiting.forEach(tell));
    }

    /// Ends a wait before the next try.
    void wake() {
        wake = true;
    }

    boolean isAwake() {
        return wake || closed;
    }

    void close() {
        closed = true;
        become(SessionState.CLOSED);
    }

    boolean isClosed() {
        return closed;
    }
}
