package chatbois.cellart.worker;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// A child process and the one thread that asks it, thing after thing. Any thread may give it jobs.
///
/// What it does not answer in time, or answers with rubbish, is its end; so is having nothing to do
/// for long.
final class Child {
    private static final String DIED =
            "The program that draws pictures has ended unexpectedly; it is started anew.";

    /// Something to be asked.
    ///
    /// @param track what has to be loaded before, if it is about a track
    record Job(Ask ask, @Nullable Showing track, CompletableFuture<Answer> answer) {}

    private final Process process;
    private final InputStream in;
    private final OutputStream out;
    private final Duration patience;
    private final Duration idle;
    private final Consumer<List<Job>> left;

    /// The tracks that it has; only the thread that asks looks at them.
    private final Set<Integer> loaded = new HashSet<>();

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition wanted = lock.newCondition();

    @GuardedBy("lock")
    private final Deque<Job> jobs = new ArrayDeque<>();

    @GuardedBy("lock")
    private boolean over;

    private volatile boolean late;

    /// @param left is given what was not asked any more when it ended
    Child(Process process, Duration patience, Duration idle, Consumer<List<Job>> left) {
        this.process = process;
        this.patience = patience;
        this.idle = idle;
        this.left = left;
        in = new BufferedInputStream(process.getInputStream());
        out = new BufferedOutputStream(process.getOutputStream());
    }

    void start() {
        Thread.ofPlatform().daemon().name("picture-worker").start(this::run);
    }

    /// Takes a job, unless it has come to its end.
    boolean offer(Job job) {
        lock.lock();
        try {
            if (!over) {
                jobs.add(job);
                wanted.signal();
            }
            return !over;
        } finally {
            lock.unlock();
        }
    }

    /// Ends it at once, whatever it does.
    void kill() {
        lock.lock();
        try {
            over = true;
            wanted.signal();
        } finally {
            lock.unlock();
        }
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
    }

    private void run() {
        try {
            for (Job job = next(); job != null; job = next()) {
                carryOut(job);
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        } finally {
            kill();
            left.accept(rest());
        }
    }

    private @Nullable Job next() throws InterruptedException {
        lock.lock();
        try {
            long nanos = idle.toNanos();
            while (jobs.isEmpty() && !over && nanos > 0) {
                nanos = wanted.awaitNanos(nanos);
            }
            over |= jobs.isEmpty();
            return over ? null : jobs.poll();
        } finally {
            lock.unlock();
        }
    }

    private List<Job> rest() {
        lock.lock();
        try {
            return List.copyOf(jobs);
        } finally {
            lock.unlock();
        }
    }

    private void carryOut(Job job) {
        try {
            job.answer.complete(answer(job));
        } catch (IOException _) {
            if (job.track != null) {
                job.track.diedOfIt();
            }
            kill();
            job.answer.complete(new Answer.Failed(late ? tooLate() : DIED));
        }
    }

    private String tooLate() {
        return "That picture took longer than "
                + patience.toSeconds()
                + " seconds, which is too long.";
    }

    private Answer answer(Job job) throws IOException {
        if (job.ask instanceof Ask.Drop(int track)) {
            return loaded.remove(track) ? exchange(job.ask) : new Answer.Done();
        }
        if (job.track != null && !loaded.contains(job.track.number())) {
            Answer answer = exchange(new Ask.Load(job.track.number(), job.track.bytes()));
            if (answer instanceof Answer.Failed) {
                return answer;
            }
            loaded.add(job.track.number());
        }
        return exchange(job.ask);
    }

    private Answer exchange(Ask ask) throws IOException {
        var alarm =
                new CompletableFuture<Boolean>()
                        .completeOnTimeout(true, patience.toMillis(), TimeUnit.MILLISECONDS);
        var bell = alarm.thenRun(this::tooLong);
        try {
            Wire.write(out, ask);
            return Wire.readAnswer(in);
        } finally {
            bell.cancel(false);
            alarm.cancel(false);
        }
    }

    private void tooLong() {
        late = true;
        kill();
    }
}
