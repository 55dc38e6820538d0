package chatbois.terminal.command;

import chatbois.client.home.UserHome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/// A file or folder that somebody typed, where no shell has read the `~` before.
public final class TypedPath {
    /// So many names of a folder are offered.
    private static final int MOST = 200;

    private TypedPath() {}

    static Path of(String typed) {
        Path home = UserHome.of(System.getenv());
        if (typed.equals("~")) {
            return home;
        }
        return (typed.startsWith("~/") ? home.resolve(typed.substring(2)) : Path.of(typed))
                .toAbsolutePath();
    }

    /// What a path may become of which the beginning was typed: files, and folders with a slash
    /// behind; hidden ones only if they are meant. Quotes go around one with blanks; behind a
    /// folder they stay open, so that what is in it can be typed on.
    public static Stream<String> beginning(String typed) {
        boolean quoted = typed.startsWith("\"");
        int slash = typed.lastIndexOf('/');
        String folder = slash < 0 ? "" : typed.substring(quoted ? 1 : 0, slash + 1);
        String name = typed.substring(Math.max(slash + 1, quoted ? 1 : 0));
        try (Stream<Path> files = Files.list(of(folder.isEmpty() ? "." : folder))) {
            return files
                    .filter(file -> fits(file.getFileName().toString(), name))
                    .sorted()
                    .limit(MOST)
                    .map(file -> offered(folder + file.getFileName(), isFolder(file), quoted))
                    .toList()
                    .stream();
        } catch (IOException | InvalidPathException _) {
            return Stream.of(); // what can't be listed can't be completed
        }
    }

    /// The files that were dragged or pasted here, as they are typed; none if any of it is none.
    public static List<String> pasted(String text) {
        return PastedPaths.of(text).stream().map(TypedPath::quoted).toList();
    }

    private static boolean fits(String file, String beginning) {
        boolean shown = !file.startsWith(".") || beginning.startsWith(".");
        return shown
                && file.startsWith(beginning)
                && file.chars().noneMatch(c -> c < ' ' || c == '"');
    }

    private static boolean isFolder(Path file) {
        return Files.isDirectory(file);
    }

    private static String offered(String path, boolean folder, boolean quoted) {
        String quote = quoted || hasBlanks(path) ? "\"" : "";
        return quote + path + (folder ? "/" : quote);
    }

    private static String quoted(String path) {
        return hasBlanks(path) ? '"' + path + '"' : path;
    }

    private static boolean hasBlanks(String path) {
        return path.chars().anyMatch(Character::isWhitespace);
    }

    /// The same for something that is to be made there.
    public static Path toMake(String typed) throws IOException {
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
