package chatbois.server.files;

import static chatbois.protocol.Refusal.refused;

import chatbois.log.Base64Url;
import chatbois.log.MemberId;
import chatbois.protocol.Refusal.Code;
import chatbois.protocol.Reply.FileBytes;
import chatbois.protocol.Request.FilePart;
import chatbois.server.community.Community;
import chatbois.server.journal.Journal;
import chatbois.server.store.Store;
import java.io.IOException;
import java.util.concurrent.CompletableFuture;

/// Reads files out, in parts, to who may read a message that names them, and only while it stands.
/// Whoever asks for something else gets one and the same answer, whether there is such a file or
/// not. Safe for any thread; the work is done in [Lanes].
public final class Downloads {
    private final Shelf shelf;
    private final Lanes lanes;
    private final Store store;
    private final Community community;
    private final Journal journal;

    public Downloads(Shelf shelf, Lanes lanes, Store store, Community community, Journal journal) {
        this.shelf = shelf;
        this.lanes = lanes;
        this.store = store;
        this.community = community;
        this.journal = journal;
    }

    public CompletableFuture<FileBytes> part(MemberId member, FilePart asked) {
        return lanes.of(asked.hash(), () -> read(member, asked));
    }

    private FileBytes read(MemberId member, FilePart asked) {
        community.checkMayRead(asked.log(), member);
        boolean attached =
                store.read(reader ->
                        reader.fileTable().isAttached(asked.log(), asked.seq(), asked.hash()));
        if (!attached) {
            throw refused(
                    Code.NO_SUCH_FILE,
                    "There is no such file with that message, or not any more: it was deleted, or"
                            + " files are not kept that long.");
        }
        try {
            byte[] bytes = shelf.read(asked.hash(), asked.offset(), asked.length());
            return new FileBytes(asked.offset(), Base64Url.encode(bytes));
        } catch (IOException e) {
            journal.fault("file_failed", e);
            throw refused(Code.INTERNAL, "The server can't read that file; its owner has to look.");
        }
    }
}
