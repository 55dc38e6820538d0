package chatbois.server.search;

import chatbois.log.LogId;
import chatbois.server.community.Commit;
import chatbois.server.journal.Journal;
import chatbois.server.store.LogRow;
import chatbois.server.store.Reader;
import chatbois.server.store.SearchChanges;
import chatbois.server.store.SearchFile;
import chatbois.server.store.Store;
import chatbois.server.store.StoreFailed;
import com.google.errorprone.annotations.concurrent.GuardedBy;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// Keeps the index up with the logs: reads each from where it left off, as everybody does. So an
/// index that is missing is only one that is far behind.
///
/// Has a thread of its own, the only one that changes the index; the methods are safe for any.
public final class Indexer implements AutoCloseable {

    private static final Duration CLOSING = Duration.ofSeconds(3);
    private static final long RETRY_MILLIS = 10_000;

    /// How long nothing has to happen before the file is written anew, and how long that holds.
    private static final long QUIET_MILLIS = 60_000;

    private static final long TIDY_FOR_NANOS = TimeUnit.HOURS.toNanos(24);

    private final Store store;
    private final SearchFile file;
    private final SearchChanges changes;
    private final Intake intake;
    private final LogId community;
    private final Journal journal;
    private final Thread thread = Thread.ofPlatform().daemon().name("indexer").unstarted(this::run);

    @GuardedBy("this")
    private final Set<LogId> changed = new HashSet<>();

    @GuardedBy("this")
    private final Deque<Erased> erased = new ArrayDeque<>();

    /// How far the index has come in each log.
    @GuardedBy("this")
    private final Map<LogId, Long> reached = new HashMap<>();

    /// How many commits and erasures were heard of, and up to which the index has taken them in.
    @GuardedBy("this")
    private long heard = 1;

    @GuardedBy("this")
    private long done;

    @GuardedBy("this")
    private boolean closing;

    /// When the file was written anew last. For the own thread only.
    private long tidied = System.nanoTime() - TIDY_FOR_NANOS;

    /// Messages that were erased, both ends included.
    private record Erased(LogRow log, long from, long to) {}

    /// What there is to do.
    private record Work(Set<LogId> changed, List<Erased> erased, long heard) {
        boolean isNothing() {
            return changed.isEmpty() && erased.isEmpty();
        }
    }

    public Indexer(Store store, SearchFile file, LogId community, Journal journal) {
        this.store = store;
        this.file = file;
        this.changes = file.changes();
        this.intake = new Intake(store, changes, journal, this::isClosing);
        this.community = community;
        this.journal = journal;
    }

    public void start() {
        thread.start();
    }

    /// Hears of what was just written.
    public synchronized void take(Commit commit) {
        if (!commit.log().equals(community)) {
            changed.add(commit.log());
            heard++;
            notifyAll();
        }
    }

    /// Hears of messages that were just erased.
    public synchronized void forget(LogRow log, long from, long to) {
        erased.add(new Erased(log, from, to));
        heard++;
        notifyAll();
    }

