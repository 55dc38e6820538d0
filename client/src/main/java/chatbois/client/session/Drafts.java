package chatbois.client.session;

import chatbois.client.home.Folder;
import chatbois.log.LogId;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;

/// What is written and not sent, kept on this device so that it survives the program. Nothing of it
/// is sent anywhere. Safe for any thread.
public final class Drafts {
    private final Guarded guarded;
    private final Folder folder;

    Drafts(Guarded guarded, Folder folder) {
        this.guarded = guarded;
        this.folder = folder;
    }

    /// Reads what was kept.
    void restore() throws IOException {
        Map<LogId, String> saved = folder.drafts();
        guarded.change(model -> model.around().drafts().putAll(saved));
    }

    /// Keeps what is written in a chat, in place of what was; saves it in the background.
    ///
    /// @param text empty for nothing
    public void keep(LogId chat, String text) {
        boolean changed =
                guarded.with(model -> {
                    Surroundings around = model.around();
                    String before = around.drafts().getOrDefault(chat, "");
                    if (text.isEmpty()) {
                        around.drafts().remove(chat);
                    } else {
                        around.drafts().put(chat, text);
                    }
                    around.unsavedDrafts().add(chat);
                    return !before.equals(text);
                });
        if (changed) {
            Thread.ofVirtual().name("draft-saver").start(this::save);
        }
    }

    /// Saves what is not saved yet; blocks until that is done.
    synchronized void save() {
        Map<LogId, String> unsaved = new HashMap<>();
        guarded.with(model -> {
            Surroundings around = model.around();
            around.unsavedDrafts()
                    .forEach(chat -> unsaved.put(chat, around.drafts().getOrDefault(chat, "")));
            around.unsavedDrafts().clear();
            return unsaved;
        });
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
