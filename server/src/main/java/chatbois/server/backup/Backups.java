package chatbois.server.backup;

import static chatbois.protocol.Refusal.refused;

import chatbois.log.Base64Url;
import chatbois.log.Bytes32;
import chatbois.protocol.BackupName;
import chatbois.protocol.Limits;
import chatbois.protocol.Refusal.Code;
import chatbois.protocol.Reply;
import chatbois.protocol.Reply.BackupList.Kept;
import chatbois.server.files.Shelf;
import chatbois.server.store.Snapshot;
import chatbois.server.store.Store;
import chatbois.server.store.StoreFailed;
import com.google.errorprone.annotations.concurrent.GuardedBy;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The folder `backups` of a running server: makes backups, one at a time, in a thread of their
/// own, keeps the newest few and reads them out in pieces. Safe for any thread.
public final class Backups implements AutoCloseable {
    /// How many are kept.
    public static final int KEPT = 3;

    private static final String FOLDER = "backups";
    private static final String SNAPSHOT = "snapshot.db";
    private static final long SPARE = 16 * 1024 * 1024;

    /// Hears how a backup went.
    public interface Listener {
        void made(BackupName name, long size);

        void failed(Exception why);
    }

    private final Path data;
    private final Store store;
    private final Shelf shelf;
    private final Clock clock;
    private final Listener listener;

    @GuardedBy("this")
    private @Nullable Thread running;

    @GuardedBy("this")
    private @Nullable Snapshot snapshot;

    @GuardedBy("this")
    private @Nullable String failed;

    @GuardedBy("this")
    private boolean closed;

    /// @param data the data directory
    public Backups(Path data, Store store, Shelf shelf, Clock clock, Listener listener) {
        this.data = data;
        this.store = store;
        this.shelf = shelf;
        this.clock = clock;
        this.listener = listener;
    }

    /// Writes one backup to a file, of a community that no server is running on.
    public static void write(Path data, Store store, Path target, Instant made) throws IOException {
        Path copy = target.resolveSibling(target.getFileName() + ".db");
        write(data, store, store.snapshot(), copy, target, made);
    }

    private static void write(
            Path data, Store store, Snapshot snapshot, Path copy, Path target, Instant made)
            throws IOException {
        Files.deleteIfExists(copy);
        try {
            snapshot.writeTo(copy);
            BackupFile.write(target, made, data, copy, files(store));
        } finally {
            Files.deleteIfExists(copy);
        }
    }

    /// All that the snapshot knows, and what came since; nothing goes meanwhile.
    private static List<Bytes32> files(Store store) {
        return store.read(reader -> {
            List<Bytes32> files = new ArrayList<>();
            reader.fileTable().each(known -> files.add(known.hash()));
            return files;
        });
    }

    /// Begins a backup unless one is being made.
    public synchronized Reply.BackupList begin() {
        if (running == null && !closed) {
            failed = null;
            Snapshot source = store.snapshot();
            snapshot = source;
            running = Thread.ofPlatform().name("backup").start(() -> run(source));
        }
        return state();
    }

    /// Whether one is being made, how the last one went, and what is kept.
    public synchronized Reply.BackupList state() {
        try {
            List<Kept> kept = new ArrayList<>();
            for (BackupName name : names()) {
                kept(name).ifPresent(kept::add);
            }
            return new Reply.BackupList(running != null, failed, kept);
        } catch (IOException e) {
            throw refused(Code.INTERNAL, "The server can't read its backups: " + e.getMessage());
        }
    }

    /// Nothing if it is gone by now: older ones are deleted while others look.
    private Optional<Kept> kept(BackupName name) throws IOException {
        Path file = file(name);
        try {
            return Optional.of(new Kept(name, Files.size(file), BackupFile.seal(file)));
        } catch (NoSuchFileException _) {
            return Optional.empty();
        }
    }

    /// The newest that is kept.
    public Optional<BackupName> newest() throws IOException {
        List<BackupName> all = names();
        return all.isEmpty() ? Optional.empty() : Optional.of(all.getLast());
    }

