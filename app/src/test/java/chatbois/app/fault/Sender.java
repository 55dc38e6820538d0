package chatbois.app.fault;

import static org.assertj.core.api.Assertions.assertThat;

import chatbois.log.LogId;
import chatbois.log.SignedEvent;
import chatbois.protocol.Refused;
import chatbois.protocol.Reply;
import chatbois.protocol.Reply.Appended.Place;
import chatbois.protocol.Request;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/// A member who keeps several messages under way, and sends again whatever was not acknowledged
/// when the connection broke. Safe for any thread.
final class Sender {
    private static final int UNDER_WAY = 8;
    private static final int AGAIN = 2;

    private final Author author;
    private final List<SignedEvent> written = new ArrayList<>();
    private final Map<SignedEvent, Place> acknowledged = new HashMap<>();
    private final List<Throwable> wrong = new ArrayList<>();
    private CompletableFuture<Void> over = new CompletableFuture<>();
    private int next;
    private int underWay;
    private boolean ending;

    Sender(Author author) {
        this.author = author;
    }

    Author author() {
        return author;
    }

    /// Connects, sends again what may be lost, a little of what is not, and then more and more.
    synchronized void goOn(Town town, LogId chat, Runnable onAcknowledged) {
        CompletableFuture<Void> now = new CompletableFuture<>();
        over = now;
        next = Math.max(0, acknowledged.size() - AGAIN);
        underWay = 0;
        town.peers
                .connect(town.address())
                .thenCompose(author::logIn)
                .whenComplete((peer, failure) -> {
                    if (failure != null) {
                        now.complete(null);
                        return;
                    }
                    peer.ended().thenRun(() -> now.complete(null));
                    pump(peer, chat, onAcknowledged);
                });
    }

    private synchronized void pump(Peer peer, LogId chat, Runnable onAcknowledged) {
        while (underWay < UNDER_WAY && (!ending || next < written.size())) {
            if (next == written.size()) {
                int number = next + 1;
                written.add(author.message(chat, number, "message " + number));
            }
            SignedEvent event = written.get(next);
            next++;
            underWay++;
            peer.ask(new Request.Append(event))
                    .whenComplete((reply, failure) -> {
                        if (answered(event, reply, failure)) {
                            onAcknowledged.run();
                            pump(peer, chat, onAcknowledged);
                        }
                    });
        }
        if (underWay == 0) {
            over.complete(null);
        }
    }

    private synchronized boolean answered(
            SignedEvent event, @Nullable Reply reply, @Nullable Throwable failure) {
        if (reply instanceof Reply.Appended appended) {
            underWay--;
            Place place = appended.places().getFirst();
            Place before = acknowledged.put(event, place);
            if (before != null && !before.equals(place)) {
                wrong.add(new AssertionError(before + " became " + place));
            }
            return true;
        }
        if (failure instanceof Refused) {
            wrong.add(failure);
        }
        return false;
    }

    /// Waits until the connection is gone.
    void awaitCut() throws Exception {
        Waiting.get(current());
        assertNothingWrong();
    }

    /// Writes nothing new, and waits until everything is acknowledged.
    void finish() throws Exception {
        synchronized (this) {
            ending = true;
        }
        Waiting.get(current());
        assertNothingWrong();
        assertThat(acknowledged().keySet()).containsAll(written());
    }

    private synchronized CompletableFuture<Void> current() {
        return over;
    }

    private synchronized void assertNothingWrong() {
        assertThat(wrong).isEmpty();
    }

    synchronized List<SignedEvent> written() {
        return List.copyOf(written);
    }

    synchronized Map<SignedEvent, Place> acknowledged() {
        return Map.copyOf(acknowledged);
    }

    boolean wrote(SignedEvent event) {
        return event.header().author().equals(author.id);
    }
}
