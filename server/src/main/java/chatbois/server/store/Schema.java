package chatbois.server.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;

/// The tables. All but `about` and `mention` hold what can't be made again from the others; those
/// two say of events again what stands in their bodies. They are strict, so that SQLite's own check
/// finds a value of another type.
final class Schema {
    /// Stands in the file's header; a file with a higher one was written by a newer program.
    static final int VERSION = 4;

    /// The kind of event that makes up nearly all of a log.
    static final int MESSAGE_KIND = 36;

    /// The kind of an event that gives a message another text.
    static final int EDIT_KIND = 47;

    /// The kind of an event that describes a file of a message.
    static final int DESCRIBED_KIND = 51;

    /// The kinds that say what a message, or what came with it, says by now.
    static final String REWORDING_KINDS = "(" + EDIT_KIND + ", " + DESCRIBED_KIND + ")";

    /// The kinds that hold what people said, and can be erased.
    static final String TEXT_KINDS =
            "(" + MESSAGE_KIND + ", " + EDIT_KIND + ", " + DESCRIBED_KIND + ")";

    /// The kinds that change nothing but the log: those, and reactions.
    static final String TALK_KINDS = "(36, 47, 49, 50, 51)";

    private static final String CONTROL =
            "CREATE INDEX event_control ON event(place) WHERE kind NOT IN " + TALK_KINDS;

    /// What events are about which message: answers to it, and what was done to it.
    private static final String ABOUT =
            """
            CREATE TABLE about(
                target INTEGER NOT NULL,
                place INTEGER NOT NULL,
                kind INTEGER NOT NULL,
                PRIMARY KEY(target, place)) WITHOUT ROWID, STRICT
            """;

    /// Which messages are meant for whom; for everybody in the chat under an empty member.
    private static final String MENTION =
            """
            CREATE TABLE mention(
                member TEXT NOT NULL,
                place INTEGER NOT NULL,
                author TEXT NOT NULL,
                PRIMARY KEY(member, place)) WITHOUT ROWID, STRICT
            """;

    /// What members let be told of them.
    private static final String PRIVACY =
            """
            CREATE TABLE privacy(
                member TEXT PRIMARY KEY,
                presence INTEGER NOT NULL,
                last_seen INTEGER NOT NULL,
                receipts INTEGER NOT NULL,
                drafts INTEGER NOT NULL) WITHOUT ROWID, STRICT
            """;

    /// How far members have read who let others know it.
    private static final String RECEIPT =
            """
            CREATE TABLE receipt(
                log INTEGER NOT NULL,
                member TEXT NOT NULL,
                seq INTEGER NOT NULL,
                PRIMARY KEY(log, member)) WITHOUT ROWID, STRICT
            """;

    /// What members have written and not sent; nobody's business but their own.
    private static final String DRAFT =
            """
            CREATE TABLE draft(
                member TEXT NOT NULL,
                log INTEGER NOT NULL,
                text TEXT NOT NULL,
                time INTEGER NOT NULL,
                PRIMARY KEY(member, log)) WITHOUT ROWID, STRICT
            """;

    /// The files that members have sent whole; what counts for how much one may keep.
    private static final String HOLDING =
            """
            CREATE TABLE holding(
                member TEXT NOT NULL,
                hash BLOB NOT NULL,
                size INTEGER NOT NULL,
                time INTEGER NOT NULL,
                PRIMARY KEY(member, hash)) WITHOUT ROWID, STRICT
            """;

    private static final String HOLDING_HASH = "CREATE INDEX holding_hash ON holding(hash)";

    /// Which files came with which message; says again what stands in the body, until that is
    /// erased or files are not kept so long.
    private static final String ATTACHED =
            """
            CREATE TABLE attached(
                place INTEGER NOT NULL,
                hash BLOB NOT NULL,
                member TEXT NOT NULL,
                time INTEGER NOT NULL,
                PRIMARY KEY(place, hash)) WITHOUT ROWID, STRICT
            """;

    private static final String ATTACHED_HASH =
            "CREATE INDEX attached_hash ON attached(hash, member)";

    private static final String ATTACHED_TIME = "CREATE INDEX attached_time ON attached(time)";

