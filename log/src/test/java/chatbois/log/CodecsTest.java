package chatbois.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Random;
import java.util.UUID;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// One value, one spelling: what is written comes back, and nothing else is taken.
class CodecsTest {
    private final Random random = new Random(171);

    @Test
    void a_header_comes_back_as_it_went() {
        for (int i = 0; i < 2_000; i++) {
            Header header = header();
            byte[] bytes = header.encode();
            assertThat(bytes).hasSize(171);
            assertThat(Header.decode(bytes)).isEqualTo(header);
        }
    }

    @Test
    void a_header_of_any_other_length_is_refused() {
        byte[] bytes = header().encode();
        for (int length = 0; length < 400; length++) {
            if (length != bytes.length) {
                byte[] other = Arrays.copyOf(bytes, length);
                assertMalformed(() -> Header.decode(other));
            }
        }
    }

    @Test
    void a_header_or_genesis_of_any_other_version_is_refused() {
        byte[] header = header().encode();
        byte[] genesis = genesis("example.org:7777").encode();
        for (int version = 0; version < 256; version++) {
            if (version != 1) {
                header[0] = (byte) version;
                genesis[0] = (byte) version;
                assertMalformed(() -> Header.decode(header));
                assertMalformed(() -> Genesis.decode(genesis));
            }
        }
    }

    @Test
    void a_header_with_impossible_numbers_is_refused() {
        assertMalformed(() -> withLong(81, 0));
        assertMalformed(() -> withLong(81, -1));
        assertMalformed(() -> withLong(89, -1));
        assertMalformed(() -> withLong(89, 0));
        assertMalformed(() -> header(1 << 16));
        assertMalformed(() -> header(-1));
        assertThat(header(0xFFFF).kind()).isEqualTo(0xFFFF);
    }

    @Test
    void a_genesis_comes_back_as_it_went() {
        for (String address : new String[] {"a", "例え.jp:1", "x".repeat(255), "é".repeat(127)}) {
            Genesis genesis = genesis(address);
            assertThat(Genesis.decode(genesis.encode())).isEqualTo(genesis);
        }
    }

    @Test
    void a_genesis_with_an_impossible_address_is_refused() {
        assertMalformed(() -> genesis(""));
        assertMalformed(() -> genesis("x".repeat(256)));
        assertMalformed(() -> genesis("é".repeat(128)));
        assertMalformed(() -> genesis("half a \uD83D"));
    }

    @Test
    void a_genesis_that_is_cut_padded_or_not_utf8_is_refused() {
        byte[] bytes = genesis("example.org:7777").encode();
        for (int length = 0; length < 400; length++) {
            if (length != bytes.length) {
                byte[] other = Arrays.copyOf(bytes, length);
                assertMalformed(() -> Genesis.decode(other));
            }
        }
        bytes[70] = (byte) 0xFF;
        assertMalformed(() -> Genesis.decode(bytes));
    }

    @Test
    void the_written_forms_come_back_as_they_went() {
        for (int i = 0; i < 1_000; i++) {
            MemberId member = new MemberId(new UUID(random.nextLong(), random.nextLong()));
            Signature signature = new Signature(bytes(64));
            assertThat(Bytes32.parse(hash().toString())).isInstanceOf(Bytes32.class);
            assertThat(MemberId.parse(member.toString())).isEqualTo(member);
            assertThat(Signature.parse(signature.toString())).isEqualTo(signature);
        }
        Bytes32 hash = hash();
        assertThat(Bytes32.of(hash.bytes())).isEqualTo(hash);
        assertThat(LogId.parse(hash.toString())).isEqualTo(new LogId(hash));
        assertThat(VerifyKey.parse(hash.toString())).isEqualTo(new VerifyKey(hash));
    }

