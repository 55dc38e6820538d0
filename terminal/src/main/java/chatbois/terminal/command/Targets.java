package chatbois.terminal.command;

import chatbois.client.home.UserHome;
import chatbois.protocol.event.Attachment;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;

/// Where files go that are fetched: never in the place of one that is there.
final class Targets {
    private static final int MOST = 1_000;

    private Targets() {}

    /// @param isThere whether the very file lies there already
    record Target(Path path, boolean isThere) {}

    /// @param typed a folder or a name; empty for the folder of downloads
    static Target of(String typed, Attachment file) throws IOException {
        if (typed.isEmpty()) {
            return among(downloads(), file);
        }
        Path path = TypedPath.of(typed);
        if (Files.isDirectory(path)) {
            return among(path, file);
        }
        if (typed.endsWith("/")) {
            throw new IOException(path + " is no folder that is there; make it first.");
        }
        if (chatbois.client.session.Files.isThere(path, file)) {
            return new Target(path, /* isThere= */ true);
        }
        if (isTaken(path)) {
            throw new IOException(
                    path
                            + " is there already, and is another file; give another name, or a folder.");
        }
        return new Target(TypedPath.toMake(typed), /* isThere= */ false);
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

    /// `cat.png`, `cat (2).png` and so on: the first that is free, or this file already.
    private static Target among(Path folder, Attachment file) throws IOException {
        String name = Attachment.nameLike(file.name());
        int dot = name.lastIndexOf('.');
        String stem = dot > 0 ? name.substring(0, dot) : name;
        String ending = dot > 0 ? name.substring(dot) : "";
        for (int i = 1; i < MOST; i++) {
            Path path = folder.resolve(i == 1 ? name : stem + " (" + i + ")" + ending);
            boolean there = chatbois.client.session.Files.isThere(path, file);
            if (there || !isTaken(path)) {
                return new Target(path, there);
            }
        }
        throw new IOException(
                "There are too many files called so in " + folder + "; name another.");
    }
}
