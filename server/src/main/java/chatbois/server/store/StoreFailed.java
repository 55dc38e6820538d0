package chatbois.server.store;

import java.sql.SQLException;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/// The disk did not do what was asked; nothing of the transaction in question is in the store.
public final class StoreFailed extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final boolean full;

    StoreFailed(SQLException cause) {
        super("the store failed: " + cause.getMessage(), cause);
        this.full = isFull(cause);
    }

    StoreFailed(String message) {
        super(message);
        this.full = false;
    }

    /// Whether there is no room on the disk.
    public boolean isFull() {
        return full;
    }

    // A full disk shows up as an I/O error too where SQLite writes its shared-memory or journal
    // file.
    private static boolean isFull(SQLException cause) {
        if (!(cause instanceof SQLiteException sqlite)) {
            return false;
        }
        SQLiteErrorCode code = sqlite.getResultCode();
        return code == SQLiteErrorCode.SQLITE_FULL
                || code == SQLiteErrorCode.SQLITE_IOERR_WRITE
                || code == SQLiteErrorCode.SQLITE_IOERR_SHMSIZE;
    }
}
