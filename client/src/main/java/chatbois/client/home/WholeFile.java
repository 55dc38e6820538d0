package chatbois.client.home;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;

/// A small file that is replaced whole: whenever the process ends, the old or the new one is there.
/// Not thread-safe: used under its folder's lock.
record WholeFile(Disk disk, Path folder, String name) {
    private static final String UNFINISHED = ".unfinished";

    Path path() {
        return folder.resolve(name);
    }

    Optional<byte[]> read() throws IOException {
        try {
            return Optional.of(Files.readAllBytes(path()));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
    }

    void replace(byte[] content) throws IOException {
        Path unfinished = folder.resolve(name + UNFINISHED);
        Files.deleteIfExists(unfinished);
        try (FileChannel file = disk.create(unfinished)) {
            disk.write(file, ByteBuffer.wrap(content));
            disk.force(file);
        }
        disk.rename(unfinished, path());
        disk.forceFolder(folder);
    }

    /// Removes what processes that were killed while writing left behind.
    static void clean(Path folder) throws IOException {
        try (DirectoryStream<Path> left = Files.newDirectoryStream(folder, "*" + UNFINISHED)) {
            for (Path file : left) {
                Files.deleteIfExists(file);
            }
        }
    }
}
