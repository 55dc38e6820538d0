package chatbois.app;

import static chatbois.app.TestCommunity.await;
import static org.assertj.core.api.Assertions.assertThat;

import chatbois.client.session.Attendance;
import chatbois.client.session.Session;
import chatbois.client.session.SessionState;
import chatbois.log.MemberId;
import chatbois.protocol.Privacy;
import chatbois.protocol.Sighting;
import chatbois.protocol.Sighting.State;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// Who is there, from a member's client to another's.
@Timeout(60)
class PresenceTest {
    @TempDir Path directory;
    private TestCommunity shed;
    private Session ann;
    private Session bob;

    @BeforeEach
    void found() throws Exception {
        shed = new TestCommunity(directory);
        ann = shed.owner("ann");
        bob = shed.invited(ann, "bob");
        ann.company().attendance().watch(List.of(id(bob)));
    }

    @AfterEach
    void close() {
        shed.close();
    }

    private static MemberId id(Session session) {
        return session.snapshot().me().id();
    }

    private static Sighting seen(Session by, Session whom) {
        return by.snapshot().around().nearby().of(id(whom));
    }

    private void awaitSeen(State state) {
        await(state.toString(), () -> seen(ann, bob).state() == state);
    }

    private static Attendance of(Session session) {
        return session.company().attendance();
    }

    @Test
    void who_is_watched_is_seen_as_they_come_and_go() throws Exception {
        awaitSeen(State.OFFLINE);
        of(bob).here();
        awaitSeen(State.ONLINE);
        of(bob).away("lunch");
        await("lunch", () -> seen(ann, bob).words().equals("lunch"));
        assertThat(new Typist(shed, ann).types("/who")).contains("away: lunch");
        of(bob).idle(true);
        of(bob).back();
        awaitSeen(State.ONLINE);
        of(bob).idle(true);
        awaitSeen(State.AWAY);
        bob.close();
        awaitSeen(State.OFFLINE);
        assertThat(seen(ann, bob).lastSeen()).isPositive();
    }

    @Test
    void it_is_seen_again_after_the_server_was_away() throws Exception {
        of(bob).here();
        awaitSeen(State.ONLINE);
        shed.stopServer();
        await("the cut", () -> !(ann.snapshot().state() instanceof SessionState.Online));
        shed.startServer();
        ann.retryNow();
        bob.retryNow();
        awaitSeen(State.ONLINE);
    }

    @Test
    void who_hides_sends_nothing_and_sees_nobody_until_they_want_it_again() throws Exception {
        of(ann).here();
        of(bob).watch(List.of(id(ann)));
        await("ann is seen", () -> seen(bob, ann).state() == State.ONLINE);
        Privacy hidden = new Privacy(false, true, false, true);
        of(bob).privacy(hidden).get();
        of(bob).here();
        await("ann is seen no more", () -> seen(bob, ann).state() == State.UNKNOWN);
        assertThat(of(ann).see(List.of(id(bob))).get()).isEmpty();
        of(bob).privacy(Privacy.USUAL).get();
        awaitSeen(State.ONLINE);
        assertThat(of(bob).privacy().get()).isEqualTo(Privacy.USUAL);
    }

    @Test
    void what_a_member_lets_be_told_holds_on_all_their_devices() throws Exception {
        of(bob).privacy(new Privacy(false, true, false, true)).get();
        bob.close();
        Session again = shed.again("bob");
        of(again).here();
        await("the wish is known", () -> again.snapshot().around().nearby().privacy().isPresent());
        assertThat(of(ann).see(List.of(id(again))).get()).isEmpty();
    }
}
