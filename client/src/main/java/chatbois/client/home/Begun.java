package chatbois.client.home;

import chatbois.log.Bytes32;
import chatbois.log.LogId;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// The folder `begun`: where the partial files lie that were begun to be fetched, by the messages
/// that they came with, so that they can be removed when such a message is deleted. One small file
/// for each. Safe for any thread, and for several processes.
public final class Begun {
    /// Older ones are forgotten: their files stay where they are.
    private static final int MOST = 200;

    private final Path folder;

    Begun(Path folder) {
        this.folder = folder;
    }

    /// Remembers where a file grows.
    public void add(LogId chat, long seq, Bytes32 hash, Path part) throws IOException {
        try {
            Files.createDirectory(folder, OnlyOwner.FOLDER);
        } catch (FileAlreadyExistsException _) {
            trim();
        }
        Path mark = mark(chat, seq, hash);
        Files.deleteIfExists(mark);
        Files.writeString(Files.createFile(mark, OnlyOwner.FILE), part.toAbsolutePath().toString());
    }

    /// It has become whole, or nothing of it is left.
    public void remove(LogId chat, long seq, Bytes32 hash) throws IOException {
        Files.deleteIfExists(mark(chat, seq, hash));
    }

    /// Removes what came of the files of a message that is gone; says how many of them there were.
    public int forget(LogId chat, long seq) throws IOException {
        int removed = 0;
        for (Path mark : marks(chat + "." + seq + ".*")) {
            Path part = Path.of(Files.readString(mark, StandardCharsets.UTF_8));
            if (isPart(part) && Files.deleteIfExists(part)) {
                removed++;
            }
            Files.deleteIfExists(mark);
        }
        return removed;
    }

    private static boolean isPart(Path path) {
        return Incoming.isNameOfPart(String.valueOf(path.getFileName()))
                && Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS);
    }

    private void trim() throws IOException {
        List<Path> all = marks("*");
        if (all.size() >= MOST) {
            all.sort(Comparator.comparing(Begun::time));
            for (Path old : all.subList(0, all.size() - MOST + 1)) {
                Files.deleteIfExists(old);
            }
        }
    }

    private static long time(Path mark) {
        try {
            return Files.getLastModifiedTime(mark).toMillis();
        } catch (IOException _) {
            return 0; // gone
        }
    }

    private Path mark(LogId chat, long seq, Bytes32 hash) {
        return folder.resolve(chat + "." + seq + "." + hash);
    }

    private List<Path> marks(String glob) throws IOException {
        List<Path> all = new ArrayList<>();
        try (DirectoryStream<Path> marks = Files.newDirectoryStream(folder, glob)) {
            marks.forEach(all::add);
        } catch (NoSuchFileException _) {
            // Nothing was ever begun.
        }
        return all;
    }
}
