package chatbois.client.session;

import chatbois.client.home.Folder;
import chatbois.client.home.Pins;
import chatbois.log.LogId;
import java.io.IOException;
import java.time.Duration;

/// Saves what was seen of the logs, at most once a second. Runs on one virtual thread of its own;
/// [#save] and [#dismiss] take turns with it, so that what is dismissed doesn't come back.
final class PinSaver {
    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final Guarded guarded;
    private final Folder folder;

    PinSaver(Guarded guarded, Folder folder) {
        this.guarded = guarded;
        this.folder = folder;
    }

    void start() {
        Thread.ofVirtual().name("pin-saver").start(this::run);
    }

    private void run() {
        try {
            while (!guarded.await(Model::closed, PAUSE)) {
                guarded.await(model -> model.hasUnsaved() || model.closed(), Guarded.EVER);
                save();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    synchronized void save() {
        Pins seen = guarded.with(Model::takeUnsaved);
        if (seen.equals(Pins.NONE)) {
            return;
        }
        try {
            folder.add(seen);
        } catch (IOException e) {
            guarded.change(model -> {
                model.unsaved(seen);
                model.notice("What was seen could not be saved: " + e.getMessage());
            });
        }
    }

    /// Forgets a report and what was seen of the log before it.
    synchronized void dismiss(LogId log) throws IOException {
        guarded.change(model -> model.dismissed(log));
        folder.dismiss(log);
    }
}
