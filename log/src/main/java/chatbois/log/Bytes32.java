package chatbois.log;

import java.nio.ByteBuffer;

/// Thirty-two bytes as a value: a SHA-256 hash, an Ed25519 public key, a nonce. Immutable.
public record Bytes32(long a, long b, long c, long d) {
    public static final int LENGTH = 32;
    public static final Bytes32 ZERO = new Bytes32(0, 0, 0, 0);

    /// Takes exactly 32 bytes, else throws [Malformed].
    public static Bytes32 of(byte[] bytes) {
        if (bytes.length != LENGTH) {
            throw new Malformed("expected 32 bytes, got " + bytes.length);
        }
        return read(ByteBuffer.wrap(bytes));
    }

    /// Takes the base64url form (43 characters, no padding) that [#toString()] gives.
    public static Bytes32 parse(String text) {
        if (text.length() != 43) {
            throw new Malformed("expected 43 characters of base64url, got " + text.length());
        }
        return of(Base64Url.decode(text));
    }

    static Bytes32 read(ByteBuffer in) {
        return new Bytes32(in.getLong(), in.getLong(), in.getLong(), in.getLong());
    }

    ByteBuffer writeTo(ByteBuffer out) {
        return out.putLong(a).putLong(b).putLong(c).putLong(d);
    }

    public byte[] bytes() {
        return writeTo(ByteBuffer.allocate(LENGTH)).array();
    }

    // As in LogId.

    @Override
    public boolean equals(Object other) {
        return other instanceof Bytes32 bytes
                && bytes.a == a
                && bytes.b == b
                && bytes.c == c
                && bytes.d == d;
    }

    @Override
    public int hashCode() {
        return Long.hashCode(a ^ 31 * b ^ 961 * c ^ 29_791 * d);
    }

    /// The base64url form without padding, 43 characters.
    @Override
    public String toString() {
        return Base64Url.encode(bytes());
    }
}
