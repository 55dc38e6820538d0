package chatbois.server.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import org.jspecify.annotations.Nullable;

/// Copies the whole store as it is at one moment, while the writer goes on. The copy has no
/// write-ahead log beside it and nothing of what was erased. Blocks for as long as copying takes;
/// only [#cancel()] may come from another thread.
public final class Snapshot {
    private final Statements.Opener opener;
    private volatile boolean cancelled;
    private volatile @Nullable Statement running;

    Snapshot(Statements.Opener opener) {
        this.opener = opener;
    }

    /// Writes the copy to a file that isn't there yet, readable by its owner only.
    public void writeTo(Path target) throws IOException {
        Files.createFile(
                target,
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        try (Connection connection = opener.open()) {
            copy(connection, target);
            // While it was being read, the write-ahead log could only grow. Moving it into the
            // store
            // here saves the writer a long commit.
            try (Statement statement = connection.createStatement()) {
                statement.execute("PRAGMA wal_checkpoint(PASSIVE)");
            }
        } catch (SQLException e) {
            throw new StoreFailed(e);
        }
    }

    private void copy(Connection connection, Path target) throws SQLException {
        try (PreparedStatement vacuum = connection.prepareStatement("VACUUM INTO ?")) {
            vacuum.setString(1, target.toString());
            running = vacuum;
            if (!cancelled) {
                vacuum.execute();
            }
        } finally {
            running = null;
        }
    }

    /// Breaks the copying off; what is in the file then is of no use.
    public void cancel() {
        cancelled = true;
        Statement now = running;
        if (now != null) {
            try {
                now.cancel();
            } catch (SQLException e) {
                // It has just ended by itself.
            }
        }
    }
}
