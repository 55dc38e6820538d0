package chatbois.server.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;

/// The tables. Only `log`, `event`, `marker`, `address_ban`, `block` and `device_seen` hold what
/// can't be made again from the others. They are strict, so that SQLite's own check finds a value
/// of another type.
final class Schema {
    /// Stands in the file's header; a file with a higher one was written by a newer program.
    static final int VERSION = 1;

    /// The kind of event that makes up nearly all of a log and changes nothing but the log.
    static final int MESSAGE_KIND = 36;

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
        // What isn't a message changes who may do what; this finds it without reading the messages.
        "CREATE INDEX event_control ON event(place) WHERE kind <> " + MESSAGE_KIND,
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
        "PRAGMA user_version = " + VERSION
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
        try (Statement statement = connection.createStatement()) {
            for (String sql : TABLES) {
                statement.execute(sql);
            }
        }
        connection.commit();
    }
}
