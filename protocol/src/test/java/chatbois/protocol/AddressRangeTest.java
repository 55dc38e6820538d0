package chatbois.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AddressRangeTest {
    @ParameterizedTest
    @CsvSource({
        "203.0.113.7, 203.0.113.7",
        "203.0.113.7/24, 203.0.113.0/24",
        "203.0.113.7/32, 203.0.113.7",
        "0.0.0.0/0, 0.0.0.0/0",
        "2001:db8::1/32, 2001:db8:0:0:0:0:0:0/32",
        "::1, 0:0:0:0:0:0:0:1",
    })
    void a_range_is_read_and_written(String typed, String written) {
        AddressRange range = AddressRange.parse(typed);
        assertThat(range.toString()).isEqualTo(written);
        assertThat(AddressRange.parse(written)).isEqualTo(range);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "ben",
                "localhost",
                "203.0.113.0/33",
                "::1/129",
                "1.2.3.4/",
                "1.2.3.4/-1",
                "1.2.3",
                "256.0.0.1",
                "1.2.3.4/24/8",
                "fe80::1%eth0",
                "face",
                "1.2.3.4/999"
            })
    void what_is_no_range_is_refused(String typed) {
        assertThatThrownBy(() -> AddressRange.parse(typed))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_range_holds_what_begins_with_its_bits_and_nothing_else() throws Exception {
        Random random = new Random(1);
        for (int i = 0; i < 2_000; i++) {
            byte[] bytes = new byte[random.nextBoolean() ? 4 : 16];
            random.nextBytes(bytes);
            int all = bytes.length * 8;
            int bits = random.nextInt(all + 1);
            String typed = InetAddress.getByAddress(bytes).getHostAddress() + "/" + bits;
            AddressRange range = AddressRange.parse(typed);
            int flipped = random.nextInt(all);
            bytes[flipped / 8] ^= (byte) (0x80 >>> flipped % 8);
            assertThat(range.contains(InetAddress.getByAddress(bytes)))
                    .as("%s with bit %d flipped", typed, flipped)
                    .isEqualTo(flipped >= bits);
        }
        assertThat(AddressRange.parse("0.0.0.0/0").contains(InetAddress.ofLiteral("::1")))
                .isFalse();
    }
}
