package chatbois.server;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import java.util.Set;

/// The one directory that holds everything of a server, readable by its owner only, and the lock
/// that keeps a second server out of it.
final class DataDirectory implements AutoCloseable {
    static final String LOCK = "lock";

    private static final FileAttribute<Set<PosixFilePermission>> OWN_DIRECTORY =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));
    private static final FileAttribute<Set<PosixFilePermission>> OWN_FILE =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));

    private final Path path;
    private final FileChannel lockFile;

    private DataDirectory(Path path, FileChannel lockFile) {
        this.path = path;
        this.lockFile = lockFile;
    }

    /// Takes the directory, and makes it if it isn't there.
    static DataDirectory open(Path path) throws IOException {
        if (!Files.isDirectory(path)) {
            Path parent = path.toAbsolutePath().getParent();
            if (parent != null) {
                Files.createDirectories(parent);
            }
            Files.createDirectory(path, OWN_DIRECTORY);
        }
        FileChannel channel =
                FileChannel.open(
                        path.resolve(LOCK),
                        Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE),
                        OWN_FILE);
        if (!locks(channel)) {
            channel.close();
            throw new IOException(
                    "another server is running on " + path + "; stop it, or choose another --data");
        }
        return new DataDirectory(path, channel);
    }

    private static boolean locks(FileChannel channel) throws IOException {
        try {
            FileLock lock = channel.tryLock();
            return lock != null;
        } catch (OverlappingFileLockException e) {
            return false;
        }
    }

    Path path() {
        return path;
    }

    Optional<String> read(String name) throws IOException {
        try {
            return Optional.of(Files.readString(path.resolve(name)));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
    }

    /// Replaces a file in one step: after a crash it is the old one or the new one.
    void write(String name, String text) throws IOException {
        writeSecret(path.resolve(name), text);
    }

    void delete(String name) throws IOException {
        Files.deleteIfExists(path.resolve(name));
    }

    /// Writes a file that only its owner may read, in one step, and on disk when this returns.
    static void writeSecret(Path file, String text) throws IOException {
        Path parent = file.toAbsolutePath().getParent();
        Path draft = file.resolveSibling(file.getFileName() + ".new");
        Files.deleteIfExists(draft);
        try (FileChannel channel =
                FileChannel.open(
                        draft,
                        Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
                        OWN_FILE)) {
            ByteBuffer bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(true);
        }
        Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
        if (parent != null) {
            sync(parent);
        }
    }

    /// Returns when the names in a directory are on disk.
    static void sync(Path path) throws IOException {
        try (FileChannel directory = FileChannel.open(path, StandardOpenOption.READ)) {
            directory.force(true);
        }
    }

    @Override
    public void close() throws IOException {
        lockFile.close();
    }
}
