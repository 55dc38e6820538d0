package chatbois.client.session;

import chatbois.client.home.Folder;
import chatbois.log.Bytes32;
import chatbois.log.LogId;
import chatbois.protocol.Reply.Appended.Place;
import chatbois.protocol.event.Attachment;
import chatbois.protocol.event.EventBody.Described;
import chatbois.protocol.event.Preview;
import chatbois.protocol.view.FileRules;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;

/// What a member does with files that come with messages: send, fetch, describe. Safe for any
/// thread; the work is done by threads of its own.
///
/// Futures fail as those of [Session] do. Cancelling one ends the work; what was sent or fetched so
/// far is not lost, and the next try goes on with it.
public final class Files {
    private final Session session;
    private final Guarded guarded;
    private final Folder folder;

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
    /// cuts; fails when the server doesn't take it.
    public CompletableFuture<Sent> upload(Path file, Progress progress) {
        return CompletableFuture.failedFuture(notYet());
    }

    /// Sends what is in memory: a preview track.
    public CompletableFuture<Sent> upload(byte[] track) {
        return CompletableFuture.failedFuture(notYet());
    }

    /// Fetches a file that came with the message at that place. Becomes the target when it is whole
    /// and has the hash that was signed; grows beside it before, as `TARGET.part`, and goes on
    /// there after cuts. Fails if the target is there.
    public CompletableFuture<Path> download(
            LogId chat, long seq, Attachment attachment, Path target, Progress progress) {
        return CompletableFuture.failedFuture(notYet());
    }

    /// The preview track of an attachment of the message at that place, from this machine if it was
    /// fetched before.
    public CompletableFuture<byte[]> track(LogId chat, long seq, Preview preview) {
        return CompletableFuture.failedFuture(notYet());
    }

    /// Says in other words what is to be seen in a file of an own message.
    ///
    /// @param index which of the message's attachments, from 0
    /// @param words empty for none
    public CompletableFuture<Place> describe(LogId chat, long seq, int index, String words) {
        return session.chat(chat).describe(new Described(seq, index, words));
    }

    private IOException notYet() {
        return new IOException("This server takes no files yet: " + folder);
    }
}
