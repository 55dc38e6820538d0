package chatbois.client.home;

import chatbois.log.Bytes32;
import chatbois.protocol.event.Attachment;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/// A file that came with a message, on its way to this machine: grows beside its target as
/// `.TARGET.HASH.part`, which no attachment can be called, readable by its owner only, and goes on
/// there after a break. Becomes the target when it is whole and has the hash that was signed. For
/// one thread.
///
/// The folder may be one in which others write, too, so that nothing that lies there is believed:
/// what has the partial file's name is gone on with only if it looks as one that is made here now,
/// and nothing is ever replaced.
public final class Incoming implements AutoCloseable {
    private static final String PART = ".part";
    private static final int HASH = 24;
    private static final String KEPT =
            "What has come is kept beside it; when that is mended, the same command goes on there.";

    private final Path target;
    private final Path part;
    private final FileChannel file;
    private final boolean findable;
    private long size;

    private Incoming(Path target, Path part, FileChannel file, boolean findable)
            throws IOException {
        this.target = target;
        this.part = part;
        this.file = file;
        this.findable = findable;
        this.size = file.size();
    }

    /// Goes on with what is there of it, or begins.
    ///
    /// @param hash the one that was signed
    public static Incoming open(Path target, Bytes32 hash) throws IOException {
        checkFree(target);
        String name = Attachment.nameLike(String.valueOf(target.getFileName()));
        Path part = hidden(target, name + "." + hash.toString().substring(0, HASH));
        try {
            return begin(target, part, /* findable= */ true);
        } catch (FileAlreadyExistsException e) {
            Map<String, Object> seen = which(part);
            return isOurs(part)
                    ? goOn(target, part, seen)
                    : begin(target, fresh(part), /* findable= */ false);
        }
    }

    private static void checkFree(Path target) throws FileAlreadyExistsException {
        if (Files.exists(target, LinkOption.NOFOLLOW_LINKS)) {
            throw new FileAlreadyExistsException(
                    target.toString(), null, "exists already; name another file");
        }
    }

    private static Path hidden(Path beside, String name) {
        return beside.resolveSibling("." + name + PART);
    }

    /// A name that nobody can have taken, and nobody finds again.
    private static Path fresh(Path beside) {
        return hidden(beside, UUID.randomUUID().toString());
    }

    /// @param findable whether the next try can go on with it
    private static Incoming begin(Path target, Path part, boolean findable) throws IOException {
        FileChannel file =
                FileChannel.open(
                        part,
                        Set.of(
                                StandardOpenOption.CREATE_NEW,
                                StandardOpenOption.READ,
                                StandardOpenOption.WRITE),
                        OnlyOwner.FILE);
        lock(part, file);
        return new Incoming(target, part, file, findable);
    }

    /// @param seen which file was found to be ours; another one may have come in its place
    private static Incoming goOn(Path target, Path part, Map<String, Object> seen)
            throws IOException {
        FileChannel file =
                FileChannel.open(
                        part,
                        StandardOpenOption.READ,
                        StandardOpenOption.WRITE,
                        LinkOption.NOFOLLOW_LINKS);
        lock(part, file);
        // Whoever had the lock before may have made it the target.
        if (!Files.exists(part, LinkOption.NOFOLLOW_LINKS) || !which(part).equals(seen)) {
            file.close();
            throw new IOException(part + " was moved or replaced just now; try again");
        }
        return new Incoming(target, part, file, /* findable= */ true);
    }

    private static void lock(Path part, FileChannel file) throws IOException {
        try {
            FileLock lock = file.tryLock();
            if (lock != null) {
                return;
            }
        } catch (OverlappingFileLockException e) {
            // By this very process.
        }
        file.close();
        throw new IOException(part + " is being written already; wait until that is done");
    }

    /// Whether it is a plain file of ours that nobody else can read and that has no second name: as
    /// one that is made beside it now.
    private static boolean isOurs(Path part) throws IOException {
        Path ours = Files.createFile(fresh(part), OnlyOwner.FILE);
        try {
            return looks(part).equals(looks(ours));
        } finally {
            Files.delete(ours);
        }
    }

    /// The mode has the kind of file in it.
    private static Map<String, Object> looks(Path path) throws IOException {
        return Files.readAttributes(path, "unix:uid,mode,nlink", LinkOption.NOFOLLOW_LINKS);
    }

    private static Map<String, Object> which(Path path) throws IOException {
        return Files.readAttributes(path, "unix:dev,ino", LinkOption.NOFOLLOW_LINKS);
    }

    static boolean isNameOfPart(String name) {
        return name.startsWith(".") && name.endsWith(PART);
    }

    /// Where it grows.
    public Path part() {
        return part;
    }

    /// How many bytes are here.
    public long size() {
        return size;
    }

    public void add(byte[] bytes) throws IOException {
        ByteBuffer rest = ByteBuffer.wrap(bytes);
        try {
            while (rest.hasRemaining()) {
                size += file.write(rest, size);
            }
        } catch (ClosedByInterruptException e) {
            throw e; // it was called off
        } catch (IOException e) {
            String why = "%s can't be written any further: %s. %s";
            throw new IOException(why.formatted(target, e.getMessage(), KEPT), e);
        }
    }

    /// Begins anew; if nothing is added any more, nothing of it stays.
    public void clear() throws IOException {
        file.truncate(0);
        size = 0;
    }

    /// Whether the bytes that are here have that hash.
    public boolean has(Bytes32 hash) throws IOException {
        return FileHash.of(file, size).equals(hash);
    }

    /// Makes it the target, on disk when this returns.
    public void finish() throws IOException {
        file.force(true);
        moveToTarget();
        Path folder = target.toAbsolutePath().getParent();
        if (folder != null) {
            Disk.real().forceFolder(folder);
        }
    }

    /// A second name is given only where there is nothing; a move looks first, and then replaces
    /// what came there meanwhile.
    private void moveToTarget() throws IOException {
        checkFree(target);
        try {
            Files.createLink(target, part);
        } catch (FileSystemException | UnsupportedOperationException e) {
            checkFree(target);
            Files.move(part, target); // such as a memory card, where files have one name
            return;
        }
        Files.delete(part);
    }

    /// Leaves what the next try can go on with.
    @Override
    public void close() throws IOException {
        try (file) {
            if (size == 0 || !findable) {
                Files.deleteIfExists(part);
            }
        }
    }
}
