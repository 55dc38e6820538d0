package chatbois.app;

import static org.assertj.core.api.Assertions.assertThat;

import chatbois.client.session.Notice;
import chatbois.client.session.Session;
import chatbois.client.session.SessionState;
import chatbois.log.LogId;
import chatbois.protocol.name.ChatName;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// Who is told that somebody came into the community, over a real server: Ann is the owner.
@Timeout(60)
class NewcomersTest {
    @TempDir Path directory;
    private TestCommunity shed;
    private Session ann;
    private Session bob;

    @BeforeEach
    void found() throws Exception {
        shed = new TestCommunity(directory);
        ann = shed.owner("ann");
        bob = shed.invited(ann, "bob");
    }

    @AfterEach
    void close() {
        shed.close();
    }

    @Test
    void those_who_are_there_are_told_who_comes_in_and_by_whom() throws Exception {
        await(ann, "bob joined the community, invited by you.");
        shed.invited(bob, "cleo");
        await(ann, "cleo joined the community, invited by bob.");
        await(bob, "cleo joined the community, invited by you.");
        assertThat(ann.snapshot().notices()).allMatch(Notice::quiet);
    }

    @Test
    void a_newcomer_is_not_told_who_came_before() throws Exception {
        Session cleo = shed.invited(bob, "cleo");
        shed.invited(ann, "dan");
        await(cleo, "dan joined the community, invited by ann.");
        assertThat(notices(cleo)).hasSize(1);
    }

    @Test
    void whoever_comes_back_is_told_once_of_all_who_came_and_stayed() throws Exception {
        bob.close();
        for (String name : List.of("cleo", "dan", "eve", "fay", "gil")) {
            shed.invited(ann, name);
        }
        Session back = shed.again("bob");
        await(back, "cleo, dan, eve and 2 more joined the community.");
        assertThat(notices(back)).hasSize(1);
    }

    @Test
    void whoever_is_put_into_a_new_chat_is_told_by_whom_and_nobody_who_came_in_alone()
            throws Exception {
        Session cleo = shed.invited(bob, "cleo");
        LogId kitchen =
                ann.makeChat(new ChatName("kitchen"), List.of(bob.snapshot().me().id())).get();
        await(bob, "ann made #kitchen with you in it.");
        ann.invite(kitchen, cleo.snapshot().me().id()).get();
        TestCommunity.await("invited", () -> !cleo.snapshot().invitations().isEmpty());
        cleo.accept(kitchen).get();
        ann.direct(cleo.snapshot().me().id()).get();
        ann.makeChat(new ChatName("cellar"), List.of(cleo.snapshot().me().id())).get();
        await(cleo, "ann made #cellar with you in it.");
        assertThat(notices(cleo)).noneMatch(notice -> notice.contains("kitchen"));
        assertThat(notices(cleo)).noneMatch(notice -> notice.contains("@ann"));
        assertThat(notices(ann)).noneMatch(notice -> notice.contains("with you in it"));
    }

    @Test
    void coming_back_tells_nothing_of_those_who_are_known() throws Exception {
        await(ann, "bob joined the community, invited by you.");
        shed.stopServer();
        TestCommunity.await("ann is offline", () -> !isOnline(ann));
        shed.startServer();
        ann.retryNow();
        TestCommunity.await("ann is online", () -> isOnline(ann));
        assertThat(notices(ann)).hasSize(1);
    }

    private static boolean isOnline(Session session) {
        return session.snapshot().state() instanceof SessionState.Online;
    }

    private static void await(Session session, String notice) {
        TestCommunity.await(notice, () -> notices(session).contains(notice));
    }

    private static List<String> notices(Session session) {
        return session.snapshot().notices().stream().map(Notice::sentence).toList();
    }
}
