package chatbois.server.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import chatbois.log.LogId;
import chatbois.log.MemberId;
import chatbois.log.SigningKey;
import chatbois.protocol.Frames;
import chatbois.protocol.Push;
import chatbois.protocol.Refusal.Code;
import chatbois.protocol.Refused;
import chatbois.protocol.Reply;
import chatbois.protocol.ServerFrame;
import chatbois.protocol.Slot;
import chatbois.server.community.Community;
import chatbois.server.store.Store;
import java.net.InetAddress;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Two devices meet at a slot, and nobody else comes between.
class RelayTest {
    private static final SigningKey KEY = SigningKey.ofSeed(new byte[32]);

    @TempDir Path folder;
    private Store store;
    private Instant now = Instant.ofEpochMilli(1_000_000);
    private final Relay relay = new Relay(new SecureRandom(), clock());
    private final FakeOutlet outlet = new FakeOutlet();
    private final Object phone = new Object();

    @BeforeEach
    void open() throws Exception {
        store = Store.create(folder);
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void what_each_says_reaches_the_other_and_nobody_else() {
        Connection laptop = connection(outlet);
        Slot slot = relay.open(laptop).slot();
        CompletableFuture<Reply> answer = relay.knock(slot, "hello", phone);
        assertThat(outlet.pushes()).containsExactly(new Push.Knocked(slot, "hello"));
        assertThat(answer).isNotDone();
        Connection other = connection(new FakeOutlet());
        assertClosed(() -> relay.answer(other, slot, "mine"));
        relay.answer(laptop, slot, "welcome");
        assertThat(answer).isCompletedWithValue(new Reply.Relayed("welcome"));
        assertClosed(() -> relay.answer(laptop, slot, "twice"));
    }

    @Test
    void who_knocks_first_has_the_slot() {
        Slot slot = relay.open(connection(outlet)).slot();
        relay.knock(slot, "first", phone);
        assertClosed(() -> relay.knock(slot, "second", new Object()));
        assertClosed(() -> relay.knock(slot, "not yet answered", phone));
        assertThat(outlet.pushes()).hasSize(1);
    }

    @Test
    void a_slot_that_was_closed_answers_nobody() {
        Connection laptop = connection(outlet);
        Slot slot = relay.open(laptop).slot();
        CompletableFuture<Reply> answer = relay.knock(slot, "a guess", phone);
        relay.close(connection(new FakeOutlet()), slot);
        assertThat(answer).as("somebody else closes nothing").isNotDone();
        relay.close(laptop, slot);
        assertThat(answer).isCompletedExceptionally();
        assertClosed(() -> relay.knock(slot, "another guess", phone));
    }

    @Test
    void when_one_of_the_two_is_gone_the_slot_is_closed() {
        Connection laptop = connection(outlet);
        Slot slot = relay.open(laptop).slot();
        relay.knock(slot, "hello", phone);
        relay.guestLeft(phone);
        assertThat(outlet.pushes()).contains(new Push.SlotClosed(slot));
        assertClosed(() -> relay.knock(slot, "hello", new Object()));
        Slot next = relay.open(laptop).slot();
        CompletableFuture<Reply> answer = relay.knock(next, "hello", phone);
        relay.hostLeft(laptop);
        assertThat(answer).isCompletedExceptionally();
    }

    @Test
    void a_slot_closes_after_a_few_minutes() {
        Reply.SlotOpened opened = relay.open(connection(outlet));
        now = Instant.ofEpochMilli(opened.until() + 1);
        assertClosed(() -> relay.knock(opened.slot(), "late", phone));
    }

    @Test
    void a_connection_has_one_slot_and_all_have_only_so_many() {
        Connection laptop = connection(outlet);
        Slot first = relay.open(laptop).slot();
        Slot second = relay.open(laptop).slot();
        assertClosed(() -> relay.knock(first, "hello", phone));
        for (int i = 1; i < 500; i++) {
            relay.open(connection(new FakeOutlet()));
        }
        assertThatThrownBy(() -> relay.open(connection(new FakeOutlet())))
                .isInstanceOfSatisfying(
                        Refused.class, no -> assertThat(no.refusal().code()).isEqualTo(Code.BUSY));
        relay.knock(second, "hello", phone);
        now = now.plus(Duration.ofMinutes(6));
        relay.open(connection(new FakeOutlet()));
    }

    @Test
    void an_exchange_has_an_end() {
        Connection laptop = connection(outlet);
        Slot slot = relay.open(laptop).slot();
        for (int i = 0; i < 4; i++) {
            relay.knock(slot, "and", phone);
            relay.answer(laptop, slot, "so on");
        }
        assertClosed(() -> relay.knock(slot, "and", phone));
    }

    private static void assertClosed(ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        Refused.class,
                        no -> assertThat(no.refusal().code()).isEqualTo(Code.NO_SUCH_SLOT));
    }

    private Connection connection(Outlet to) {
        Caller caller =
                new Caller(MemberId.SERVER, KEY.verifyKey(), InetAddress.getLoopbackAddress(), 0);
        LogId log = new LogId(KEY.verifyKey().value());
        Community community = new Community(log, KEY.verifyKey(), Clock.systemUTC());
        Archive archive = new Archive(community, store, KEY);
        return new Connection(caller, to, archive, Duration.ofHours(1));
    }

    private Clock clock() {
        return new Clock() {
            @Override
            public ZoneId getZone() {
                return ZoneId.of("UTC");
            }

            @Override
            public Clock withZone(ZoneId zone) {
                return this;
            }

            @Override
            public Instant instant() {
                return now;
            }
        };
    }

    /// Has room for everything.
    private static final class FakeOutlet implements Outlet {
        private final List<byte[]> sent = new ArrayList<>();

        @Override
        public void send(byte[] frame) {
            sent.add(frame);
        }

        List<Push> pushes() {
            return sent.stream()
                    .map(Frames::decodeServer)
                    .map(frame -> ((ServerFrame.Told) frame).push())
                    .toList();
        }

        @Override
        public boolean isCongested() {
            return false;
        }

        @Override
        public boolean isOverfull() {
            return false;
        }

        @Override
        public long backlog() {
            return 0;
        }

        @Override
        public void close() {}
    }
}
