package chatbois.client.home;

import chatbois.log.Bytes32;
import chatbois.log.Sha256;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/// The folder `tracks`: preview tracks that were fetched, by their hashes, as many as fit; those
/// that were looked at last stay. Only a cache: what is damaged or missing is fetched again. Safe
/// for any thread, and for several processes.
public final class TrackCache {
    static final long MOST_BYTES = 128L << 20;
    private static final String UNFINISHED = ".unfinished";

    private final Path folder;
    private final long most;

    TrackCache(Path folder, long most) {
        this.folder = folder;
        this.most = most;
    }

    /// The track with that hash, if it is here.
    public Optional<byte[]> read(Bytes32 hash) throws IOException {
        Path file = file(hash);
        try {
            byte[] track = Files.readAllBytes(file);
            if (!Sha256.of(track).equals(hash)) {
                Files.deleteIfExists(file);
                return Optional.empty();
            }
            Files.setLastModifiedTime(file, FileTime.fromMillis(System.currentTimeMillis()));
            return Optional.of(track);
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
    }

    /// Keeps one, and lets go of those that were not looked at for longest.
    public void keep(Bytes32 hash, byte[] track) throws IOException {
        if (!Files.isDirectory(folder)) {
            Files.createDirectory(folder, OnlyOwner.FOLDER);
        }
        Path draft = Files.createTempFile(folder, "", UNFINISHED, OnlyOwner.FILE);
        try {
            Files.write(draft, track);
            Files.move(draft, file(hash), StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(draft);
        }
        trim();
    }

    private record Kept(Path file, long size, FileTime seen) {}

    private void trim() throws IOException {
        List<Kept> all = new ArrayList<>();
        long bytes = 0;
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
            for (Path file : files) {
                try {
                    Kept kept = new Kept(file, Files.size(file), Files.getLastModifiedTime(file));
                    all.add(kept);
                    bytes += kept.size();
                } catch (NoSuchFileException e) {
                    // Another process has let go of it.
                }
            }
        }
        all.sort(Comparator.comparing(Kept::seen));
        for (Kept oldest : all) {
            if (bytes <= most) {
                return;
            }
            Files.deleteIfExists(oldest.file());
            bytes -= oldest.size();
        }
    }

    private Path file(Bytes32 hash) {
        return folder.resolve(HexFormat.of().formatHex(hash.bytes()));
    }
}
