package chatbois.client.home;

import chatbois.log.LogId;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/// All memberships of one person on this machine, a folder each. One for each directory in a
/// process: it hands out the same [Folder] to everybody. Safe for any thread.
public final class Home {
    private final Path root;
    private final Path communities;
    private final Disk disk;
    private final Map<LogId, Folder> folders = new ConcurrentHashMap<>();

    public Home(Path root) {
        this(root, Disk.real());
    }

    Home(Path root, Disk disk) {
        this.root = root;
        this.communities = root.resolve("communities");
        this.disk = disk;
    }

    /// The place by the environment: `CHATBOIS_HOME`, else the XDG configuration directory.
    public static Path place(Map<String, String> environment) {
        String own = environment.getOrDefault("CHATBOIS_HOME", "");
        if (!own.isEmpty()) {
            return Path.of(own);
        }
        // XDG: a path that isn't absolute is to be ignored.
        String xdg = environment.getOrDefault("XDG_CONFIG_HOME", "");
        Path config =
                xdg.startsWith("/") ? Path.of(xdg) : UserHome.of(environment).resolve(".config");
        return config.resolve("chatbois");
    }

    /// A file that people write too, by its path below the root.
    public TextFile text(String path) {
        return new TextFile(root.resolve(path), disk);
    }

    /// What lies in a folder below the root, in order; nothing if there is no such folder.
    public List<String> names(String folder) throws IOException {
        List<String> names = new ArrayList<>();
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(root.resolve(folder))) {
            for (Path entry : entries) {
                names.add(String.valueOf(entry.getFileName()));
            }
        } catch (NoSuchFileException | NotDirectoryException _) {
            return names;
        }
        names.sort(Comparator.naturalOrder());
        return names;
    }

    /// A new folder for a file that is soon gone again.
    public Path temporary() throws IOException {
        makeFolder(root);
        return Files.createTempDirectory(root, "writing-", OnlyOwner.FOLDER);
    }

    /// The communities that have a folder here, in the order of their ids.
    public List<LogId> communities() throws IOException {
        return idsIn(communities);
    }

    /// The files of one membership, whether there are any yet or not.
    public Folder folder(LogId community) {
        return folders.computeIfAbsent(
                community, id -> new Folder(communities.resolve(id.toString()), disk));
    }

    /// The ids that name the entries of a folder, in the order of the names.
    static List<LogId> idsIn(Path folder) throws IOException {
        List<LogId> ids = new ArrayList<>();
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder)) {
            for (Path entry : entries) {
                id(entry).ifPresent(ids::add);
            }
        } catch (NoSuchFileException e) {
            return ids;
        }
        ids.sort((one, other) -> one.toString().compareTo(other.toString()));
        return ids;
    }

    private static Optional<LogId> id(Path entry) {
        try {
            return Optional.of(LogId.parse(String.valueOf(entry.getFileName())));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    static void makeFolder(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            Files.createDirectories(folder, OnlyOwner.FOLDER);
        }
    }
}
