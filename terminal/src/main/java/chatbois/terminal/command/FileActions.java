package chatbois.terminal.command;

import chatbois.cellart.source.Wish;
import chatbois.client.session.Entry;
import chatbois.client.session.Files;
import chatbois.log.LogId;
import chatbois.protocol.event.Attachment;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;

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
                    if (typed.files().isEmpty()) {
                        return Outcome.told("ffmpeg is here now; films get pictures with it.");
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
        String words = "fetching ffmpeg";
        try (Journey journey = new Journey(transfers, spot)) {
            journey.at(words, 0, offer.size());
            offer.fetch(spot, typed, done -> journey.at(words, done, offer.size()));
        }
    }

    private Outcome attach(UnderWay.Job job, Spot spot, LogId chat, ToAttach typed)
            throws Exception {
        List<String> remarks = new ArrayList<>();
        List<Attachment> files = new ArrayList<>();
        for (Path file : typed.files()) {
            spot.session().files().check(file); // all, before the first one is on its way
        }
        for (Path file : typed.files()) {
            files.add(sent(spot, file, typed.wish(), remarks));
        }
        job.finish();
        spot.session().send(chat, typed.caption(), /* action= */ false, null, files).get();
        return new Outcome.Told(remarks);
    }

    private Attachment sent(Spot spot, Path file, Wish wish, List<String> remarks)
            throws Exception {
        try (Journey journey = new Journey(transfers, spot)) {
            return new Outgoing(spot.session(), wish, journey::at, remarks::add).send(file);
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
        return typed.message()
                .message(spot, FileActions::hasFiles)
                .exceptionallyCompose(failure -> tidied(spot, typed, failure))
                .thenCompose(entry -> {
                    List<Attachment> files = typed.among(entry);
                    boolean folder = typed.rest().isEmpty() || Targets.isFolder(typed.rest());
                    if (files.size() > 1 && !folder) {
                        throw new IllegalArgumentException(
                                "%s; name a folder for all, or say which: /save #%d.1 NAME."
                                        .formatted(Which.counted(entry), entry.seq()));
                    }
                    return underWay.run(
                            "save", spot, NOT_SAVED, _ -> saved(spot, entry, files, typed.rest()));
                });
    }

    /// Of a message that is gone nothing is kept that came of its files.
    private static CompletableFuture<Entry> tidied(Spot spot, Which typed, Throwable failure) {
        if (typed.number().isEmpty()) {
            return CompletableFuture.failedFuture(failure);
        }
        return spot.session()
                .chat(ChatActions.chat(spot))
                .entry(typed.number().get())
                .thenApply(entries -> {
                    boolean some = entries.stream().anyMatch(entry -> isForgotten(spot, entry));
                    throw new IllegalArgumentException(
                            Sentences.of(failure) + (some ? Files.REMOVED : ""));
                });
    }

    private static boolean isForgotten(Spot spot, Entry entry) {
        try {
            return spot.session().files().forget(ChatActions.chat(spot), entry) > 0;
        } catch (IOException _) {
            return false; // it lies where nothing can be removed
        }
    }

    private Outcome saved(Spot spot, Entry entry, List<Attachment> files, String where)
            throws Exception {
        if (files.size() == 1) {
            String line = saved(spot, entry, files.getFirst(), where);
            return Outcome.told(line.substring(0, 1).toUpperCase(Locale.ROOT) + line.substring(1));
        }
        List<String> lines = new ArrayList<>();
        lines.add(Which.counted(entry) + ":");
        for (Attachment file : files) {
            try {
                lines.add(saved(spot, entry, file, where));
            } catch (ExecutionException | IOException e) {
                lines.add("not saved: %s. %s".formatted(file.name(), Sentences.of(e)));
            }
        }
        return new Outcome.Told(lines);
    }

    private String saved(Spot spot, Entry entry, Attachment file, String where) throws Exception {
        Targets.Target target = Targets.of(where, file);
        return target.isThere()
                ? "there already, the very same file: " + target.path()
                : "saved as " + fetched(spot, entry, file, target.path());
    }

    /// Whether it is a file that is to be opened, and not a link.
    static boolean hasFiles(Entry entry) {
        return !entry.attachments().isEmpty();
    }

    CompletableFuture<Outcome> open(Spot spot, Entry entry, Which typed) {
        List<Attachment> meant = typed.among(entry);
        if (meant.size() > 1) {
            return CompletableFuture.completedFuture(asked(entry));
        }
        Attachment file = meant.getFirst();
        return underWay.run(
                "open",
                spot,
                NOT_SAVED,
                _ -> {
                    Optional<String> obstacle = FileOpener.obstacle(file.name());
                    if (obstacle.isPresent()) {
                        return Outcome.told(obstacle.get());
                    }
                    return opener.open(
                            fetched(
                                    spot,
                                    entry,
                                    file,
                                    opener.place(Attachment.nameLike(file.name()))));
                });
    }

    private static Outcome asked(Entry entry) {
        List<String> lines = new ArrayList<>();
        for (Attachment file : entry.attachments()) {
            lines.add("#%d.%d  %s".formatted(entry.seq(), lines.size() + 1, file.name()));
        }
        lines.add("/open #%d.1 opens the first one.".formatted(entry.seq()));
        return new Outcome.Told(lines);
    }

    private Path fetched(Spot spot, Entry entry, Attachment file, Path target) throws Exception {
        String words = "fetching " + file.name();
        try (Journey journey = new Journey(transfers, spot)) {
            return Later.await(
                    spot.session()
                            .files()
                            .download(
                                    ChatActions.chat(spot),
                                    entry.seq(),
                                    file,
                                    target,
                                    (done, all) -> journey.at(words, done, all)));
        }
    }

    CompletableFuture<Outcome> describe(Spot spot, Described typed) {
        LogId chat = ChatActions.chat(spot);
        return typed.file()
                .message()
                .message(spot, FileActions::hasFiles)
                .thenCompose(entry ->
                        spot.session()
                                .files()
                                .describe(chat, entry.seq(), index(typed, entry), typed.words()))
                .thenApply(_ ->
                        Outcome.told(
                                typed.words().isEmpty()
                                        ? "It has no description any more."
                                        : "Described; who sees no pictures reads that instead."));
    }

    private static int index(Described typed, Entry entry) {
        List<Attachment> meant = typed.file().among(entry);
        if (meant.size() > 1) {
            throw new IllegalArgumentException(
                    "%s; say which: /describe #%d.1 WORDS."
                            .formatted(Which.counted(entry), entry.seq()));
        }
        return Math.max(typed.file().which(), 1) - 1;
    }
}
