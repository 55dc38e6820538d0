package chatbois.client.home;

import chatbois.log.Bytes32;
import chatbois.protocol.BackupName;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// A backup on its way to this machine: grows in a file beside its target, readable by its owner
/// only, and goes on there after a break. Becomes the target when it is whole. For one thread.
public final class Download implements AutoCloseable {
    private static final String PART = ".part";
    private static final int BUFFER = 64 * 1024;

    private final Path target;
    private final Path part;
    private final FileChannel file;

    private Download(Path target, Path part, FileChannel file) {
        this.target = target;
        this.part = part;
        this.file = file;
    }

    /// Goes on with what is there of it, or begins.
    ///
    /// @param name what the server calls it
    public static Download open(Path target, BackupName name) throws IOException {
        if (Files.exists(target)) {
            throw new FileAlreadyExistsException(
                    target.toString(), null, "exists already; name another file");
        }
        Path part = target.resolveSibling(target.getFileName() + "." + name + PART);
        FileChannel file =
                FileChannel.open(
                        part,
                        Set.of(
                                LinkOption.NOFOLLOW_LINKS, // whoever else writes there chose it
                                StandardOpenOption.CREATE,
                                StandardOpenOption.READ,
                                StandardOpenOption.WRITE),
                        OnlyOwner.FILE);
        return new Download(target, part, file);
    }

    /// Which ones were begun for that target and not ended.
    public static Set<BackupName> begun(Path target) throws IOException {
        Set<BackupName> names = new TreeSet<>();
        String prefix = target.getFileName() + ".";
        Path folder = target.toAbsolutePath().getParent();
        if (folder == null || !Files.isDirectory(folder)) {
            return names;
        }
        try (DirectoryStream<Path> all = Files.newDirectoryStream(folder)) {
            for (Path path : all) {
                String name = String.valueOf(path.getFileName());
                if (name.startsWith(prefix) && name.endsWith(PART)) {
                    int end = name.length() - PART.length();
                    add(names, name.substring(Math.min(prefix.length(), end), end));
                }
            }
        }
        return names;
    }

    private static void add(Set<BackupName> names, String text) {
        if (BackupName.isName(text)) {
            names.add(new BackupName(text));
        }
    }

    /// How many bytes are here.
    public long size() throws IOException {
        return file.size();
    }

    public void add(byte[] bytes) throws IOException {
        ByteBuffer rest = ByteBuffer.wrap(bytes);
        file.position(file.size());
        while (rest.hasRemaining()) {
            file.write(rest);
        }
    }

    /// Makes it the target, on disk when this returns, if its bytes give the seal.
    ///
    /// @param seal its last 32 bytes: SHA-256 over all bytes before them
    public void finish(Bytes32 seal) throws IOException {
        if (!seal.equals(sealed())) {
            file.close();
            Files.delete(part);
            throw new IOException(
                    "What came is not the backup that the server announced; try again.");
        }
        file.force(true);
        file.close();
        Files.move(part, target);
        Path folder = target.toAbsolutePath().getParent();
        if (folder != null) {
            Disk.real().forceFolder(folder);
        }
    }

    /// The seal that the bytes give, or nothing if another one stands at their end.
    private @Nullable Bytes32 sealed() throws IOException {
        long end = file.size() - Bytes32.LENGTH;
        if (end < 0) {
            return null;
        }
        MessageDigest sha256 = sha256();
        ByteBuffer buffer = ByteBuffer.allocate(BUFFER);
        for (long at = 0; at < end; at += buffer.limit()) {
            buffer.clear().limit((int) Math.min(BUFFER, end - at));
            read(buffer, at);
            sha256.update(buffer.flip());
        }
        byte[] given = sha256.digest();
        ByteBuffer last = ByteBuffer.allocate(Bytes32.LENGTH);
        read(last, end);
        return Arrays.equals(given, last.array()) ? Bytes32.of(given) : null;
    }

    private void read(ByteBuffer into, long from) throws IOException {
        while (into.hasRemaining()) {
            if (file.read(into, from + into.position()) < 0) {
                throw new EOFException(part + " became shorter");
            }
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
