package chatbois.server.net;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.SecureRandom;
import java.security.Signature;

/// Writes a self-signed X.509 certificate (RFC 5280) in DER, as little as TLS needs: valid from
/// 2020 to 9999, since nobody trusts it for what it says.
final class SelfSigned {
    private static final byte[] ECDSA_WITH_SHA256 = {
        0x30, 0x0A, 0x06, 0x08, 0x2A, (byte) 0x86, 0x48, (byte) 0xCE, 0x3D, 0x04, 0x03, 0x02
    };
    private static final byte[] COMMON_NAME = {0x06, 0x03, 0x55, 0x04, 0x03};
    private static final byte[] VERSION_3 = {(byte) 0xA0, 0x03, 0x02, 0x01, 0x02};

    private static final int INTEGER = 0x02;
    private static final int BIT_STRING = 0x03;
    private static final int UTF8_STRING = 0x0C;
    private static final int UTC_TIME = 0x17;
    private static final int GENERALIZED_TIME = 0x18;
    private static final int SEQUENCE = 0x30;
    private static final int SET = 0x31;

    private SelfSigned() {}

    static byte[] encode(KeyPair pair, SecureRandom random) throws GeneralSecurityException {
        byte[] serial = new byte[16];
        random.nextBytes(serial);
        serial[0] = (byte) (serial[0] & 0x7F | 0x40);
        byte[] name = name("chatbois");
        byte[] body =
                der(
                        SEQUENCE,
                        VERSION_3,
                        der(INTEGER, serial),
                        ECDSA_WITH_SHA256,
                        name,
                        der(
                                SEQUENCE,
                                der(UTC_TIME, ascii("200101000000Z")),
                                der(GENERALIZED_TIME, ascii("99991231235959Z"))),
                        name,
                        pair.getPublic().getEncoded());
        Signature signer = Signature.getInstance("SHA256withECDSA");
        signer.initSign(pair.getPrivate(), random);
        signer.update(body);
        return der(SEQUENCE, body, ECDSA_WITH_SHA256, der(BIT_STRING, new byte[1], signer.sign()));
    }

    private static byte[] name(String text) {
        return der(SEQUENCE, der(SET, der(SEQUENCE, COMMON_NAME, der(UTF8_STRING, ascii(text)))));
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    private static byte[] der(int tag, byte[]... parts) {
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            content.writeBytes(part);
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(tag);
        int length = content.size();
        if (length > 0xFF) {
            out.write(0x82);
            out.write(length >> 8);
        } else if (length > 0x7F) {
            out.write(0x81);
        }
        out.write(length & 0xFF);
        out.writeBytes(content.toByteArray());
        return out.toByteArray();
    }
}
