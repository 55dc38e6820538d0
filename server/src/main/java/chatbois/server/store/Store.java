package chatbois.server.store;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Properties;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.function.Function;

/// The file `chatbois.db` with its connections: one that writes, a few that read beside it
/// (SQLite's write-ahead log lets both go on at once). Safe for any thread, except that
/// [#transaction()] belongs to the writer.
public final class Store implements AutoCloseable {
    private static final int READERS = 4;

    private final Transaction transaction;
    private final BlockingQueue<Reader> readers = new ArrayBlockingQueue<>(READERS);

    private Store(Transaction transaction) {
        this.transaction = transaction;
    }

    /// Opens the store in that directory, and makes it if it isn't there.
    public static Store open(Path directory) {
        Path file = directory.resolve("chatbois.db");
        try {
            Connection writing = connect(file);
            prepare(writing);
            Store store = new Store(new Transaction(new Statements(writing)));
            for (int i = 0; i < READERS; i++) {
                store.readers.add(new Reader(new Statements(connect(file))));
            }
            return store;
        } catch (SQLException e) {
            throw new StoreFailed(e);
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
        return DriverManager.getConnection("jdbc:sqlite:" + file, pragmas);
    }

    private static void prepare(Connection connection) throws SQLException {
        connection.setAutoCommit(false);
        int version = version(connection);
        if (version == 0) {
            Schema.create(connection);
        } else if (version != Schema.VERSION) {
            throw new StoreFailed(
                    "this data was written by another version of chatbois (format "
                            + version
                            + ", this program knows "
                            + Schema.VERSION
                            + "); run the newer program");
        }
    }

    private static int version(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                var row = statement.executeQuery("PRAGMA user_version")) {
            return row.next() ? row.getInt(1) : 0;
        }
    }
}
