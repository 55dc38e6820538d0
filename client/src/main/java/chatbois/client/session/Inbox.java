package chatbois.client.session;

import chatbois.client.link.Link;
import chatbois.log.Event;
import chatbois.log.Follower;
import chatbois.log.LogBroken;
import chatbois.log.LogId;
import chatbois.log.VerifyKey;
import chatbois.protocol.ChatSummary;
import chatbois.protocol.Limits;
import chatbois.protocol.Push;
import chatbois.protocol.Reply;
import chatbois.protocol.Reply.Resumed.Start;
import chatbois.protocol.Request.Resume;
import chatbois.protocol.Request.Resume.From;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/// What arrives over one connection: verifies it and brings it into the model. Only the thread that
/// reads the connection touches the followers, so verifying needs no lock.
final class Inbox {
    /// The server that speaks, as far as its heads need it.
    record Speaker(VerifyKey key, long epoch) {}

    private final Guarded guarded;
    private final Writer writer;
    private final Speaker server;
    private final Consumer<List<Event>> keep;
    private final Map<LogId, Follower> followers = new HashMap<>();
    private final CompletableFuture<Link> link = new CompletableFuture<>();

    /// @param keep where verified events of the community's log are put aside
    Inbox(Guarded guarded, Writer writer, Speaker server, Consumer<List<Event>> keep) {
        this.guarded = guarded;
        this.writer = writer;
        this.server = server;
        this.keep = keep;
    }

    /// The connection that is read. Comes before the first push, which follows a login.
    void over(Link opened) {
        link.complete(opened);
    }

    /// Takes up logs; their events follow as pushes.
    CompletableFuture<Reply> resume(List<From> logs) {
        return link.join().request(new Resume(logs), reply -> resumed(logs, reply));
    }

    void told(Push push) {
        switch (push) {
            case Push.Events events -> events(events);
            case Push.ChatAdded added -> added(added.chat());
            case Push.ChatGone gone -> {
                followers.remove(gone.chat());
                guarded.change(model -> model.gone(gone.chat()));
            }
            case Push.Invited invited ->
                    guarded.change(model -> model.invited(invited.invitation()));
            case Push.Marked marked ->
                    guarded.change(
                            model -> model.marked(marked.chat(), marked.seq(), marked.unread()));
            case Push.Closing _ -> {
                // The link keeps the reason.
            }
        }
    }

    private void added(ChatSummary summary) {
        guarded.change(model -> {
            Chat chat = model.added(summary);
            if (chat.broken() == null) {
                model.afterwards(() -> resume(List.of(chat.from())));
            }
        });
    }

    private void resumed(List<From> asked, Reply reply) {
        if (!(reply instanceof Reply.Resumed resumed) || resumed.starts().size() != asked.size()) {
            fail("the server's answer doesn't fit");
            return;
        }
        for (int i = 0; i < asked.size(); i++) {
            started(asked.get(i), resumed.starts().get(i));
        }
    }

    private void started(From asked, Start start) {
        long at = start.offer().at().size();
        long size = start.offer().head().head().size();
        boolean fits = asked.after() >= 0 ? at == asked.after() : size - at <= Limits.PAGE_EVENTS;
        try {
            Follower follower =
                    Follower.start(
                            asked.log(),
                            server.key(),
                            server.epoch(),
                            asked.pinned(),
                            start.offer());
            if (!fits || !start.log().equals(asked.log())) {
                fail("the server took up a log at another place");
                return;
            }
            followers.put(asked.log(), follower);
            guarded.change(
                    model -> model.track(asked.log()).ifPresent(t -> begin(model, t, start)));
        } catch (LogBroken e) {
            broken(e);
        }
    }

    private void begin(Model model, Track track, Start start) {
        if (track instanceof Community all && !all.frontier().equals(start.offer().at())) {
            // The copy on the disk was not what we thought; the pin stays.
            all.forget();
            model.afterwards(() -> fail("the members have to be fetched anew"));
            return;
        }
        track.promised(start.offer().head().head());
        track.outbox().ready(start.authorSeq());
        writer.pump(model, track);
        if (track instanceof Chat chat) {
            chat.begin(start.offer().at().head());
            writer.mark(model, chat);
            Timeline timeline = chat.timeline();
            if (timeline != null) {
                model.afterwards(timeline::fill);
            }
        }
    }

    private void events(Push.Events push) {
        Follower follower = followers.get(push.log());
        if (follower == null) {
            return;
        }
        List<Event> events = push.events();
        if (!events.isEmpty() && events.getFirst().seq() != follower.head().size() + 1) {
            fail("something was left out on the way");
            return;
        }
        try {
            follower.accept(events, push.head());
            guarded.change(model -> model.took(push.log(), events, follower.head()));
            guarded.change(model -> model.track(push.log()).ifPresent(t -> writer.pump(model, t)));
            if (push.log().equals(community())) {
                keep.accept(events);
            }
        } catch (LogBroken e) {
            broken(e);
        }
    }

    private LogId community() {
        return guarded.with(model -> model.community().log());
    }

    private void broken(LogBroken found) {
        followers.remove(found.log());
        guarded.change(model -> {
            model.broken(found);
            if (model.community().broken() != null) {
                model.afterwards(() -> fail("the community's log is not what it was"));
            }
        });
    }

    private void fail(String why) {
        link.join().fail(why);
    }
}
