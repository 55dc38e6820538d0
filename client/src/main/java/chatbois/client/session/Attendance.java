package chatbois.client.session;

import chatbois.client.link.Link;
import chatbois.log.MemberId;
import chatbois.protocol.Privacy;
import chatbois.protocol.Reply;
import chatbois.protocol.Request;
import chatbois.protocol.Sighting;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/// Lets others know that somebody sits at this client, if the member wants that, and knows it of
/// others. Safe for any thread.
public final class Attendance {
    private final Session session;
    private final Guarded guarded;
    private final Drafts drafts;

    /// @param drafts hear whether they may be kept
    Attendance(Session session, Guarded guarded, Drafts drafts) {
        this.session = session;
        this.guarded = guarded;
        this.drafts = drafts;
    }

    /// Somebody sits at this client, until its end; a script doesn't.
    public void here() {
        guarded.with(model -> {
            model.around().presence().here();
            tell(model);
            return model;
        });
    }

    /// No key was pressed here for long, or one was again.
    public void idle(boolean idle) {
        guarded.change(model -> {
            model.around().presence().idle(idle);
            tell(model);
        });
    }

    /// The member says that they are away from this client, until they say that they are back.
    ///
    /// @param words what others are told of it; empty for nothing
    public void away(String words) {
        guarded.change(model -> {
            model.around().presence().away(words);
            tell(model);
        });
    }

    public void back() {
        guarded.change(model -> {
            model.around().presence().away(null);
            tell(model);
        });
    }

    /// Wants to be told from now on how some members are there, in place of those before.
    public void watch(Collection<MemberId> members) {
        guarded.with(model -> {
            if (model.around().presence().watch(members)) {
                ask(model);
            }
            return model;
        });
    }

    /// How some members are there now; without those of whom nothing is told.
    public CompletableFuture<List<Sighting>> see(List<MemberId> members) {
        return session.ask(new Request.See(members, /* watch= */ false), Reply.Sightings.class)
                .thenApply(Reply.Sightings::sightings);
    }

    /// Sets what the member lets be told, on all devices.
    public CompletableFuture<Privacy> privacy(Privacy wish) {
        return session.ask(new Request.SetPrivacy(wish), Reply.Done.class)
                .thenApply(_ -> {
                    guarded.change(model -> {
                        model.around().presence().privacy(wish);
                        tell(model);
                        drafts.follow(model);
                    });
                    return wish;
                });
    }

    /// What the member lets be told, as the server has it.
    public CompletableFuture<Privacy> privacy() {
        return session.ask(new Request.PrivacyNow(), Reply.PrivacyIs.class)
                .thenApply(Reply.PrivacyIs::privacy);
    }

    /// There is a connection: asks what may be told before anything is told.
    void connected(Link link) {
        guarded.change(model -> {
            model.around().presence().connected();
            ask(model);
        });
        link.request(
                new Request.PrivacyNow(),
                reply ->
                        guarded.change(model -> {
                            if (model.link() == link && reply instanceof Reply.PrivacyIs now) {
                                model.around().presence().privacy(now.privacy());
                                tell(model);
                                drafts.follow(model);
                            }
                        }));
    }

    /// Tells how it is, if that is not what was told last.
    static void tell(Model model) {
        Link link = model.link();
        if (link != null) {
            model.around()
                    .presence()
                    .takeNews()
                    .ifPresent(news -> model.afterwards(() -> link.request(news)));
        }
    }

    private void ask(Model model) {
        Link link = model.link();
        List<MemberId> watched = model.around().presence().watched();
        if (link != null) {
            Request see = new Request.See(watched, /* watch= */ true);
            model.afterwards(() -> link.request(see, reply -> answered(link, watched, reply)));
        }
    }

    private void answered(Link link, List<MemberId> asked, Reply reply) {
        guarded.change(model -> {
            Presence presence = model.around().presence();
            boolean current = model.link() == link && presence.watched().equals(asked);
            if (current && reply instanceof Reply.Sightings now) {
                presence.answered(now.sightings());
            }
        });
    }
}
