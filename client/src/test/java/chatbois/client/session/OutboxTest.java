package chatbois.client.session;

import static org.assertj.core.api.Assertions.assertThat;

import chatbois.client.session.Outbox.Verdict;
import chatbois.log.Bytes32;
import chatbois.log.Event;
import chatbois.log.LogId;
import chatbois.log.MemberId;
import chatbois.log.SignedEvent;
import chatbois.log.SigningKey;
import chatbois.log.TreeHead;
import chatbois.protocol.Refusal;
import chatbois.protocol.Refusal.Code;
import chatbois.protocol.Reply.Appended.Place;
import chatbois.protocol.Request;
import chatbois.protocol.event.EventBody.ChatLeft;
import chatbois.protocol.event.EventBody.Message;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class OutboxTest {
    private static final LogId LOG = new LogId(new Bytes32(1, 2, 3, 4));
    private static final Bytes32 HASH = new Bytes32(5, 6, 7, 8);

    private final Pen pen =
            new Pen(
                    new MemberId(new UUID(1, 2)),
                    SigningKey.generate(new SecureRandom()),
                    Clock.systemUTC(),
                    new SecureRandom());
    private final Outbox outbox = new Outbox();

    @Test
    void events_go_out_in_order_and_one_at_a_time_under_the_next_numbers() {
        Pending one = add("one");
        Pending two = add("two");
        outbox.ready(41);

        assertThat(next()).isSameAs(one);
        assertThat(number(one)).isEqualTo(42);
        assertThat(outbox.next(TreeHead.EMPTY, 0)).isEmpty();

        outbox.stored(one, new Place(LOG, 7, 0));
        assertThat(next()).isSameAs(two);
        assertThat(number(two)).isEqualTo(43);
    }

    @Test
    void nothing_goes_out_before_the_numbering_is_known() {
        add("one");
        assertThat(outbox.next(TreeHead.EMPTY, 0)).isEmpty();
    }

    @Test
    void what_is_about_an_event_on_its_way_here_waits_until_that_is_seen() {
        Pending answer = answerTo(7);
        outbox.ready(0);
        TreeHead before = new TreeHead(6, HASH);
        TreeHead after = new TreeHead(7, HASH);

        assertThat(outbox.next(before, 7)).isEmpty();
        assertThat(outbox.next(after, 7)).contains(answer);
    }

    @Test
    void what_is_about_an_event_that_nobody_promised_is_for_the_server_to_refuse() {
        Pending answer = answerTo(8);
        outbox.ready(0);
        assertThat(outbox.next(new TreeHead(7, HASH), 7)).contains(answer);
    }

    @Test
    void after_a_cut_the_very_same_bytes_go_out_again() {
        Pending one = add("one");
        outbox.ready(0);
        Request before = request(next());
        outbox.cut();
        assertThat(outbox.next(TreeHead.EMPTY, 0)).isEmpty();
        outbox.ready(1);
        assertThat(request(next())).isSameAs(before);
        assertThat(number(one)).isEqualTo(1);
    }

    @Test
    void a_cut_gives_back_what_the_server_surely_has_not_got_but_messages_wait() {
        Pending sent = deed();
        Pending said = add("said");
        Pending unsent = deed();
        outbox.ready(0);
        assertThat(next()).isSameAs(sent);
        assertThat(outbox.cut()).containsExactly(unsent);
        assertThat(outbox.notInLog()).containsExactly(sent, said);
    }

    @Test
    void a_cut_gives_back_what_the_server_has_put_off() {
        Pending deed = deed();
        outbox.ready(0);
        next();
        assertThat(declined(deed, Code.SHUTTING_DOWN)).isEqualTo(Verdict.LATER);
        assertThat(outbox.cut()).containsExactly(deed);
        assertThat(outbox.size()).isZero();
    }

    @Test
    void a_refused_event_does_not_block_the_next_which_takes_its_number() {
        Pending one = add("one");
        Pending two = add("two");
        outbox.ready(0);
        next();
        assertThat(declined(one, Code.NOT_ALLOWED)).isEqualTo(Verdict.GIVEN_UP);
        assertThat(next()).isSameAs(two);
        assertThat(number(two)).isEqualTo(1);
    }

    @Test
    void a_busy_server_is_asked_again_later_with_the_same_bytes() {
        Pending one = add("one");
        outbox.ready(0);
        Request before = request(next());
        assertThat(declined(one, Code.STORAGE_FULL)).isEqualTo(Verdict.LATER);
        assertThat(outbox.next(TreeHead.EMPTY, 0)).isEmpty();
        outbox.again();
        assertThat(request(next())).isSameAs(before);
        assertThat(outbox.size()).isEqualTo(1);
    }

    @Test
    void what_is_said_once_is_given_up_when_the_disk_is_full() {
        Pending one = add("one", /* once= */ true);
        outbox.ready(0);
        next();
        assertThat(declined(one, Code.BUSY)).isEqualTo(Verdict.LATER);
        outbox.again();
        next();
        assertThat(declined(one, Code.STORAGE_FULL)).isEqualTo(Verdict.GIVEN_UP);
        assertThat(outbox.size()).isZero();
    }

    @Test
    void a_number_that_another_process_took_is_replaced() {
        Pending one = add("one");
        outbox.ready(0);
        next();
        outbox.saw(event(pen.write(LOG, 1, TreeHead.EMPTY, new Message("by another", false)), 1));
        assertThat(declined(one, Code.OUT_OF_SEQUENCE)).isEqualTo(Verdict.AGAIN);
        assertThat(number(next())).isEqualTo(2);
    }

    @Test
    void a_number_that_is_wrong_for_no_known_reason_is_asked_anew_but_not_for_ever() {
        Pending one = add("one");
        outbox.ready(0);
        for (int i = 0; i < 3; i++) {
            next();
            assertThat(declined(one, Code.OUT_OF_SEQUENCE)).isEqualTo(Verdict.RELEARN);
        }
        next();
        assertThat(declined(one, Code.OUT_OF_SEQUENCE)).isEqualTo(Verdict.GIVEN_UP);
    }

    @Test
    void an_event_that_is_read_back_before_its_acknowledgement_is_settled_once() {
        Pending one = add("one");
        outbox.ready(0);
        Request.Append sent = (Request.Append) request(next());
        assertThat(outbox.saw(event(sent.event(), 1))).contains(one);
        assertThat(outbox.stored(one, new Place(LOG, 1, 0))).isFalse();
        assertThat(declined(one, Code.BUSY)).isEqualTo(Verdict.NOTHING);
    }

    @Test
    void an_acknowledged_event_is_shown_until_it_is_read_in_the_log() {
        Pending one = add("one");
        outbox.ready(0);
        next();
        outbox.stored(one, new Place(LOG, 5, 0));
        outbox.read(4);
        assertThat(outbox.notInLog()).containsExactly(one);
        assertThat(outbox.size()).isZero();
        outbox.read(5);
        assertThat(outbox.notInLog()).isEmpty();
    }

    private Pending add(String text) {
        return add(text, /* once= */ false);
    }

    private Pending add(String text, boolean once) {
        Message message = new Message(text, false);
        Pending pending =
                new Pending(
                        (number, seen) -> new Request.Append(pen.write(LOG, number, seen, message)),
                        message,
                        once,
                        0);
        outbox.add(pending);
        return pending;
    }

    private Pending answerTo(long seq) {
        Pending.Draft draft =
                new Pending.Draft() {
                    @Override
                    public Request sign(long number, TreeHead seen) {
                        return new Request.Append(pen.write(LOG, number, seen, new ChatLeft()));
                    }

                    @Override
                    public long about() {
                        return seq;
                    }
                };
        Pending pending = new Pending(draft, null, /* once= */ false, 0);
        outbox.add(pending);
        return pending;
    }

    /// What is no message.
    private Pending deed() {
        Pending pending =
                new Pending(
                        (number, seen) ->
                                new Request.Append(pen.write(LOG, number, seen, new ChatLeft())),
                        null,
                        /* once= */ false,
                        0);
        outbox.add(pending);
        return pending;
    }

    private Pending next() {
        return outbox.next(TreeHead.EMPTY, 0).orElseThrow();
    }

    private static Pending.Signed signed(Pending pending) {
        Pending.Signed signed = pending.signed();
        assertThat(signed).isNotNull();
        return java.util.Objects.requireNonNull(signed);
    }

    private static Request request(Pending pending) {
        return signed(pending).request();
    }

    private static long number(Pending pending) {
        return signed(pending).number();
    }

    private Verdict declined(Pending pending, Code code) {
        return outbox.declined(pending, new Refusal(code, "No."));
    }

    private static Event event(SignedEvent signed, long seq) {
        return new Event(seq, 0, signed);
    }
}
