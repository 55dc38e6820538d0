package chatbois.client.session;

import static chatbois.protocol.Refusal.refused;

import chatbois.client.home.FileHash;
import chatbois.client.home.Folder;
import chatbois.client.home.Incoming;
import chatbois.log.Bytes32;
import chatbois.log.LogId;
import chatbois.log.Sha256;
import chatbois.protocol.Refusal.Code;
import chatbois.protocol.Refused;
import chatbois.protocol.Reply.Appended.Place;
import chatbois.protocol.event.Attachment;
import chatbois.protocol.event.EventBody.Described;
import chatbois.protocol.event.Preview;
import chatbois.protocol.view.FileRules;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;

/// What a member does with files that come with messages: send, fetch, describe. Safe for any
/// thread; the work is done by threads of its own.
///
/// Futures fail as those of [Session] do, but a cut is waited out. Cancelling one ends the work;
/// what was sent or fetched so far is not lost, and the next try goes on with it.
public final class Files {
    /// What is said, behind another sentence, where partial files were removed.
    public static final String REMOVED = " What had come of it was removed from here.";

    private static final int TRACKS_AT_ONCE = 2;

    private final Session session;
    private final Guarded guarded;
    private final Folder folder;
    private final Map<Bytes32, CompletableFuture<byte[]>> tracks = new ConcurrentHashMap<>();
    private final Semaphore fetching = new Semaphore(TRACKS_AT_ONCE);

    /// A file that the server has whole.
    public record Sent(Bytes32 hash, long size) {}

    /// Hears how far it is, by any thread; must not wait.
    public interface Progress {
        void at(long done, long all);

        Progress NONE = (_, _) -> {};
    }

    Files(Session session, Guarded guarded, Folder folder) {
        this.session = session;
        this.guarded = guarded;
        this.folder = folder;
    }

    /// What the community takes.
    public FileRules rules() {
        return guarded.with(model -> model.community().view().files());
    }

    /// Sends a file to the server, which messages can name from then on. Goes on by itself after
    /// cuts and when the server comes back; fails when it doesn't take the file.
    public CompletableFuture<Sent> upload(Path file, Progress progress) {
        return work(
                "upload",
                future -> {
                    check(file); // before it is read for its hash; the server has the say
                    try (Sending sending = Sending.of(file)) {
                        return send(sending, progress, future);
                    }
                });
    }

    /// Refuses what the community wouldn't take anyway, before anything is done with it.
    public void check(Path file) throws IOException {
        long size = java.nio.file.Files.size(file);
        if (size == 0) {
            throw new IOException(file + " is empty; there is nothing to send.");
        }
        rules().checkSize(String.valueOf(file.getFileName()), size);
    }

    /// Sends what is in memory: a preview track.
    public CompletableFuture<Sent> upload(byte[] track) {
        return work(
                "upload",
                future -> {
                    try (Sending sending = Sending.of(track)) {
                        return send(sending, Progress.NONE, future);
                    }
                });
    }

    /// Makes a file that came with a message one that this member's own messages in the community
    /// can name, with its preview. The server has both, so that nothing is sent again; what it
    /// takes of each member counts.
    public CompletableFuture<Sent> claim(Attachment file) {
        return work(
                "claim",
                future -> {
                    claim(new Claiming(file.name(), file.hash(), file.size()), future);
                    Preview preview = file.preview();
                    if (preview != null) {
                        claim(new Claiming(file.name(), preview.hash(), preview.size()), future);
                    }
                    return new Sent(file.hash(), file.size());
                });
    }

    private void claim(Claiming claiming, CompletableFuture<?> future)
            throws IOException, InterruptedException {
        new Transfer(guarded, claiming, Progress.NONE, future::isDone).run();
    }

    private Sent send(Sending sending, Progress progress, CompletableFuture<?> future)
            throws IOException, InterruptedException {
        new Transfer(guarded, sending, progress, future::isDone).run();
        return sending.sent();
    }

