package chatbois.client.session;

import chatbois.client.link.Link;
import chatbois.log.Event;
import chatbois.log.Follower;
import chatbois.log.LogBroken;
import chatbois.log.LogId;
import chatbois.log.Pin;
import chatbois.log.TreeHead;
import chatbois.log.VerifyKey;
import chatbois.protocol.ChatSummary;
import chatbois.protocol.Limits;
import chatbois.protocol.Push;
import chatbois.protocol.Refused;
import chatbois.protocol.Reply;
import chatbois.protocol.Reply.MentionList.Mention;
import chatbois.protocol.Reply.Resumed.Start;
import chatbois.protocol.Request;
import chatbois.protocol.Request.Resume;
import chatbois.protocol.Request.Resume.From;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/// What arrives over one connection: verifies it and brings it into the model. Verifying needs no
/// lock of the session: all but the witnesses belongs to the thread that reads the connection.
final class Inbox {
    /// The server that speaks, as far as its heads need it.
    record Speaker(VerifyKey key, long epoch) {}

    /// Where a copy of the community's log is put aside.
    interface Shelf {
        void keep(List<Event> next);

        void drop();
    }

    private final Guarded guarded;
    private final Writer writer;
    private final Speaker server;
    private final Shelf shelf;
    private final Drafts drafts;
    private final LogId community;
    private final Map<LogId, Witness> witnesses = new HashMap<>();
    private final Early early = new Early();
    private boolean asking;
    private final CompletableFuture<Link> link = new CompletableFuture<>();

