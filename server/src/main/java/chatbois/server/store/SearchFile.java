package chatbois.server.store;

import chatbois.log.Bytes32;
import chatbois.log.MemberId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/// The file `search.db`: an index over the words of all messages, made from the logs and of no
/// worth without them. It is in no backup; what is missing, damaged or of another version is made
/// anew.
///
/// What it holds is committed together with how far it has come in each log, so that it can be
/// behind the logs but never wrong. Its commits are not synced: after a power cut it is behind.
///
/// [#changes()] belongs to the one thread that fills it; everything else is safe for any thread.
public final class SearchFile implements AutoCloseable {
    /// What it is called in its directory.
    public static final String FILE = "search.db";

    private static final int VERSION = 2;
    private static final int READERS = 2;

    private static final String[] TABLES = {
        // The numbers of messages grow with their times, so that the newest are found first.
        """
        CREATE TABLE message(
            number INTEGER PRIMARY KEY,
            place INTEGER NOT NULL UNIQUE,
            time INTEGER NOT NULL,
            tokens TEXT NOT NULL) STRICT
        """,
        "CREATE TABLE author(number INTEGER PRIMARY KEY, member TEXT NOT NULL UNIQUE) STRICT",
        """
        CREATE TABLE reached(
            log INTEGER PRIMARY KEY,
            seq INTEGER NOT NULL,
            leaf BLOB NOT NULL,
            newest INTEGER NOT NULL) STRICT
        """,
        // Whether something was taken out since the file was written anew.
        "CREATE TABLE untidy(yes INTEGER PRIMARY KEY) STRICT",
        """
        CREATE VIRTUAL TABLE token USING fts5(
            tokens, content = '', columnsize = 0, tokenize = 'ascii')
        """,
        // What is deleted is taken out of the index at once, not only marked as gone.
        "INSERT INTO token(token, rank) VALUES('secure-delete', 1)",
        "PRAGMA user_version = " + VERSION
    };

    private final Path file;
    private final SearchChanges changes;
    private final BlockingQueue<SearchReader> readers = new ArrayBlockingQueue<>(READERS);

    private SearchFile(Path file) throws SQLException {
        this.file = file;
        Map<Long, Long> newest = new ConcurrentHashMap<>();
        this.changes = new SearchChanges(new Statements(() -> connectToWrite(file)), newest);
        for (int i = 0; i < READERS; i++) {
            readers.add(new SearchReader(new Statements(() -> connect(file)), newest));
        }
        changes.loadNewest();
    }

    /// Opens the index in that directory; an empty one if there is none that is of use.
    public static SearchFile open(Path directory) {
        Path file = directory.resolve(FILE);
        try {
            if (!isOfUse(file)) {
                make(file);
            }
            return begun(file);
        } catch (IOException e) {
            throw new StoreFailed(file + " can't be made anew: " + e.getMessage());
        } catch (SQLException e) {
            throw new StoreFailed(e);
        }
    }

    /// One that can't be read is made anew, too: it is only a cache.
    private static SearchFile begun(Path file) throws IOException, SQLException {
        try {
            return new SearchFile(file);
        } catch (StoreFailed e) {
            make(file);
            return new SearchFile(file);
        }
    }

    public SearchChanges changes() {
        return changes;
    }

    /// Lends a reader for the time of one look; waits for a free one, but not for long.
    public <T> Optional<T> read(long patienceMillis, Function<SearchReader, T> look) {
        SearchReader reader;
        try {
            reader = readers.poll(patienceMillis, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
        if (reader == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(look.apply(reader));
        } finally {
            readers.add(reader);
        }
    }

    /// Writes the whole file anew, so that what was erased is nowhere in it any more: SQLite
    /// overwrites what is deleted, but not the copies that it leaves behind where it made room.
    /// Takes a while; only between a commit and the next change.
    public void tidy() {
        try (Connection connection = connect(file);
                Statement statement = connection.createStatement()) {
            statement.execute("DELETE FROM untidy");
            statement.execute("VACUUM");
            statement.execute("PRAGMA wal_checkpoint(TRUNCATE)");
        } catch (SQLException e) {
            throw new StoreFailed(e);
        }
    }

    /// Takes out of the write-ahead log, too, what was taken out of the index; by and by if readers
    /// are in the way. Only between a commit and the next change.
    public void emptyLog() {
        try (Connection connection = connect(file);
                Statement statement = connection.createStatement()) {
            statement.execute("PRAGMA busy_timeout = 100");
            statement.execute("PRAGMA wal_checkpoint(TRUNCATE)");
        } catch (SQLException e) {
            throw new StoreFailed(e);
        }
    }

    /// How many bytes it takes on disk.
    public long bytes() throws IOException {
        return Files.size(file);
    }

    @Override
    public void close() {
        readers.forEach(reader -> reader.sql.close());
        changes.sql.close();
    }

    private static boolean isOfUse(Path file) {
        if (!Files.exists(file)) {
            return false;
        }
        try (Connection connection = connect(file);
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("PRAGMA user_version")) {
            return row.next() && row.getInt(1) == VERSION;
        } catch (SQLException e) {
            return false;
        }
    }

    private static void make(Path file) throws IOException, SQLException {
        for (String suffix : List.of("", "-wal", "-shm")) {
            Files.deleteIfExists(file.resolveSibling(file.getFileName() + suffix));
        }
        Files.createFile(
                file,
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        try (Connection connection = connect(file);
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            for (String sql : TABLES) {
                statement.execute(sql);
            }
            connection.commit();
        }
    }

    private static Connection connect(Path file) throws SQLException {
        Properties pragmas = new Properties();
        pragmas.setProperty("journal_mode", "WAL");
        pragmas.setProperty("synchronous", "NORMAL");
        pragmas.setProperty("busy_timeout", "5000");
        pragmas.setProperty("cache_size", "-32000");
        pragmas.setProperty("journal_size_limit", String.valueOf(Store.WAL_KEPT));
        return DriverManager.getConnection("jdbc:sqlite:" + file, pragmas);
    }

    private static Connection connectToWrite(Path file) throws SQLException {
        Connection connection = connect(file);
        try (Statement statement = connection.createStatement()) {
            statement.execute("PRAGMA secure_delete = ON");
        }
        connection.setAutoCommit(false);
        return connection;
    }

    /// How far the index has come in a log.
    ///
    /// @param seq the last event that it has taken in
    /// @param leaf of that event
    public record Reached(long seq, Bytes32 leaf) {}

    /// A message that was found.
    ///
    /// @param row the number of its log in the store
    public record Found(long row, long seq) {}

    /// Words of a message, as they are looked up.
    ///
    /// @param words each of letters, digits and what is no ASCII
    public record Text(List<String> words, Set<Trait> traits) {
        public Text {
            words = List.copyOf(words);
            traits = Set.copyOf(traits);
        }
    }

    /// The author's number in the index, if it has any.
    static Optional<Long> author(Statements sql, MemberId member) {
        return sql.one(
                "SELECT number FROM author WHERE member = ?",
                row -> row.getLong(1),
                member.toString());
    }
}
