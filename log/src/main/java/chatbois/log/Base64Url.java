package chatbois.log;

import java.util.Base64;

/// Base64url without padding (RFC 4648 §5), read strictly: every value has one written form.
public final class Base64Url {
    private Base64Url() {}

    public static String encode(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /// Throws [Malformed] for anything that [#encode] would not have written.
    public static byte[] decode(String text) {
        byte[] bytes;
        try {
            bytes = Base64.getUrlDecoder().decode(text);
        } catch (IllegalArgumentException e) {
            throw new Malformed("not base64url");
        }
        if (!encode(bytes).equals(text)) {
            throw new Malformed("not the one form of base64url without padding");
        }
        return bytes;
    }
}
