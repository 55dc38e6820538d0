package chatbois.server.community;

import static chatbois.protocol.Refusal.refused;

import chatbois.log.Event;
import chatbois.log.Header;
import chatbois.log.LogId;
import chatbois.log.MemberId;
import chatbois.log.SignedEvent;
import chatbois.protocol.Refusal;
import chatbois.protocol.Refusal.Code;
import chatbois.protocol.Refused;
import chatbois.protocol.Reply.Appended.Place;
import chatbois.protocol.event.EventBody;
import chatbois.protocol.event.EventBody.ChatJoined;
import chatbois.protocol.event.EventBody.ChatJoinedByLink;
import chatbois.protocol.event.EventBody.Message;
import chatbois.protocol.event.EventBody.MessagePinned;
import chatbois.protocol.event.EventBody.OnMessage;
import chatbois.protocol.event.Kind;
import chatbois.server.store.Store;
import chatbois.server.store.StoreFailed;
import chatbois.server.store.Transaction;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// The one thread that adds to the logs. Whatever waits goes into one transaction (group commit):
/// while one batch is being synced to disk the next one gathers, so that a busy server syncs less
/// often per message, not more. Only what is on disk is taken into the views, told and
/// acknowledged.
///
/// An event that changes rights ends its batch: what comes behind it is judged by the new rights.
public final class Writer implements AutoCloseable {
    private static final int WAITING = 10_000;
    private static final int WAITING_BYTES = 32 * 1024 * 1024;
    private static final int BATCH = 512;

    private sealed interface Work {
        record Append(Submission submission) implements Work {}

        record Mark(LogId chat, MemberId member, long seq, CompletableFuture<Long> answer)
                implements Work {}

        /// A change of what is no log.
        record Change<T>(Function<Transaction, T> change, CompletableFuture<T> answer)
                implements Work {
            Runnable apply(Transaction store) {
                T done = change.apply(store);
                return () -> answer.complete(done);
            }
        }

        record Stop() implements Work {}

        default int bytes() {
            return this instanceof Append(Submission submission) ? submission.bytes() : 0;
        }
    }

    private final Community community;
    private final Admission admission;
    private final Ledger ledger;
    private final SlowMode slowMode;
    private final Deque<Erasure> erasures = new ArrayDeque<>();
    private final Consumer<Commit> told;
    private final Consumer<StoreFailed> failed;
    private final BlockingQueue<Work> queue = new ArrayBlockingQueue<>(WAITING);
    private final AtomicInteger waitingBytes = new AtomicInteger();
    private final Thread thread = Thread.ofPlatform().name("writer").unstarted(this::run);
    private volatile boolean closing;
    private volatile boolean ended;
    private volatile boolean failing;

    /// @param told takes every commit, in order, on the writer's thread; while it waits, so do
    ///   those who write
    /// @param failed hears of a disk that doesn't do what it should
    public Writer(
            Store store,
            Community community,
            Ledger ledger,
            Consumer<Commit> told,
            Consumer<StoreFailed> failed) {
        this.community = community;
        this.admission = new Admission(store);
        this.ledger = ledger;
        this.slowMode = ledger.slowMode();
        this.told = told;
        this.failed = failed;
    }

    public void start() {
        thread.start();
    }

    /// Adds the events, all or none; completes when they are on disk, or with a [Refused].
    ///
    /// Checks signatures and histories in the caller's thread, which may be any but the writer's.
    public CompletableFuture<List<Place>> append(SignedEvent... events) {
        List<Submission.Entry> entries = new ArrayList<>();
        for (SignedEvent event : events) {
            entries.add(admission.admit(event));
        }
        Submission submission = new Submission(entries, new CompletableFuture<>());
        offer(new Work.Append(submission));
        return submission.answer();
    }

    /// Moves a member's marker forward; completes when that is on disk, with the place where the
    /// marker is then.
    public CompletableFuture<Long> mark(LogId chat, MemberId member, long seq) {
        CompletableFuture<Long> answer = new CompletableFuture<>();
        offer(new Work.Mark(chat, member, seq, answer));
        return answer;
    }

    /// Changes what the store holds besides the logs; completes when that is on disk. The change
    /// runs on the writer's thread, is short, and throws nothing.
    public <T> CompletableFuture<T> change(Function<Transaction, T> change) {
        CompletableFuture<T> answer = new CompletableFuture<>();
        offer(new Work.Change<>(change, answer));
        return answer;
    }

    /// Whether the disk did not take what was written last, or nothing can be written any more.
    public boolean isFailing() {
        return failing || ended;
    }