    Inbox(Guarded guarded, Writer writer, Speaker server, Shelf shelf, Drafts drafts) {
        this.guarded = guarded;
        this.writer = writer;
        this.server = server;
        this.community = guarded.with(model -> model.community().log());
        this.shelf = shelf;
        this.drafts = drafts;
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
                witnesses.remove(gone.chat());
                change(model -> model.gone(gone.chat(), gone.because()));
            }
            case Push.Invited invited -> change(model -> model.invited(invited.invitation()));
            case Push.Marked marked -> change(model -> model.marked(marked));
            case Push.Typing typing ->
                    change(model ->
                            model.track(typing.chat())
                                    .ifPresent(_ -> model.around().typing(typing, model)));
            case Push.Sightings(var sightings) ->
                    change(model -> model.around().presence().saw(sightings));
            case Push.PrivacyIs(var privacy) ->
                    change(model -> {
                        model.around().presence().privacy(privacy);
                        Attendance.tell(model);
                        drafts.follow(model);
                    });
            case Push.DraftIs(var draft) -> change(model -> drafts.told(model, draft));
            case Push.Knocked knocked -> change(model -> model.knocked(knocked));
            case Push.SlotClosed closed -> change(model -> model.slotClosed(closed.slot()));
            case Push.Blocked blocked -> change(model -> model.around().blocked(blocked.blocked()));
            // It may come before there is a link, and is about no other connection than this.
            case Push.Closing closing -> guarded.change(model -> model.closing(closing.why()));
        }
    }

    private void added(ChatSummary summary) {
        change(model -> {
            Chat chat = model.added(summary);
            if (chat.claim()) {
                From from = chat.from();
                model.afterwards(() -> resume(List.of(from)));
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
                            asked.log(), server.key(), server.epoch(), pin(asked), start.offer());
            if (!fits || !start.log().equals(asked.log())) {
                fail("the server took up a log at another place");
                return;
            }
            Witness witness = new Witness(follower);
            witnesses.put(asked.log(), witness);
            change(model ->
                    model.track(asked.log())
                            .ifPresent(track -> begin(model, track, witness, start)));
        } catch (LogBroken e) {
            broken(e);
        }
    }

    /// What was seen of the log before we asked.
    private Pin pin(From asked) {
        Memory memory =
                guarded.with(
                        model -> model.track(asked.log()).map(Track::memory).orElse(Memory.NONE));
        Pin pin = memory.pin();
        return new Pin(asked.pinned(), pin.readUpTo(), pin.numbers());
    }

    private void begin(Model model, Track track, Witness witness, Start start) {
        if (track instanceof Community all && !all.frontier().equals(start.offer().at())) {
            // The copy on the disk was not what we thought; the pin stays.
            model.forgetCommunity();
            model.afterwards(shelf::drop);
            model.afterwards(() -> fail("the members have to be fetched anew"));
            return;
        }
        track.readBy(witness);
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
            ChatThread thread = chat.thread();
            if (thread != null) {
                model.afterwards(thread::fill);
            }
        }
    }

    private void events(Push.Events push) {
        if (isEarly(push)) {
            early.hold(push);
            if (early.isFull()) {
                fail("too much came by members who are not known yet");
            }
            askForMembers();
        } else {
            take(push);
        }
    }

    /// A newcomer's words may overtake the news that there is a newcomer.
    private boolean isEarly(Push.Events push) {
        return !push.log().equals(community)
                && (early.holds(push.log())
                        || !guarded.<Boolean, RuntimeException>with(
                                model -> model.knowsAuthors(push.events())));
    }

    /// Finds out whether the community's log has more than we know. If not, what is held was not
    /// written by a member.
    private void askForMembers() {
        if (asking) {
            return;
        }
        asking = true;
        Request.Page next = guarded.with(Model::pageAfterMembers);
        link.join()
                .request(next, _ -> moreMembers(next.last()))
                .whenComplete((_, failure) -> noMoreMembers(failure));
    }

    private void moreMembers(long seq) {
        asking = false;
        // Else it is on its way, and what is held follows it.
        if (guarded.<Boolean, RuntimeException>with(
                model -> model.community().head().size() >= seq)) {
            early.release().forEach(this::events);
        }
    }

    private void noMoreMembers(@Nullable Throwable failure) {
        if (failure instanceof Refused) {
            asking = false;
            early.release().forEach(this::take);
        }
    }

    private void take(Push.Events push) {
        Witness witness = witnesses.get(push.log());
        if (witness == null) {
            return;
        }
        List<Event> events = push.events();
        if (!events.isEmpty() && events.getFirst().seq() != witness.size() + 1) {
            fail("something was left out on the way");
            return;
        }
        try {
            TreeHead head = witness.accept(events, push.head());
            if (push.log().equals(community)) {
                shelf.keep(events);
            }
            change(model -> {
                model.took(push.log(), events, head);
                model.track(push.log()).ifPresent(track -> writer.pump(model, track));
                if (model.track(push.log()).orElse(null) instanceof Chat chat
                        && chat.takeWanting()) {
                    model.afterwards(() -> askForCalls(push.log()));
                }
            });
            if (push.log().equals(community)) {
                early.release().forEach(this::events);
            }
        } catch (LogBroken e) {
            broken(e);
        }
    }

    /// Asks which unread messages of a chat are meant for the member.
    private void askForCalls(LogId log) {
        link.join().request(new Request.Mentions(), reply -> called(log, reply));
    }

    private void called(LogId log, Reply reply) {
        if (reply instanceof Reply.MentionList(List<Mention> mentions)) {
            List<Long> places =
                    mentions.stream()
                            .filter(mention -> mention.chat().equals(log))
                            .map(Mention::seq)
                            .toList();
            change(model -> {
                if (model.track(log).orElse(null) instanceof Chat chat) {
                    chat.called(places);
                }
            });
        }
    }

    private void broken(LogBroken found) {
        witnesses.remove(found.log());
        change(model -> {
            model.broken(found);
            if (model.community().broken() != null) {
                model.afterwards(() -> fail("the community's log is not what it was"));
            }
        });
    }

    /// Changes the model, unless another connection has taken over.
    private <X extends Exception> void change(Guarded.Change<X> change) throws X {
        guarded.change(model -> {
            if (model.link() == link.join()) {
                change.to(model);
            }
        });
    }

    private void fail(String why) {
        link.join().fail(why);
    }
}
