package chatbois.app.fault;

import static org.assertj.core.api.Assertions.assertThat;

import chatbois.log.Bytes32;
import chatbois.log.Event;
import chatbois.log.LogId;
import chatbois.log.TreeHead;
import chatbois.protocol.Push;
import chatbois.protocol.Reply;
import chatbois.protocol.Request;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;

/// A client's own copy of a log, across connections: it takes what comes next and nothing else.
/// Safe for any thread.
///
/// @param <T> what it keeps of each event
final class Copy<T> {
    private final LogId log;
    private final Function<Event, T> keeps;
    private final List<T> events = new ArrayList<>();
    private CompletableFuture<Void> changed = new CompletableFuture<>();
    private final int skipped;
    private String broken = "";

    private Copy(LogId log, int skipped, Function<Event, T> keeps) {
        this.log = log;
        this.skipped = skipped;
        this.keeps = keeps;
    }

    /// Keeps everything.
    static Copy<Event> of(LogId log) {
        return new Copy<>(log, 0, event -> event);
    }

    /// Keeps only the leaves of the tree, which is enough to see that two copies are the same.
    ///
    /// @param skipped how many events it doesn't begin with
    static Copy<Bytes32> ofLeaves(LogId log, int skipped) {
        return new Copy<>(log, skipped, Event::leaf);
    }

    /// Goes on where it stopped; the answer says that from now on events come.
    CompletableFuture<Reply> resume(Peer peer) {
        peer.listen(this::hear);
        Request.Resume.From from = new Request.Resume.From(log, skipped + size(), TreeHead.EMPTY);
        return peer.ask(new Request.Resume(List.of(from)));
    }

    private synchronized void hear(Push push) {
        if (push instanceof Push.Events pushed && pushed.log().equals(log)) {
            for (Event event : pushed.events()) {
                if (event.seq() != skipped + events.size() + 1) {
                    broken = "event " + event.seq() + " came after " + events.size();
                }
                events.add(keeps.apply(event));
            }
            CompletableFuture<Void> now = changed;
            changed = new CompletableFuture<>();
            now.complete(null);
        }
    }

    synchronized int size() {
        return events.size();
    }

    /// The events, which came in order and each of them once.
    synchronized List<T> events() {
        assertThat(broken).isEmpty();
        return List.copyOf(events);
    }

    /// Completes when there are so many events.
    synchronized CompletableFuture<Void> whole(int count) {
        return events.size() >= count
                ? CompletableFuture.completedFuture(null)
                : changed.thenCompose(_ -> whole(count));
    }

    /// Waits until there are so many events.
    List<T> await(int count) throws Exception {
        Waiting.get(whole(count));
        return events();
    }
}
