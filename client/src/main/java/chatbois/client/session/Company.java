package chatbois.client.session;

import chatbois.client.home.CorruptFile;
import chatbois.client.home.Folder;
import chatbois.log.LogId;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;

/// How the member keeps company with others, beside what is said. Safe for any thread.
public final class Company {
    private final Guarded guarded;
    private final Folder folder;

    Company(Guarded guarded, Folder folder) {
        this.guarded = guarded;
        this.folder = folder;
    }

    /// Reads what the member wished for on this device.
    void restore() throws IOException {
        try {
            Map<LogId, String> saved = folder.loudness();
            guarded.change(model ->
                    saved.forEach((chat, word) ->
                            Loudness.named(word)
                                    .ifPresent(it -> model.around().loudness().put(chat, it))));
        } catch (CorruptFile e) {
            guarded.change(model -> model.notice(String.valueOf(e.getMessage())));
        }
    }

    /// Sets of what the member is notified in a chat, on this device; blocks until it is saved.
    public void loudness(LogId chat, Loudness level) throws IOException {
        Map<LogId, String> words = new HashMap<>();
        guarded.change(model -> {
            Map<LogId, Loudness> all = model.around().loudness();
            all.put(chat, level);
            all.forEach((each, known) -> words.put(each, known.word()));
        });
        folder.saveLoudness(words);
    }
}
