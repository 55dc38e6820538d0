package chatbois.server;

import static chatbois.server.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import chatbois.log.Bytes32;
import chatbois.log.Event;
import chatbois.log.LogId;
import chatbois.log.LogPage;
import chatbois.log.SignedEvent;
import chatbois.log.TreeHead;
import chatbois.protocol.ChatSummary;
import chatbois.protocol.Limits;
import chatbois.protocol.Push;
import chatbois.protocol.Refusal.Code;
import chatbois.protocol.Reply;
import chatbois.protocol.Request;
import chatbois.protocol.event.EventBody;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// Messages: live, after a cut, back to the first one, each of them once.
class HistoryTest extends TwoInAChat {
    @Test
    void a_message_reaches_every_member_and_no_one_else() throws Exception {
        Client carl = house.member("carl");
        LogId other = anna.makeChat("other", carl);
        carl.read(other);
        for (Client member : List.of(anna, bert)) {
            member.read(chat);
        }
        anna.say(chat, "to you two");
        anna.say(other, "to carl");
        for (Client member : List.of(anna, bert)) {
            assertThat(member.await(chat, 2).texts()).containsExactly("to you two");
        }
        // What carl gets comes behind the message to the others.
        assertThat(carl.await(other, 2).texts()).containsExactly("to carl");
        assertThat(carl.wire().hasPushes()).isFalse();
    }

    @Test
    void a_resume_gets_exactly_the_rest() throws Exception {
        bert.read(chat);
        say(1, 3);
        bert.await(chat, 4);
        bert.wire().cut();
        say(4, 450);
        bert.reconnect();
        assertThat(bert.read(chat).newest()).isEqualTo(451);
        say(451, 460);
        assertThat(bert.await(chat, 461).texts()).isEqualTo(texts(1, 460));
    }

    @Test
    void a_newcomer_may_begin_with_the_end() throws Exception {
        say(1, 300);
        Reading reading = bert.resume(chat, -1);
        assertThat(reading.size()).isEqualTo(101);
        assertThat(bert.await(chat, 301).texts()).isEqualTo(texts(101, 300));
    }

    @Test
    void a_log_that_is_resumed_twice_is_told_once() throws Exception {
        bert.read(chat);
        for (int i = 1; i <= 50; i++) {
            CompletableFuture<Reply> said = anna.wire().send(message(i + 1, i));
            bert.resume(chat, 0);
            Wire.get(said);
        }
        assertThat(bert.await(chat, 51).texts()).isEqualTo(texts(1, 50));
        anna.resume(chat, 0);
    }

    @Test
    void history_is_paged_back_to_the_first_event_with_proofs() throws Exception {
        say(1, 520);
        bert.read(chat);
        TreeHead trusted = bert.await(chat, 521).head();
        List<Event> paged = new ArrayList<>();
        for (long last = 521; last > 0; last = 521 - paged.size()) {
            LogPage page = page(bert, last, 77, 521);
            page.verify(chat, trusted);
            assertThat(page.events().getLast().seq()).isEqualTo(last);
            paged.addAll(0, page.events());
        }
        assertThat(paged).isEqualTo(bert.reading(chat).events());
    }

    @Test
    void a_page_of_long_messages_is_a_short_one() throws Exception {
        String longText = "x".repeat(Limits.TEXT);
        for (int i = 0; i < 40; i++) {
            anna.say(chat, longText);
        }
        bert.read(chat);
        TreeHead trusted = bert.await(chat, 41).head();
        LogPage page = page(bert, 41, 200, 41);
        page.verify(chat, trusted);
        assertThat(page.events()).hasSizeBetween(6, 8);
        assertThat(page.events().getLast().seq()).isEqualTo(41);
    }

    @Test
    void a_page_outside_of_the_log_is_refused() throws Exception {
        for (long[] page : new long[][] {{0, 1, 1}, {2, 1, 1}, {1, 0, 1}, {1, 1, 9}, {-1, 1, 1}}) {
            assertRefused(Code.BAD_REQUEST, () -> page(bert, page[0], (int) page[1], page[2]));
        }
    }

    @Test
    void the_same_event_again_gets_the_same_place_and_is_stored_once() throws Exception {
        SignedEvent event = anna.next(chat, new EventBody.Message("once", false));
        Reply.Appended.Place place = anna.append(event);
        assertThat(anna.append(event)).isEqualTo(place);
        anna.say(chat, "next");
        assertThat(anna.append(event)).isEqualTo(place);
        house.restart();
        anna.reconnect();
        assertThat(anna.append(event)).isEqualTo(place);
        bert.reconnect();
        bert.read(chat);
        assertThat(bert.await(chat, 3).texts()).containsExactly("once", "next");
    }

