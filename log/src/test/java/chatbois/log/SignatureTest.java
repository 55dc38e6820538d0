package chatbois.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.spec.EdECPrivateKeySpec;
import java.security.spec.NamedParameterSpec;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Random;
import org.bouncycastle.math.ec.rfc8032.Ed25519;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class SignatureTest {
    private static final byte[] MESSAGE = "a message".getBytes(StandardCharsets.UTF_8);

    /// The order of the group, as RFC 8032 §5.1 has it.
    private static final BigInteger L =
            BigInteger.TWO.pow(252).add(new BigInteger("27742317777372353535851937790883648493"));

    /// RFC 8032 §7.1, TEST 1, 2, 3 and SHA(abc).
    @ParameterizedTest
    @CsvSource({
        "9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60,"
                + "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a,'',"
                + "e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e06522490155"
                + "5fb8821590a33bacc61e39701cf9b46bd25bf5f0595bbe24655141438e7a100b",
        "4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb,"
                + "3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c,72,"
                + "92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da"
                + "085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00",
        "c5aa8df43f9f837bedb7442f31dcb7b166d38535076f094b85ce3a2e0b4458f7,"
                + "fc51cd8e6218a1a38da47ed00230f0580816ed13ba3303ac5deb911548908025,af82,"
                + "6291d657deec24024827e69c3abe01a30ce548a284743a445e3680d7db5ac3ac"
                + "18ff9b538d16f290ae67f760984dc6594a7c15e9716ed28dc027beceea1ec40a",
        "833fe62409237b9d62ec77587520911e9a759cec1d19755b7da901b96dca3d42,"
                + "ec172b93ad5e563bf4932c70e1245034c35467ef2efd4d64ebf819683467e2bf,"
                + "ddaf35a193617abacc417349ae20413112e6fa4e89a97ea20a9eeee64b55d39a"
                + "2192992a274fc1a836ba3c23a3feebbd454d4423643ce80e2a9ac94fa54ca49f,"
                + "dc2a4459e7369633a52b1bf277839a00201009a3efbf3ecb69bea2186c26b589"
                + "09351fc9ac90b3ecfdfbc7c66431e0303dca179c138ac17ad9bef1177331a704"
    })
    void keys_and_signatures_are_those_of_rfc_8032(
            String seed, String publicKey, String message, String signature) {
        SigningKey key = SigningKey.ofSeed(hex(seed));
        assertThat(key.verifyKey().value().bytes()).isEqualTo(hex(publicKey));
        byte[] text = hex(message);
        byte[] made = new byte[64];
        Ed25519.sign(hex(seed), 0, text, 0, text.length, made, 0);
        assertThat(made).isEqualTo(hex(signature));
        assertThat(Ed25519.verify(made, 0, hex(publicKey), 0, text, 0, text.length)).isTrue();
    }

    @ParameterizedTest
    @EnumSource(Purpose.class)
    void another_implementation_signs_the_purpose_a_zero_byte_and_the_message_alike(Purpose purpose)
            throws GeneralSecurityException {
        byte[] seed = Sha256.of(MESSAGE).bytes();
        String tag = "chatbois " + purpose.name().toLowerCase().replace('_', ' ') + " 1\0";
        var other = java.security.Signature.getInstance("Ed25519");
        other.initSign(
                KeyFactory.getInstance("Ed25519")
                        .generatePrivate(new EdECPrivateKeySpec(NamedParameterSpec.ED25519, seed)));
        other.update(tag.getBytes(StandardCharsets.US_ASCII));
        other.update(MESSAGE);
        assertThat(SigningKey.ofSeed(seed).sign(purpose, MESSAGE).bytes()).isEqualTo(other.sign());
    }

    @Test
    void a_signature_for_one_purpose_is_none_for_another() {
        SigningKey key = World.key("anna");
        for (Purpose made : Purpose.values()) {
            for (Purpose meant : Purpose.values()) {
                assertThat(key.verifyKey().verifies(meant, MESSAGE, key.sign(made, MESSAGE)))
                        .isEqualTo(made == meant);
            }
        }
    }

    @Test
    void no_purpose_begins_as_another_with_its_zero_byte_does() {
        for (Purpose one : Purpose.values()) {
            for (Purpose other : Purpose.values()) {
                String tag = new String(one.covers(new byte[0]), StandardCharsets.US_ASCII);
                String second = new String(other.covers(new byte[0]), StandardCharsets.US_ASCII);
                assertThat(second.startsWith(tag)).isEqualTo(one == other);
            }
        }
    }

    @Test
    void a_signature_with_one_bit_changed_is_none() {
        SigningKey key = World.key("anna");
        byte[] signature = key.sign(Purpose.EVENT, MESSAGE).bytes();
        for (int bit = 0; bit < 512; bit++) {
            byte[] changed = signature.clone();
            changed[bit / 8] ^= (byte) (1 << bit % 8);
            assertThat(key.verifyKey().verifies(Purpose.EVENT, MESSAGE, new Signature(changed)))
                    .isFalse();
        }
    }

    @Test
    void a_signature_has_no_second_form() {
        SigningKey key = World.key("anna");
        byte[] signature = key.sign(Purpose.EVENT, MESSAGE).bytes();
        BigInteger s = littleEndian(Arrays.copyOfRange(signature, 32, 64)).add(L);
        byte[] second = Arrays.copyOf(signature, 64);
        byte[] bigEndian = s.toByteArray();
        for (int i = 0; i < 32; i++) {
            second[32 + i] = bigEndian[bigEndian.length - 1 - i];
        }
        assertThat(key.verifyKey().verifies(Purpose.EVENT, MESSAGE, new Signature(second)))
                .isFalse();
    }

    /// The points of order 1, 2, 4 and 8: under such a key one signature would fit every message.
    @ParameterizedTest
    @ValueSource(
            strings = {
                "0100000000000000000000000000000000000000000000000000000000000000",
                "ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
                "0000000000000000000000000000000000000000000000000000000000000000",
                "0000000000000000000000000000000000000000000000000000000000000080",
                "26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05",
                "26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc85",
                "c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a",
                "c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac03fa"
            })
    void a_key_of_small_order_verifies_nothing(String publicKey) {
        VerifyKey key = new VerifyKey(Bytes32.of(hex(publicKey)));
        Random random = new Random(8);
        byte[] identity = new byte[64];
        identity[0] = 1;
        for (int i = 0; i < 64; i++) {
            byte[] message = new byte[8];
            random.nextBytes(message);
            assertThat(key.verifies(Purpose.EVENT, message, new Signature(identity.clone())))
                    .isFalse();
        }
    }

    @Test
    void any_bytes_as_key_and_signature_only_fail() {
        Random random = new Random(32);
        for (int i = 0; i < 2_000; i++) {
            byte[] key = new byte[32];
            byte[] signature = new byte[64];
            random.nextBytes(key);
            random.nextBytes(signature);
            VerifyKey verifyKey = new VerifyKey(Bytes32.of(key));
            assertThat(verifyKey.verifies(Purpose.EVENT, MESSAGE, new Signature(signature)))
                    .isFalse();
        }
    }

    private static BigInteger littleEndian(byte[] bytes) {
        byte[] reversed = new byte[bytes.length];
        for (int i = 0; i < bytes.length; i++) {
            reversed[i] = bytes[bytes.length - 1 - i];
        }
        return new BigInteger(1, reversed);
    }

    private static byte[] hex(String text) {
        return HexFormat.of().parseHex(text);
    }
}
