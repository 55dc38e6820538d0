package chatbois.client.home;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;

/// A small text in UTF-8 that people write too, with whatever editor they like. Not thread-safe.
public final class TextFile {
    /// Longer ones are not read.
    public static final int MOST_BYTES = 64 * 1024;

    private final Path path;
    private final Disk disk;

    TextFile(Path path, Disk disk) {
        this.path = path;
        this.disk = disk;
    }

    public Path path() {
        return path;
    }

    /// What stands in it; nothing if there is no such file.
    public Optional<String> read() throws IOException {
        try (InputStream in = Files.newInputStream(path)) {
            byte[] bytes = in.readNBytes(MOST_BYTES + 1);
            if (bytes.length > MOST_BYTES) {
                throw new IOException(path + " is longer than " + MOST_BYTES + " bytes");
            }
            ByteBuffer text = ByteBuffer.wrap(bytes);
            return Optional.of(StandardCharsets.UTF_8.newDecoder().decode(text).toString());
        } catch (CharacterCodingException e) {
            throw new IOException(path + " is not in UTF-8", e);
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
    }

    /// Replaces it whole; where a link leads to it, what the link leads to.
    public void replace(String text) throws IOException {
        Path real = Files.exists(path) ? path.toRealPath() : path.toAbsolutePath();
        Path folder = real.resolveSibling("").normalize();
        Home.makeFolder(folder);
        new WholeFile(disk, folder, String.valueOf(real.getFileName()))
                .replace(text.getBytes(StandardCharsets.UTF_8));
    }
}
