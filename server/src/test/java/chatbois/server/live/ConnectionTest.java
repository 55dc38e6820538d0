package chatbois.server.live;

import static org.assertj.core.api.Assertions.assertThat;

import chatbois.log.LogId;
import chatbois.log.MemberId;
import chatbois.log.SigningKey;
import chatbois.protocol.Frames;
import chatbois.protocol.Push;
import chatbois.protocol.Refusal.Code;
import chatbois.protocol.ServerFrame;
import chatbois.server.community.Community;
import chatbois.server.store.Store;
import java.net.InetAddress;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What becomes of a client that takes nothing, seen from the outlet.
class ConnectionTest {
    private static final SigningKey KEY = SigningKey.ofSeed(new byte[32]);
    private static final Caller CALLER =
            new Caller(MemberId.SERVER, KEY.verifyKey(), InetAddress.getLoopbackAddress(), 0);
    private static final LogId LOG = new LogId(KEY.verifyKey().value());
    private static final Push PUSH = new Push.ChatGone(LOG);

    @TempDir Path folder;

    private Store store;
    private final FakeOutlet outlet = new FakeOutlet();

    @BeforeEach
    void open() throws Exception {
        store = Store.create(folder);
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void what_belongs_to_no_log_is_told_while_there_is_room() {
        Connection connection = connection(Duration.ofHours(1));
        connection.tell(PUSH);
        assertThat(outlet.pushes()).containsExactly(PUSH);
        assertThat(outlet.closed).isNotDone();
    }

    @Test
    void a_client_for_which_too_much_waits_is_cut_off_at_once() {
        Connection connection = connection(Duration.ofHours(1));
        outlet.backlog = FakeOutlet.OVERFULL;
        connection.tell(PUSH);
        assertThat(outlet.closed).isDone();
        assertThat(outlet.pushes())
                .singleElement()
                .isInstanceOfSatisfying(
                        Push.Closing.class,
                        closing -> assertThat(closing.why().code()).isEqualTo(Code.TOO_SLOW));
    }

    @Test
    void a_client_that_takes_nothing_is_cut_off_when_patience_ends() throws Exception {
        Connection connection = connection(Duration.ofMillis(20));
        outlet.backlog = FakeOutlet.CONGESTED;
        connection.tell(PUSH);
        outlet.closed.get(30, TimeUnit.SECONDS);
        assertThat(connection.awaitRoom()).isFalse();
    }

    @Test
    void a_client_that_takes_a_little_now_and_then_is_waited_for() throws Exception {
        Connection connection = connection(Duration.ofMillis(100));
        outlet.backlog = FakeOutlet.CONGESTED + 60;
        outlet.takesWhenAsked = 1;
        assertThat(connection.awaitRoom()).isTrue();
        assertThat(outlet.closed).isNotDone();
    }

    @Test
    void what_is_followed_after_the_end_is_not_kept() {
        Connection connection = connection(Duration.ofHours(1));
        outlet.backlog = FakeOutlet.CONGESTED;
        assertThat(connection.follow(LOG, 0)).isTrue();
        assertThat(connection.gone()).containsExactly(LOG);
        assertThat(connection.follow(LOG, 0)).isFalse();
        assertThat(connection.gone()).isEmpty();
    }

    private Connection connection(Duration patience) {
        Community community = new Community(LOG, KEY.verifyKey(), Clock.systemUTC());
        Archive archive = new Archive(community, store, KEY);
        return new Connection(CALLER, outlet, archive, patience);
    }

    /// Takes what the test says.
    private static final class FakeOutlet implements Outlet {
        static final long CONGESTED = 1_000;
        static final long OVERFULL = 2_000;

        final CompletableFuture<Void> closed = new CompletableFuture<>();
        volatile long backlog;
        volatile long takesWhenAsked;
        private final List<byte[]> sent = new ArrayList<>();

        @Override
        public synchronized void send(byte[] frame) {
            sent.add(frame);
        }

        synchronized List<Push> pushes() {
            return sent.stream()
                    .map(Frames::decodeServer)
                    .map(frame -> ((ServerFrame.Told) frame).push())
                    .toList();
        }

        @Override
        public boolean isCongested() {
            return backlog >= CONGESTED;
        }

        @Override
        public boolean isOverfull() {
            return backlog >= OVERFULL;
        }

        @Override
        public synchronized long backlog() {
            backlog -= takesWhenAsked;
            return backlog;
        }

        @Override
        public void close() {
            closed.complete(null);
        }
    }
}
