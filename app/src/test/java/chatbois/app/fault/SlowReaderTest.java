package chatbois.app.fault;

import static org.assertj.core.api.Assertions.assertThat;

import chatbois.log.Bytes32;
import chatbois.log.Event;
import chatbois.log.LogId;
import chatbois.protocol.Reply;
import chatbois.protocol.Request;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Some take nothing of what they asked for, among a hundred who do.
@Tag("fault")
class SlowReaderTest {
    private static final int FAST = 100;
    private static final int SLOW = 5;
    private static final int OLD = 600;
    private static final int NEW = 300;
    private static final String LONG = "x".repeat(16_000);

    /// What the server may use: much less than what waits for the slow ones.
    private static final List<String> LITTLE_MEMORY =
            List.of("-Xmx64m", "-XX:MaxDirectMemorySize=32m");

    @TempDir Path folder;

    private final List<Author> readers = new ArrayList<>();
    private Town town;
    private LogId chat;

    @BeforeEach
    void found() throws Exception {
        town = new Town(folder, folder.resolve("data"), LITTLE_MEMORY);
        for (int i = 0; i < FAST; i++) {
            Peer peer = town.connect();
            readers.add(town.newcomer(peer, "reader-" + i));
            peer.cut();
        }
        chat = town.chat(readers);
    }

    @AfterEach
    void close() {
        town.close();
    }

    @Test
    void slow_readers_are_cut_off_and_keep_nothing_from_anybody() throws Exception {
        Peer writer = town.logIn(town.owner);
        write(writer, 2, OLD, LONG);
        List<Copy<Bytes32>> fast = follow();
        List<Copy<Event>> slow = fallAsleep(readers.getFirst());
        write(writer, 2 + OLD, NEW, "short");
        assertAllHave(fast);
        town.program().await("why=too_slow", SLOW);
        assertTheRest(readers.getFirst(), slow);
        town.stopAndCheck();
    }

    /// Reads from the end of what there is.
    private List<Copy<Bytes32>> follow() throws Exception {
        List<Copy<Bytes32>> copies = new ArrayList<>();
        for (Author reader : readers) {
            Copy<Bytes32> copy = Copy.ofLeaves(chat, OLD + 1);
            Waiting.get(copy.resume(town.logIn(reader)));
            copies.add(copy);
        }
        return copies;
    }

    /// Asks for everything, and takes nothing.
    private List<Copy<Event>> fallAsleep(Author reader) throws Exception {
        List<Copy<Event>> copies = new ArrayList<>();
        for (int i = 0; i < SLOW; i++) {
            Peer peer = Waiting.get(town.peers.connect(town.address(), true));
            Waiting.get(reader.logIn(peer));
            Copy<Event> copy = Copy.of(chat);
            Waiting.get(copy.resume(peer).whenComplete((_, _) -> peer.stopReading()));
            copies.add(copy);
        }
        return copies;
    }

    private static void assertAllHave(List<Copy<Bytes32>> copies) throws Exception {
        List<Bytes32> first = copies.getFirst().await(NEW);
        for (Copy<Bytes32> copy : copies) {
            assertThat(copy.await(NEW)).isEqualTo(first);
        }
    }

    private void assertTheRest(Author reader, List<Copy<Event>> copies) throws Exception {
        for (Copy<Event> copy : copies) {
            assertThat(copy.size()).isLessThan(OLD);
            Waiting.get(copy.resume(town.logIn(reader)));
            assertThat(copy.await(1 + OLD + NEW)).hasSize(1 + OLD + NEW);
        }
    }

    private void write(Peer peer, int first, int count, String text) throws Exception {
        List<CompletableFuture<Reply>> answers = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            answers.add(peer.ask(new Request.Append(town.owner.message(chat, first + i, text))));
        }
        for (CompletableFuture<Reply> answer : answers) {
            Waiting.get(answer);
        }
    }
}
