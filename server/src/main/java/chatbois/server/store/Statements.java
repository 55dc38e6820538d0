package chatbois.server.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// One connection with its prepared statements, each prepared once. For one thread at a time.
///
/// After a failure nothing of a connection can be relied on: SQLite may have ended the transaction
/// by itself, after which every statement would be one of its own, and the driver closes the
/// statement that failed. So the connection is thrown away, which undoes what it had not committed,
/// and the next statement opens a new one.
final class Statements implements AutoCloseable {
    private final Opener opener;
    private final Map<String, PreparedStatement> prepared = new HashMap<>();
    private @Nullable Connection connection;

    /// @param opener asked for a connection now, and again after each failure
    Statements(Opener opener) throws SQLException {
        this.opener = opener;
        this.connection = opener.open();
    }

    /// Opens a connection to the file.
    interface Opener {
        Connection open() throws SQLException;
    }

    /// Reads one row.
    interface Row<T> {
        T read(ResultSet row) throws SQLException;
    }

    /// Takes each row.
    interface EachRow {
        void read(ResultSet row) throws SQLException;
    }

    /// Takes rows until it says that it wants no more.
    interface RowsWhile {
        boolean read(ResultSet row) throws SQLException;
    }

    int update(String sql, @Nullable Object... values) {
        try {
            return bind(sql, values).executeUpdate();
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    <T> Optional<T> one(String sql, Row<T> row, Object... values) {
        try (ResultSet rows = bind(sql, values).executeQuery()) {
            return rows.next() ? Optional.of(row.read(rows)) : Optional.empty();
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    void each(String sql, EachRow row, Object... values) {
        eachWhile(
                sql,
                rows -> {
                    row.read(rows);
                    return true;
                },
                values);
    }

    void eachWhile(String sql, RowsWhile row, Object... values) {
        try (ResultSet rows = bind(sql, values).executeQuery()) {
            boolean more = true;
            while (more && rows.next()) {
                more = row.read(rows);
            }
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    void commit() {
        try {
            connection().commit();
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    void rollback() {
        discard();
    }

    @Override
    public void close() {
        try (Connection last = connection) {
            connection = null;
        } catch (SQLException e) {
            throw new StoreFailed(e);
        }
    }

    private StoreFailed failed(SQLException cause) {
        discard();
        return new StoreFailed(cause);
    }

    private void discard() {
        prepared.clear();
        try {
            close();
        } catch (StoreFailed e) {
            // What failed before is what counts; this connection is not used again.
        }
    }

    private Connection connection() throws SQLException {
        Connection open = connection;
        if (open == null) {
            open = opener.open();
            connection = open;
        }
        return open;
    }

    private PreparedStatement bind(String sql, @Nullable Object... values) throws SQLException {
        PreparedStatement statement = prepared.get(sql);
        if (statement == null) {
            statement = connection().prepareStatement(sql);
            prepared.put(sql, statement);
        }
        for (int i = 0; i < values.length; i++) {
            statement.setObject(i + 1, values[i]);
        }
        return statement;
    }
}
