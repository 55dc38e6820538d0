package chatbois.app.fault;

import static org.assertj.core.api.Assertions.assertThat;

import chatbois.log.Event;
import chatbois.log.LogId;
import chatbois.log.SignedEvent;
import chatbois.protocol.Reply.Appended.Place;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The server is killed wherever it happens to be.
@Tag("fault")
class PowerTest {
    private static final int ROUNDS = Integer.getInteger("chatbois.fault.rounds", 50);
    private static final int SENDERS = 4;
    private static final int MOST_IN_A_ROUND = 120;

    @TempDir Path folder;

    @Test
    void a_server_that_is_killed_under_load_loses_doubles_and_reorders_nothing() throws Exception {
        long seed = Long.getLong("chatbois.fault.seed", new Random().nextLong());
        try (Town town = new Town(folder, folder.resolve("data"), List.of())) {
            List<Sender> senders = new ArrayList<>();
            for (int i = 0; i < SENDERS; i++) {
                Peer peer = town.connect();
                senders.add(new Sender(town.newcomer(peer, "sender" + (char) ('a' + i))));
                peer.cut();
            }
            LogId chat = town.chat(senders.stream().map(Sender::author).toList());
            Random random = new Random(seed);
            for (int round = 0; round < ROUNDS; round++) {
                sendAndKill(town, chat, senders, 1 + random.nextInt(MOST_IN_A_ROUND));
                town.restart();
            }
            senders.forEach(sender -> sender.goOn(town, chat, () -> {}));
            for (Sender sender : senders) {
                sender.finish();
            }
            assertComplete(town, chat, senders);
            town.stopAndCheck();
        } catch (Throwable e) {
            throw new AssertionError("seed " + seed, e);
        }
    }

    /// Lets all of them send until so many messages of this round are acknowledged, then kills.
    private static void sendAndKill(Town town, LogId chat, List<Sender> senders, int acknowledged)
            throws Exception {
        CountDownLatch left = new CountDownLatch(acknowledged);
        senders.forEach(sender ->
                sender.goOn(
                        town,
                        chat,
                        () -> {
                            left.countDown();
                            if (left.getCount() == 0) {
                                town.program().kill();
                            }
                        }));
        assertThat(left.await(Waiting.SECONDS, TimeUnit.SECONDS)).isTrue();
        town.program().awaitExit();
        for (Sender sender : senders) {
            sender.awaitCut();
        }
    }

    private static void assertComplete(Town town, LogId chat, List<Sender> senders)
            throws Exception {
        int total = 1 + senders.stream().mapToInt(sender -> sender.written().size()).sum();
        Peer reader = town.logIn(town.owner);
        Copy<Event> copy = Copy.of(chat);
        Waiting.get(copy.resume(reader));
        List<Event> events = copy.await(total);
        assertThat(events).hasSize(total);
        Set<SignedEvent> distinct = new HashSet<>();
        events.forEach(event -> distinct.add(event.signed()));
        assertThat(distinct).hasSize(total);
        for (Sender sender : senders) {
            assertThat(events.stream().map(Event::signed).filter(sender::wrote).toList())
                    .isEqualTo(sender.written());
            sender.acknowledged()
                    .forEach((event, place) -> assertThat(at(events, place)).isEqualTo(event));
        }
    }

    private static SignedEvent at(List<Event> events, Place place) {
        Event event = events.get((int) place.seq() - 1);
        assertThat(event.time()).isEqualTo(place.time());
        return event.signed();
    }

    @ParameterizedTest
    @ValueSource(strings = {"server.key", "tls.pem", "owner.invite", "chatbois.db", "genesis"})
    void a_founding_that_is_killed_is_begun_anew_or_was_whole(String file) throws Exception {
        Path data = folder.resolve("data");
        List<String> options =
                List.of("--data", data.toString(), "--name", "Town", "--address", "127.0.0.1:7777");
        try (Program first = Program.serve(List.of(), options)) {
            while (first.isRunning() && !Files.exists(data.resolve(file))) {
                Thread.onSpinWait();
            }
            first.kill();
            first.awaitExit();
        }
        try (Program second = Program.serve(List.of(), options)) {
            second.address();
            second.await("chatbois://");
            second.stop();
        }
        Program.check(data);
    }
}
