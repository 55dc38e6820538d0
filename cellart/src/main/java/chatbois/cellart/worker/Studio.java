package chatbois.cellart.worker;

import chatbois.cellart.source.Prepared;
import chatbois.cellart.source.Wish;
import com.google.errorprone.annotations.concurrent.GuardedBy;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/// The door to the child process that draws: it is started when something is to be drawn, ends when
/// nothing was for long, and is started anew if it died. Any thread may call it; nobody waits.
public final class Studio implements AutoCloseable {
    private final Workshop workshop;
    private final ReentrantLock lock = new ReentrantLock();

    @GuardedBy("lock")
    private @Nullable Child child;

    @GuardedBy("lock")
    private int tracks;

    @GuardedBy("lock")
    private boolean closed;

    public Studio(Workshop workshop) {
        this.workshop = workshop;
    }

    /// Begins to show a track, which nobody changes any more.
    public Showing show(byte[] track) {
        lock.lock();
        try {
            return new Showing(this, ++tracks, track);
        } finally {
            lock.unlock();
        }
    }

    /// Makes a preview of a file, in a process for this alone. Fails with a [WorkerFailed], or with
    /// [BeyondTheEnd] if there is nothing in the part that is wished; cancelling it ends the work.
    public CompletableFuture<Prepared> prepare(Path file, Wish wish) {
        Ask ask = new Ask.Prepare(file.toAbsolutePath().toString(), wish);
        Child.Job job = new Child.Job(ask, null, new CompletableFuture<>());
        CompletableFuture<Prepared> prepared =
                job.answer()
                        .thenCompose(answer ->
                                switch (answer) {
                                    case Answer.Made(Prepared made) ->
                                            CompletableFuture.completedFuture(made);
                                    case Answer.Failed(String sentence) ->
                                            CompletableFuture.failedFuture(
                                                    new WorkerFailed(sentence));
                                    case Answer.Beyond(String sentence) ->
                                            CompletableFuture.failedFuture(
                                                    new BeyondTheEnd(sentence));
                                    case Answer.Drawn _, Answer.Printed _, Answer.Done _ ->
                                            CompletableFuture.failedFuture(
                                                    new WorkerFailed(
                                                            "A preview can't be made of it."));
                                });
        try {
            Process process = Workshop.start(workshop.preparing());
            Child hand = new Child(process, workshop.longPatience(), workshop.idle(), _ -> {});
            hand.offer(job);
            hand.start();
            prepared.whenComplete((_, _) -> hand.kill());
            return prepared;
        } catch (IOException e) {
            return CompletableFuture.failedFuture(new WorkerFailed(notStarted(e)));
        }
    }

    CompletableFuture<Answer> ask(Ask ask, Showing about) {
        Child.Job job = new Child.Job(ask, about, new CompletableFuture<>());
        give(job);
        return job.answer();
    }

    /// Nobody is started only to forget something.
    void drop(int track) {
        lock.lock();
        try {
            if (child != null) {
                child.offer(new Child.Job(new Ask.Drop(track), null, new CompletableFuture<>()));
            }
        } finally {
            lock.unlock();
        }
    }

    private void give(Child.Job job) {
        lock.lock();
        try {
            if (closed) {
                job.answer().complete(new Answer.Failed("Pictures are not drawn any more."));
            } else if (child == null || !child.offer(job)) {
                child = started();
                child.offer(job);
            }
        } catch (IOException e) {
            job.answer().complete(new Answer.Failed(notStarted(e)));
        } finally {
            lock.unlock();
        }
    }

    private Child started() throws IOException {
        Process process = Workshop.start(workshop.drawing());
        Child started = new Child(process, workshop.patience(), workshop.idle(), this::givenBack);
        started.start();
        return started;
    }

    private void givenBack(List<Child.Job> jobs) {
        jobs.stream().filter(job -> job.track() != null).forEach(this::give);
    }

    private static String notStarted(IOException e) {
        return "The program that draws pictures can't be started: " + e.getMessage();
    }

    /// Ends the child process.
    @Override
    public void close() {
        lock.lock();
        try {
            closed = true;
            if (child != null) {
                child.kill();
            }
        } finally {
            lock.unlock();
        }
    }
}