    /// Writes what waits, then ends the thread.
    @Override
    public void close() {
        closing = true;
        try {
            while (thread.isAlive() && !queue.offer(new Work.Stop(), 1, TimeUnit.SECONDS)) {
                // The queue is full: the thread works on it, or has just ended.
            }
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void offer(Work work) {
        if (closing) {
            throw shuttingDown().asException();
        }
        int bytes = waitingBytes.addAndGet(work.bytes());
        if (bytes > WAITING_BYTES || !queue.offer(work)) {
            waitingBytes.addAndGet(-work.bytes());
            throw refused(Code.BUSY, "The server has too much to do; try again in a moment.");
        }
        if (ended) {
            refuseRest();
        }
    }

    private void run() {
        try {
            erasures.addAll(ledger.unfinishedErasures(community.deletedChats()));
            ledger.commit();
            boolean stopped = false;
            while (!stopped) {
                List<Work> batch = gather();
                if (!batch.isEmpty()) {
                    write(batch);
                    stopped = batch.getLast() instanceof Work.Stop;
                }
                eraseSome();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            closing = true;
            ended = true;
            refuseRest();
        }
    }

    /// Nobody takes up any more what came behind the end.
    private void refuseRest() {
        for (Work work = queue.poll(); work != null; work = queue.poll()) {
            fail(work, shuttingDown().asException());
        }
    }

    private static Refusal shuttingDown() {
        return new Refusal(
                Code.SHUTTING_DOWN, "The server is shutting down; try again in a moment.");
    }

    /// Does a part of the erasing that is left, so that no other work waits long for it.
    private void eraseSome() {
        Erasure next = erasures.poll();
        if (next == null) {
            return;
        }
        try {
            ledger.erase(next).ifPresent(erasures::add);
        } catch (StoreFailed e) {
            // The next start goes on with it.
            ledger.rollback();
            failing = true;
            failed.accept(e);
        }
    }

    /// Waits for work, unless there is some erasing to go on with.
    private List<Work> gather() throws InterruptedException {
        List<Work> batch = new ArrayList<>();
        for (Work next = erasures.isEmpty() ? queue.take() : queue.poll();
                next != null;
                next = endsBatch(batch) ? null : queue.poll()) {
            batch.add(next);
            waitingBytes.addAndGet(-next.bytes());
        }
        return batch;
    }

    private static boolean endsBatch(List<Work> batch) {
        return batch.size() >= BATCH
                || switch (batch.getLast()) {
                    case Work.Append(Submission submission) -> submission.changesRights();
                    case Work.Mark _, Work.Change<?> _ -> false;
                    case Work.Stop _ -> true;
                };
    }

    private void write(List<Work> batch) {
        List<Runnable> answers = new ArrayList<>();
        List<Commit> commits;
        try {
            ledger.begin();
            batch.forEach(work -> answers.add(write(work)));
            commits = ledger.commit();
        } catch (RuntimeException e) {
            ledger.rollback();
            slowMode.forget();
            refuse(batch, e);
            return;
        }
        failing = failing && commits.isEmpty();
        commits.forEach(this::publish);
        commits.forEach(told);
        answers.forEach(Runnable::run);
    }

    /// Does one piece of work in the open transaction; what it returns answers it after the commit.
    private Runnable write(Work work) {
        return switch (work) {
            case Work.Append(Submission submission) -> append(submission);
            case Work.Mark(
                            LogId chat,
                            MemberId member,
                            long seq,
                            CompletableFuture<Long> answer) -> {
                long marked = ledger.mark(chat, member, seq);
                yield () -> answer.complete(marked);
            }
            case Work.Change<?> change -> ledger.change(change::apply);
            case Work.Stop _ -> () -> {};
        };
    }

    private Runnable append(Submission submission) {
        CompletableFuture<List<Place>> answer = submission.answer();
        List<Place> places = new ArrayList<>();
        try {
            List<Submission.Entry> fresh = new ArrayList<>();
            for (Submission.Entry entry : submission.entries()) {
                Optional<Place> known = ledger.find(entry.event());
                known.ifPresentOrElse(places::add, () -> fresh.add(entry));
            }
            fresh.forEach(this::check);
            fresh.forEach(entry -> places.add(append(entry)));
        } catch (Refused refused) {
            return () -> answer.completeExceptionally(refused);
        }
        return () -> answer.complete(places);
    }

    private void check(Submission.Entry entry) {
        Header header = entry.event().header();
        long time = ledger.timeFor(header.log());
        community.check(header, entry.body(), time);
        switch (entry.body()) {
            case Message message -> {
                slowMode.check(header, community.slowFor(header, time), time);
                ledger.checkAnswer(header, message);
                ledger.checkFiles(header, message);
            }
            case OnMessage event -> ledger.checkTarget(header, event);
            case MessagePinned pinned -> ledger.checkPin(header, pinned);
            case EventBody _ -> {}
        }
    }

    private Place append(Submission.Entry entry) {
        Header header = entry.event().header();
        Place place = ledger.append(entry.event());
        switch (entry.body()) {
            case Message message -> {
                slowMode.spoke(header, place.time());
                ledger.relate(header, message, place);
            }
            case OnMessage event -> ledger.relate(header, event, place.seq());
            // What was said before one came is not unread.
            case ChatJoined _, ChatJoinedByLink _ ->
                    ledger.mark(place.log(), header.author(), place.seq());
            case EventBody body -> ledger.forget(header, body);
        }
        return place;
    }

    private void publish(Commit commit) {
        for (Event event : commit.events()) {
            if (!Kind.isTalk(event.header().kind())) {
                community.apply(event);
            }
            if (event.header().kind() == Kind.CHAT_DELETED.code()) {
                erasures.add(new Erasure(commit.log(), 1));
            }
        }
        admission.remember(commit.log(), commit.head().head());
    }

    private void refuse(List<Work> batch, RuntimeException cause) {
        if (!(cause instanceof StoreFailed failure)) {
            batch.forEach(work -> fail(work, cause));
            return;
        }
        failing = true;
        failed.accept(failure);
        Refusal refusal =
                failure.isFull()
                        ? new Refusal(
                                Code.STORAGE_FULL,
                                "The server's disk is full; nothing was stored. Its owner has to"
                                        + " make room.")
                        : new Refusal(
                                Code.INTERNAL,
                                "The server could not write to its disk; nothing was stored.");
        batch.forEach(work -> fail(work, refusal.asException()));
    }

    private static void fail(Work work, RuntimeException cause) {
        @Nullable CompletableFuture<?> answer =
                switch (work) {
                    case Work.Append(Submission submission) -> submission.answer();
                    case Work.Mark mark -> mark.answer();
                    case Work.Change<?> change -> change.answer();
                    case Work.Stop _ -> null;
                };
        if (answer != null) {
            answer.completeExceptionally(cause);
        }
    }
}
