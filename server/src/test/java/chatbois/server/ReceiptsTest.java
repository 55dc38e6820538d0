package chatbois.server;

import static chatbois.server.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import chatbois.protocol.Limits;
import chatbois.protocol.Privacy;
import chatbois.protocol.Receipt;
import chatbois.protocol.Refusal.Code;
import chatbois.protocol.Reply;
import chatbois.protocol.Request;
import chatbois.protocol.event.EventBody;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Who is told what somebody has read.
class ReceiptsTest extends TwoInAChat {
    private static final Privacy TELLS = new Privacy(true, true, true, true);

    @BeforeEach
    void saySomething() throws Exception {
        anna.say(chat, "one");
        anna.say(chat, "two");
    }

    private List<Receipt> receipts(Client of) throws Exception {
        return ((Reply.Receipts) of.wire().ask(new Request.Receipts(chat))).receipts();
    }

    private static void tell(Client who, Privacy wish) throws Exception {
        who.wire().ask(new Request.SetPrivacy(wish));
    }

    private void read(Client who, long seq) throws Exception {
        who.wire().ask(new Request.MarkRead(chat, seq));
    }

    @Test
    void both_have_to_want_it_and_only_what_was_read_since_then_is_told() throws Exception {
        read(bert, 2);
        assertThat(receipts(anna)).isEmpty();
        tell(anna, TELLS);
        assertThat(receipts(anna)).isEmpty();
        tell(bert, TELLS);
        assertThat(receipts(anna)).isEmpty();
        read(bert, 3);
        assertThat(receipts(anna)).containsExactly(new Receipt(bert.id, 3));
        assertThat(receipts(bert)).isEmpty();
        tell(anna, Privacy.USUAL);
        assertThat(receipts(anna)).isEmpty();
    }

    @Test
    void it_outlives_the_server_until_somebody_wants_it_no_more() throws Exception {
        tell(anna, TELLS);
        tell(bert, TELLS);
        read(bert, 3);
        house.restart();
        anna.reconnect();
        bert.reconnect();
        assertThat(receipts(anna)).containsExactly(new Receipt(bert.id, 3));
        tell(bert, Privacy.USUAL);
        tell(bert, TELLS);
        assertThat(receipts(anna)).isEmpty();
    }

    @Test
    void whoever_came_in_later_has_read_nothing_by_that() throws Exception {
        Client carl = house.member("carl");
        tell(anna, TELLS);
        tell(carl, TELLS);
        anna.write(chat, new EventBody.MemberInvited(carl.id));
        carl.write(chat, new EventBody.ChatJoined());
        assertThat(receipts(anna)).isEmpty();
        read(carl, 1);
        assertThat(receipts(anna)).containsExactly(new Receipt(carl.id, 1));
    }

    @Test
    void in_larger_chats_nothing_is_told() throws Exception {
        Client[] many = new Client[Limits.SMALL_CHAT];
        for (int i = 0; i < many.length; i++) {
            many[i] = house.member("friend" + i);
        }
        chat = anna.makeChat("crowd", many);
        tell(anna, TELLS);
        tell(many[0], TELLS);
        read(many[0], 1);
        assertThat(receipts(anna)).isEmpty();
        many[1].write(chat, new EventBody.ChatLeft());
        assertThat(receipts(anna)).as("what was not told was not kept either").isEmpty();
        read(many[0], 2);
        assertThat(receipts(anna)).containsExactly(new Receipt(many[0].id, 2));
    }

    @Test
    void who_is_not_in_the_chat_is_refused() throws Exception {
        Client carl = house.member("carl");
        assertRefused(Code.NO_SUCH_CHAT, () -> carl.wire().ask(new Request.Receipts(chat)));
    }
}
