package chatbois.terminal.command;

import chatbois.cellart.source.Wish;
import chatbois.client.session.Entry;
import chatbois.client.session.Session;
import chatbois.log.LogId;
import chatbois.protocol.event.Attachment;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

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

    private Attachment sent(Spot spot, Path file, Wish wish, List<String> remarks)
            throws Exception {
        Object transfer = new Object();
        try {
            Outgoing.Watch watch =
                    (doing, done, all) -> transfers.at(spot, transfer, doing, done, all);
            return new Outgoing(spot.session(), wish, watch, remarks::add).send(file);
        } finally {
            transfers.over(transfer);
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
