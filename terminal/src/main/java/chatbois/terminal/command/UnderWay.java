package chatbois.terminal.command;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/// The files that are being sent or fetched, so that they can be stopped. Safe for any thread.
final class UnderWay {
    private final Set<Job> jobs = ConcurrentHashMap.newKeySet();

    /// What is done with files, and is interrupted when it is stopped.
    interface Work {
        Outcome of(Job job) throws Exception;
    }

    /// One piece of work; its own thread does it, and any other may stop it.
    static final class Job {
        private final Spot spot;

        @GuardedBy("this")
        private @Nullable Thread worker;

        @GuardedBy("this")
        private boolean stopped;

        @GuardedBy("this")
        private boolean finished;

        private Job(Spot spot) {
            this.spot = spot;
        }

        private Outcome done(Work work) throws Exception {
            begin();
            try {
                return work.of(this);
            } finally {
                finish();
            }
        }

        private synchronized void begin() {
            checkWanted();
            worker = Thread.currentThread();
        }

        /// From here on it can't be stopped any more, since others see what comes next.
        synchronized void finish() {
            checkWanted();
            finished = true;
            worker = null;
        }

        private void checkWanted() {
            if (isStopped()) {
                throw new CancellationException("it was stopped");
            }
        }

        private synchronized boolean stop() {
            if (finished) {
                return false;
            }
            stopped = true;
            if (worker != null) { // else it has not begun yet, and won't
                worker.interrupt();
            }
            return true;
        }

        private synchronized boolean isStopped() {
            return stopped;
        }
    }

    /// Does it on a thread of its own.
    ///
    /// @param thread its name
    /// @param stopped what is said if it is stopped
    CompletableFuture<Outcome> run(String thread, Spot spot, String stopped, Work work) {
        Job job = new Job(spot);
        jobs.add(job);
        return Later.run(thread, () -> done(job, stopped, work));
    }

    private Outcome done(Job job, String stopped, Work work) throws Exception {
        try {
            return job.done(work);
        } catch (Exception e) {
            if (job.isStopped()) {
                return Outcome.told(stopped);
            }
            throw e;
        } finally {
            jobs.remove(job);
        }
    }

    /// Stops what is on its way there, and says whether something was.
    boolean stop(Spot spot) {
        boolean some = false;
        for (Job job : jobs) {
            some |= job.spot.equals(spot) && job.stop();
        }
        return some;
    }

    boolean isSome() {
        return !jobs.isEmpty();
    }
}
