package chatbois.terminal.command;

import chatbois.cellart.source.Wish;
import chatbois.client.session.Entry;
import chatbois.client.session.Session;
import chatbois.log.LogId;
import chatbois.protocol.event.Attachment;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/// Sends files along with messages, and does with those that came what is typed.
public final class FileActions {
    private static final String NOT_SENT =
            "Stopped, and nothing was said here. If you attach it again, what the server has of it"
                    + " isn't sent again.";
    private static final String NOT_SAVED =
            "Stopped. If you save it again, it goes on where it was.";

    private final Transfers transfers;
    private final FileOpener opener;
    private final FfmpegOffer offer;
    private final UnderWay underWay = new UnderWay();

    FileActions(Transfers transfers, FileOpener opener, FfmpegOffer offer) {
        this.transfers = transfers;
        this.opener = opener;
        this.offer = offer;
    }

    CompletableFuture<Outcome> attach(Spot spot, List<String> words) {
        LogId chat = ChatActions.chat(spot);
        Optional<ToAttach> asked = offer.answered(spot, words);
        ToAttach typed = asked.orElseGet(() -> ToAttach.of(words));
        boolean fetches = asked.isPresent() && words.equals(List.of(FfmpegOffer.YES));
        return underWay.run(
                "attach",
                spot,
                NOT_SENT,
                job -> {
                    if (fetches) {
                        fetchFfmpeg(spot, typed);
                    }
                    Optional<String> question =
                            asked.isEmpty() && transfers.isSeen()
                                    ? offer.question(spot, typed)
                                    : Optional.empty();
                    return question.isPresent()
                            ? Outcome.told(question.get())
                            : attach(job, spot, chat, typed);
                });
    }

    private void fetchFfmpeg(Spot spot, ToAttach typed) throws IOException {
        Object transfer = new Object();
        String words = "fetching ffmpeg";
        try {
            transfers.at(spot, transfer, words, 0, offer.size());
            offer.fetch(
                    spot, typed, done -> transfers.at(spot, transfer, words, done, offer.size()));
        } finally {
            transfers.over(transfer);
        }
    }

    private Outcome attach(UnderWay.Job job, Spot spot, LogId chat, ToAttach typed)
            throws Exception {
        List<String> remarks = new ArrayList<>();
        List<Attachment> files = new ArrayList<>();
        for (Path file : typed.files()) {
            files.add(sent(spot, file, typed.wish(), remarks));
        }
        job.finish();
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

    /// Stops what is being sent or fetched there.
    CompletableFuture<Outcome> stop(Spot spot) {
        return CompletableFuture.completedFuture(
                underWay.stop(spot)
                        ? Outcome.told()
                        : Outcome.told("No file is being sent or fetched in this chat."));
    }

    /// Whether files are being sent or fetched, anywhere.
    boolean areUnderWay() {
        return underWay.isSome();
    }

    /// `#12`, which of its files, and where to; all may be missing.
    CompletableFuture<Outcome> save(Spot spot, List<String> words) {
        Which typed = Which.of(words, Verb.SAVE);
        return file(spot, typed)
                .thenCompose(meant ->
                        underWay.run(
                                "save",
                                spot,
                                NOT_SAVED,
                                _ -> {
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
        return underWay.run(
                "open",
                spot,
                NOT_SAVED,
                _ -> {
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
            return Later.await(
                    spot.session()
                            .files()
                            .download(
                                    ChatActions.chat(spot),
                                    meant.entry().seq(),
                                    meant.file(),
                                    target,
                                    (done, all) -> transfers.at(spot, transfer, words, done, all)));
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
