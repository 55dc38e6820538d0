package chatbois.terminal.command;

import chatbois.client.session.NoConnection;
import chatbois.client.session.Session;
import chatbois.client.session.SessionState;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/// Lets what needs a connection wait for the one that is just being made.
final class Patience {
    private static final long SECONDS = 10;

    private Patience() {}

    /// Does it, and once more if it came too early. What was begun with a connection is not done
    /// again: a part of it may be done already.
    static CompletableFuture<Outcome> with(
            Session session, Supplier<CompletableFuture<Outcome>> work) {
        boolean online = session.snapshot().state() instanceof SessionState.Online;
        return work.get()
                .exceptionallyCompose(failure ->
                        !online && isTooEarly(failure) && isConnecting(session)
                                ? later(session, work, failure)
                                : CompletableFuture.failedFuture(failure));
    }

    private static boolean isTooEarly(Throwable failure) {
        return failure instanceof NoConnection
                || failure instanceof CompletionException
                        && failure.getCause() instanceof NoConnection;
    }

    /// It may have been made by now.
    private static boolean isConnecting(Session session) {
        return switch (session.snapshot().state()) {
            case SessionState.Connecting(), SessionState.Online() -> true;
            case SessionState.Waiting _, SessionState.Stopped _ -> false;
        };
    }

    private static CompletableFuture<Outcome> later(
            Session session, Supplier<CompletableFuture<Outcome>> work, Throwable failure) {
        return session.online()
                .orTimeout(SECONDS, TimeUnit.SECONDS)
                .handle((_, late) -> late == null)
                .thenCompose(
                        online -> online ? work.get() : CompletableFuture.failedFuture(failure));
    }
}
