package chatbois.log;

import java.security.SecureRandom;
import org.bouncycastle.math.ec.rfc8032.Ed25519;

/// An Ed25519 private key (RFC 8032), made from its 32-byte seed. Immutable; safe for any thread.
public final class SigningKey {
    public static final int SEED_LENGTH = 32;

    private final byte[] seed;
    private final VerifyKey verifyKey;

    private SigningKey(byte[] seed) {
        this.seed = seed;
        byte[] publicKey = new byte[Ed25519.PUBLIC_KEY_SIZE];
        Ed25519.generatePublicKey(seed, 0, publicKey, 0);
        this.verifyKey = new VerifyKey(Bytes32.of(publicKey));
    }

    public static SigningKey generate(SecureRandom random) {
        byte[] seed = new byte[SEED_LENGTH];
        random.nextBytes(seed);
        return new SigningKey(seed);
    }

    public static SigningKey ofSeed(byte[] seed) {
        if (seed.length != SEED_LENGTH) {
            throw new Malformed("a key's seed has 32 bytes, got " + seed.length);
        }
        return new SigningKey(seed.clone());
    }

    public VerifyKey verifyKey() {
        return verifyKey;
    }

    /// The secret itself, for writing it to a key file.
    public byte[] seed() {
        return seed.clone();
    }

    public Signature sign(Purpose purpose, byte[] message) {
        byte[] covered = purpose.covers(message);
        byte[] signature = new byte[Ed25519.SIGNATURE_SIZE];
        Ed25519.sign(
                seed,
                0,
                verifyKey.value().bytes(),
                0,
                null,
                covered,
                0,
                covered.length,
                signature,
                0);
        return new Signature(signature);
    }

    /// Names the public half only: a secret never reaches a log.
    @Override
    public String toString() {
        return "SigningKey(" + verifyKey + ")";
    }
}