    @Test
    void the_same_event_twice_at_once_is_stored_once() throws Exception {
        Request.Append append =
                new Request.Append(anna.next(chat, new EventBody.Message("once", false)));
        CompletableFuture<Reply> first = anna.wire().send(append);
        CompletableFuture<Reply> second = anna.wire().send(append);
        assertThat(Wire.get(second)).isEqualTo(Wire.get(first));
        assertThat(bert.read(chat).newest()).isEqualTo(2);
    }

    @Test
    void another_event_under_a_used_number_is_refused() throws Exception {
        anna.say(chat, "one");
        for (long number : new long[] {1, 2, 4, Long.MAX_VALUE}) {
            SignedEvent event =
                    anna.sign(chat, number, TreeHead.EMPTY, new EventBody.Message("x", false));
            assertRefused(Code.OUT_OF_SEQUENCE, () -> anna.append(event));
        }
        anna.say(chat, "two");
    }

    @Test
    void an_author_who_saw_another_history_is_refused() throws Exception {
        anna.say(chat, "one");
        anna.read(chat);
        TreeHead head = anna.await(chat, 2).head();
        Bytes32 otherRoot = bert.key.verifyKey().value();
        for (TreeHead seen :
                List.of(
                        new TreeHead(1, otherRoot),
                        new TreeHead(2, otherRoot),
                        new TreeHead(1, head.root()),
                        new TreeHead(3, head.root()),
                        new TreeHead(Long.MAX_VALUE, head.root()))) {
            SignedEvent event = anna.sign(chat, 3, seen, new EventBody.Message("x", false));
            assertRefused(Code.HISTORY_DIFFERS, () -> anna.append(event));
        }
        anna.append(anna.sign(chat, 3, head, new EventBody.Message("two", false)));
    }

    @Test
    void a_log_shorter_than_the_reader_knows_is_offered_as_it_is() throws Exception {
        TreeHead longer = new TreeHead(1_000, bert.key.verifyKey().value());
        Reply.Resumed resumed =
                (Reply.Resumed)
                        bert.wire()
                                .ask(
                                        new Request.Resume(
                                                List.of(
                                                        new Request.Resume.From(
                                                                chat, 1_000, longer))));
        assertThat(resumed.starts().getFirst().offer().head().head().size()).isEqualTo(1);
        assertThat(resumed.starts().getFirst().offer().fromPinned()).isEmpty();
    }

    @Test
    void unread_counts_and_markers_follow_a_member_to_every_client() throws Exception {
        Second phone = Second.of(house, bert);
        say(1, 5);
        assertThat(summary(bert).unread()).isEqualTo(5);
        assertThat(summary(anna).unread()).isZero();
        bert.wire().ask(new Request.MarkRead(chat, 4));
        assertThat(phone.marked()).isEqualTo(new Push.Marked(chat, 4, 2, 0));
        assertThat(summary(bert).readUpTo()).isEqualTo(4);
        assertThat(summary(bert).unread()).isEqualTo(2);
        house.restart();
        bert.reconnect();
        assertThat(summary(bert).readUpTo()).isEqualTo(4);
    }

    @Test
    void a_marker_never_goes_back_and_never_beyond_the_end() throws Exception {
        Second phone = Second.of(house, bert);
        say(1, 5);
        for (long mark : new long[] {3, 2, 0, 3}) {
            bert.wire().ask(new Request.MarkRead(chat, mark));
            assertThat(phone.marked()).isEqualTo(new Push.Marked(chat, 3, 3, 0));
        }
        for (long mark : new long[] {6, 7, Long.MAX_VALUE, 1L << 40}) {
            bert.wire().ask(new Request.MarkRead(chat, mark));
            assertThat(phone.marked()).isEqualTo(new Push.Marked(chat, 6, 0, 0));
        }
        assertRefused(Code.BAD_REQUEST, () -> bert.wire().ask(new Request.MarkRead(chat, -1)));
        assertThat(summary(bert).readUpTo()).isEqualTo(6);
    }

    private void say(int from, int to) throws Exception {
        List<CompletableFuture<Reply>> said = new ArrayList<>();
        for (int i = from; i <= to; i++) {
            said.add(anna.wire().send(message(i + 1, i)));
        }
        for (CompletableFuture<Reply> each : said) {
            Wire.get(each);
        }
    }

    private Request.Append message(long authorSeq, int number) {
        EventBody body = new EventBody.Message("message " + number, false);
        return new Request.Append(anna.sign(chat, authorSeq, TreeHead.EMPTY, body));
    }

    private static List<String> texts(int from, int to) {
        return IntStream.rangeClosed(from, to).mapToObj(i -> "message " + i).toList();
    }

    private ChatSummary summary(Client client) throws Exception {
        return ((Reply.ChatList) client.wire().ask(new Request.Chats())).chats().getFirst();
    }

    private LogPage page(Client client, long last, int limit, long size) throws Exception {
        return ((Reply.Paged) client.wire().ask(new Request.Page(chat, last, limit, size))).page();
    }
}
