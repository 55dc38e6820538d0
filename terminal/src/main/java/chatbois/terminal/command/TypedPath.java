package chatbois.terminal.command;

import chatbois.client.home.UserHome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// A file or folder that somebody typed, where no shell has read the `~` before.
final class TypedPath {
    private TypedPath() {}

    static Path of(String typed) {
        Path home = UserHome.of(System.getenv());
        if (typed.equals("~")) {
            return home;
        }
        return (typed.startsWith("~/") ? home.resolve(typed.substring(2)) : Path.of(typed))
                .toAbsolutePath();
    }

    /// The same for something that is to be made there.
    static Path toMake(String typed) throws IOException {
        Path path = of(typed);
        Path folder = path.getParent();
        if (folder == null || !Files.isDirectory(folder)) {
            throw new IOException(
                    "There is no folder " + (folder == null ? path : folder) + " to write into.");
        }
        if (!Files.isWritable(folder)) {
            throw new IOException("Nothing can be written into " + folder + ": permission denied.");
        }
        return path;
    }
}
