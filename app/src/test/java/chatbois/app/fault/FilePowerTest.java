package chatbois.app.fault;

import static org.assertj.core.api.Assertions.assertThat;

import chatbois.log.LogId;
import chatbois.protocol.Limits;
import chatbois.protocol.Request;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The server is killed again and again while it takes a file in.
@Tag("fault")
class FilePowerTest {
    private static final int ROUNDS = Integer.getInteger("chatbois.fault.file-rounds", 12);

    @TempDir Path folder;

    @Test
    void a_server_that_is_killed_in_the_middle_of_a_file_has_every_part_that_it_acknowledged()
            throws Exception {
        long seed = Long.getLong("chatbois.fault.seed", new Random().nextLong());
        Random random = new Random(seed);
        Cargo cargo = Cargo.ofSize(ROUNDS * 5 * Limits.FILE_PART + 77, seed);
        try (Town town = new Town(folder, folder.resolve("data"), List.of())) {
            Peer peer = town.connect();
            Author author = town.newcomer(peer, "sender");
            LogId chat = town.chat(List.of(author));
            long acknowledged = 0;
            for (int round = 0; round < ROUNDS; round++) {
                acknowledged = sendSome(cargo, peer, acknowledged, random.nextInt(6));
                killWhileItTakes(town, cargo, peer, acknowledged);
                town.restart();
                peer = town.logIn(author);
            }
            sendSome(cargo, peer, acknowledged, Integer.MAX_VALUE);
            town.program().kill();
            town.program().awaitExit();
            town.restart();
            peer = town.logIn(author);
            assertThat(cargo.offer(peer)).isEqualTo(cargo.bytes().length);
            Waiting.get(peer.ask(new Request.Append(author.sign(chat, 1, cargo.message()))));
            assertThat(cargo.fetch(town.logIn(town.owner), chat, 2)).isEqualTo(cargo.bytes());
            town.stopAndCheck();
        } catch (Throwable e) {
            throw new AssertionError("seed " + seed, e);
        }
    }

    /// Gives how much the server says to have after at most so many parts.
    private static long sendSome(Cargo cargo, Peer peer, long acknowledged, int parts)
            throws Exception {
        long held = cargo.offer(peer);
        assertThat(held).isGreaterThanOrEqualTo(acknowledged);
        for (int i = 0; i < parts && held < cargo.bytes().length; i++) {
            held = cargo.put(peer, held);
        }
        return held;
    }

    private static void killWhileItTakes(Town town, Cargo cargo, Peer peer, long held)
            throws Exception {
        CompletableFuture<Long> taken = new CompletableFuture<>();
        Thread.startVirtualThread(() -> {
            try {
                taken.complete(held < cargo.bytes().length ? cargo.put(peer, held) : held);
            } catch (Exception | AssertionError e) {
                taken.complete(held); // killed before it was taken
            }
        });
        town.program().kill();
        town.program().awaitExit();
        Waiting.get(peer.ended());
    }
}
