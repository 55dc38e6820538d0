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
final class Statements implements AutoCloseable {
    private final Connection connection;
    private final Map<String, PreparedStatement> prepared = new HashMap<>();

    Statements(Connection connection) {
        this.connection = connection;
    }

    /// Reads one row.
    interface Row<T> {
        T read(ResultSet row) throws SQLException;
    }

    /// Takes each row.
    interface EachRow {
        void read(ResultSet row) throws SQLException;
    }

    int update(String sql, @Nullable Object... values) {
        try {
            return bind(sql, values).executeUpdate();
        } catch (SQLException e) {
            throw new StoreFailed(e);
        }
    }

    <T> Optional<T> one(String sql, Row<T> row, Object... values) {
        try (ResultSet rows = bind(sql, values).executeQuery()) {
            return rows.next() ? Optional.of(row.read(rows)) : Optional.empty();
        } catch (SQLException e) {
            throw new StoreFailed(e);
        }
    }

    void each(String sql, EachRow row, Object... values) {
        try (ResultSet rows = bind(sql, values).executeQuery()) {
            while (rows.next()) {
                row.read(rows);
            }
        } catch (SQLException e) {
            throw new StoreFailed(e);
        }
    }

    void commit() {
        try {
            connection.commit();
        } catch (SQLException e) {
            throw new StoreFailed(e);
        }
    }

    void rollback() {
        try {
            connection.rollback();
        } catch (SQLException e) {
            // SQLite rolls back by itself on some failures and then has nothing left to roll back.
            if (!String.valueOf(e.getMessage()).contains("no transaction is active")) {
                throw new StoreFailed(e);
            }
        }
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException e) {
            throw new StoreFailed(e);
        }
    }

    private PreparedStatement bind(String sql, @Nullable Object... values) throws SQLException {
        PreparedStatement statement = prepared.get(sql);
        if (statement == null) {
            statement = connection.prepareStatement(sql);
            prepared.put(sql, statement);
        }
        for (int i = 0; i < values.length; i++) {
            statement.setObject(i + 1, values[i]);
        }
        return statement;
    }
}
