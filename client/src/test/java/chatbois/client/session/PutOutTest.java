package chatbois.client.session;

import static org.assertj.core.api.Assertions.assertThat;

import chatbois.log.Event;
import chatbois.log.TreeHead;
import chatbois.protocol.Push;
import chatbois.protocol.Refusal;
import chatbois.protocol.event.EventBody.ChatDeleted;
import chatbois.protocol.event.EventBody.ChatMemberRemoved;
import org.junit.jupiter.api.Test;

/// What a member is told who is put out while the client catches up, and can't read it any more.
class PutOutTest extends PlayedShed {
    @Test
    void the_reason_is_told_though_the_chat_can_t_be_read() {
        takeInBob();
        putOut(server.next(bob.write(CHAT, 1, TreeHead.EMPTY, removed())));
        assertThat(notices()).containsExactly("bob put you out of tools: spam.");
        assertThat(session.snapshot().chats()).isEmpty();
    }

    @Test
    void so_is_that_the_chat_was_deleted() {
        takeInBob();
        putOut(server.next(bob.write(CHAT, 1, TreeHead.EMPTY, new ChatDeleted())));
        assertThat(notices()).containsExactly("bob deleted tools.");
    }

    @Test
    void what_no_member_has_signed_is_not_believed() {
        putOut(server.next(bob.write(CHAT, 1, TreeHead.EMPTY, removed())));
        assertThat(notices()).isEmpty();
        assertThat(session.snapshot().chats()).isEmpty();
    }

    @Test
    void who_is_sent_away_while_catching_up_stays_away_and_knows_why() throws Exception {
        server.sendAway(new Refusal(Refusal.Code.KICKED, "You were disconnected: mind the rules."));
        session.retryNow();
        awaitStopped("You were disconnected: mind the rules. Type /reconnect to come back.");
        session.retryNow();
        await(state -> state instanceof SessionState.Online);
        server.sendAway(new Refusal(Refusal.Code.BANNED, "You are banned from Shed: spam."));
        session.retryNow();
        awaitStopped("You are banned from Shed: spam.");
    }

    private ChatMemberRemoved removed() {
        return new ChatMemberRemoved(ann.member(), "spam");
    }

    private void putOut(Event because) {
        server.tell(new Push.ChatGone(CHAT, because));
    }

    private void awaitStopped(String why) throws Exception {
        await(state -> state.equals(new SessionState.Stopped(why)));
    }
}
