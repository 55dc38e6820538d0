package chatbois.client.session;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import chatbois.log.LogBroken;
import chatbois.log.TreeHead;
import chatbois.protocol.event.EventBody.Message;
import org.junit.jupiter.api.Test;

/// The community's log and a chat's log come side by side, so a chat can be ahead.
class NewcomersTest extends PlayedShed {
    @Test
    void a_newcomers_words_wait_for_the_news_of_the_newcomer() {
        server.store(bob.write(server.community, 1, TreeHead.EMPTY, joined(bob, "bob", code)));
        store(bob, CHAT, 1, new Message("hello", false));
        server.tellNewest(CHAT);
        store(bob, CHAT, 2, new Message("anybody?", false));
        server.tellNewest(CHAT);
        assertThat(screen.view().entries()).hasSize(1);

        server.tellNewest(server.community);
        assertThat(screen.view().entries())
                .extracting(Entry::author)
                .containsExactly("ann", "bob", "bob");
        assertThat(session.snapshot().chats().getFirst().broken()).isNull();
        assertThat(session.snapshot().chats().getFirst().unread()).isEqualTo(2);
    }

    @Test
    void words_by_somebody_of_whom_there_is_no_news_are_reported() {
        store(bob, CHAT, 1, new Message("hello", false));
        server.tellNewest(CHAT);

        assertThat(screen.view().entries()).hasSize(1);
        assertThat(requireNonNull(session.snapshot().chats().getFirst().broken()).kind())
                .isEqualTo(LogBroken.Kind.FORGED);
        assertThat(session.snapshot().state()).isInstanceOf(SessionState.Online.class);
    }
}
