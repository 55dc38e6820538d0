package chatbois.terminal.line;

import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/// What waits to be told or done, in order. Those who can wait are made to when there is much. Safe
/// for any thread.
final class Bell {
    private static final int MOST_WAITING = 256;

    private final BlockingQueue<News> queue = new LinkedBlockingQueue<>();
    private final Semaphore hearing = new Semaphore(MOST_WAITING);
    private final Semaphore typing = new Semaphore(MOST_WAITING);
    private final AtomicBoolean rung = new AtomicBoolean();

    /// Says that the sessions changed; never waits.
    void ring() {
        if (rung.compareAndSet(false, true)) {
            queue.add(new News.Changed());
        }
    }

    /// Adds something without waiting.
    void add(News news) {
        queue.add(news);
    }

    /// Adds something as soon as there is room.
    void put(News news) throws InterruptedException {
        (news instanceof News.Typed ? typing : hearing).acquire();
        queue.add(news);
    }

    /// What was typed is being done: there is room for another line. Not before that, or all that a
    /// pipe has would wait in memory.
    void begun() {
        typing.release();
    }

    /// The next news, or null if there is none in that time.
    @Nullable News next(long millis) throws InterruptedException {
        News news = queue.poll(millis, TimeUnit.MILLISECONDS);
        if (news instanceof News.Changed) {
            rung.set(false);
        } else if (news instanceof News.Heard) {
            hearing.release();
        }
        return news;
    }
}
