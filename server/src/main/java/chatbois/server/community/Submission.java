package chatbois.server.community;

import chatbois.log.Content;
import chatbois.log.SignedEvent;
import chatbois.protocol.Reply.Appended.Place;
import chatbois.protocol.event.EventBody;
import chatbois.protocol.event.Kind;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/// Events that wait for the writer, all or none of them, and where the answer goes.
record Submission(List<Entry> entries, CompletableFuture<List<Place>> answer) {

    /// An event whose signature and body were checked.
    record Entry(SignedEvent event, EventBody body) {
        private static final int OVERHEAD = 1_024;

        private int bytes() {
            Content content = event.content();
            return OVERHEAD + (content == null ? 0 : 2 * content.length());
        }
    }

    /// How much memory its events take, roughly.
    int bytes() {
        return entries.stream().mapToInt(Entry::bytes).sum();
    }

    /// Whether it changes who may do what, so that what comes behind must be judged anew.
    boolean changesRights() {
        return !entries.stream().allMatch(e -> Kind.isTalk(e.event().header().kind()));
    }
}
