package chatbois.log;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/// SHA-256 of the parts given, one after the other.
public final class Sha256 {
    /// Copied for every use: looking an algorithm up costs several times what a small hash does.
    private static final MessageDigest FRESH = lookUp();

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
            return (MessageDigest) FRESH.clone();
        } catch (CloneNotSupportedException e) {
            throw new IllegalStateException("Java's own SHA-256 can be copied", e);
        }
    }

    private static MessageDigest lookUp() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