    /// Whether that very file lies there already: a plain file that has the hash that was signed.
    public static boolean isThere(Path path, Attachment file) throws IOException {
        if (!java.nio.file.Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS)
                || java.nio.file.Files.size(path) != file.size()) {
            return false;
        }
        try (FileChannel there = FileChannel.open(path)) {
            return FileHash.of(there, file.size()).equals(file.hash());
        }
    }

    /// Fetches a file that came with the message at that place. Becomes the target when it is whole
    /// and has the hash that was signed; grows beside it before, hidden, and goes on there after
    /// cuts. Fails if the target is there.
    public CompletableFuture<Path> download(
            LogId chat, long seq, Attachment attachment, Path target, Progress progress) {
        return work(
                "download",
                future -> {
                    try (Incoming file = Incoming.open(target, attachment.hash())) {
                        folder.begun().add(chat, seq, attachment.hash(), file.part());
                        try {
                            fetchWhole(chat, seq, attachment, file, progress, future);
                            file.finish();
                            return target;
                        } finally {
                            if (file.size() == 0 || !isThere(file.part())) {
                                folder.begun().remove(chat, seq, attachment.hash());
                            }
                        }
                    }
                });
    }

    private static boolean isThere(Path part) {
        return java.nio.file.Files.exists(part, LinkOption.NOFOLLOW_LINKS);
    }

    private void fetchWhole(
            LogId chat,
            long seq,
            Attachment attachment,
            Incoming file,
            Progress progress,
            CompletableFuture<?> future)
            throws IOException, InterruptedException {
        boolean begun = file.size() > 0;
        boolean good = fetch(chat, seq, attachment, file, progress, future);
        if (!good && begun) {
            // What was there was of another file.
            file.clear();
            good = fetch(chat, seq, attachment, file, progress, future);
        }
        if (!good) {
            file.clear();
            throw new IOException(
                    "What the server has is not the file that %s was signed with; nothing was saved."
                            .formatted(attachment.name()));
        }
    }

    /// Removes what came of the files of a message if it is gone, and so are they; says how many
    /// that were.
    ///
    /// @param entry as that message stands now
    public int forget(LogId chat, Entry entry) throws IOException {
        return entry.said() instanceof Said.Deleted || entry.said() instanceof Said.Erased
                ? folder.begun().forget(chat, entry.seq())
                : 0;
    }

    private boolean fetch(
            LogId chat,
            long seq,
            Attachment attachment,
            Incoming file,
            Progress progress,
            CompletableFuture<?> future)
            throws IOException, InterruptedException {
        if (file.size() > attachment.size()) {
            file.clear();
        }
        Fetching way =
                new Fetching(
                        chat,
                        seq,
                        attachment.hash(),
                        attachment.size(),
                        new Fetching.IntoFile(file));
        try {
            new Transfer(guarded, way, progress, future::isDone).run();
        } catch (Refused e) {
            if (e.refusal().code() != Code.INTERNAL) {
                throw file.size() == 0 ? e : cleared(file, e);
            }
            throw e;
        }
        return file.has(attachment.hash());
    }

    /// Such as of a message that was deleted: nobody will go on with it.
    private static Refused cleared(Incoming file, Refused why) throws IOException {
        file.clear();
        return refused(why.refusal().code(), why.refusal().sentence() + REMOVED);
    }

    /// The preview track of an attachment of the message at that place, from this machine if it was
    /// fetched before. Whoever asks while it is fetched gets the same.
    public CompletableFuture<byte[]> track(LogId chat, long seq, Preview preview) {
        Bytes32 hash = preview.hash();
        CompletableFuture<byte[]> fresh = new CompletableFuture<>();
        CompletableFuture<byte[]> known = tracks.putIfAbsent(hash, fresh);
        if (known != null) {
            return known.copy();
        }
        Files.<byte[]>work("track", _ -> track(chat, seq, preview, fresh))
                .whenComplete((track, failure) -> {
                    tracks.remove(hash);
                    if (failure == null) {
                        fresh.complete(track);
                    } else {
                        fresh.completeExceptionally(failure);
                    }
                });
        return fresh.copy();
    }

    private byte[] track(LogId chat, long seq, Preview preview, CompletableFuture<?> future)
            throws IOException, InterruptedException {
        Optional<byte[]> kept = folder.tracks().read(preview.hash());
        if (kept.isPresent()) {
            return kept.get();
        }
        fetching.acquire();
        try {
            Fetching.IntoMemory memory = new Fetching.IntoMemory(preview.size());
            Fetching way = new Fetching(chat, seq, preview.hash(), preview.size(), memory);
            new Transfer(guarded, way, Progress.NONE, future::isDone).run();
            if (!Sha256.of(memory.bytes()).equals(preview.hash())) {
                throw new IOException("What the server has is not the preview that was signed.");
            }
            keep(preview.hash(), memory.bytes());
            return memory.bytes();
        } finally {
            fetching.release();
        }
    }

    private void keep(Bytes32 hash, byte[] track) {
        try {
            folder.tracks().keep(hash, track);
        } catch (IOException e) {
            // Only a copy: it is fetched again the next time.
        }
    }

    /// Says in other words what is to be seen in a file of an own message.
    ///
    /// @param index which of the message's attachments, from 0
    /// @param words empty for none
    public CompletableFuture<Place> describe(LogId chat, long seq, int index, String words) {
        return session.chat(chat).describe(new Described(seq, index, words));
    }

    private interface Work<T> {
        T of(CompletableFuture<T> future) throws IOException, InterruptedException;
    }

    private static <T> CompletableFuture<T> work(String name, Work<T> work) {
        CompletableFuture<T> future = new CompletableFuture<>();
        Thread.ofVirtual()
                .name(name)
                .start(() -> {
                    try {
                        future.complete(work.of(future));
                    } catch (CancellationException e) {
                        future.cancel(false);
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                        future.cancel(false);
                    } catch (IOException | RuntimeException e) {
                        future.completeExceptionally(e);
                    }
                });
        return future;
    }
}
