package chatbois.app.fault;

import static org.assertj.core.api.Assertions.assertThat;

import chatbois.app.e2e.Window;
import chatbois.protocol.Reply;
import chatbois.protocol.Request;
import chatbois.protocol.Suggestion.Sort;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Names are suggested while a thousand members are online. How fast, it prints and doesn't judge.
@Tag("fault")
class BusyNamesTest {
    private static final int MEMBERS = Integer.getInteger("chatbois.fault.members", 1_000);
    private static final int TIMES = 100;

    /// Between two keys of a quick hand.
    private static final long PACE_NANOS = TimeUnit.MILLISECONDS.toNanos(60);

    private static final String CTRL_U = "\u0015";

    @TempDir Path folder;

    private final List<Peer> online = new ArrayList<>();
    private Town town;

    @BeforeEach
    void found() throws Exception {
        town = new Town(folder, folder.resolve("data"), List.of());
        for (int i = 0; i < MEMBERS; i++) {
            Peer peer = town.connect();
            town.newcomer(peer, "anna-" + i);
            online.add(peer);
        }
    }

    @AfterEach
    void close() {
        town.close();
    }

    @Test
    void suggestions_come_while_a_thousand_members_are_online() throws Exception {
        askAsMembers();
        try (Window zoe =
                Window.open(folder.resolve("zoe"), 100, 30, "join", town.invite(), "--as", "zoe")) {
            zoe.await("Fault Town · online");
            typeAsPerson(zoe);
        }
        assertThat(online).noneMatch(peer -> peer.ended().isDone());
        town.stopAndCheck();
    }

    private void askAsMembers() throws Exception {
        Random random = new Random(1);
        List<Double> millis = new ArrayList<>();
        for (int i = 0; i < 20 * TIMES; i++) {
            Peer peer = online.get(random.nextInt(MEMBERS));
            long began = System.nanoTime();
            Reply reply =
                    Waiting.get(
                            peer.ask(
                                    new Request.Suggest(
                                            "anna-" + (1 + random.nextInt(9)), Sort.MEMBER, null)));
            millis.add((System.nanoTime() - began) / 1e6);
            assertThat(((Reply.Suggested) reply).best()).isNotEmpty();
        }
        print("question to answer, over TLS", millis.subList(TIMES, millis.size()));
    }

    /// From the key going into the pseudo-terminal to the names standing on the emulated screen.
    private static void typeAsPerson(Window zoe) throws Exception {
        List<Double> millis = new ArrayList<>();
        for (int i = 0; i < TIMES; i++) {
            LockSupport.parkNanos(PACE_NANOS);
            long began = System.nanoTime();
            zoe.type("@");
            zoe.await("@anna-0:");
            millis.add((System.nanoTime() - began) / 1e6);
            zoe.type(CTRL_U);
            zoe.await("an empty line", screen -> !screen.contains("@anna-0:"));
        }
        print("key to names on the screen", millis.subList(TIMES / 10, TIMES));
    }

    private static void print(String what, List<Double> millis) {
        List<Double> sorted = millis.stream().sorted().toList();
        System.out.printf(
                Locale.ROOT,
                "%s, %d members online: median %.1f ms, p90 %.1f ms, p99 %.1f ms, most %.1f ms%n",
                what,
                MEMBERS,
                sorted.get(sorted.size() / 2),
                sorted.get(sorted.size() * 9 / 10),
                sorted.get(sorted.size() * 99 / 100),
                sorted.getLast());
    }
}
