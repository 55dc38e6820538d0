package chatbois.client.home;

import chatbois.log.Bytes32;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/// SHA-256 of files, however large.
public final class FileHash {
    private static final int BUFFER = 64 * 1024;

    private FileHash() {}

    /// Of the first bytes of a file, so many as were counted before; fails if there are fewer.
    public static Bytes32 of(FileChannel file, long size) throws IOException {
        MessageDigest sha256 = sha256();
        ByteBuffer buffer = ByteBuffer.allocate(BUFFER);
        for (long at = 0; at < size; at += buffer.limit()) {
            buffer.clear().limit((int) Math.min(BUFFER, size - at));
            readFully(file, buffer, at);
            sha256.update(buffer.flip());
        }
        return Bytes32.of(sha256.digest());
    }

    /// Fills the buffer from that byte on.
    public static void readFully(FileChannel file, ByteBuffer into, long from) throws IOException {
        while (into.hasRemaining()) {
            if (file.read(into, from + into.position()) < 0) {
                throw new EOFException("The file became shorter while it was read.");
            }
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
