package chatbois.terminal.command;

import chatbois.cellart.source.Prepared;
import chatbois.cellart.source.Wish;
import chatbois.cellart.track.BadTrack;
import chatbois.cellart.track.Track;
import chatbois.cellart.worker.Studio;
import chatbois.cellart.worker.WorkerFailed;
import chatbois.cellart.worker.Workshop;
import chatbois.client.session.Entry;
import chatbois.client.session.Files;
import chatbois.client.session.Session;
import chatbois.log.LogId;
import chatbois.protocol.event.Attachment;
import chatbois.protocol.event.Preview;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.jspecify.annotations.Nullable;

/// Sends files along with messages, and does with those that came what is typed.
public final class FileActions {
    private final Transfers transfers;
    private final FileOpener opener;

    FileActions(Transfers transfers, FileOpener opener) {
        this.transfers = transfers;
        this.opener = opener;
    }

    CompletableFuture<Outcome> attach(Spot spot, List<String> words) {
        LogId chat = ChatActions.chat(spot);
        ToAttach typed = ToAttach.of(words);
        return Later.run("attach", () -> attach(spot, chat, typed));
    }

    private Outcome attach(Spot spot, LogId chat, ToAttach typed) throws Exception {
        List<String> remarks = new ArrayList<>();
        List<Attachment> files = new ArrayList<>();
        for (Path file : typed.files()) {
            files.add(sent(spot, file, typed.wish(), remarks));
        }
        spot.session().send(chat, typed.caption(), /* action= */ false, null, files).get();
        return new Outcome.Told(remarks);
    }

    /// The file is sent even if no preview can be made of it.
    private Attachment sent(Spot spot, Path file, Wish wish, List<String> remarks)
            throws Exception {
        Object transfer = new Object();
        String name = Attachment.nameLike(String.valueOf(file.getFileName()));
        try {
            transfers.at(spot, transfer, "looking at " + name, 0, 0);
            Prepared prepared = MediaType.mayBePicture(file) ? prepared(file, wish, remarks) : null;
            if (prepared != null && prepared.cut()) {
                remarks.add(
                        "The preview of %s is cut; --from and --for choose a part."
                                .formatted(name));
            }
            Files files = spot.session().files();
            Preview preview = prepared == null ? null : preview(files, prepared);
            Files.Sent sent =
                    files.upload(
                                    file,
                                    (done, all) ->
                                            transfers.at(
                                                    spot, transfer, "sending " + name, done, all))
                            .get();
            String type = prepared == null ? MediaType.of(file) : prepared.format().mediaType();
            return new Attachment(sent.hash(), sent.size(), name, type, null, preview);
        } finally {
            transfers.over(transfer);
        }
    }

    private static @Nullable Prepared prepared(Path file, Wish wish, List<String> remarks)
            throws InterruptedException {
        try (Studio studio = new Studio(Workshop.ofThisProgram())) {
            return studio.prepare(file, wish).get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof WorkerFailed failed) {
                remarks.add("Sent without a picture of it: " + failed.getMessage());
                return null;
            }
            throw new IllegalStateException(e.getCause());
        }
    }

    private static Preview preview(Files files, Prepared prepared) throws Exception {
        Track track = read(prepared);
        Files.Sent sent = files.upload(prepared.track()).get();
        return new Preview(
                sent.hash(),
                (int) sent.size(),
                track.width(),
                track.height(),
                track.frames(),
                track.totalMillis());
    }

    private static Track read(Prepared prepared) throws IOException {
        try {
            return Track.read(prepared.track());
        } catch (BadTrack e) {
            throw new IOException("No preview could be made: " + e.getMessage(), e);
        }
    }

    /// `#12`, which of its files, and where to; all may be missing.
    CompletableFuture<Outcome> save(Spot spot, List<String> words) {
        Which typed = Which.of(words, Verb.SAVE);
        return file(spot, typed)
                .thenCompose(meant ->
                        Later.run(
                                "save",
                                () -> {
                                    Path target = Targets.of(typed.rest(), meant.file().name());
                                    return Outcome.told("Saved as " + fetched(spot, meant, target));
                                }));
    }

    /// Whether it is a file that is to be opened, and not a link.
    static boolean hasFiles(Entry entry) {
        return !entry.attachments().isEmpty();
    }

    CompletableFuture<Outcome> open(Spot spot, Entry entry, int which) {
        Meant meant = meant(entry, which);
        return Later.run(
                "open",
                () -> {
                    Optional<String> obstacle = FileOpener.obstacle(meant.file().name());
                    if (obstacle.isPresent()) {
                        return Outcome.told(obstacle.get());
                    }
                    Path target = Targets.of("", meant.file().name());
                    return opener.open(fetched(spot, meant, target));
                });
    }

    private Path fetched(Spot spot, Meant meant, Path target) throws Exception {
        Object transfer = new Object();
        String words = "fetching " + meant.file().name();
        try {
            return spot.session()
                    .files()
                    .download(
                            ChatActions.chat(spot),
                            meant.entry().seq(),
                            meant.file(),
                            target,
                            (done, all) -> transfers.at(spot, transfer, words, done, all))
                    .get();
        } finally {
            transfers.over(transfer);
        }
    }

    CompletableFuture<Outcome> describe(Spot spot, Described typed) {
        Session session = spot.session();
        return session.files()
                .describe(ChatActions.chat(spot), typed.seq(), typed.index(), typed.words())
                .thenApply(_ ->
                        Outcome.told(
                                typed.words().isEmpty()
                                        ? "It has no description any more."
                                        : "Described; who sees no pictures reads that instead."));
    }

    /// A file of a message.
    private record Meant(Entry entry, Attachment file) {}

    private static CompletableFuture<Meant> file(Spot spot, Which typed) {
        return typed.message()
                .message(spot, FileActions::hasFiles)
                .thenApply(entry -> meant(entry, typed.which()));
    }

    private static Meant meant(Entry entry, int which) {
        List<Attachment> files = entry.attachments();
        int index = Math.max(which, 1) - 1;
        if (files.isEmpty()) {
            throw new IllegalArgumentException(
                    "No file came with message #%d.".formatted(entry.seq()));
        }
        if (index >= files.size()) {
            throw new IllegalArgumentException(
                    "With message #%d came only %d; /save #%d 1 takes the first."
                            .formatted(entry.seq(), files.size(), entry.seq()));
        }
        return new Meant(entry, files.get(index));
    }
}
