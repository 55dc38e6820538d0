package chatbois.server.community;

import static chatbois.protocol.Refusal.refused;

import chatbois.log.Content;
import chatbois.log.Header;
import chatbois.log.LogId;
import chatbois.log.Malformed;
import chatbois.log.Merkle;
import chatbois.log.SignedEvent;
import chatbois.log.TreeHead;
import chatbois.protocol.Frames;
import chatbois.protocol.Limits;
import chatbois.protocol.Refusal.Code;
import chatbois.server.store.Reader;
import chatbois.server.store.Store;
import com.google.errorprone.annotations.concurrent.GuardedBy;
import java.util.Map;

/// What an event must be, whoever wrote it and whatever came before: signed, whole, understood, and
/// written by somebody who saw the same history as we hold. Costly checks, so that they happen in
/// the callers' threads and not in the writer's. Safe for any thread.
final class Admission {
    private static final int RECENT = 50_000;

    private record Seen(LogId log, TreeHead head) {}

    private final Store store;

    @GuardedBy("this")
    private final Map<Seen, Boolean> recent = new RecentlyUsed<>(RECENT);

    Admission(Store store) {
        this.store = store;
    }

    Submission.Entry admit(SignedEvent event) {
        Content content = event.content();
        if (content == null || content.length() > Limits.BODY) {
            throw refused(
                    Code.TOO_LONG, "An event has a body of at most " + Limits.BODY + " bytes.");
        }
        if (!event.isGenuine()) {
            throw refused(Code.BAD_SIGNATURE, "The signature does not fit the event.");
        }
        checkSeen(event.header());
        try {
            return new Submission.Entry(
                    event, Frames.decodeBody(event.header().kind(), content.body()));
        } catch (Malformed e) {
            throw refused(Code.BAD_REQUEST, "The event is not understood: " + e.getMessage() + ".");
        }
    }

    /// Remembers a head that was just written, since most authors will have seen just that.
    synchronized void remember(LogId log, TreeHead head) {
        recent.put(new Seen(log, head), true);
    }

    private void checkSeen(Header header) {
        TreeHead seen = header.seen();
        if (seen.size() == 0 || isRecent(header.log(), seen)) {
            return;
        }
        if (!store.read(reader -> holds(reader, header.log(), seen))) {
            throw refused(
                    Code.HISTORY_DIFFERS,
                    "This device has seen another history of the chat than this server holds.");
        }
        remember(header.log(), seen);
    }

    private synchronized boolean isRecent(LogId log, TreeHead seen) {
        return recent.get(new Seen(log, seen)) != null;
    }

    private static boolean holds(Reader reader, LogId log, TreeHead seen) {
        return reader.log(log)
                .filter(row -> row.size() >= seen.size())
                .map(row -> Merkle.head(seen.size(), reader.tree(row)).equals(seen))
                .orElse(false);
    }
}
