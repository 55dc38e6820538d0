package chatbois.server.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.function.Function;

/// The file `chatbois.db` with its connections: one that writes, a few that read beside it
/// (SQLite's write-ahead log lets both go on at once). Safe for any thread, except that
/// [#transaction()] belongs to the writer.
public final class Store implements AutoCloseable {
    /// What it is called in its directory.
    public static final String FILE = "chatbois.db";

    private static final int READERS = 4;
    private static final int EMPTYING_WAITS_MILLIS = 100;
    static final long WAL_KEPT = 16 * 1024 * 1024;

    private final Path file;
    private final Transaction transaction;
    private final BlockingQueue<Reader> readers = new ArrayBlockingQueue<>(READERS);

    private Store(Path file, Transaction transaction) {
        this.file = file;
        this.transaction = transaction;
    }

    /// Makes an empty store in that directory, readable by its owner only.
    public static Store create(Path directory) throws IOException {
        Path file = directory.resolve(FILE);
        Files.createFile(
                file,
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        try (Connection connection = connect(file)) {
            connection.setAutoCommit(false);
            Schema.create(connection);
        } catch (SQLException e) {
            throw new StoreFailed(e);
        }
        return open(directory);
    }

    /// Opens the store in that directory, which must be there.
    public static Store open(Path directory) {
        Path file = directory.resolve(FILE);
        if (!Files.exists(file)) {
            throw new StoreFailed(file + " is missing; put it back from a backup of its directory");
        }
        try {
            bringToVersion(file);
            Store store =
                    new Store(file, new Transaction(new Statements(() -> connectToWrite(file))));
            for (int i = 0; i < READERS; i++) {
                store.readers.add(new Reader(new Statements(() -> connect(file))));
            }
            return store;
        } catch (SQLException e) {
            throw new StoreFailed(e);
        }
    }

    /// Whether there is nothing in that directory that anybody could miss: no store, or one that
    /// was begun and holds at most the first event of one log.
    public static boolean isBlank(Path directory) {
        Path file = directory.resolve(FILE);
        try {
            if (!Files.exists(file) || version(file) == 0) {
                return true;
            }
        } catch (SQLException e) {
            throw new StoreFailed(e);
        }
        try (Store store = open(directory)) {
            List<LogRow> logs = store.read(Reader::logs);
            return logs.isEmpty() || logs.size() == 1 && logs.getFirst().size() <= 1;
        }
    }

    public Transaction transaction() {
        return transaction;
    }

    /// Lends a reader for the time of one look; waits for a free one.
    public <T> T read(Function<Reader, T> look) {
        Reader reader = take();
        try {
            return look.apply(reader);
        } finally {
            readers.add(reader);
        }
    }

    /// Moves the write-ahead log into the file and empties it, so that what was erased is nowhere
    /// any more. The writer waits for the short end of it, so it is given up at once while readers
    /// are in the way: then it says false.
    public boolean emptyLog() {
        try (Connection connection = connect(file);
                Statement statement = connection.createStatement()) {
            statement.execute("PRAGMA busy_timeout = " + EMPTYING_WAITS_MILLIS);
            statement.execute("PRAGMA wal_checkpoint(PASSIVE)");
            try (var row = statement.executeQuery("PRAGMA wal_checkpoint(TRUNCATE)")) {
                return row.next() && row.getInt(1) == 0;
            }
        } catch (SQLException e) {
            throw new StoreFailed(e);
        }
    }

    /// A way to copy what is stored while it changes.
    public Snapshot snapshot() {
        return new Snapshot(() -> connect(file));
    }

    /// Waits for the looks that are going on, then closes the file.
    @Override
    public void close() {
        for (int i = 0; i < READERS; i++) {
            take().sql.close();
        }
        transaction.close();
    }

    private Reader take() {
        boolean interrupted = false;
        try {
            while (true) {
                try {
                    return readers.take();
                } catch (InterruptedException e) {
                    interrupted = true;
                }
            }
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private static Connection connect(Path file) throws SQLException {
        Properties pragmas = new Properties();
        pragmas.setProperty("journal_mode", "WAL");
        pragmas.setProperty("synchronous", "FULL");
        pragmas.setProperty("busy_timeout", "5000");
        pragmas.setProperty("cache_size", "-8000");
        // What a long look made the write-ahead log grow to is given back afterwards.
        pragmas.setProperty("journal_size_limit", String.valueOf(WAL_KEPT));
        return DriverManager.getConnection("jdbc:sqlite:" + file, pragmas);
    }

    private static Connection connectToWrite(Path file) throws SQLException {
        Connection connection = connect(file);
        try (Statement statement = connection.createStatement()) {
            // What is erased is overwritten, and not only marked as free.
            statement.execute("PRAGMA secure_delete = ON");
        }
        connection.setAutoCommit(false);
        return connection;
    }

    private static void bringToVersion(Path file) throws SQLException {
        int version = version(file);
        if (version > Schema.VERSION) {
            throw new StoreFailed(
                    "this data was written by a newer version of chatbois (format "
                            + version
                            + ", this program knows "
                            + Schema.VERSION
                            + "); run the newer program");
        }
        if (version < 1) {
            throw new StoreFailed(file + " is not a store of chatbois (format " + version + ")");
        }
        if (version < Schema.VERSION) {
            try (Connection connection = connectToWrite(file)) {
                Schema.upgrade(connection, version);
            }
        }
    }

    private static int version(Path file) throws SQLException {
        try (Connection connection = connect(file);
                Statement statement = connection.createStatement();
                var row = statement.executeQuery("PRAGMA user_version")) {
            return row.next() ? row.getInt(1) : 0;
        }
    }
}
