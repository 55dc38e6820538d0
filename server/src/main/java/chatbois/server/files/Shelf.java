package chatbois.server.files;

import chatbois.log.Bytes32;
import chatbois.log.MemberId;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;

/// The folder `files` of a data directory: whole files by their hash, and what came of others so
/// far, each member's apart, so that nobody adds to what another one began. What is written here is
/// on disk when the method returns.
///
/// Whole files come and go under [#turn]; else safe for any thread, one for each part.
public final class Shelf {
    private static final String FOLDER = "files";
    private static final String PARTS = "parts";
    private static final int BUFFER = 64 * 1024;
    private static final long RESERVE = 256L << 20;
    private static final int SHARE = 20;
    private static final Set<StandardOpenOption> FIRST =
            Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE);

    /// What was removed meanwhile, for its age, is not gone on with.
    private static final Set<StandardOpenOption> NEXT = Set.of(StandardOpenOption.WRITE);

    private static final HexFormat HEX = HexFormat.of();
    private static final FileAttribute<Set<PosixFilePermission>> OWN_FOLDER =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));
    private static final FileAttribute<Set<PosixFilePermission>> OWN_FILE =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));

    private final Path data;

    /// Taken by who adds or removes whole files, together with what the store says of them.
    private final ReentrantLock turn = new ReentrantLock();

    /// How many want that nothing is removed. Guarded by the turn.
    private int keepers;

    /// @param data the data directory
    public Shelf(Path data) {
        this.data = data;
    }

    /// Where a whole file is in a data directory.
    public static Path whole(Path data, Bytes32 hash) {
        return shelf(data, hash).resolve(HEX.formatHex(hash.bytes()));
    }

    private static Path shelf(Path data, Bytes32 hash) {
        return data.resolve(FOLDER).resolve(HEX.formatHex(hash.bytes()).substring(0, 2));
    }

    /// Makes room for a file in a data directory.
    public static Path makeRoom(Path data, Bytes32 hash) throws IOException {
        Path folder = data.resolve(FOLDER);
        makeFolder(data, folder);
        makeFolder(folder, shelf(data, hash));
        return whole(data, hash);
    }

    ReentrantLock turn() {
        return turn;
    }

    Path whole(Bytes32 hash) {
        return whole(data, hash);
    }

    /// Lets nothing be removed until it is closed.
    public Keeping keepAll() {
        change(1);
        return () -> change(-1);
    }

    /// Ends the keeping.
    public interface Keeping extends AutoCloseable {
        @Override
        void close();
    }

    private void change(int by) {
        turn.lock();
        try {
            keepers += by;
        } finally {
            turn.unlock();
        }
    }

    /// Whether nothing may be removed now; for who has the turn.
    boolean isKept() {
        return keepers > 0;
    }

    // What has not come whole.

    private Path part(MemberId member, Bytes32 hash) {
        return parts().resolve(member + "." + HEX.formatHex(hash.bytes()));
    }

    private Path parts() {
        return data.resolve(FOLDER).resolve(PARTS);
    }

    long partSize(MemberId member, Bytes32 hash) throws IOException {
        Path part = part(member, hash);
        return Files.exists(part) ? Files.size(part) : 0;
    }

    /// Adds bytes behind the first `held`; what a failure left there is overwritten.
    void append(MemberId member, Bytes32 hash, long held, byte[] bytes, long now)
            throws IOException {
        Path part = part(member, hash);
        boolean fresh = !Files.exists(part);
        if (fresh) {
            Path folder = data.resolve(FOLDER);
            makeFolder(data, folder);
            makeFolder(folder, parts());
        }
        try (FileChannel file = FileChannel.open(part, held == 0 ? FIRST : NEXT, OWN_FILE)) {
            file.truncate(held).position(held);
            ByteBuffer rest = ByteBuffer.wrap(bytes);
            while (rest.hasRemaining()) {
                file.write(rest);
            }
            Files.setLastModifiedTime(part, FileTime.fromMillis(now));
            file.force(true);
        }
        if (fresh) {
            sync(parts());
        }
    }

    /// Goes on hashing what is there of a part.
    MessageDigest digest(MemberId member, Bytes32 hash) throws IOException {
        MessageDigest sha256 = Hashes.sha256();
        Path part = part(member, hash);
        if (Files.exists(part)) {
            Hashes.update(sha256, part);
        }
        return sha256;
    }

    void dropPart(MemberId member, Bytes32 hash) throws IOException {
        Files.deleteIfExists(part(member, hash));
    }

    /// The bytes of all that a member has begun, and of how many files.
    Begun begun(MemberId member) throws IOException {
        return begun(member + ".*");
    }

    /// What was begun and is not whole.
    record Begun(int files, long bytes) {}

    /// The bytes of all that was begun, by whomever.
    public long begunBytes() throws IOException {
        return begun("*").bytes();
    }

    private Begun begun(String glob) throws IOException {
        long bytes = 0;
        int files = 0;
        for (Path part : list(parts(), glob)) {
            try {
                bytes += Files.size(part);
                files++;
            } catch (NoSuchFileException e) {
                // It is whole by now.
            }
        }
        return new Begun(files, bytes);
    }

    /// Removes what was begun and not touched since that time.
    int dropOldParts(long before) throws IOException {
        return drop(list(parts(), "*"), before);
    }

    /// The same for what one member has begun, but for one file.
    void dropAbandoned(MemberId member, Bytes32 except, long before) throws IOException {
        List<Path> all = list(parts(), member + ".*");
        all.remove(part(member, except));
        drop(all, before);
    }

    private static int drop(List<Path> parts, long before) throws IOException {
        int dropped = 0;
        for (Path part : parts) {
            try {
                if (Files.getLastModifiedTime(part).toMillis() < before
                        && Files.deleteIfExists(part)) {
                    dropped++;
                }
            } catch (NoSuchFileException e) {
                // It is whole by now.
            }
        }
        return dropped;
    }

    // What is whole.

    /// Puts a whole part to its place under its hash. The part stays, so that nothing is lost if
    /// the program ends before the store knows of it. For who has the turn.
    void place(MemberId member, Bytes32 hash) throws IOException {
        Path part = part(member, hash);
        Path file = makeRoom(data, hash);
        try {
            Files.createLink(file, part);
        } catch (FileAlreadyExistsException e) {
            return; // somebody has sent the same before
        } catch (UnsupportedOperationException | IOException e) {
            Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
        }
        sync(shelf(data, hash));
    }

    /// Reads bytes of a whole file, fewer only at its end.
    byte[] read(Bytes32 hash, long offset, int most) throws IOException {
        try (FileChannel file = FileChannel.open(whole(hash), StandardOpenOption.READ)) {
            int length = (int) Math.clamp(file.size() - offset, 0, most);
            ByteBuffer bytes = ByteBuffer.allocate(length);
            while (bytes.hasRemaining()) {
                if (file.read(bytes, offset + bytes.position()) < 0) {
                    throw new EOFException(whole(hash) + " became shorter");
                }
            }
            return bytes.array();
        }
    }

    /// For who has the turn.
    void remove(Bytes32 hash) throws IOException {
        Files.deleteIfExists(whole(hash));
    }

    /// The hashes of all files that are there.
    List<Bytes32> all() throws IOException {
        List<Bytes32> hashes = new ArrayList<>();
        for (Path folder : list(data.resolve(FOLDER), "??")) {
            for (Path file : list(folder, "*")) {
                hash(file).ifPresent(hashes::add);
            }
        }
        return hashes;
    }

    private static Optional<Bytes32> hash(Path file) {
        try {
            return Optional.of(Bytes32.of(HEX.parseHex(String.valueOf(file.getFileName()))));
        } catch (IllegalArgumentException e) {
            return Optional.empty(); // not ours
        }
    }

    /// Whether the disk has room for so much, and for what people say besides.
    boolean hasRoom(long bytes) throws IOException {
        FileStore disk = Files.getFileStore(data);
        long reserve = Math.min(RESERVE, disk.getTotalSpace() / SHARE);
        return disk.getUsableSpace() - bytes >= reserve;
    }

    private static List<Path> list(Path folder, String glob) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        List<Path> all = new ArrayList<>();
        try (var paths = Files.newDirectoryStream(folder, glob)) {
            paths.forEach(all::add);
        }
        return all;
    }

    private static void makeFolder(Path parent, Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            Files.createDirectory(folder, OWN_FOLDER);
            sync(parent);
        }
    }

    private static void sync(Path folder) throws IOException {
        try (FileChannel directory = FileChannel.open(folder, StandardOpenOption.READ)) {
            directory.force(true);
        }
    }
}
