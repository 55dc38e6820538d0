package chatbois.server.files;

import chatbois.log.Bytes32;
import chatbois.server.community.Writer;
import chatbois.server.journal.Journal;
import chatbois.server.store.FileTable.Holding;
import chatbois.server.store.Store;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Removes what no message names any more: files a day after they were sent and never named, or at
/// once when their last message is erased; and what was begun and left alone for a week. For one
/// thread at a time.
public final class Orphans {
    private static final int PIECE = 200;
    private static final Duration UNNAMED = Duration.ofDays(1);
    private static final Duration UNFINISHED = Duration.ofDays(7);

    private final Shelf shelf;
    private final Store store;
    private final Writer writer;
    private final Journal journal;
    private final Clock clock;
    private boolean first = true;

    public Orphans(Shelf shelf, Store store, Writer writer, Journal journal, Clock clock) {
        this.shelf = shelf;
        this.store = store;
        this.writer = writer;
        this.journal = journal;
        this.clock = clock;
    }

    /// @param days that files are kept; 0 for as long as their messages
    public void sweep(int days) throws IOException, InterruptedException {
        long now = clock.millis();
        if (days > 0) {
            detach(now - Duration.ofDays(days).toMillis());
        }
        int removed = 0;
        for (int more = PIECE; more == PIECE && !Thread.currentThread().isInterrupted(); ) {
            more = release(now - UNNAMED.toMillis());
            removed += more;
        }
        if (first) {
            removed += removeStrays();
            first = false;
        }
        removed += shelf.dropOldParts(now - UNFINISHED.toMillis());
        if (removed > 0) {
            journal.info("files_removed", "files", removed);
        }
    }

    private void detach(long before) throws InterruptedException {
        for (int more = PIECE; more == PIECE; ) {
            if (Thread.interrupted()) {
                throw new InterruptedException();
            }
            more = writer.change(tx -> tx.files().detachBefore(before, PIECE)).join();
        }
    }

    /// Says how many holdings were let go of.
    private int release(long before) throws IOException {
        List<Holding> idle = store.read(reader -> reader.fileTable().idle(before, PIECE));
        if (idle.isEmpty()) {
            return 0;
        }
        shelf.turn().lock();
        try {
            if (shelf.isKept()) {
                return 0; // a backup is being made; at the next look
            }
            for (Bytes32 gone : writer.change(tx -> tx.files().release(idle, before)).join()) {
                shelf.remove(gone);
            }
        } finally {
            shelf.turn().unlock();
        }
        return idle.size();
    }

    /// Files of which the store knows nothing: the program ended before it was told, or before they
    /// were removed.
    private int removeStrays() throws IOException {
        Set<Bytes32> strays = new HashSet<>(shelf.all());
        store.read(reader -> {
            reader.fileTable().each(known -> strays.remove(known.hash()));
            return strays;
        });
        int removed = 0;
        for (Bytes32 stray : strays) {
            shelf.turn().lock();
            try {
                if (store.read(reader -> reader.fileTable().size(stray)).isEmpty()) {
                    shelf.remove(stray);
                    removed++;
                }
            } finally {
                shelf.turn().unlock();
            }
        }
        return removed;
    }
}
