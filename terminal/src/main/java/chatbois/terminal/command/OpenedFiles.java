package chatbois.terminal.command;

import chatbois.client.home.OnlyOwner;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/// The folder of copies that were made to be opened: only the newest stay, each in a folder of its
/// own, so that it is called as it came. Safe for any thread.
record OpenedFiles(Path folder) {
    private static final int MOST = 20;
    private static final Duration KEPT = Duration.ofDays(7);

    /// A place for another one. What is there from before is tidied up.
    Path place(String name, Instant now) throws IOException {
        try {
            Files.createDirectory(folder, OnlyOwner.FOLDER);
        } catch (FileAlreadyExistsException _) {
            tidy(now);
        }
        return Files.createTempDirectory(folder, "", OnlyOwner.FOLDER).resolve(name);
    }

    private void tidy(Instant now) throws IOException {
        List<Path> newestFirst = new ArrayList<>();
        try (Stream<Path> copies = Files.list(folder)) {
            copies.sorted(Comparator.comparing(OpenedFiles::time).reversed())
                    .forEach(newestFirst::add);
        }
        for (int i = 0; i < newestFirst.size(); i++) {
            Path copy = newestFirst.get(i);
            if (i >= MOST - 1 || time(copy).toInstant().isBefore(now.minus(KEPT))) {
                remove(copy);
            }
        }
    }

    private static FileTime time(Path copy) {
        try {
            return Files.getLastModifiedTime(copy);
        } catch (IOException _) {
            return FileTime.fromMillis(0); // gone
        }
    }

    /// What can't be removed now is tried again the next time.
    private static void remove(Path copy) {
        try (Stream<Path> all = Files.walk(copy)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        } catch (IOException _) {
            // It is open in a program, perhaps.
        }
    }
}
