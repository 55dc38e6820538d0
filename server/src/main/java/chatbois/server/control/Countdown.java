package chatbois.server.control;

import chatbois.log.Content;
import chatbois.log.Event;
import chatbois.protocol.Frames;
import chatbois.protocol.Refusal;
import chatbois.protocol.event.EventBody;
import chatbois.protocol.event.EventBody.ShutdownCalledOff;
import chatbois.protocol.event.EventBody.ShutdownPlanned;
import chatbois.protocol.event.Kind;
import chatbois.protocol.view.PlannedEnd;
import chatbois.server.community.Commit;
import chatbois.server.journal.Journal;
import com.google.errorprone.annotations.concurrent.GuardedBy;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// Waits for the end that was planned in the community's log. A plan whose time was over before the
/// server started means nothing any more. Safe for any thread.
public final class Countdown implements AutoCloseable {
    private final Clock clock;
    private final Journal journal;
    private final CompletableFuture<PlannedEnd> over = new CompletableFuture<>();
    private final ScheduledExecutorService timer =
            Executors.newSingleThreadScheduledExecutor(
                    Thread.ofPlatform().daemon().name("countdown").factory());

    @GuardedBy("this")
    private @Nullable ScheduledFuture<?> waiting;

    public Countdown(Clock clock, Journal journal) {
        this.clock = clock;
        this.journal = journal;
    }

    /// Completes when the time has come, not on a thread that may wait.
    public CompletableFuture<PlannedEnd> over() {
        return over;
    }

    /// Goes on with what was planned before this start.
    public void resume(Optional<PlannedEnd> planned) {
        planned.ifPresent(this::plan);
    }

    /// Sees in what was just written whether an end was planned or called off.
    public void take(Commit commit) {
        for (Event event : commit.events()) {
            int kind = event.header().kind();
            Content content = event.signed().content();
            if (content != null
                    && (kind == Kind.SHUTDOWN_PLANNED.code()
                            || kind == Kind.SHUTDOWN_CALLED_OFF.code())) {
                take(event, Frames.decodeBody(kind, content.body()));
            }
        }
    }

    private void take(Event event, EventBody body) {
        if (body instanceof ShutdownPlanned(int seconds, boolean restart, String reason)) {
            long at = event.time() + Duration.ofSeconds(seconds).toMillis();
            plan(new PlannedEnd(event.header().author(), at, restart, reason));
        } else if (body instanceof ShutdownCalledOff) {
            callOff();
        }
    }

    private synchronized void plan(PlannedEnd end) {
        cancel();
        if (timer.isShutdown()) {
            return; // it ends already
        }
        journal.info("end_planned", "what", end.word(), "at", Instant.ofEpochMilli(end.at()));
        long wait = Math.max(0, end.at() - clock.millis());
        waiting = timer.schedule(() -> over.complete(end), wait, TimeUnit.MILLISECONDS);
    }

    private synchronized void callOff() {
        cancel();
        journal.info("end_called_off");
    }

    @GuardedBy("this")
    private void cancel() {
        if (waiting != null) {
            waiting.cancel(false);
            waiting = null;
        }
    }

    /// What members are told when the server ends.
    public Refusal goodbye() {
        PlannedEnd end = over.getNow(null);
        String what = end != null && end.restart() ? "is restarting" : "is shutting down";
        String why = end == null || end.reason().isEmpty() ? "" : " (" + end.reason() + ")";
        return new Refusal(
                Refusal.Code.SHUTTING_DOWN,
                "The server " + what + why + "; you'll be reconnected when it is back.");
    }

    @Override
    public synchronized void close() {
        timer.shutdownNow();
    }
}
