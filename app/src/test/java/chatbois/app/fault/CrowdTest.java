package chatbois.app.fault;

import static org.assertj.core.api.Assertions.assertThat;

import chatbois.log.Bytes32;
import chatbois.log.LogId;
import chatbois.protocol.Reply;
import chatbois.protocol.Request;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Two thousand clients lose their connections at once, and come back.
@Tag("fault")
class CrowdTest {
    private static final int CLIENTS = Integer.getInteger("chatbois.fault.clients", 2_000);
    private static final int MEMBERS = 50;
    private static final int AT_ONCE = 100;
    private static final int TRIES = 20;
    private static final int MESSAGES = 10;

    @TempDir Path folder;

    private final List<Author> members = new ArrayList<>();
    private final Semaphore coming = new Semaphore(AT_ONCE);
    private Town town;
    private LogId chat;

    @BeforeEach
    void found() throws Exception {
        town = new Town(folder, folder.resolve("data"), List.of());
        for (int i = 0; i < MEMBERS; i++) {
            Peer peer = town.connect();
            members.add(town.newcomer(peer, "member-" + i));
            peer.cut();
        }
        chat = town.chat(members);
    }

    @AfterEach
    void close() {
        town.close();
    }

    @Test
    void thousands_who_were_dropped_at_once_come_back_and_get_exactly_the_rest() throws Exception {
        Peer writer = town.logIn(town.owner);
        write(writer, 1);
        List<Client> clients = new ArrayList<>();
        for (int i = 0; i < CLIENTS; i++) {
            clients.add(new Client(members.get(i % MEMBERS)));
        }
        comeAll(clients);
        write(writer, 2);
        assertAllHave(clients, 2);
        for (Client client : clients) {
            client.peer().cut();
        }
        write(writer, 3);
        comeAll(clients);
        write(writer, 4);
        assertAllHave(clients, 4);
        town.stopAndCheck();
    }

    private void comeAll(List<Client> clients) throws Exception {
        for (Client client : clients) {
            assertThat(coming.tryAcquire(Waiting.SECONDS, TimeUnit.SECONDS)).isTrue();
            client.come(TRIES);
        }
        assertThat(coming.tryAcquire(AT_ONCE, Waiting.SECONDS, TimeUnit.SECONDS)).isTrue();
        coming.release(AT_ONCE);
    }

    private void assertAllHave(List<Client> clients, int batches) throws Exception {
        int size = 1 + batches * MESSAGES;
        List<Bytes32> first = clients.getFirst().copy.await(size);
        for (Client client : clients) {
            assertThat(client.copy.await(size)).isEqualTo(first);
        }
    }

    private void write(Peer writer, int batch) throws Exception {
        int first = 2 + (batch - 1) * MESSAGES;
        for (int number = first; number < first + MESSAGES; number++) {
            Request.Append append =
                    new Request.Append(town.owner.message(chat, number, "message " + number));
            Waiting.get(writer.ask(append));
        }
    }

    /// A client, across its connections.
    private final class Client {
        private final Author author;
        private final Copy<Bytes32> copy = Copy.ofLeaves(chat, 0);
        private CompletableFuture<Peer> peer = new CompletableFuture<>();

        Client(Author author) {
            this.author = author;
        }

        Peer peer() throws Exception {
            return Waiting.get(peer);
        }

        /// Connects and goes on reading; tries again when that fails.
        void come(int tries) {
            peer = town.peers.connect(town.address());
            CompletableFuture<Reply> resumed =
                    peer.thenCompose(author::logIn).thenCompose(copy::resume);
            resumed.whenComplete((_, failure) -> {
                if (failure == null || tries == 0) {
                    coming.release();
                } else {
                    come(tries - 1);
                }
            });
        }
    }
}