    @Test
    void a_second_spelling_of_bytes_is_refused() {
        assertOnlyOneLastCharacter(Bytes32.ZERO.toString(), Bytes32::parse);
        assertOnlyOneLastCharacter(new Signature(new byte[64]).toString(), Signature::parse);
        assertMalformed(() -> Bytes32.parse("A".repeat(42) + "="));
        assertMalformed(() -> Bytes32.parse("A".repeat(42) + "+"));
        assertMalformed(() -> Signature.parse("A".repeat(84) + "=="));
        assertMalformed(() -> Base64Url.decode("AA=="));
        assertMalformed(() -> Base64Url.decode("AB"));
        assertMalformed(() -> Base64Url.decode("A"));
        assertMalformed(() -> Base64Url.decode(" AAA"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "00000000-0000-0000-0000-00000000000",
                "00000000-0000-0000-0000-0000000000000",
                "0000000A-0000-0000-0000-000000000000",
                "0000000-00000-0000-0000-000000000000",
                "+0000000-0000-0000-0000-000000000000",
                "0000000g-0000-0000-0000-000000000000",
                "00000000-0000-0000-0000-00000000000٠"
            })
    void a_second_spelling_of_a_member_id_is_refused(String text) {
        assertMalformed(() -> MemberId.parse(text));
    }

    @Test
    void members_are_in_the_order_of_their_written_ids() {
        for (int i = 0; i < 1_000; i++) {
            MemberId one = new MemberId(new UUID(random.nextLong(), random.nextLong()));
            MemberId other = new MemberId(new UUID(random.nextLong(), random.nextLong()));
            assertThat(Integer.signum(one.compareTo(other)))
                    .isEqualTo(Integer.signum(one.toString().compareTo(other.toString())));
        }
    }

    @Test
    void fixed_sizes_are_kept() {
        for (int length = 0; length < 100; length++) {
            byte[] bytes = bytes(length);
            if (length != 16) {
                assertMalformed(() -> new Content(bytes, bytes));
            }
            if (length != 32) {
                assertMalformed(() -> Bytes32.of(bytes));
                assertMalformed(() -> SigningKey.ofSeed(bytes));
            }
            if (length != 64) {
                assertMalformed(() -> new Signature(bytes));
            }
        }
    }

    @Test
    void an_empty_log_has_the_empty_root_and_no_log_is_shorter() {
        assertMalformed(() -> new TreeHead(0, Bytes32.ZERO));
        assertMalformed(() -> new TreeHead(-1, Bytes32.ZERO));
        assertMalformed(() -> new Event(0, 0, World.ofTwo().event(1).signed()));
    }

    @Test
    void what_is_secret_or_said_is_not_printed() {
        SigningKey key = SigningKey.ofSeed(bytes(32));
        Content content = new Content(bytes(16), "a secret".getBytes());
        assertThat(key.toString()).doesNotContain(Base64Url.encode(key.seed()));
        assertThat(content.toString()).isEqualTo("Content(8 bytes)");
    }

    /// Of all the last characters that mean the same bytes, one is taken.
    private static void assertOnlyOneLastCharacter(String zeros, Function<String, ?> parse) {
        String start = zeros.substring(1);
        for (char last = ' '; last <= '~'; last++) {
            assertOneSpelling(start + last, parse);
        }
        assertThatThrownBy(() -> parse.apply(start + "B")).isInstanceOf(Malformed.class);
    }

    private static void assertOneSpelling(String text, Function<String, ?> parse) {
        Object parsed;
        try {
            parsed = parse.apply(text);
        } catch (Malformed e) {
            return;
        }
        assertThat(parsed).hasToString(text);
    }

    private static void assertMalformed(Runnable work) {
        assertThatThrownBy(work::run).isInstanceOf(Malformed.class);
    }

    private Header withLong(int place, long value) {
        return Header.decode(ByteBuffer.wrap(header().encode()).putLong(place, value).array());
    }

    private Header header() {
        return header(random.nextInt(1 << 16));
    }

    private Header header(int kind) {
        return new Header(
                new LogId(hash()),
                new MemberId(new UUID(random.nextLong(), random.nextLong())),
                new VerifyKey(hash()),
                random.nextLong(1, Long.MAX_VALUE),
                random.nextInt(4) == 0
                        ? TreeHead.EMPTY
                        : new TreeHead(random.nextLong(1, Long.MAX_VALUE), hash()),
                random.nextLong(),
                kind,
                hash());
    }

    private Genesis genesis(String address) {
        return new Genesis(new VerifyKey(hash()), new VerifyKey(hash()), address);
    }

    private Bytes32 hash() {
        return Bytes32.of(bytes(32));
    }

    private byte[] bytes(int length) {
        byte[] bytes = new byte[length];
        random.nextBytes(bytes);
        return bytes;
    }
}
