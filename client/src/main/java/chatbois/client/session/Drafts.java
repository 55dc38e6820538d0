package chatbois.client.session;

import chatbois.client.home.Folder;
import chatbois.client.home.SavedDraft;
import chatbois.client.link.Link;
import chatbois.log.LogId;
import chatbois.protocol.Draft;
import chatbois.protocol.Limits;
import chatbois.protocol.Privacy;
import chatbois.protocol.Reply;
import chatbois.protocol.Request;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/// What is written and not sent: kept on this device so that it survives the program, and at the
/// server for the member's other devices, if the member lets it. Safe for any thread.
public final class Drafts {
    private final Guarded guarded;
    private final Folder folder;

    Drafts(Guarded guarded, Folder folder) {
        this.guarded = guarded;
        this.folder = folder;
    }

    /// Reads what was kept.
    void restore() throws IOException {
        Map<LogId, SavedDraft> saved = folder.drafts();
        guarded.change(model -> model.around().written().restore(saved));
    }

    /// Keeps what is written in a chat, in place of what was; saves and tells it in the background.
    ///
    /// @param text empty for nothing
    public void keep(LogId chat, String text) {
        boolean changed =
                guarded.with(model -> {
                    boolean other = model.around().written().keep(chat, text);
                    if (other) {
                        tell(model, chat);
                    }
                    return other;
                });
        if (changed) {
            saveSoon();
        }
    }

    /// There is a connection, or the member has changed their mind: finds out what the server has,
    /// if it is to have anything. Comes after what the member lets be kept is known.
    void follow(Model model) {
        Written written = model.around().written();
        written.pause();
        Link link = model.link();
        Privacy privacy = model.around().presence().privacy();
        if (link == null || privacy == null) {
            return;
        }
        if (privacy.drafts()) {
            model.afterwards(() -> link.request(new Request.Drafts(), r -> answered(link, r)));
        } else {
            written.stop();
            model.afterwards(this::saveSoon);
        }
    }

    private void answered(Link link, Reply reply) {
        if (!(reply instanceof Reply.DraftList(List<Draft> all))) {
            return;
        }
        guarded.change(model -> {
            if (model.link() == link) {
                Written written = model.around().written();
                written.answered(inChats(model, all));
                written.follow(link);
                inChats(model, written.news(link)).stream()
                        .limit(Limits.DRAFTS)
                        .forEach(draft -> tell(model, link, draft));
                model.afterwards(this::saveSoon);
            }
        });
    }

    private static List<Draft> inChats(Model model, List<Draft> all) {
        return all.stream().filter(draft -> model.track(draft.chat()).isPresent()).toList();
    }

    /// The member has written something on another device.
    void told(Model model, Draft draft) {
        if (model.track(draft.chat()).isPresent()) {
            model.around().written().told(draft);
            model.afterwards(this::saveSoon);
        }
    }

    private void tell(Model model, LogId chat) {
        Link link = model.link();
        if (link != null) {
            model.around().written().news(link).stream()
                    .filter(draft -> draft.chat().equals(chat))
                    .forEach(draft -> tell(model, link, draft));
        }
    }

    /// What the server doesn't take stays on this device.
    private void tell(Model model, Link link, Draft draft) {
        model.afterwards(() -> link.request(new Request.KeepDraft(draft), _ -> taken(link, draft)));
    }

    private void taken(Link link, Draft draft) {
        guarded.with(model -> {
            if (model.link() == link) {
                model.around().written().taken(draft);
                model.afterwards(this::saveSoon);
            }
            return model;
        });
    }

    private void saveSoon() {
        Thread.ofVirtual().name("draft-saver").start(this::save);
    }

    /// Saves what is not saved yet; blocks until that is done.
    synchronized void save() {
        Map<LogId, SavedDraft> unsaved =
                guarded.with(model -> model.around().written().takeUnsaved());
        try {
            if (!unsaved.isEmpty()) {
                folder.addDrafts(unsaved);
            }
        } catch (IOException e) {
            guarded.change(model ->
                    model.notice("What you are writing could not be saved: " + e.getMessage()));
        }
    }
}
