package chatbois.terminal.command;

import chatbois.client.home.Download;
import chatbois.client.session.Session;
import chatbois.protocol.BackupName;
import chatbois.protocol.Reply.BackupList.Kept;
import chatbois.terminal.text.Amount;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/// Makes backups on the server, and fetches them. Fetching goes on through cuts, and where an
/// earlier try for the same file ended.
final class BackupActions {
    private static final int TRIES = 5;
    private static final long PATIENCE_SECONDS = 60;

    private BackupActions() {}

    static CompletableFuture<Outcome> run(Session session, String file) throws IOException {
        if (file.isEmpty()) {
            return session.operations().backUp().thenApply(BackupActions::onServer);
        }
        Path target = TypedPath.toMake(file);
        return Later.run("fetch-backup", () -> fetched(fetch(session, target), target));
    }

    private static Outcome onServer(Kept kept) {
        return Outcome.told(
                "The backup is on the server, in the folder backups: "
                        + kept.name()
                        + ", "
                        + size(kept)
                        + ".",
                "/backup FILE brings one to this machine.");
    }

    private static Outcome fetched(Kept kept, Path target) {
        return Outcome.told(
                "The backup is here: " + target + ", " + size(kept) + ".",
                "It holds the server's key: keep it safe. chatbois restore "
                        + target
                        + " makes a community of it again.");
    }

    private static String size(Kept kept) {
        return new Amount(kept.size()).toString();
    }

    private static Kept fetch(Session session, Path target) throws Exception {
        Kept kept = begun(session, target);
        try (Download download = Download.open(target, kept.name())) {
            int tries = 0;
            while (download.size() < kept.size()) {
                try {
                    download.add(session.operations().part(kept, download.size()).get());
                    tries = 0;
                } catch (ExecutionException e) {
                    if (!isLost(e.getCause()) || ++tries == TRIES) {
                        throw e;
                    }
                    awaitOnline(session);
                }
            }
            download.finish(kept.seal());
        }
        return kept;
    }

    private static boolean isLost(@Nullable Throwable cause) {
        return cause instanceof IOException || cause instanceof TimeoutException;
    }

    private static void awaitOnline(Session session) throws Exception {
        try {
            session.online().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (TimeoutException e) {
            throw new IOException(
                    "The connection is lost; the same command goes on from there later.", e);
        }
    }

    /// The one that was begun for that file, if the server has it still; else a new one.
    private static Kept begun(Session session, Path target) throws Exception {
        Set<BackupName> begun = Download.begun(target);
        if (!begun.isEmpty()) {
            for (Kept kept : session.operations().backups().get()) {
                if (begun.contains(kept.name())) {
                    return kept;
                }
            }
        }
        return session.operations().backUp().get();
    }
}
