package chatbois.client.session;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Predicate;

/// The model behind the session's one lock: there is no other way to it. No other lock is taken and
/// nothing waits while holding it. Safe for any thread.
final class Guarded {
    /// Something that is done with the model, under the lock.
    interface Change<X extends Exception> {
        void to(Model model) throws X;
    }

    /// Something that is read from the model, under the lock.
    interface Question<T, X extends Exception> {
        T of(Model model) throws X;
    }

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final Runnable listener;

    @GuardedBy("lock")
    private final Model model;

    /// @param listener is told that something has changed, by any thread, without the lock
    Guarded(Model model, Runnable listener) {
        this.model = model;
        this.listener = listener;
    }

    <X extends Exception> void change(Change<X> change) throws X {
        List<Runnable> effects;
        lock.lock();
        try {
            change.to(model);
            effects = model.takeAfterwards();
            changed.signalAll();
        } finally {
            lock.unlock();
        }
        effects.forEach(Runnable::run);
        tell();
    }

    /// As a change that gives something back.
    <T, X extends Exception> T with(Question<T, X> question) throws X {
        List<Runnable> effects;
        T answer;
        lock.lock();
        try {
            answer = question.of(model);
            effects = model.takeAfterwards();
        } finally {
            lock.unlock();
        }
        effects.forEach(Runnable::run);
        return answer;
    }

    /// Tells the listener that something has changed.
    void tell() {
        listener.run();
    }

    /// Waits until it is so, but no longer than that; gives whether it is.
    boolean await(Predicate<Model> until, Duration atMost) throws InterruptedException {
        long left = atMost.toNanos();
        lock.lock();
        try {
            while (!until.test(model)) {
                if (left <= 0) {
                    return false;
                }
                left = changed.awaitNanos(left);
            }
            return true;
        } finally {
            lock.unlock();
        }
    }

    static final Duration EVER = Duration.ofNanos(TimeUnit.DAYS.toNanos(100_000));
}
