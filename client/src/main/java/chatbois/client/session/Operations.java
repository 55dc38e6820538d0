package chatbois.client.session;

import chatbois.log.Base64Url;
import chatbois.log.Malformed;
import chatbois.protocol.AddressBan;
import chatbois.protocol.AddressRange;
import chatbois.protocol.Limits;
import chatbois.protocol.LogLevel;
import chatbois.protocol.Presence;
import chatbois.protocol.Refusal;
import chatbois.protocol.Reply;
import chatbois.protocol.Reply.BackupList;
import chatbois.protocol.Reply.BackupList.Kept;
import chatbois.protocol.Request;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;

/// What whoever runs the server asks of it. Safe for any thread; everything needs a connection and
/// may be refused.
public final class Operations {
    private static final long ASKED_AGAIN_MILLIS = 500;

    /// How questions get to the server.
    interface Desk {
        <R extends Reply> CompletableFuture<R> ask(Request request, Class<R> type);
    }

    private final Desk desk;

    Operations(Desk desk) {
        this.desk = desk;
    }

    /// How the server is.
    public CompletableFuture<Reply.Status> status() {
        return desk.ask(new Request.Status(), Reply.Status.class);
    }

    /// How long messages are kept, and which would go if that were so many days; 0 counts nothing.
    public CompletableFuture<Reply.Retention> retention(int days) {
        return desk.ask(new Request.Retention(days), Reply.Retention.class);
    }

    /// Which files would go if they were kept for so many days.
    public CompletableFuture<Reply.OldFiles> oldFiles(int days) {
        return desk.ask(new Request.OldFiles(days), Reply.OldFiles.class);
    }

    /// Sets how much the server writes down about itself.
    public CompletableFuture<Reply.Done> setLogLevel(LogLevel level) {
        return desk.ask(new Request.SetLogLevel(level), Reply.Done.class);
    }

    /// The connections there are.
    public CompletableFuture<List<Presence>> presences() {
        return desk.ask(new Request.Presences(), Reply.PresenceList.class)
                .thenApply(Reply.PresenceList::presences);
    }

    /// Keeps a range of addresses out.
    ///
    /// @param until milliseconds since 1970; 0 means for ever
    public CompletableFuture<Reply.Done> banAddresses(
            AddressRange range, long until, String reason) {
        return desk.ask(new Request.BanAddresses(range, until, reason), Reply.Done.class);
    }

    public CompletableFuture<Reply.Done> unbanAddresses(AddressRange range) {
        return desk.ask(new Request.UnbanAddresses(range), Reply.Done.class);
    }

    public CompletableFuture<List<AddressBan>> addressBans() {
        return desk.ask(new Request.AddressBans(), Reply.AddressBanList.class)
                .thenApply(Reply.AddressBanList::bans);
    }

    /// Makes a backup on the server; done when it is there.
    public CompletableFuture<Kept> backUp() {
        return desk.ask(new Request.Backup(), BackupList.class).thenCompose(this::made);
    }

    private CompletionStage<Kept> made(BackupList now) {
        if (now.running()) {
            Executor later =
                    CompletableFuture.delayedExecutor(ASKED_AGAIN_MILLIS, TimeUnit.MILLISECONDS);
            return CompletableFuture.supplyAsync(this::list, later)
                    .thenCompose(list -> list)
                    .thenCompose(this::made);
        }
        if (now.failed() != null || now.kept().isEmpty()) {
            String why = now.failed() == null ? "The backup was not made." : now.failed();
            return CompletableFuture.failedFuture(
                    new Refusal(Refusal.Code.INTERNAL, why).asException());
        }
        return CompletableFuture.completedFuture(now.kept().getLast());
    }

    /// The backups that the server keeps, the newest last.
    public CompletableFuture<List<Kept>> backups() {
        return list().thenApply(BackupList::kept);
    }

    private CompletableFuture<BackupList> list() {
        return desk.ask(new Request.Backups(), BackupList.class);
    }

    /// Reads a piece of a backup, at least one byte.
    public CompletableFuture<byte[]> part(Kept backup, long offset) {
        return desk.ask(new Request.BackupPart(backup.name(), offset), Reply.BackupBytes.class)
                .thenApply(reply -> bytes(reply, backup, offset));
    }

    private static byte[] bytes(Reply.BackupBytes reply, Kept backup, long offset) {
        byte[] bytes = Base64Url.decode(reply.data());
        if (reply.offset() != offset
                || bytes.length == 0
                || bytes.length > Limits.BACKUP_PART
                || bytes.length > backup.size() - offset) {
            throw new Malformed("The server sent another piece of the backup than asked for.");
        }
        return bytes;
    }
}