    private static final String[] TABLES = {
        """
        CREATE TABLE log(
            row INTEGER PRIMARY KEY,
            log BLOB NOT NULL UNIQUE,
            size INTEGER NOT NULL,
            root BLOB NOT NULL,
            epoch INTEGER NOT NULL,
            signature BLOB NOT NULL,
            last_time INTEGER NOT NULL) STRICT
        """,
        """
        CREATE TABLE writer(
            row INTEGER PRIMARY KEY,
            log INTEGER NOT NULL,
            device BLOB NOT NULL,
            UNIQUE(log, device)) STRICT
        """,
        """
        CREATE TABLE event(
            place INTEGER PRIMARY KEY,
            time INTEGER NOT NULL,
            kind INTEGER NOT NULL,
            writer INTEGER NOT NULL,
            author_seq INTEGER NOT NULL,
            header BLOB NOT NULL,
            signature BLOB NOT NULL,
            salt BLOB,
            body BLOB,
            leaf BLOB NOT NULL,
            UNIQUE(writer, author_seq)) STRICT
        """,
        // What isn't talk changes who may do what; this finds it without reading the talk.
        CONTROL,
        """
        CREATE TABLE node(
            level INTEGER NOT NULL,
            place INTEGER NOT NULL,
            hash BLOB NOT NULL,
            PRIMARY KEY(level, place)) WITHOUT ROWID, STRICT
        """,
        """
        CREATE TABLE marker(
            member TEXT NOT NULL,
            log INTEGER NOT NULL,
            seq INTEGER NOT NULL,
            PRIMARY KEY(member, log)) WITHOUT ROWID, STRICT
        """,
        """
        CREATE TABLE address_ban(
            addresses TEXT PRIMARY KEY,
            until INTEGER NOT NULL,
            reason TEXT NOT NULL,
            member TEXT NOT NULL) WITHOUT ROWID, STRICT
        """,
        """
        CREATE TABLE block(
            member TEXT NOT NULL,
            blocked TEXT NOT NULL,
            PRIMARY KEY(member, blocked)) WITHOUT ROWID, STRICT
        """,
        """
        CREATE TABLE device_seen(
            device BLOB PRIMARY KEY,
            time INTEGER NOT NULL) WITHOUT ROWID, STRICT
        """,
        ABOUT,
        MENTION,
        PRIVACY,
        RECEIPT,
        DRAFT,
        HOLDING,
        HOLDING_HASH,
        ATTACHED,
        ATTACHED_HASH,
        ATTACHED_TIME,
        "PRAGMA user_version = " + VERSION
    };

    /// From version 1, which knew no events that are about messages.
    private static final String[] FROM_FIRST = {
        "DROP INDEX event_control", CONTROL, ABOUT, MENTION, "PRAGMA user_version = 2"
    };

    /// From version 2, which kept nothing of what members know of each other.
    private static final String[] FROM_SECOND = {
        PRIVACY, RECEIPT, DRAFT, "PRAGMA user_version = 3"
    };

    /// From version 3, which knew no files.
    private static final String[] FROM_THIRD = {
        "DROP INDEX event_control",
        CONTROL,
        HOLDING,
        HOLDING_HASH,
        ATTACHED,
        ATTACHED_HASH,
        ATTACHED_TIME,
        "PRAGMA user_version = 4"
    };

    private Schema() {}

    /// The tables and indexes as SQLite writes them down in the file.
    static Set<String> written() {
        return Arrays.stream(TABLES)
                .filter(sql -> sql.startsWith("CREATE"))
                .map(String::strip)
                .collect(Collectors.toSet());
    }

    static void create(Connection connection) throws SQLException {
        run(connection, TABLES);
    }

    /// Brings an older store to this version, each step whole or not at all.
    static void upgrade(Connection connection, int from) throws SQLException {
        if (from <= 1) {
            run(connection, FROM_FIRST);
        }
        if (from <= 2) {
            run(connection, FROM_SECOND);
        }
        if (from <= 3) {
            run(connection, FROM_THIRD);
        }
    }

    private static void run(Connection connection, String[] steps) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            for (String sql : steps) {
                statement.execute(sql);
            }
        }
        connection.commit();
    }
}
