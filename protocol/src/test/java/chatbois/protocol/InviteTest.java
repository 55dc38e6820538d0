package chatbois.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import chatbois.log.Bytes32;
import chatbois.log.LogId;
import chatbois.log.Malformed;
import java.security.SecureRandom;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class InviteTest {
    private static final String CODE = "0123456789ABCDEFGHJK";
    private static final String ID = new LogId(Bytes32.ZERO).toString();

    @Test
    void an_invite_comes_back_as_it_went() {
        SecureRandom random = new SecureRandom();
        for (String address : new String[] {"example.org:7777", "[::1]:1", "1.2.3.4:65535"}) {
            Invite invite =
                    new Invite(
                            Address.parse(address),
                            InviteCode.generate(random),
                            new LogId(Bytes32.ZERO));
            assertThat(Invite.parse(invite.line())).isEqualTo(invite);
            assertThat(Invite.parse("  " + invite.line() + "\n")).isEqualTo(invite);
            assertThat(invite.toString()).doesNotContain(invite.code().secret());
        }
    }

    @Test
    void generated_codes_are_never_the_same() {
        SecureRandom random = new SecureRandom();
        Set<String> codes = new HashSet<>();
        for (int i = 0; i < 10_000; i++) {
            assertThat(codes.add(InviteCode.generate(random).secret())).isTrue();
        }
    }

    @Test
    void a_code_is_read_as_people_write_it() {
        InviteCode code = InviteCode.parse("0011ABCDEFGHJKMNPQRS");
        assertThat(InviteCode.parse("oOiLabcdefghjkmnpqrs")).isEqualTo(code);
        assertThat(InviteCode.parse("OoLiABCDEFGHJKMNPQRS")).isEqualTo(code);
        assertThat(code.hashCode()).isEqualTo(InviteCode.parse("00ILABCDEFGHJKMNPQRS").hashCode());
        assertThat(code.verifyKey()).isEqualTo(code.key().verifyKey());
        assertThat(code).isNotEqualTo(InviteCode.parse(CODE));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "0123456789ABCDEFGHJ",
                "0123456789ABCDEFGHJKM",
                "0123456789ABCDEFGHJU",
                "0123456789ABCDEFGHJ ",
                "0123456789ABCDEFGHJ-",
                "ß123456789ABCDEFGHJK",
                "ſ123456789ABCDEFGHJK",
                "ı123456789ABCDEFGHJK",
                "٠123456789ABCDEFGHJK"
            })
    void a_code_of_other_characters_or_length_is_refused(String code) {
        assertThatThrownBy(() -> InviteCode.parse(code)).isInstanceOf(Malformed.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "chatbois://",
                "http://example.org:7777/" + CODE,
                "chatbois://example.org:7777/" + CODE + "/x",
                "chatbois://example.org:7777/" + CODE + "#",
                "chatbois://example.org:7777/" + CODE + "#short",
                "chatbois://example.org:7777#x",
                "chatbois://user@example.org:7777/" + CODE,
                "chatbois://exa\u00A0mple.org:7777/" + CODE,
            })
    void a_line_that_is_no_invite_is_refused(String line) {
        String whole = line.contains("#") ? line : line + "#" + ID;
        assertThatThrownBy(() -> Invite.parse(whole)).isInstanceOf(Malformed.class);
    }

    @Test
    void an_invite_is_read_though_its_line_was_broken() {
        String line = "chatbois://example.org:7777/" + CODE + "#" + ID;
        for (int i = 0; i <= line.length(); i++) {
            String broken = line.substring(0, i) + "\r\n  " + line.substring(i);
            assertThat(Invite.parse(broken).line()).isEqualTo(line);
        }
    }

    @Test
    void a_line_with_more_around_it_is_refused() {
        String line = "chatbois://example.org:7777/" + CODE + "#" + ID;
        assertThat(Invite.parse(line).line()).isEqualTo(line);
        for (String other : new String[] {line + "A", line + "?", "x" + line, line + " " + line}) {
            assertThatThrownBy(() -> Invite.parse(other)).isInstanceOf(Malformed.class);
        }
        String longer = line + " ".repeat(10_000);
        assertThatThrownBy(() -> Invite.parse(longer)).isInstanceOf(Malformed.class);
        assertThatThrownBy(() -> Invite.parse("chatbois://" + "x".repeat(100_000)))
                .isInstanceOf(Malformed.class);
    }

    @ParameterizedTest
    @CsvSource({
        "example.org,example.org,7777",
        "example.org:1,example.org,1",
        "localhost:0,localhost,0",
        "127.0.0.1:65535,127.0.0.1,65535",
        "[::1],::1,7777",
        "[::ffff:1.2.3.4]:80,::ffff:1.2.3.4,80",
        "[fe80::1%eth0]:80,fe80::1%eth0,80"
    })
    void an_address_comes_back_as_it_went(String text, String host, int port) {
        Address address = Address.parse(text);
        assertThat(address).isEqualTo(new Address(host, port));
        assertThat(Address.parse(address.toString())).isEqualTo(address);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                ":7777",
                "host:",
                "host:65536",
                "host:-1",
                "host:+1",
                "host:123456",
                "::1",
                "[::1",
                "[]:1",
                "[1.2.3.4]:1",
                "[host]:1",
                "ho st",
                "host/x",
                "host:٧",
                "höst"
            })
    void what_is_no_address_is_refused(String text) {
        assertThatThrownBy(() -> Address.parse(text)).isInstanceOf(Malformed.class);
    }

    @Test
    void an_address_has_at_most_255_characters_port_included() {
        assertThat(new Address("x".repeat(250), 7777).toString()).hasSize(255);
        assertThat(Address.parse("x".repeat(250)).toString()).hasSize(255);
        assertThatThrownBy(() -> Address.parse("x".repeat(251))).isInstanceOf(Malformed.class);
        assertThatThrownBy(() -> new Address("x".repeat(251), 7777)).isInstanceOf(Malformed.class);
        assertThatThrownBy(() -> new Address("a b", 1)).isInstanceOf(Malformed.class);
    }
}
