package chatbois.bench;

import chatbois.log.Header;
import chatbois.log.SignedEvent;
import chatbois.log.SigningKey;
import chatbois.server.community.Community;
import chatbois.server.community.Ledger;
import chatbois.server.community.Writer;
import chatbois.server.store.Store;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;

/// How many messages a second the writer acknowledges, each on disk, beside the floor: SQLite
/// alone, which commits rows of the same size in batches of the same size, and checks, hashes and
/// signs nothing. Both in one run, in turns, on the same disk.
final class CommitRate {
    private static final int IN_FLIGHT = 64;
    private static final int ROUNDS = 3;

    private CommitRate() {}

    static void run(int messages) throws Exception {
        Path directory = Files.createTempDirectory("chatbois-bench");
        Scene scene = Scene.set(directory);
        List<SignedEvent> events = prepare(scene, messages);
        int share = messages / ROUNDS;
        System.out.println("messages acknowledged per second, " + IN_FLIGHT + " in flight");
        System.out.println("writer | plain SQLite | ratio");
        for (int round = 0; round < ROUNDS; round++) {
            List<SignedEvent> part = events.subList(round * share, (round + 1) * share);
            double writer = writer(scene, part);
            double floor = sqlite(directory.resolve("plain" + round + ".db"), part);
            System.out.printf(Locale.ROOT, "%,.0f | %,.0f | %.2f%n", writer, floor, writer / floor);
        }
    }

    private static List<SignedEvent> prepare(Scene scene, int messages) throws Exception {
        SigningKey device = scene.device();
        Header first = scene.firstHeader();
        List<SignedEvent> events = new ArrayList<>();
        for (int i = 0; i < messages; i++) {
            events.add(scene.message(first, device, 2 + i));
        }
        return events;
    }

    private static double writer(Scene scene, List<SignedEvent> events) throws Exception {
        SigningKey server = scene.serverKey();
        try (Store store = Store.open(scene.server())) {
            Community community =
                    new Community(scene.community(), server.verifyKey(), Clock.systemUTC());
            store.read(reader -> {
                community.load(reader);
                return true;
            });
            Ledger ledger =
                    new Ledger(store.transaction(), scene.community(), server, Clock.systemUTC());
            try (Writer writer = new Writer(store, community, ledger, _ -> {}, _ -> {})) {
                writer.start();
                long began = System.nanoTime();
                Deque<CompletableFuture<?>> flying = new ArrayDeque<>();
                for (SignedEvent event : events) {
                    if (flying.size() == IN_FLIGHT) {
                        flying.removeFirst().get();
                    }
                    flying.add(writer.append(event));
                }
                for (CompletableFuture<?> last : flying) {
                    last.get();
                }
                return events.size() * 1e9 / (System.nanoTime() - began);
            }
        }
    }

    private static double sqlite(Path file, List<SignedEvent> events) throws Exception {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file)) {
            try (var statement = connection.createStatement()) {
                statement.execute("PRAGMA journal_mode = WAL");
                statement.execute("PRAGMA synchronous = FULL");
                statement.execute("CREATE TABLE event(seq INTEGER PRIMARY KEY, row BLOB)");
            }
            connection.setAutoCommit(false);
            long began = System.nanoTime();
            try (PreparedStatement insert =
                    connection.prepareStatement("INSERT INTO event VALUES(?, ?)")) {
                for (int i = 0; i < events.size(); i++) {
                    insert.setLong(1, i);
                    insert.setBytes(2, new byte[rowSize(events.get(i))]);
                    insert.executeUpdate();
                    if (i % IN_FLIGHT == IN_FLIGHT - 1) {
                        connection.commit();
                    }
                }
                connection.commit();
            }
            return events.size() * 1e9 / (System.nanoTime() - began);
        }
    }

    private static int rowSize(SignedEvent event) {
        return 64 + Header.LENGTH + 64 + (event.content() == null ? 0 : event.content().length());
    }
}
