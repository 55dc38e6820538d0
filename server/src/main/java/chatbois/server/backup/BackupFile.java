package chatbois.server.backup;

import chatbois.log.Bytes32;
import chatbois.server.files.Shelf;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.DigestInputStream;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The form of a backup: sixteen bytes that say what it is, the version of the form (4 bytes), when
/// it was made (8 bytes, milliseconds since 1970), then each part as its number (1 byte), its
/// length (8 bytes) and its bytes, in the order of their numbers, a zero byte behind the last one,
/// and as the seal SHA-256 over all that. Numbers are big-endian.
///
/// Version 2 has files that came with messages behind the parts, in the order of their hashes: each
/// as the number 6, its length, its SHA-256 (32 bytes) and its bytes. What has none is version 1.
///
/// Whatever version the form has, the first twenty bytes and the seal stay where they are. Reading
/// and writing stream; nothing is allocated by a length that a file claims.
public final class BackupFile {
    static final int VERSION = 2;
    static final int WITHOUT_FILES = 1;
    static final int FILE = 6;
    static final int SEAL = 32;

    private static final byte[] MAGIC = "chatbois backup\n".getBytes(StandardCharsets.US_ASCII);
    private static final int LEAST = MAGIC.length + 4 + 8 + 1 + SEAL;
    private static final int BUFFER = 64 * 1024;

    private BackupFile() {}

    /// Writes a backup in one step, readable by its owner only, and on disk when this returns.
    ///
    /// @param directory a community's data directory
    /// @param store a snapshot of its store, which nobody writes to
    /// @param files what came with messages, in the order of the hashes
    public static void write(
            Path target, Instant made, Path directory, Path store, List<Bytes32> files)
            throws IOException {
        Map<Part, Path> parts = new EnumMap<>(Part.class);
        for (Part part : Part.values()) {
            Path file = part == Part.STORE ? store : directory.resolve(part.file());
            if (part.isNeeded() || Files.exists(file)) {
                parts.put(part, file);
            }
        }
        write(target, out -> writeAll(out, made, parts, directory, files));
    }

    private interface Content {
        void to(FileChannel channel) throws IOException;
    }

