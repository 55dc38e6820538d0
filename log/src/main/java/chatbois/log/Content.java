package chatbois.log;

import java.security.SecureRandom;
import java.util.Arrays;

/// The body of an event with the salt that hides it behind its commitment. Immutable.
public final class Content {
    public static final int SALT_LENGTH = 16;

    private final byte[] salt;
    private final byte[] body;

    /// Takes over the arrays, which must not be changed afterwards.
    public Content(byte[] salt, byte[] body) {
        if (salt.length != SALT_LENGTH) {
            throw new Malformed("a salt has 16 bytes, got " + salt.length);
        }
        this.salt = salt;
        this.body = body;
    }

    /// A body under a fresh salt.
    public static Content salted(byte[] body, SecureRandom random) {
        byte[] salt = new byte[SALT_LENGTH];
        random.nextBytes(salt);
        return new Content(salt, body);
    }

    public byte[] salt() {
        return salt.clone();
    }

    public byte[] body() {
        return body.clone();
    }

    public int length() {
        return body.length;
    }

    public Bytes32 commitment() {
        return Sha256.of(salt, body);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Content that
                && Arrays.equals(salt, that.salt)
                && Arrays.equals(body, that.body);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(body);
    }

    /// Never the text: a message must not reach a log by accident.
    @Override
    public String toString() {
        return "Content(" + body.length + " bytes)";
    }
}
