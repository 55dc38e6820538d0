package chatbois.client.pairing;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/// What the two sides of an exchange say to each other: AES-256-GCM, a key for each direction, and
/// the message's number as nonce, so that nothing can be left out, changed, or said again. Not
/// thread-safe.
public final class Channel {
    static final int KEY_LENGTH = 32;

    private static final int TAG_BITS = 128;
    private static final int NONCE_LENGTH = 12;

    private final SecretKeySpec own;
    private final SecretKeySpec other;
    private long sealed;
    private long opened;

    Channel(byte[] own, byte[] other) {
        this.own = new SecretKeySpec(own, "AES");
        this.other = new SecretKeySpec(other, "AES");
    }

    /// The next message to the other side.
    public byte[] seal(byte[] message) {
        try {
            return cipher(Cipher.ENCRYPT_MODE, own, sealed++).doFinal(message);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has AES-GCM", e);
        }
    }

    /// What the other side said next.
    public byte[] open(byte[] message) throws PairingFailed {
        try {
            return cipher(Cipher.DECRYPT_MODE, other, opened++).doFinal(message);
        } catch (AEADBadTagException e) {
            throw new PairingFailed(
                    "Somebody in between changed what the other device said; nothing of it was"
                            + " taken. Ask for a new code with /link.");
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has AES-GCM", e);
        }
    }

    private static Cipher cipher(int mode, SecretKeySpec key, long number)
            throws GeneralSecurityException {
        byte[] nonce = ByteBuffer.allocate(NONCE_LENGTH).putInt(0).putLong(number).array();
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
        return cipher;
    }
}
