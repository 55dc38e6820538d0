package chatbois.server.control;

import static chatbois.protocol.Refusal.refused;

import chatbois.log.LogId;
import chatbois.log.MemberId;
import chatbois.protocol.Limits;
import chatbois.protocol.Refusal.Code;
import chatbois.protocol.Refused;
import chatbois.protocol.Reply;
import chatbois.protocol.Reply.Retention.InChat;
import chatbois.protocol.Reply.Retention.Sum;
import chatbois.protocol.event.Kind;
import chatbois.protocol.view.ChatView;
import chatbois.protocol.view.CommunityView;
import chatbois.server.community.Commit;
import chatbois.server.community.Community;
import chatbois.server.community.Writer;
import chatbois.server.files.Orphans;
import chatbois.server.journal.Journal;
import chatbois.server.store.FileTable;
import chatbois.server.store.LogRow;
import chatbois.server.store.Reader;
import chatbois.server.store.Store;
import chatbois.server.store.StoreFailed;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// Erases the bodies of messages that are older than they are to be kept, and removes the files
/// that came with them: by and by, in small pieces between what else is written. Looks at the
/// start, every ten minutes, and when a rule changes. What was not finished goes on at the next
/// look; a log is erased from its beginning, since time never runs backwards in it.
///
/// Has a thread of its own; the methods are safe for any.
public final class Retention implements AutoCloseable {
    private static final int PIECE = 256;
    private static final long MINUTES = 10;

    private final Store store;
    private final Community community;
    private final Journal journal;
    private final Clock clock;
    private final Erased erasedNow;
    private final Semaphore due = new Semaphore(0);

    /// Up to which event each log is erased. For the own thread only.
    private final Map<LogId, Long> erased = new HashMap<>();

    /// Whether a rule changed, or somebody deleted something, since the last look; at the start
    /// nobody knows.
    private volatile boolean changed = true;

    private volatile boolean deleted = true;
    private volatile @Nullable Thread thread;

    /// Hears of messages that were erased.
    public interface Erased {
        /// @param from the first of them
        /// @param to the last of them
        void take(LogRow log, long from, long to);
    }

    public Retention(
            Store store, Community community, Journal journal, Clock clock, Erased erasedNow) {
        this.store = store;
        this.community = community;
        this.journal = journal;
        this.clock = clock;
        this.erasedNow = erasedNow;
    }

    /// @param writer through which everything is erased
    /// @param orphans the files that no message names any more
    public void start(Writer writer, Orphans orphans) {
        thread = Thread.ofPlatform().name("retention").start(() -> run(writer, orphans));
    }

    /// Sees in what was just written whether a rule has changed, or somebody deleted something.
    public void take(Commit commit) {
        boolean ruled =
                holds(commit, Kind.RETENTION_SET)
                        || holds(commit, Kind.CHAT_RETENTION_SET)
                        || holds(commit, Kind.FILES_SET);
        boolean gone = holds(commit, Kind.MESSAGE_DELETED);
        if (ruled) {
            changed = true;
        }
        if (gone) {
            deleted = true;
        }
        if (ruled || gone) {
            due.release();
        }
    }

    private static boolean holds(Commit commit, Kind kind) {
        return commit.events().stream().anyMatch(event -> event.header().kind() == kind.code());
    }

    /// How long messages are kept, and which would go if that were so many days.
    public Reply.Retention preview(int days, MemberId member) {
        checkDays(days, 0, "Messages");
        Set<LogId> own = new HashSet<>(community.eachChatOf(member, ChatView::chat));
        List<InChat> chats = new ArrayList<>();
        long messages = 0;
        long bytes = 0;
        for (LogRow row : store.read(Reader::logs)) {
            if (row.log().equals(community.id())) {
                continue;
            }
            Integer rule = community.ownRetentionDays(row.log());
            Sum sum = days == 0 ? new Sum(0, 0) : sum(row, cutoff(days));
            if (rule == null) {
                messages += sum.messages();
                bytes += sum.bytes();
            }
            if (own.contains(row.log())) {
                chats.add(new InChat(row.log(), rule, sum));
            }
        }
        return new Reply.Retention(
                community.look(CommunityView::retentionDays), new Sum(messages, bytes), chats);
    }

