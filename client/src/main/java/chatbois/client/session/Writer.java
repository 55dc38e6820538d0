package chatbois.client.session;

import static chatbois.protocol.Refusal.refused;

import chatbois.client.link.Link;
import chatbois.log.LogBroken;
import chatbois.log.LogId;
import chatbois.log.TreeHead;
import chatbois.protocol.Refusal;
import chatbois.protocol.Refused;
import chatbois.protocol.Reply;
import chatbois.protocol.Reply.Appended.Place;
import chatbois.protocol.Request;
import chatbois.protocol.event.EventBody;
import chatbois.protocol.event.EventBody.Message;
import chatbois.protocol.event.EventBody.MessagePinned;
import chatbois.protocol.event.EventBody.OnMessage;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// Gets what the member writes onto the server: one event of each log under way, the others behind
/// it in order. Safe for any thread.
final class Writer {
    private static final int MOST_PENDING = 1_000;

    /// One event.
    private record Written(Pen pen, LogId log, EventBody body) implements Pending.Draft {
        @Override
        public Request sign(long number, TreeHead seen) {
            return new Request.Append(pen.write(log, number, seen, body));
        }

        @Override
        public long about() {
            return switch (body) {
                case Message message when message.replyTo() != null -> message.replyTo();
                case OnMessage event -> event.seq();
                case MessagePinned pinned -> pinned.seq();
                default -> 0;
            };
        }
    }

    private final Guarded guarded;

    Writer(Guarded guarded) {
        this.guarded = guarded;
    }

    /// Says something, now or when there is a connection again. The future completes when the
    /// message is on the server's disk.
    CompletableFuture<Place> say(LogId log, Message message) {
        return queue(log, draft(log, message), message, /* once= */ false);
    }

    /// Says something, but gives it up when the server's disk is full.
    CompletableFuture<Place> sayOnce(LogId log, Message message) {
        return queue(log, draft(log, message), message, /* once= */ true);
    }

    /// Does something, which needs a connection: what is done later than it was meant may be
    /// something else by then.
    CompletableFuture<Place> write(LogId log, EventBody body) {
        return write(log, draft(log, body));
    }

    /// Writes what a log gets as part of a larger request; needs a connection.
    CompletableFuture<Place> write(LogId log, Pending.Draft draft) {
        return queue(log, draft, null, /* once= */ false);
    }

    private Pending.Draft draft(LogId log, EventBody body) {
        return new Written(guarded.with(Model::pen), log, body);
    }

    private CompletableFuture<Place> queue(
            LogId log, Pending.Draft draft, @Nullable Message message, boolean once) {
        try {
            CompletableFuture<Place> done =
                    guarded.with(model -> {
                        if (message == null) {
                            model.needLink();
                        }
                        long now = model.pen().clock().millis();
                        return queue(model, log, new Pending(draft, message, once, now));
                    });
            guarded.tell();
            return done;
        } catch (IOException | Refused e) {
            return CompletableFuture.failedFuture(e);
        }
    }

    private CompletableFuture<Place> queue(Model model, LogId log, Pending pending) {
        Track track = log.equals(model.community().log()) ? model.community() : model.chat(log);
        if (track.broken() != null) {
            throw refused(Refusal.Code.HISTORY_DIFFERS, track.broken().report());
        }
        if (model.pending() >= MOST_PENDING) {
            throw refused(
                    Refusal.Code.TOO_MANY,
                    MOST_PENDING + " messages are waiting already; wait for the connection.");
        }
        track.outbox().add(pending);
        pump(model, track);
        return pending.done();
    }

    /// Sends the next event of a log, if one may go.
    void pump(Model model, Track track) {
        Link link = model.link();
        if (link == null) {
            return;
        }
        track.outbox()
                .next(track.head(), track.newest().size())
                .ifPresent(next -> model.afterwards(() -> send(link, track.log(), next)));
    }

    private void send(Link link, LogId log, Pending pending) {
        Pending.Signed signed = pending.signed();
        if (signed == null) {
            return;
        }
        link.request(signed.request())
                .whenComplete((reply, failure) -> settled(link, log, pending, reply, failure));
    }

    private void settled(
            Link link,
            LogId log,
            Pending pending,
            @Nullable Reply reply,
            @Nullable Throwable failure) {
        guarded.change(model -> {
            Track track = model.track(log).orElse(null);
            if (track == null) {
                return;
            }
            if (reply instanceof Reply.Appended appended) {
                stored(model, track, pending, appended);
            } else if (failure instanceof Refused refused) {
                declined(model, link, track, pending, refused);
            } else if (reply != null) {
                model.afterwards(() -> link.fail("the server's answer doesn't fit"));
            }
            // Else the connection is lost, and it goes out again with the next.
        });
    }

    private void stored(Model model, Track track, Pending pending, Reply.Appended appended) {
        for (Place place : appended.places()) {
            if (place.log().equals(track.log()) && track.outbox().stored(pending, place)) {
                track.outbox().read(track.head().size());
                model.stored(pending);
            }
        }
        pump(model, track);
    }

    private void declined(Model model, Link link, Track track, Pending pending, Refused refused) {
        switch (track.outbox().declined(pending, refused.refusal())) {
            case NOTHING -> {}
            case AGAIN -> pump(model, track);
            case RELEARN -> model.afterwards(() -> link.fail("our numbering was out of step"));
            case LATER -> {
                int times = track.outbox().delays();
                if (times == 1) {
                    model.notice(
                            model.title(track)
                                    + ": "
                                    + refused.getMessage()
                                    + " What waits is sent as soon as it goes.");
                }
                model.afterwards(() -> later(track.log(), Backoff.after(times)));
            }
            case GIVEN_UP -> {
                model.afterwards(() -> pending.done().completeExceptionally(refused));
                if (refused.refusal().code() == Refusal.Code.HISTORY_DIFFERS) {
                    model.broken(
                            new LogBroken(
                                    track.log(),
                                    LogBroken.Kind.SPLIT,
                                    "the server holds another history than it showed here"));
                }
                pump(model, track);
            }
        }
    }

    private void later(LogId log, Duration wait) {
        Executor then =
                CompletableFuture.delayedExecutor(
                        wait.toMillis(),
                        TimeUnit.MILLISECONDS,
                        task -> Thread.ofVirtual().name("send-later").start(task));
        then.execute(() ->
                guarded.change(model ->
                        model.track(log)
                                .ifPresent(track -> {
                                    track.outbox().again();
                                    pump(model, track);
                                })));
    }

    /// Tells the server what was read, one request of a chat at a time.
    void mark(Model model, Chat chat) {
        Link link = model.link();
        long seq = link == null ? 0 : chat.toMark();
        if (link == null || seq == 0) {
            return;
        }
        model.afterwards(() ->
                link.request(new Request.MarkRead(chat.log(), seq))
                        .whenComplete((_, failure) -> marked(chat, failure == null ? seq : 0)));
    }

    private void marked(Chat chat, long seq) {
        guarded.change(model -> {
            chat.told(seq);
            if (seq > 0) {
                mark(model, chat);
            }
        });
    }
}
