package chatbois.client.session;

import chatbois.client.home.Broken;
import chatbois.log.Event;
import chatbois.log.LogBroken;
import chatbois.log.LogId;
import chatbois.log.TreeHead;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// One log as this side follows it: what is verified, and what waits to be written. Guarded by the
/// session's lock.
abstract sealed class Track permits Community, Chat {
    private final LogId log;
    private final Outbox outbox = new Outbox();
    private TreeHead head = TreeHead.EMPTY;
    private Memory memory;
    private @Nullable Broken broken;

    /// @param memory what was seen of the log before
    Track(LogId log, Memory memory) {
        this.log = log;
        this.memory = memory;
    }

    /// Takes an event that is verified as the log's next; finds out whether its author may speak.
    abstract void take(Event event) throws LogBroken;

    /// What somebody else said with the last event, if it is new to this member.
    Optional<Entry> arrived() {
        return Optional.empty();
    }

    /// The connection is gone. Gives what was to be done and isn't any more.
    List<Pending> cut() {
        return outbox.cut();
    }

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
        return memory.newest();
    }

    /// What was seen of the log so far.
    Memory memory() {
        return memory;
    }

    /// Somebody reads on.
    void readBy(Witness witness) {
        memory = memory.witness(witness);
    }

    void read(TreeHead upTo) {
        head = upTo;
        outbox.read(upTo.size());
        promised(upTo);
    }

    void promised(TreeHead later) {
        if (later.size() > newest().size()) {
            memory = memory.newest(later);
        }
    }

    /// Forgets what was seen: the log counts as it is now.
    void unpin() {
        memory = Memory.NONE;
    }

    /// The report on this log, or null if it is whole.
    @Nullable Broken broken() {
        return broken;
    }

    void broken(@Nullable Broken report) {
        broken = report;
    }
}
