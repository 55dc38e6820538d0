package chatbois.server.files;

import chatbois.log.Bytes32;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/// SHA-256 of files, however large.
public final class Hashes {
    private static final int BUFFER = 64 * 1024;

    private Hashes() {}

    public static Bytes32 of(Path file) throws IOException {
        MessageDigest sha256 = sha256();
        update(sha256, file);
        return Bytes32.of(sha256.digest());
    }

    static void update(MessageDigest sha256, Path file) throws IOException {
        byte[] buffer = new byte[BUFFER];
        try (InputStream in = Files.newInputStream(file)) {
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                sha256.update(buffer, 0, read);
            }
        }
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
