package chatbois.server.live;

import static org.assertj.core.api.Assertions.assertThat;

import chatbois.log.LogId;
import chatbois.log.MemberId;
import chatbois.log.SigningKey;
import chatbois.protocol.Frames;
import chatbois.protocol.Limits;
import chatbois.protocol.Push;
import chatbois.protocol.ServerFrame;
import chatbois.protocol.Sighting;
import chatbois.server.community.Community;
import chatbois.server.store.Store;
import java.net.InetAddress;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// How much is told when many come and go at once.
class AttendanceTest {
    private static final SigningKey KEY = SigningKey.ofSeed(new byte[32]);
    private static final int MEMBERS = 5_000;
    private static final int CONNECTED = 1_000;

    private static final Attendance.Rules OPEN =
            new Attendance.Rules() {
                @Override
                public boolean isShown(MemberId member, MemberId to) {
                    return true;
                }

                @Override
                public long lastSeen(MemberId member, MemberId to) {
                    return 0;
                }
            };

    /// Keeps what is told.
    private static final class Told implements Outlet {
        final List<Push.Sightings> pushes = new ArrayList<>();
        boolean congested;
        boolean broken;

        @Override
        public void send(byte[] frame) {
            if (broken) {
                throw new IllegalStateException("broken");
            }
            if (Frames.decodeServer(frame) instanceof ServerFrame.Told(Push.Sightings push)) {
                pushes.add(push);
            }
        }

        @Override
        public boolean isCongested() {
            return congested;
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

    private record Client(Connection connection, Told told) {}

    @TempDir Path folder;

    private Store store;
    private Archive archive;
    private final List<RuntimeException> failures = new ArrayList<>();
    private final Attendance attendance = new Attendance(OPEN, failures::add);

    @BeforeEach
    void open() throws Exception {
        store = Store.create(folder);
        var community =
                new Community(
                        new LogId(KEY.verifyKey().value()), KEY.verifyKey(), Clock.systemUTC());
        archive = new Archive(community, store, KEY);
    }

    @AfterEach
    void close() {
        store.close();
        assertThat(failures).isEmpty();
    }

    private Client client(MemberId member) {
        Told told = new Told();
        Caller caller = new Caller(member, KEY.verifyKey(), InetAddress.getLoopbackAddress(), 0);
        return new Client(new Connection(caller, told, archive, Duration.ofHours(1)), told);
    }

    private static List<MemberId> members(int count) {
        return IntStream.range(0, count).mapToObj(n -> new MemberId(new UUID(1, n))).toList();
    }

    @Test
    void a_thousand_who_come_and_go_cost_each_connection_one_bounded_push_in_a_round() {
        List<MemberId> all = members(MEMBERS);
        List<Client> clients = all.subList(0, CONNECTED).stream().map(this::client).toList();
        for (int i = 0; i < CONNECTED; i++) {
            List<MemberId> watched = new ArrayList<>();
            for (int j = 0; j < Limits.WATCHED; j++) {
                watched.add(all.get((i * 7 + j) % CONNECTED));
            }
            attendance.watch(clients.get(i).connection(), watched);
        }
        for (int storm = 0; storm < 3; storm++) {
            clients.forEach(client -> attendance.isHere(client.connection(), null));
            clients.forEach(client -> attendance.isHere(client.connection(), "off"));
        }
        attendance.tell();
        for (Client client : clients) {
            assertThat(client.told().pushes).hasSize(1);
            assertThat(client.told().pushes.getFirst().sightings()).hasSize(Limits.SIGHTINGS);
        }
        attendance.tell();
        attendance.tell();
        for (Client client : clients) {
            assertThat(client.told().pushes).hasSize(2);
            assertThat(toldOf(client)).hasSize(Limits.WATCHED);
        }
    }

    private static Set<MemberId> toldOf(Client client) {
        Set<MemberId> members = new HashSet<>();
        for (Push.Sightings push : client.told().pushes) {
            push.sightings().stream().map(Sighting::member).forEach(members::add);
        }
        return members;
    }

    @Test
    void who_watches_nobody_that_comes_is_told_nothing() {
        List<MemberId> all = members(3);
        Client one = client(all.get(0));
        Client other = client(all.get(1));
        attendance.watch(one.connection(), List.of(all.get(2)));
        attendance.isHere(other.connection(), null);
        attendance.tell();
        assertThat(one.told().pushes).isEmpty();
        assertThat(other.told().pushes).isEmpty();
    }

    @Test
    void over_a_slow_line_it_waits_and_is_told_as_it_is_then() {
        List<MemberId> all = members(2);
        Client one = client(all.get(0));
        Client other = client(all.get(1));
        attendance.watch(one.connection(), List.of(all.get(1)));
        one.told().congested = true;
        attendance.isHere(other.connection(), null);
        attendance.tell();
        attendance.isHere(other.connection(), "lunch");
        attendance.tell();
        assertThat(one.told().pushes).isEmpty();
        one.told().congested = false;
        attendance.tell();
        Sighting last = new Sighting(all.get(1), Sighting.State.AWAY, "lunch", 0);
        assertThat(one.told().pushes).containsExactly(new Push.Sightings(List.of(last)));
    }

    @Test
    void one_that_cannot_be_told_keeps_nobody_else_from_it() {
        List<MemberId> all = members(3);
        List<Client> watching = List.of(client(all.get(0)), client(all.get(1)));
        watching.forEach(one -> attendance.watch(one.connection(), List.of(all.get(2))));
        Told broken = watching.getFirst().told();
        broken.broken = true;
        attendance.isHere(client(all.get(2)).connection(), null);
        attendance.tell();
        assertThat(failures).hasSize(1);
        failures.clear();
        assertThat(watching.getLast().told().pushes).hasSize(1);
    }

    @Test
    void a_connection_that_is_over_is_told_nothing_more() {
        List<MemberId> all = members(2);
        Client one = client(all.get(0));
        Client other = client(all.get(1));
        attendance.watch(one.connection(), List.of(all.get(1)));
        attendance.isHere(other.connection(), null);
        attendance.left(one.connection());
        attendance.tell();
        assertThat(one.told().pushes).isEmpty();
    }

    @Test
    void what_is_heard_too_late_of_a_connection_that_is_over_keeps_nobody_here() {
        List<MemberId> all = members(2);
        Client one = client(all.get(0));
        Client other = client(all.get(1));
        for (Client client : List.of(one, other)) {
            client.connection().gone();
            attendance.left(client.connection());
        }
        attendance.watch(one.connection(), List.of(all.get(1)));
        attendance.isHere(other.connection(), null);
        attendance.isHere(client(all.get(1)).connection(), "lunch");
        attendance.tell();
        assertThat(one.told().pushes).isEmpty();
        assertThat(attendance.sightings(List.of(all.get(1)), all.get(0)))
                .containsExactly(new Sighting(all.get(1), Sighting.State.AWAY, "lunch", 0));
    }
}
