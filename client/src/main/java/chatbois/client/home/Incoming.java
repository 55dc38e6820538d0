package chatbois.client.home;

import chatbois.log.Bytes32;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;

/// A file that came with a message, on its way to this machine: grows beside its target as
/// `TARGET.part`, readable by its owner only, and goes on there after a break. Becomes the target
/// when it is whole and has the hash that was signed. For one thread.
public final class Incoming implements AutoCloseable {
    private static final String PART = ".part";

    private final Path target;
    private final Path part;
    private final FileChannel file;
    private long size;

    private Incoming(Path target, Path part, FileChannel file) throws IOException {
        this.target = target;
        this.part = part;
        this.file = file;
        this.size = file.size();
    }

    /// Goes on with what is there of it, or begins.
    public static Incoming open(Path target) throws IOException {
        checkFree(target);
        Path part = target.resolveSibling(target.getFileName() + PART);
        FileChannel file =
                FileChannel.open(
                        part,
                        Set.of(
                                StandardOpenOption.CREATE,
                                StandardOpenOption.READ,
                                StandardOpenOption.WRITE),
                        OnlyOwner.FILE);
        try {
            FileLock lock = file.tryLock();
            if (lock != null) {
                return new Incoming(target, part, file);
            }
        } catch (OverlappingFileLockException e) {
            // By this very process.
        }
        file.close();
        throw new IOException(part + " is being written already; wait until that is done");
    }

    private static void checkFree(Path target) throws IOException {
        if (Files.exists(target)) {
            throw new FileAlreadyExistsException(
                    target.toString(), null, "exists already; name another file");
        }
    }

    /// How many bytes are here.
    public long size() {
        return size;
    }

    public void add(byte[] bytes) throws IOException {
        ByteBuffer rest = ByteBuffer.wrap(bytes);
        while (rest.hasRemaining()) {
            size += file.write(rest, size);
        }
    }

    /// Begins anew.
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
        file.close();
        checkFree(target);
        Files.move(part, target);
        Path folder = target.toAbsolutePath().getParent();
        if (folder != null) {
            Disk.real().forceFolder(folder);
        }
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
