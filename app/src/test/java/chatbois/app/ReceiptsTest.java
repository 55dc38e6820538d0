package chatbois.app;

import static chatbois.app.TestCommunity.await;
import static org.assertj.core.api.Assertions.assertThat;

import chatbois.client.session.Session;
import chatbois.log.LogId;
import chatbois.protocol.Privacy;
import chatbois.protocol.Receipt;
import chatbois.protocol.name.ChatName;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// What others have read, from a member's client to another's.
@Timeout(60)
class ReceiptsTest {
    @TempDir Path directory;
    private TestCommunity shed;

    @BeforeEach
    void found() throws Exception {
        shed = new TestCommunity(directory);
    }

    @AfterEach
    void close() {
        shed.close();
    }

    @Test
    void among_those_who_want_it_it_is_known_who_has_read_a_message() throws Exception {
        Session ann = shed.owner("ann");
        Session bob = shed.invited(ann, "bob");
        Privacy tells = new Privacy(true, true, true, true);
        ann.company().attendance().privacy(tells).get();
        bob.company().attendance().privacy(tells).get();
        var bobs = bob.snapshot().me().id();
        await("bob is known", () -> ann.snapshot().members().size() == 2);
        LogId chat = ann.makeChat(ChatName.parse("tools"), List.of(bobs)).get();
        long seq = ann.send(chat, "who has the saw?", false).get().seq();
        assertThat(ann.questions().receipts(chat).get()).isEmpty();
        await("the chat is there", () -> bob.snapshot().unread() == 1);
        bob.markRead(chat, seq);
        await(
                "bob has read it",
                () ->
                        ann.questions()
                                .receipts(chat)
                                .join()
                                .equals(List.of(new Receipt(bobs, seq))));
    }
}
