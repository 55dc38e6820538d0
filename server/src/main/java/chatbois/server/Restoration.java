package chatbois.server;

import chatbois.server.backup.BackupFile;
import chatbois.server.store.StoreFailed;
import java.io.IOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Brings a community back from a backup, into a directory that holds nothing yet. Everything is
/// taken apart and looked through in a folder inside of it; only what is found whole and true is
/// moved to its place. Else nothing is left behind.
public final class Restoration {
    private static final String STAGE = "restoring";
    private static final int TOLD = 5;

    /// What came back.
    ///
    /// @param made when the backup was made
    public record Restored(String name, int members, int chats, long events, Instant made) {}

    private final Path backup;
    private final Path data;
    private final Path stage;

    private Restoration(Path backup, Path data) {
        this.backup = backup;
        this.data = data;
        this.stage = data.resolve(STAGE);
    }

    /// @param data where the community will be; empty, or not there yet
    public static Restored restore(Path backup, Path data) throws IOException {
        if (!Files.isRegularFile(backup)) {
            throw new IOException(backup + " is no file");
        }
        return new Restoration(backup, data).run();
    }

    private Restored run() throws IOException {
        checkEmpty();
        Deque<Path> made = missing();
        boolean done = false;
        try (DataDirectory _ = DataDirectory.open(data)) {
            clear(stage);
            Restored restored = stage();
            moveIntoPlace();
            done = true;
            return restored;
        } catch (StoreFailed e) {
            throw new IOException(e.getMessage(), e);
        } finally {
            if (!done) {
                clear(stage);
                Files.deleteIfExists(data.resolve(DataDirectory.LOCK));
                removeEmpty(made);
            }
        }
    }

    /// What a restoration that was killed left there doesn't count.
    private void checkEmpty() throws IOException {
        if (!Files.exists(data)) {
            return;
        }
        try (Stream<Path> files = Files.list(data)) {
            Set<String> others =
                    files.map(file -> file.getFileName().toString())
                            .filter(name -> !name.equals(STAGE) && !name.equals(DataDirectory.LOCK))
                            .collect(Collectors.toSet());
            if (!others.isEmpty()) {
                throw new IOException(
                        data + " is not empty; move what is there away, or name another --data");
            }
        }
    }

    private Deque<Path> missing() {
        Deque<Path> missing = new ArrayDeque<>();
        for (Path at = data.toAbsolutePath();
                at != null && !Files.exists(at);
                at = at.getParent()) {
            missing.addLast(at);
        }
        return missing;
    }

    private Restored stage() throws IOException {
        Files.createDirectory(
                stage,
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        Instant made = BackupFile.extract(backup, stage);
        try (Foundation foundation = Foundation.open(stage)) {
            Inspection.Report report = foundation.inspect();
            if (!report.findings().isEmpty()) {
                List<String> first = report.findings().stream().limit(TOLD).toList();
                throw new IOException(
                        backup
                                + " is whole, but what it holds is not as a server writes it;"
                                + " nothing was restored. "
                                + String.join("; ", first));
            }
            return new Restored(
                    report.name(), report.members(), report.chats(), report.events(), made);
        }
    }

    /// The genesis comes last: without it there is no community.
    private void moveIntoPlace() throws IOException {
        Files.delete(stage.resolve(DataDirectory.LOCK));
        try (Stream<Path> files = Files.list(stage)) {
            for (Path file : files.filter(f -> !f.endsWith(Foundation.GENESIS)).toList()) {
                move(file);
            }
        }
        move(stage.resolve(Foundation.GENESIS));
        Files.delete(stage);
        DataDirectory.sync(data);
    }

    private void move(Path file) throws IOException {
        Files.move(file, data.resolve(file.getFileName()), StandardCopyOption.ATOMIC_MOVE);
    }

    private static void clear(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return;
        }
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                clear(file);
                Files.deleteIfExists(file);
            }
        }
        Files.delete(folder);
    }

    private static void removeEmpty(Deque<Path> folders) throws IOException {
        for (Path folder : folders) {
            try {
                Files.deleteIfExists(folder);
            } catch (DirectoryNotEmptyException e) {
                return; // somebody else put something there meanwhile
            }
        }
    }
}
