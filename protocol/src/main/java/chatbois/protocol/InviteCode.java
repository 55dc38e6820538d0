package chatbois.protocol;

import chatbois.log.Malformed;
import chatbois.log.Sha256;
import chatbois.log.SigningKey;
import chatbois.log.VerifyKey;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import org.jspecify.annotations.Nullable;

/// The secret of an invite: 20 characters of Crockford's base 32, 100 random bits, from which the
/// invite's key is made. The server knows only the public key.
public final class InviteCode {
    private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final int LENGTH = 20;

    private final String text;

    private InviteCode(String text) {
        this.text = text;
    }

    public static InviteCode generate(SecureRandom random) {
        StringBuilder text = new StringBuilder(LENGTH);
        for (int i = 0; i < LENGTH; i++) {
            text.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
        }
        return new InviteCode(text.toString());
    }

    /// Takes any case, and O for 0, I and L for 1, as people misread them.
    public static InviteCode parse(String text) {
        if (text.length() != LENGTH) {
            throw new Malformed(
                    "an invite's code has 20 characters, this one has " + text.length());
        }
        StringBuilder plain = new StringBuilder(LENGTH);
        for (int i = 0; i < LENGTH; i++) {
            plain.append(plain(text.charAt(i)));
        }
        return new InviteCode(plain.toString());
    }

    private static char plain(char typed) {
        // By hand: Unicode's upper case makes S of ſ, and two letters of ß.
        char upper = typed >= 'a' && typed <= 'z' ? (char) (typed - 'a' + 'A') : typed;
        char plain =
                switch (upper) {
                    case 'O' -> '0';
                    case 'I', 'L' -> '1';
                    default -> upper;
                };
        if (ALPHABET.indexOf(plain) < 0) {
            throw new Malformed("an invite's code has only letters and digits, without U");
        }
        return plain;
    }

    /// The key whose public half stands in the community's log.
    public SigningKey key() {
        byte[] tagged = ("chatbois invite code 1\0" + text).getBytes(StandardCharsets.US_ASCII);
        return SigningKey.ofSeed(Sha256.of(tagged).bytes());
    }

    public VerifyKey verifyKey() {
        return key().verifyKey();
    }

    /// The secret, for writing it into an invite line.
    public String secret() {
        return text;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof InviteCode that && text.equals(that.text);
    }

    @Override
    public int hashCode() {
        return text.hashCode();
    }

    @Override
    public String toString() {
        return "InviteCode(secret)";
    }
}
