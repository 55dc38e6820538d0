package chatbois.log;

import java.util.Arrays;

/// An Ed25519 signature, 64 bytes (RFC 8032). Immutable.
public final class Signature {
    public static final int LENGTH = 64;

    private final byte[] bytes;

    /// Takes over the array, which must not be changed afterwards.
    public Signature(byte[] bytes) {
        if (bytes.length != LENGTH) {
            throw new Malformed("a signature has 64 bytes, got " + bytes.length);
        }
        this.bytes = bytes;
    }

    public static Signature parse(String text) {
        if (text.length() != 86) {
            throw new Malformed("a signature has 86 characters of base64url");
        }
        return new Signature(Base64Url.decode(text));
    }

    public byte[] bytes() {
        return bytes.clone();
    }

    byte[] shared() {
        return bytes;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Signature that && Arrays.equals(bytes, that.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    @Override
    public String toString() {
        return Base64Url.encode(bytes);
    }
}
