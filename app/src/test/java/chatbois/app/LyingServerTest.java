package chatbois.app;

import static chatbois.app.TestCommunity.await;
import static org.assertj.core.api.Assertions.assertThat;

import chatbois.client.home.Broken;
import chatbois.client.session.Session;
import chatbois.client.session.SessionState;
import chatbois.client.session.Snapshot.ChatInfo;
import chatbois.log.LogBroken;
import chatbois.log.LogId;
import chatbois.protocol.Refused;
import chatbois.protocol.name.ChatName;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// A server that is not what it was is reported plainly.
@Timeout(60)
class LyingServerTest {
    @TempDir Path directory;
    private TestCommunity shed;
    private Session ann;

    @BeforeEach
    void found() throws Exception {
        shed = new TestCommunity(directory);
        ann = shed.owner("ann");
    }

    @AfterEach
    void close() {
        shed.close();
    }

    @Test
    void a_chat_that_lost_its_newest_messages_is_reported_until_that_is_dismissed()
            throws Exception {
        LogId chat = ann.makeChat(new ChatName("tools"), List.of()).get();
        ann.send(chat, "one", false).get();
        shed.stopServer();
        shed.backUp();
        shed.startServer();
        back(ann);
        ann.send(chat, "two", false).get();
        await("ann has read it", () -> info(ann, chat).size() == 3);
        shed.stopServer();
        shed.restore();
        shed.startServer();
        ann.retryNow();

        await("ann is told", () -> info(ann, chat).broken() != null);
        assertThat(broken(ann, chat).kind()).isEqualTo(LogBroken.Kind.TRUNCATED);
        assertThat(ann.snapshot().notices().getLast().sentence())
                .contains("tools", "it had 3 events and now has 2");
        assertThat(ann.send(chat, "three", false))
                .failsWithin(java.time.Duration.ofSeconds(5))
                .withThrowableOfType(ExecutionException.class)
                .withCauseInstanceOf(Refused.class);

        ann.close();
        Session again = shed.again("ann");
        assertThat(broken(again, chat).kind()).isEqualTo(LogBroken.Kind.TRUNCATED);

        again.dismiss(chat);
        back(again);
        await("the chat is whole", () -> info(again, chat).broken() == null);
        again.send(chat, "three", false).get();
        again.close();
        assertThat(info(shed.again("ann"), chat).broken()).isNull();
    }

    @Test
    void a_community_that_lost_members_stops_until_that_is_dismissed() throws Exception {
        shed.stopServer();
        shed.backUp();
        shed.startServer();
        back(ann);
        shed.invited(ann, "bob");
        await("ann knows bob", () -> ann.snapshot().members().size() == 2);
        shed.stopServer();
        shed.restore();
        shed.startServer();
        ann.retryNow();

        await("ann stops", () -> ann.snapshot().state() instanceof SessionState.Stopped);
        assertThat(ann.snapshot().state())
                .isInstanceOfSatisfying(
                        SessionState.Stopped.class,
                        stopped -> assertThat(stopped.why()).contains("it had", "dismiss"));
        ann.dismiss(ann.community());
        back(ann);
        assertThat(ann.snapshot().members()).hasSize(1);
    }

    @Test
    void another_server_at_the_same_address_is_a_hard_stop() throws Exception {
        shed.stopServer();
        shed.replaceServer();
        ann.retryNow();
        await("ann stops", () -> ann.snapshot().state() instanceof SessionState.Stopped);
        assertThat(ann.snapshot().state())
                .isInstanceOfSatisfying(
                        SessionState.Stopped.class,
                        stopped -> assertThat(stopped.why()).contains("another community"));
    }

    private static void back(Session session) throws Exception {
        await(
                "it is back",
                () -> {
                    session.retryNow();
                    return session.snapshot().state() instanceof SessionState.Online;
                });
    }

    private static Broken broken(Session session, LogId chat) {
        return Objects.requireNonNull(info(session, chat).broken());
    }

    private static ChatInfo info(Session session, LogId chat) {
        return session.snapshot().chats().stream()
                .filter(c -> c.id().equals(chat))
                .findFirst()
                .orElseThrow();
    }
}
