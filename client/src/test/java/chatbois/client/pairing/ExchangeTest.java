package chatbois.client.pairing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import chatbois.log.Malformed;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Random;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/// Two devices, and whoever carries what they say.
class ExchangeTest {
    private static final PairingCode CODE = PairingCode.parse("4821-7390-5112");
    private static final byte[] HELLO = "hello".getBytes(StandardCharsets.UTF_8);

    private final SecureRandom random = new SecureRandom();
    private final Exchange member = Exchange.asMember(CODE, random);
    private final Exchange newcomer = Exchange.asNewcomer(CODE, random);

    @Test
    void who_knows_the_code_comes_to_a_channel() throws Exception {
        confirm(member, newcomer);
        Channel one = member.channel();
        Channel other = newcomer.channel();
        assertThat(other.open(one.seal(HELLO))).isEqualTo(HELLO);
        assertThat(one.open(other.seal(HELLO))).isEqualTo(HELLO);
        assertThat(other.open(one.seal(new byte[0]))).isEmpty();
    }

    @Test
    void no_two_exchanges_have_the_same_key() throws Exception {
        confirm(member, newcomer);
        Exchange member2 = Exchange.asMember(CODE, random);
        confirm(member2, Exchange.asNewcomer(CODE, random));
        byte[] said = member.channel().seal(HELLO);
        assertThat(member2.channel().seal(HELLO)).isNotEqualTo(said);
        assertThat(newcomer.channel().seal(HELLO)).as("each direction").isNotEqualTo(said);
    }

    @Test
    void the_member_finds_out_first_that_the_code_is_another() throws Exception {
        Exchange wrong = Exchange.asNewcomer(PairingCode.parse("4821-7390-5113"), random);
        byte[] second = wrong.second(member.answerFirst(wrong.first()));
        assertFails(() -> member.answerSecond(second));
        assertThatThrownBy(member::channel).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void one_wrong_try_ends_the_exchange_for_good() throws Exception {
        Exchange wrong = Exchange.asNewcomer(PairingCode.parse("4821-0000-0000"), random);
        byte[] second = wrong.second(member.answerFirst(wrong.first()));
        assertFails(() -> member.answerSecond(second));
        assertFails(() -> member.answerFirst(newcomer.first()));
        assertFails(() -> member.answerSecond(second));
    }

    @Test
    void the_slot_is_part_of_the_code() throws Exception {
        Exchange elsewhere = Exchange.asNewcomer(PairingCode.parse("4822-7390-5112"), random);
        byte[] second = elsewhere.second(member.answerFirst(elsewhere.first()));
        assertFails(() -> member.answerSecond(second));
    }

    @Test
    void what_a_side_said_itself_is_not_taken_back() throws Exception {
        assertFails(() -> newcomer.second(newcomer.first()));
        Exchange fresh = Exchange.asMember(CODE, random);
        assertFails(() -> fresh.answerFirst(fresh.first()));
    }

    @Test
    void what_was_said_in_another_exchange_is_not_taken() throws Exception {
        byte[] answer = member.answerFirst(newcomer.first());
        byte[] second = newcomer.second(answer);
        byte[] last = member.answerSecond(second);
        Exchange again = Exchange.asMember(CODE, random);
        again.answerFirst(newcomer.first());
        assertFails(() -> again.answerSecond(second));
        Exchange later = Exchange.asNewcomer(CODE, random);
        assertFails(() -> later.second(answer));
        newcomer.finish(last);
    }

    @Test
    void a_server_in_the_middle_that_plays_both_sides_needs_the_code() throws Exception {
        PairingCode guess = PairingCode.parse("4821-1111-1111");
        Exchange toNewcomer = Exchange.asMember(guess, random);
        Exchange toMember = Exchange.asNewcomer(guess, random);
        byte[] forMember = toMember.second(member.answerFirst(toMember.first()));
        assertFails(() -> member.answerSecond(forMember));
        byte[] fromNewcomer = newcomer.second(toNewcomer.answerFirst(newcomer.first()));
        assertFails(() -> toNewcomer.answerSecond(fromNewcomer));
    }

    @Test
    void a_bit_that_was_changed_anywhere_is_noticed() throws Exception {
        Random where = new Random(5);
        for (int i = 0; i < 60; i++) {
            Exchange one = Exchange.asMember(CODE, random);
            Exchange other = Exchange.asNewcomer(CODE, random);
            int message = i % 4;
            assertFails(() -> {
                byte[] first = changed(other.first(), message == 0, where);
                byte[] answer = changed(one.answerFirst(first), message == 1, where);
                byte[] second = changed(other.second(answer), message == 2, where);
                other.finish(changed(one.answerSecond(second), message == 3, where));
            });
        }
    }

    @Test
    void what_is_no_message_is_refused() {
        for (int length : new int[] {0, 1, 195, 196, 197, 5_000}) {
            assertFails(() -> Exchange.asMember(CODE, random).answerFirst(new byte[length]));
            assertFails(() -> Exchange.asNewcomer(CODE, random).second(new byte[length]));
        }
        assertFails(() -> member.answerSecond(new byte[Payloads.ROUND_2 + Payloads.ROUND_3]));
        assertFails(() -> newcomer.finish(new byte[Payloads.ROUND_3]));
    }

    @Test
    void nothing_on_the_channel_is_left_out_changed_or_said_again() throws Exception {
        confirm(member, newcomer);
        Channel from = member.channel();
        byte[] one = from.seal(HELLO);
        byte[] two = from.seal(HELLO);
        assertFails(() -> newcomer.channel().open(two));
        assertFails(() -> newcomer.channel().open(changed(one, true, new Random(1))));
        assertFails(() -> newcomer.channel().open(new byte[3]));
        Channel to = newcomer.channel();
        to.open(one);
        assertFails(() -> to.open(one));
    }

    @Test
    void a_code_is_read_as_people_type_it() {
        assertThat(PairingCode.parse(" 482173905112 ")).isEqualTo(CODE);
        assertThat(PairingCode.parse("4821 7390 5112")).isEqualTo(CODE);
        assertThat(CODE.text()).isEqualTo("4821-7390-5112");
        assertThat(CODE.toString()).doesNotContain("7390");
        for (String typed : new String[] {"", "4821", "4821-7390-511x", "0821-7390-5112"}) {
            assertThatThrownBy(() -> PairingCode.parse(typed)).isInstanceOf(Malformed.class);
        }
        for (int i = 0; i < 100; i++) {
            PairingCode code = PairingCode.generate(CODE.slot(), random);
            assertThat(PairingCode.parse(code.text())).isEqualTo(code);
        }
    }

    private static void confirm(Exchange member, Exchange newcomer) throws PairingFailed {
        byte[] answer = member.answerFirst(newcomer.first());
        newcomer.finish(member.answerSecond(newcomer.second(answer)));
    }

    private static byte[] changed(byte[] message, boolean really, Random where) {
        byte[] copy = message.clone();
        if (really) {
            copy[where.nextInt(copy.length)] ^= (byte) (1 << where.nextInt(8));
        }
        return copy;
    }

    private static void assertFails(ThrowingCallable call) {
        assertThatThrownBy(call).isInstanceOf(PairingFailed.class);
    }
}
