package chatbois.client.session;

import chatbois.client.home.Folder;
import chatbois.client.home.Pins;
import chatbois.log.LogId;
import chatbois.log.Pin;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/// Saves what was seen of the logs, at most once a second. Runs on one virtual thread of its own;
/// [#save] and [#dismiss] take turns with it, so that what is dismissed doesn't come back.
final class PinSaver {
    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final Guarded guarded;
    private final Folder folder;

    /// What was said of the failure that goes on; empty when saving works.
    private String told = "";

    PinSaver(Guarded guarded, Folder folder) {
        this.guarded = guarded;
        this.folder = folder;
    }

    void start() {
        Thread.ofVirtual().name("pin-saver").start(this::run);
    }

    private void run() {
        try {
            while (!guarded.await(model -> model.standing().isClosed(), PAUSE)) {
                guarded.await(
                        model -> model.remembered().hasUnsaved() || model.standing().isClosed(),
                        Guarded.EVER);
                save();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    synchronized void save() {
        Map<LogId, Memory> unsaved = guarded.with(Model::takeUnsaved);
        if (unsaved.isEmpty()) {
            return;
        }
        Map<LogId, Pin> seen = new HashMap<>();
        unsaved.forEach((log, memory) -> seen.put(log, memory.pin()));
        try {
            folder.add(new Pins(seen, guarded.with(model -> model.remembered().reports())));
            told = "";
        } catch (IOException e) {
            guarded.change(model -> seen.keySet().forEach(model.remembered()::unsaved));
            tell("What was seen could not be saved: " + sentence(e));
        }
    }

    /// Says it once, however often it is tried.
    private void tell(String failure) {
        if (!failure.equals(told)) {
            told = failure;
            guarded.change(model -> model.notice(failure));
        }
    }

    private static String sentence(IOException e) {
        return e instanceof FileSystemException file && file.getReason() == null
                ? file.getFile() + " can't be written"
                : String.valueOf(e.getMessage());
    }

    /// Forgets a report and what was seen of the log before it.
    synchronized void dismiss(LogId log) throws IOException {
        guarded.change(model -> model.dismissed(log));
        folder.dismiss(log);
        if (guarded.<Boolean, RuntimeException>with(m -> m.community().log().equals(log))) {
            folder.dropEvents();
        }
    }
}