    private static void write(Path target, Content content) throws IOException {
        Path draft = target.resolveSibling(target.getFileName() + ".new");
        Files.deleteIfExists(draft);
        try {
            try (FileChannel channel = create(draft)) {
                content.to(channel);
                channel.force(true);
            }
            Files.move(draft, target, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(draft);
        }
        sync(target.toAbsolutePath().getParent());
    }

    private static void writeAll(
            FileChannel channel,
            Instant made,
            Map<Part, Path> parts,
            Path directory,
            List<Bytes32> files)
            throws IOException {
        MessageDigest sha256 = sha256();
        OutputStream buffered = new BufferedOutputStream(Channels.newOutputStream(channel), BUFFER);
        DataOutputStream out = new DataOutputStream(new DigestOutputStream(buffered, sha256));
        out.write(MAGIC);
        out.writeInt(files.isEmpty() ? WITHOUT_FILES : VERSION);
        out.writeLong(made.toEpochMilli());
        for (Part part : Part.values()) {
            if (parts.containsKey(part)) {
                writePart(out, part, parts.get(part));
            }
        }
        for (Bytes32 hash : files) {
            writeFile(out, hash, Shelf.whole(directory, hash));
        }
        out.writeByte(0);
        out.flush();
        buffered.write(sha256.digest());
        buffered.flush();
    }

    private static void writePart(DataOutputStream out, Part part, Path from) throws IOException {
        try (InputStream in = Files.newInputStream(from)) {
            long length = Files.size(from);
            out.writeByte(part.number());
            out.writeLong(length);
            if (length > part.most() || in.transferTo(out) != length) {
                throw new IOException(from + " changed while it was being backed up; try again");
            }
        }
    }

    private static void writeFile(DataOutputStream out, Bytes32 hash, Path from)
            throws IOException {
        try (InputStream in = Files.newInputStream(from)) {
            long length = Files.size(from);
            out.writeByte(FILE);
            out.writeLong(length);
            out.write(hash.bytes());
            if (in.transferTo(out) != length) {
                throw new IOException(from + " changed while it was being backed up; try again");
            }
        }
    }

    /// Takes a backup apart into files of an empty directory, on disk when this returns. Nothing of
    /// it is believed but that it is whole.
    public static Instant extract(Path backup, Path directory) throws IOException {
        try (FileChannel channel = FileChannel.open(backup, StandardOpenOption.READ)) {
            checkWhole(backup, channel);
            long end = channel.size() - SEAL;
            channel.position(MAGIC.length);
            DataInputStream in =
                    new DataInputStream(
                            new BufferedInputStream(Channels.newInputStream(channel), BUFFER));
            checkVersion(backup, in.readInt());
            Instant made = Instant.ofEpochMilli(in.readLong());
            extractParts(backup, in, end - MAGIC.length - 4 - 8, directory);
            sync(directory);
            return made;
        } catch (EOFException e) {
            throw damaged(backup, "it ends too early", e);
        }
    }

    /// The seal of a file that was found whole.
    static Bytes32 seal(Path backup) throws IOException {
        try (FileChannel channel = FileChannel.open(backup, StandardOpenOption.READ)) {
            channel.position(Math.max(0, channel.size() - SEAL));
            return Bytes32.of(Channels.newInputStream(channel).readNBytes(SEAL));
        }
    }

    private static void checkWhole(Path backup, FileChannel channel) throws IOException {
        InputStream in = Channels.newInputStream(channel);
        byte[] magic = in.readNBytes(MAGIC.length);
        if (!Arrays.equals(magic, MAGIC)) {
            throw new IOException(backup + " is no backup of chatbois, or its start is damaged");
        }
        if (channel.size() < LEAST) {
            throw damaged(backup, "it is too short", null);
        }
        MessageDigest sha256 = sha256();
        sha256.update(magic);
        long left = channel.size() - SEAL - MAGIC.length;
        DigestInputStream digest = new DigestInputStream(in, sha256);
        byte[] buffer = new byte[BUFFER];
        while (left > 0) {
            int read = digest.read(buffer, 0, (int) Math.min(left, BUFFER));
            if (read < 0) {
                throw damaged(backup, "it ends too early", null);
            }
            left -= read;
        }
        if (!Arrays.equals(sha256.digest(), in.readNBytes(SEAL))) {
            throw damaged(backup, "its bytes do not give the SHA-256 at its end", null);
        }
    }

    private static void checkVersion(Path backup, int version) throws IOException {
        if (version != VERSION && version != WITHOUT_FILES) {
            throw new IOException(
                    backup
                            + " has the form of another version of chatbois (form "
                            + version
                            + ", this program knows those up to "
                            + VERSION
                            + "); restore it with the program that made it, or a newer one");
        }
    }

    private static void extractParts(Path backup, DataInputStream in, long room, Path directory)
            throws IOException {
        Set<Part> found = EnumSet.noneOf(Part.class);
        int last = 0;
        long left = room - 1;
        for (int number = in.readUnsignedByte(); number != 0; number = in.readUnsignedByte()) {
            if (number == FILE && last >= Part.STORE.number()) {
                left -= extractFile(backup, in, left, directory);
                last = FILE;
                continue;
            }
            Part part = Part.numbered(number).orElse(null);
            if (part == null || number <= last) {
                throw damaged(backup, "part " + number + " should not stand where it does", null);
            }
            long length = in.readLong();
            left -= 1 + Long.BYTES;
            if (length < 0 || length > Math.min(left, part.most())) {
                throw damaged(backup, part.file() + " is said to be longer than it can be", null);
            }
            copy(in, length, directory.resolve(part.file()));
            left -= length;
            last = number;
            found.add(part);
        }
        if (left != 0) {
            throw damaged(backup, "something follows its last part", null);
        }
        for (Part part : Part.values()) {
            if (part.isNeeded() && !found.contains(part)) {
                throw damaged(backup, part.file() + " is not in it", null);
            }
        }
    }

    /// Says how many bytes of the backup that were.
    private static long extractFile(Path backup, DataInputStream in, long left, Path directory)
            throws IOException {
        long length = in.readLong();
        long more = 1 + Long.BYTES + Bytes32.LENGTH;
        if (length < 0 || length > left - more) {
            throw damaged(backup, "a file is said to be longer than it can be", null);
        }
        byte[] hash = new byte[Bytes32.LENGTH];
        in.readFully(hash);
        Path file = Shelf.makeRoom(directory, Bytes32.of(hash));
        if (Files.exists(file)) {
            throw damaged(backup, "a file is in it twice", null);
        }
        copy(in, length, file);
        return length + more;
    }

    private static void copy(InputStream in, long length, Path to) throws IOException {
        try (FileChannel channel = create(to);
                OutputStream out = Channels.newOutputStream(channel)) {
            byte[] buffer = new byte[BUFFER];
            long left = length;
            while (left > 0) {
                int read = in.read(buffer, 0, (int) Math.min(left, BUFFER));
                if (read < 0) {
                    throw new EOFException();
                }
                out.write(buffer, 0, read);
                left -= read;
            }
            channel.force(true);
        }
    }

    private static FileChannel create(Path file) throws IOException {
        return FileChannel.open(
                file,
                Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    }

    private static void sync(@Nullable Path directory) throws IOException {
        if (directory == null) {
            return;
        }
        try (FileChannel channel = FileChannel.open(directory, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }

    private static IOException damaged(Path backup, String why, @Nullable Exception cause) {
        return new IOException(
                backup + " is damaged or not whole: " + why + "; take another copy of it", cause);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
