package chatbois.log;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/// SHA-256 of the parts given, one after the other.
public final class Sha256 {
    private Sha256() {}

    public static Bytes32 of(byte[]... parts) {
        MessageDigest digest = digest();
        for (byte[] part : parts) {
            digest.update(part);
        }
        return Bytes32.of(digest.digest());
    }

    static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
