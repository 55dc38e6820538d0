package chatbois.server;

import static chatbois.server.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import chatbois.log.LogId;
import chatbois.protocol.Draft;
import chatbois.protocol.Limits;
import chatbois.protocol.Privacy;
import chatbois.protocol.Push;
import chatbois.protocol.Refusal.Code;
import chatbois.protocol.Reply;
import chatbois.protocol.Request;
import chatbois.protocol.event.EventBody;
import chatbois.server.store.Store;
import java.util.List;
import org.junit.jupiter.api.Test;

/// What the server keeps of what is written and not sent, and for whom.
class DraftsTest extends TwoInAChat {
    private static final Privacy OFF = new Privacy(true, true, false, false);

    private static void keep(Client who, LogId log, String text) throws Exception {
        assertThat(who.wire().ask(new Request.KeepDraft(new Draft(log, text))))
                .isEqualTo(new Reply.Done());
    }

    private static List<Draft> drafts(Client of) throws Exception {
        return ((Reply.DraftList) of.wire().ask(new Request.Drafts())).drafts();
    }

    /// The next draft that a connection is told.
    private static Draft told(Wire wire) throws Exception {
        while (true) {
            if (wire.next() instanceof Push.DraftIs(Draft draft)) {
                return draft;
            }
        }
    }

    @Test
    void it_is_kept_until_it_is_removed_and_outlives_the_server() throws Exception {
        keep(anna, chat, "half");
        keep(anna, chat, "half a sent");
        house.restart();
        anna.reconnect();
        assertThat(drafts(anna)).containsExactly(new Draft(chat, "half a sent"));
        keep(anna, chat, "");
        assertThat(drafts(anna)).isEmpty();
    }

    @Test
    void only_the_members_other_connections_are_told() throws Exception {
        Second others = Second.of(house, anna);
        Second berts = Second.of(house, bert);
        keep(anna, chat, "bert must not see this");
        keep(bert, chat, "mine");
        assertThat(told(others.wire())).isEqualTo(new Draft(chat, "bert must not see this"));
        // Had Anna's been told to Bert, it would have come first.
        assertThat(told(berts.wire())).isEqualTo(new Draft(chat, "mine"));
        keep(bert, chat, "");
        assertThat(told(berts.wire())).isEqualTo(new Draft(chat, ""));
        assertThat(drafts(bert)).isEmpty();
        assertThat(drafts(anna)).hasSize(1);
    }

    @Test
    void who_is_not_in_the_chat_is_refused() throws Exception {
        Client carl = house.member("carl");
        assertRefused(Code.NO_SUCH_CHAT, () -> keep(carl, chat, "let me in"));
        assertRefused(Code.NO_SUCH_CHAT, () -> keep(anna, house.community, "no chat"));
        assertThat(drafts(carl)).isEmpty();
    }

    @Test
    void it_goes_with_the_membership() throws Exception {
        keep(anna, chat, "stays");
        keep(bert, chat, "goes");
        bert.write(chat, new EventBody.ChatLeft());
        assertThat(drafts(bert)).isEmpty();
        anna.write(chat, new EventBody.MemberInvited(bert.id));
        bert.write(chat, new EventBody.ChatJoined());
        assertThat(drafts(bert)).isEmpty();
        keep(bert, chat, "goes again");
        anna.write(chat, new EventBody.ChatMemberRemoved(bert.id, ""));
        assertThat(drafts(bert)).isEmpty();
        assertThat(drafts(anna)).hasSize(1);
    }

    @Test
    void it_goes_with_the_chat() throws Exception {
        keep(anna, chat, "one");
        keep(bert, chat, "two");
        anna.write(chat, new EventBody.ChatDeleted());
        assertThat(drafts(anna)).isEmpty();
        assertThat(drafts(bert)).isEmpty();
    }

    @Test
    void it_goes_with_the_member() throws Exception {
        keep(bert, chat, "goes");
        bert.write(house.community, new EventBody.MemberLeft());
        house.stop();
        try (Store store = Store.open(house.data)) {
            List<Draft> left = store.read(reader -> reader.personal().drafts(bert.id));
            assertThat(left).isEmpty();
        }
        house.start();
    }

    @Test
    void nothing_is_kept_for_who_does_not_want_it() throws Exception {
        keep(anna, chat, "half");
        anna.wire().ask(new Request.SetPrivacy(OFF));
        assertThat(drafts(anna)).isEmpty();
        assertRefused(Code.NOT_ALLOWED, () -> keep(anna, chat, "half a sent"));
        anna.wire().ask(new Request.SetPrivacy(Privacy.USUAL));
        assertThat(drafts(anna)).isEmpty();
        keep(anna, chat, "half a sent");
        assertThat(drafts(anna)).hasSize(1);
    }

    @Test
    void there_is_a_most_of_them_and_all_fit_one_answer() throws Exception {
        String longest = "\u0001".repeat(Limits.TEXT);
        for (int i = 0; i < Limits.DRAFTS; i++) {
            LogId each = anna.makeChat("chat" + i, bert);
            keep(bert, each, longest);
        }
        assertRefused(Code.TOO_MANY, () -> keep(bert, chat, "one too many"));
        assertThat(drafts(bert)).hasSize(Limits.DRAFTS);
        keep(bert, drafts(bert).getFirst().chat(), "");
        keep(bert, chat, "fits again");
        assertThat(drafts(bert)).hasSize(Limits.DRAFTS);
    }
}
