package chatbois.log;

import org.bouncycastle.math.ec.rfc8032.Ed25519;

/// An Ed25519 public key (RFC 8032): of a device, a server, an invite or a recovery phrase.
public record VerifyKey(Bytes32 value) {
    public static VerifyKey parse(String text) {
        return new VerifyKey(Bytes32.parse(text));
    }

    /// Whether this key's owner signed the message for that purpose.
    public boolean verifies(Purpose purpose, byte[] message, Signature signature) {
        byte[] covered = purpose.covers(message);
        return Ed25519.verify(signature.shared(), 0, value.bytes(), 0, covered, 0, covered.length);
    }

    // As in LogId.

    @Override
    public boolean equals(Object other) {
        return other instanceof VerifyKey key && key.value.equals(value);
    }

    @Override
    public int hashCode() {
        return value.hashCode();
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
