package chatbois.protocol.spec;

import static org.assertj.core.api.Assertions.assertThat;

import chatbois.protocol.Frames;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// The vectors are what the code makes, and another implementation agrees with them: the JDK's.
class VectorsTest {
    private static final Path FILE = Path.of("src/test/resources/vectors.txt");

    /// What makes a SubjectPublicKeyInfo of an Ed25519 key, RFC 8410.
    private static final String SPKI = "302a300506032b6570032100";

    @Test
    @Tag("docs")
    void the_vectors_are_those_of_this_code() throws IOException {
        Generated.assertFresh(FILE, Vectors.write());
    }

    @Test
    void every_signature_covers_what_it_says_for_another_implementation_too()
            throws GeneralSecurityException {
        int signatures = 0;
        for (Map<String, String> section : sections().values()) {
            if (section.containsKey("signature")) {
                Signature verifier = Signature.getInstance("Ed25519");
                verifier.initVerify(key(section.get("key")));
                verifier.update(hex(section.get("covered")));
                assertThat(verifier.verify(hex(section.get("signature")))).isTrue();
                signatures++;
            }
        }
        assertThat(signatures).isGreaterThan(30);
    }

    @Test
    void every_commitment_and_leaf_is_the_hash_of_its_parts() throws GeneralSecurityException {
        for (Map<String, String> section : sections().values()) {
            if (section.containsKey("leaf")) {
                assertThat(hex(section.get("commitment")))
                        .isEqualTo(sha256(hex(section.get("salt")), utf8(section.get("body"))));
                assertThat(hex(section.get("leaf")))
                        .isEqualTo(
                                sha256(
                                        new byte[1],
                                        number(section.get("seq")),
                                        number(section.get("time")),
                                        hex(section.get("header")),
                                        hex(section.get("signature"))));
            }
        }
    }

    @Test
    void every_header_is_its_parts_one_after_the_other() {
        for (Map<String, String> section : sections().values()) {
            if (section.containsKey("header")) {
                String kind = "%04x".formatted(Integer.parseInt(section.get("kind")));
                assertThat(section.get("header"))
                        .isEqualTo(
                                "01"
                                        + section.get("log")
                                        + section.get("author")
                                        + section.get("device")
                                        + hex(number(section.get("author seq")))
                                        + hex(number(section.get("seen size")))
                                        + section.get("seen root")
                                        + hex(number(section.get("clock")))
                                        + kind
                                        + section.get("commitment"));
            }
        }
    }

    @Test
    void every_frame_is_read_and_written_the_same() {
        Examples.frames()
                .forEach((name, text) -> {
                    byte[] frame = utf8(text);
                    byte[] again =
                            text.startsWith("{\"id\":")
                                    ? Frames.encode(Frames.decodeClient(frame))
                                    : Frames.encode(Frames.decodeServer(frame));
                    assertThat(Examples.text(again)).as(name).isEqualTo(text);
                });
    }

    private static Map<String, Map<String, String>> sections() {
        Map<String, Map<String, String>> sections = new LinkedHashMap<>();
        Map<String, String> section = new LinkedHashMap<>();
        for (String line : Vectors.write().lines().toList()) {
            if (line.startsWith("[")) {
                section = new LinkedHashMap<>();
                sections.put(line, section);
            } else if (line.contains(" = ")) {
                int equals = line.indexOf(" = ");
                section.put(line.substring(0, equals), line.substring(equals + 3));
            }
        }
        return sections;
    }

    private static PublicKey key(String hex) throws GeneralSecurityException {
        return KeyFactory.getInstance("Ed25519")
                .generatePublic(new X509EncodedKeySpec(hex(SPKI + hex)));
    }

    private static byte[] sha256(byte[]... parts) throws GeneralSecurityException {
        MessageDigest digest = MessageDigest.getInstance("SHA-256");
        for (byte[] part : parts) {
            digest.update(part);
        }
        return digest.digest();
    }

    private static byte[] number(String decimal) {
        return ByteBuffer.allocate(8).putLong(Long.parseLong(decimal)).array();
    }

    private static byte[] hex(String text) {
        return HexFormat.of().parseHex(text);
    }

    private static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
