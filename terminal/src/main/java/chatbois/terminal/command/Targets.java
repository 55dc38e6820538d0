package chatbois.terminal.command;

import chatbois.client.home.UserHome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;

/// Where files go that are fetched: never in the place of one that is there.
final class Targets {
    private static final int MOST = 1_000;

    private Targets() {}

    /// @param typed a folder or a name; empty for the folder of downloads
    /// @param name as the file is called
    static Path of(String typed, String name) throws IOException {
        if (typed.isEmpty()) {
            return free(downloads(), name);
        }
        Path path = TypedPath.of(typed);
        if (Files.isDirectory(path)) {
            return free(path, name);
        }
        if (typed.endsWith("/")) {
            throw new IOException(path + " is no folder that is there; make it first.");
        }
        if (isTaken(path)) {
            throw new IOException(path + " is there already; give another name, or a folder.");
        }
        return TypedPath.toMake(typed);
    }

    static boolean isFolder(String typed) {
        return Files.isDirectory(TypedPath.of(typed));
    }

    /// A link that leads nowhere is something, too.
    private static boolean isTaken(Path path) {
        return Files.exists(path, LinkOption.NOFOLLOW_LINKS);
    }

    private static Path downloads() {
        Path home = UserHome.of(System.getenv());
        Path downloads = home.resolve("Downloads");
        return Files.isDirectory(downloads) ? downloads : home;
    }

    /// `cat.png`, `cat (2).png` and so on.
    private static Path free(Path folder, String name) throws IOException {
        int dot = name.lastIndexOf('.');
        String stem = dot > 0 ? name.substring(0, dot) : name;
        String ending = dot > 0 ? name.substring(dot) : "";
        for (int i = 1; i < MOST; i++) {
            Path path = folder.resolve(i == 1 ? name : stem + " (" + i + ")" + ending);
            if (!isTaken(path)) {
                return path;
            }
        }
        throw new IOException(
                "There are too many files called so in " + folder + "; name another.");
    }
}