    /// A piece of a backup, from that byte on.
    public Reply.BackupBytes part(BackupName name, long offset) {
        try (FileChannel file = FileChannel.open(file(name), StandardOpenOption.READ)) {
            if (offset < 0 || offset > file.size()) {
                throw refused(Code.BAD_REQUEST, "The backup has no byte " + offset + ".");
            }
            int length = (int) Math.min(Limits.BACKUP_PART, file.size() - offset);
            ByteBuffer bytes = ByteBuffer.allocate(length);
            while (bytes.hasRemaining() && file.read(bytes, offset + bytes.position()) >= 0) {
                // A read may give less than there is.
            }
            if (bytes.hasRemaining()) {
                throw refused(Code.INTERNAL, "The server can't read its backup to the end.");
            }
            return new Reply.BackupBytes(offset, Base64Url.encode(bytes.array()));
        } catch (NoSuchFileException e) {
            throw noSuchBackup();
        } catch (IOException e) {
            throw refused(Code.INTERNAL, "The server can't read its backup: " + e.getMessage());
        }
    }

    private static RuntimeException noSuchBackup() {
        return refused(
                Code.BAD_REQUEST, "There is no such backup any more; make a new one with /backup.");
    }

    private void run(Snapshot source) {
        Exception problem = null;
        try {
            make(source);
        } catch (IOException | StoreFailed e) {
            problem = e;
            listener.failed(e);
        }
        synchronized (this) {
            running = null;
            snapshot = null;
            failed = problem == null ? null : sentence(problem);
        }
    }

    private static String sentence(Exception problem) {
        return "The backup was not made: " + problem.getMessage() + ".";
    }

    private void make(Snapshot source) throws IOException {
        if (!Files.isDirectory(folder())) {
            Files.createDirectory(
                    folder(),
                    PosixFilePermissions.asFileAttribute(
                            PosixFilePermissions.fromString("rwx------")));
        }
        checkRoom();
        Instant made = clock.instant();
        BackupName name = free(made);
        try (var _ = shelf.keepAll()) {
            write(data, store, source, folder().resolve(SNAPSHOT), file(name), made);
        }
        List<BackupName> all = names();
        for (BackupName old : all.subList(0, Math.max(0, all.size() - KEPT))) {
            Files.deleteIfExists(file(old));
        }
        listener.made(name, Files.size(file(name)));
    }

    /// A name behind all others, even if the clock was set back.
    private BackupName free(Instant made) throws IOException {
        List<BackupName> all = names();
        Instant after = all.isEmpty() ? Instant.MIN : all.getLast().time().plusMillis(1);
        return BackupName.at(made.isBefore(after) ? after : made);
    }

    /// A backup must not fill the disk that the chats need.
    private void checkRoom() throws IOException {
        long files = store.read(reader -> reader.fileTable().totals()).bytes();
        long needed = 2 * Files.size(data.resolve(Store.FILE)) + files + SPARE;
        long free = Files.getFileStore(folder()).getUsableSpace();
        if (free < needed) {
            throw new IOException(
                    "it needs %d MB of room on the server's disk, and there are %d"
                            .formatted(needed >> 20, free >> 20));
        }
    }

    /// The oldest first.
    private List<BackupName> names() throws IOException {
        if (!Files.isDirectory(folder())) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder())) {
            return files.map(file -> String.valueOf(file.getFileName()))
                    .filter(BackupName::isName)
                    .map(BackupName::new)
                    .sorted()
                    .toList();
        }
    }

    private Path file(BackupName name) {
        return folder().resolve(name.value());
    }

    private Path folder() {
        return data.resolve(FOLDER);
    }

    /// Breaks off what is being made, and waits until nothing of it is left.
    @Override
    public void close() {
        Thread thread;
        synchronized (this) {
            closed = true;
            thread = running;
            if (snapshot != null) {
                snapshot.cancel();
            }
        }
        if (thread != null) {
            thread.interrupt();
            try {
                thread.join();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
