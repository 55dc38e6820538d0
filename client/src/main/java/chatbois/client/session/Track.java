package chatbois.client.session;

import chatbois.client.home.Broken;
import chatbois.log.Event;
import chatbois.log.LogBroken;
import chatbois.log.LogId;
import chatbois.log.TreeHead;
import org.jspecify.annotations.Nullable;

/// One log as this side follows it: what is verified, and what waits to be written. Guarded by the
/// session's lock.
abstract sealed class Track permits Community, Chat {
    private final LogId log;
    private final Outbox outbox = new Outbox();
    private TreeHead head = TreeHead.EMPTY;
    private TreeHead newest;
    private @Nullable Broken broken;

    /// @param pinned the newest head that was ever seen of the log
    Track(LogId log, TreeHead pinned) {
        this.log = log;
        this.newest = pinned;
    }

    /// Takes an event that is verified as the log's next; finds out whether its author may speak.
    abstract void take(Event event) throws LogBroken;

    LogId log() {
        return log;
    }

    Outbox outbox() {
        return outbox;
    }

    /// The state up to the last event taken: what an event of ours says that we had seen.
    TreeHead head() {
        return head;
    }

    /// The newest head that is known to be the log's.
    TreeHead newest() {
        return newest;
    }

    void read(TreeHead upTo) {
        head = upTo;
        outbox.read(upTo.size());
        promised(upTo);
    }

    void promised(TreeHead later) {
        if (later.size() > newest.size()) {
            newest = later;
        }
    }

    /// Forgets what was seen: the log counts as it is now.
    void unpin() {
        newest = head;
    }

    /// The report on this log, or null if it is whole.
    @Nullable Broken broken() {
        return broken;
    }

    void broken(@Nullable Broken report) {
        broken = report;
    }
}