    /// Waits until all that was heard of so far and all of these logs as they are is in the index;
    /// false if that takes longer. What was just stored may be seen there before it is told here.
    public synchronized boolean awaitCaughtUp(Collection<LogRow> logs, long millis) {
        for (LogRow log : logs) {
            if (reached.getOrDefault(log.log(), 0L) < log.size() && changed.add(log.log())) {
                heard++;
                notifyAll();
            }
        }
        long wanted = heard;
        long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millis);
        try {
            while (done < wanted) {
                long left = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
                if (left <= 0 || closing) {
                    return false;
                }
                wait(left);
            }
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /// How much of what it was behind it has caught up with, in percent.
    int percent() {
        return intake.percent();
    }

    private void run() {
        boolean begun = false;
        while (true) {
            Work work = next(!begun);
            if (work == null) {
                return;
            }
            try {
                if (!begun) {
                    done(new Work(Set.of(), List.of(), 0), begin());
                    begun = true;
                }
                done(work, work(work));
                if (work.isNothing()) {
                    tidy();
                } else if (changes.takeRemoved()) {
                    file.emptyLog();
                }
            } catch (RuntimeException e) {
                journal.fault("indexing_failed", e);
                if (!putBack(work)) {
                    return;
                }
            }
        }
    }

    /// Waits for work, but not for ever; null at the end.
    private synchronized @Nullable Work next(boolean first) {
        try {
            if (!closing && !first && changed.isEmpty() && erased.isEmpty()) {
                wait(QUIET_MILLIS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return null;
        }
        Work work = new Work(Set.copyOf(changed), List.copyOf(erased), heard);
        changed.clear();
        erased.clear();
        return closing ? null : work;
    }

    private synchronized void done(Work work, Map<LogId, Long> sizes) {
        reached.putAll(sizes);
        done = work.heard;
        notifyAll();
    }

    /// Undoes what was begun, and waits a while; false at the end.
    private synchronized boolean putBack(Work work) {
        changed.addAll(work.changed);
        erased.addAll(work.erased);
        try {
            changes.rollback();
        } catch (StoreFailed e) {
            journal.fault("indexing_failed", e);
        }
        try {
            if (!closing) {
                wait(RETRY_MILLIS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
        return !closing;
    }

    /// Sees what happened while no indexer ran.
    private Map<LogId, Long> begin() {
        List<LogRow> logs = chats(store.read(Reader::logs));
        boolean allThere =
                logs.stream().filter(log -> changes.reached(log).isPresent()).count()
                        == changes.logs();
        if (!allThere || logs.stream().anyMatch(this::isOfAnotherHistory)) {
            changes.clear();
        }
        for (LogRow log : logs) {
            long whole = store.read(reader -> reader.firstWhole(log, 1, log.size()));
            changes.remove(log, 1, whole == 0 ? log.size() : whole - 1);
        }
        return intake.catchUp(logs);
    }

    private void tidy() {
        boolean due = System.nanoTime() - tidied >= TIDY_FOR_NANOS;
        if (due && changes.isUntidy()) {
            file.tidy();
            tidied = System.nanoTime();
        }
    }

    private List<LogRow> chats(List<LogRow> logs) {
        return logs.stream().filter(log -> !log.log().equals(community)).toList();
    }

    /// Whether the index was made from a log that went on in another way, as after a restoration.
    private boolean isOfAnotherHistory(LogRow log) {
        Optional<SearchFile.Reached> reached = changes.reached(log);
        return reached.isPresent()
                && store.read(reader ->
                        reader.events(log, reached.get().seq(), reached.get().seq(), 0).stream()
                                .noneMatch(event -> event.leaf().equals(reached.get().leaf())));
    }

    private Map<LogId, Long> work(Work work) {
        Map<LogId, Long> sizes = intake.catchUp(work.changed.isEmpty() ? List.of() : behind());
        if (!work.erased.isEmpty()) {
            work.erased.forEach(gone -> changes.remove(gone.log, gone.from, gone.to));
            changes.commit();
        }
        return sizes;
    }

    /// Those of which it has not all, by one look at the store: one after the other, a later event
    /// of the second would be seen without an earlier one of the first, and come before it.
    private List<LogRow> behind() {
        List<LogRow> all = chats(store.read(Reader::logs));
        Map<LogId, Long> before = reached();
        return all.stream().filter(log -> before.getOrDefault(log.log(), 0L) < log.size()).toList();
    }

    private synchronized Map<LogId, Long> reached() {
        return Map.copyOf(reached);
    }

    private synchronized boolean isClosing() {
        return closing;
    }

    /// Ends the thread at the next piece of work; the next start goes on from there. Writing the
    /// file anew is given up if it takes long: SQLite then leaves it as it was.
    @Override
    public void close() {
        synchronized (this) {
            closing = true;
            notifyAll();
        }
        try {
            thread.join(CLOSING);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        file.close();
    }
}