    /// Which files would go if they were kept for so many days.
    public Reply.OldFiles oldFiles(int days) {
        checkDays(days, 1, "Files");
        FileTable.Totals old = store.read(reader -> reader.fileTable().before(cutoff(days)));
        return new Reply.OldFiles(old.count(), old.bytes());
    }

    private static void checkDays(int days, int least, String what) {
        if (days < least || days > Limits.RETENTION_DAYS) {
            throw refused(
                    Code.BAD_REQUEST,
                    "%s are kept for 1 to %d days, or for ever."
                            .formatted(what, Limits.RETENTION_DAYS));
        }
    }

    private Sum sum(LogRow row, long cutoff) {
        Reader.Whole whole =
                store.read(reader -> reader.whole(row, reader.lastBefore(row, cutoff)));
        return new Sum(whole.messages(), whole.bytes());
    }

    private long cutoff(int days) {
        return clock.millis() - Duration.ofDays(days).toMillis();
    }

    private void run(Writer writer, Orphans orphans) {
        try {
            while (true) {
                if (changed) {
                    changed = false;
                    look(writer);
                }
                sweep(orphans);
                empty();
                if (due.tryAcquire(MINUTES, TimeUnit.MINUTES)) {
                    due.drainPermits();
                } else {
                    changed = true;
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void look(Writer writer) throws InterruptedException {
        long messages = 0;
        try {
            for (LogRow row : store.read(Reader::logs)) {
                int days = community.retentionDays(row.log());
                if (days > 0 && !row.log().equals(community.id())) {
                    messages += erase(row, cutoff(days), writer);
                }
            }
            if (messages > 0) {
                journal.info("erased", "messages", messages, "everywhere", store.emptyLog());
            }
        } catch (StoreFailed | CompletionException | Refused e) {
            // The disk is full, or there is too much to do; the next look goes on from here.
            journal.fault("erasing_failed", e);
        }
    }

    /// Removes the files that no message names any more.
    private void sweep(Orphans orphans) throws InterruptedException {
        try {
            orphans.sweep(community.look(view -> view.files().days()));
        } catch (IOException | StoreFailed | CompletionException | Refused e) {
            journal.fault("removing_files_failed", e);
        }
    }

    /// Lets what was deleted be nowhere any more; if readers are in the way, at the next look.
    private void empty() {
        if (deleted) {
            deleted = false;
            boolean everywhere = false;
            try {
                everywhere = store.emptyLog();
                journal.verbose("deleted", "everywhere", everywhere);
            } catch (StoreFailed e) {
                journal.fault("erasing_failed", e);
            }
            if (!everywhere) {
                deleted = true;
            }
        }
    }

    /// Erases what is older, and says how many messages that were.
    private long erase(LogRow row, long cutoff, Writer writer) throws InterruptedException {
        long end = store.read(reader -> reader.lastBefore(row, cutoff));
        long before = erased.getOrDefault(row.log(), 0L);
        long done = before;
        long count = 0;
        while (done < end) {
            long from = done + 1;
            long first = store.read(reader -> reader.firstWhole(row, from, end));
            long to = first == 0 ? end : Math.min(end, first + PIECE - 1);
            if (first != 0) {
                count += erasePiece(row, first, to, writer);
            }
            done = to;
            erased.put(row.log(), done);
        }
        return count;
    }

    private int erasePiece(LogRow row, long from, long to, Writer writer)
            throws InterruptedException {
        if (Thread.interrupted()) {
            throw new InterruptedException();
        }
        int count = writer.change(store -> store.eraseMessages(row, from, to)).join();
        erasedNow.take(row, from, to);
        return count;
    }

    @Override
    public void close() {
        Thread running = thread;
        if (running == null) {
            return;
        }
        running.interrupt();
        try {
            running.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
