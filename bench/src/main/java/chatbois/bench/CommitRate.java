package chatbois.bench;

import chatbois.log.Header;
import chatbois.log.SignedEvent;
import chatbois.log.SigningKey;
import chatbois.server.community.Commit;
import chatbois.server.community.Community;
import chatbois.server.community.Ledger;
import chatbois.server.community.Writer;
import chatbois.server.journal.Journal;
import chatbois.server.search.Indexer;
import chatbois.server.store.SearchFile;
import chatbois.server.store.Store;
import java.io.OutputStream;
import java.io.PrintStream;
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
import java.util.function.Consumer;

/// How many messages a second the writer acknowledges, each on disk, beside the floor: SQLite
/// alone, which commits rows of the same size in batches of the same size, and checks, hashes and
/// signs nothing. And the same with the index for searching, which follows on a thread of its own.
/// All in one run, in turns, on the same disk.
final class CommitRate {
    private static final int IN_FLIGHT = 64;
    private static final int ROUNDS = 3;
    private static final long PATIENCE_MILLIS = 60_000;

    private CommitRate() {}

    static void run(int messages) throws Exception {
        Path directory = Files.createTempDirectory("chatbois-bench");
        Scene scene = Scene.set(directory);
        List<SignedEvent> events = prepare(scene, messages);
        int share = messages / ROUNDS / 2;
        System.out.println("messages acknowledged per second, " + IN_FLIGHT + " in flight");
        System.out.println("writer | with the index | ratio | plain SQLite | ratio");
        for (int round = 0; round < ROUNDS; round++) {
            int at = 2 * round * share;
            List<SignedEvent> part = events.subList(at, at + share);
            double alone = writer(scene, part, /* indexes= */ false);
            double indexing =
                    writer(scene, events.subList(at + share, at + 2 * share), /* indexes= */ true);
            double floor = sqlite(directory.resolve("plain" + round + ".db"), part);
            System.out.printf(
                    Locale.ROOT,
                    "%,.0f | %,.0f | %.2f | %,.0f | %.2f%n",
                    alone,
                    indexing,
                    indexing / alone,
                    floor,
                    alone / floor);
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

    private static double writer(Scene scene, List<SignedEvent> events, boolean indexes)
            throws Exception {
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
            Journal silent =
                    new Journal(
                            new PrintStream(OutputStream.nullOutputStream()), Clock.systemUTC());
            SearchFile file = SearchFile.open(scene.server());
            Indexer indexer = new Indexer(store, file, scene.community(), silent);
            indexer.start();
            while (!indexer.awaitCaughtUp(List.of(), PATIENCE_MILLIS)) {
                // What was written without an index comes first.
            }
            Consumer<Commit> told = indexes ? indexer::take : _ -> {};
            try (indexer;
                    Writer writer = new Writer(store, community, ledger, told, _ -> {})) {
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
