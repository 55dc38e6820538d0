package chatbois.app;

import static chatbois.app.TestCommunity.await;
import static chatbois.protocol.Suggestion.Sort.CHAT;
import static chatbois.protocol.Suggestion.Sort.MEMBER;
import static org.assertj.core.api.Assertions.assertThat;

import chatbois.client.session.Session;
import chatbois.log.LogId;
import chatbois.protocol.name.ChatName;
import chatbois.protocol.name.MemberName;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// Names that complete themselves, from a member's client to the server and back.
@Timeout(60)
class SuggestTest {
    @TempDir Path directory;
    private TestCommunity shed;
    private Session ann;

    @BeforeEach
    void found() throws Exception {
        shed = new TestCommunity(directory);
        ann = shed.owner("ann");
        for (String name : List.of("Bob", "bérénice", "ბენო", "漢字")) {
            shed.invited(ann, name);
        }
        await("everybody is known", () -> ann.snapshot().members().size() == 5);
    }

    @AfterEach
    void close() {
        shed.close();
    }

    @Test
    void members_come_as_they_are_written_however_they_are_typed() throws Exception {
        assertThat(ann.questions().suggest("B", MEMBER, null).get())
                .containsExactly("Bob", "bérénice");
        assertThat(ann.questions().suggest("bere", MEMBER, null).get()).containsExactly("bérénice");
        assertThat(ann.questions().suggest("ბ", MEMBER, null).get()).containsExactly("ბენო");
        assertThat(ann.questions().suggest("漢", MEMBER, null).get()).containsExactly("漢字");
        assertThat(ann.questions().suggest("ann", MEMBER, null).get()).isEmpty();
    }

    @Test
    void chats_come_with_their_signs() throws Exception {
        LogId tools = ann.makeChat(ChatName.parse("big tools"), List.of()).get();
        ann.direct(ann.memberNamed(new MemberName("Bob")).orElseThrow().id()).get();
        ann.send(tools, "who has the saw?", false).get();
        assertThat(ann.questions().suggest("", CHAT, tools).get())
                .containsExactlyInAnyOrder("#big tools", "@Bob");
        assertThat(ann.questions().suggest("big t", CHAT, null).get())
                .containsExactly("#big tools");
        assertThat(ann.questions().suggest("bo", CHAT, null).get()).containsExactly("@Bob");
    }

    @Test
    void without_a_server_the_question_fails_at_once() throws Exception {
        shed.stopServer();
        await(
                "the cut is noticed",
                () -> ann.questions().suggest("b", MEMBER, null).isCompletedExceptionally());
        shed.startServer();
    }
}
