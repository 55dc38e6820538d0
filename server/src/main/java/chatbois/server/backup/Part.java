package chatbois.server.backup;

import java.util.Arrays;
import java.util.Optional;

/// What a backup can hold. A part stands under its number in the file, so that no backup can name a
/// path; numbers are never used again for another.
enum Part {
    GENESIS(1, "genesis", Part.SMALL, true),
    SERVER_KEY(2, "server.key", Part.SMALL, true),
    TLS(3, "tls.pem", Part.SMALL, true),
    OWNER_INVITE(4, "owner.invite", Part.SMALL, false),
    STORE(5, "chatbois.db", Long.MAX_VALUE, true);

    private static final long SMALL = 64 * 1024;

    private final int number;
    private final String file;
    private final long most;
    private final boolean needed;

    Part(int number, String file, long most, boolean needed) {
        this.number = number;
        this.file = file;
        this.most = most;
        this.needed = needed;
    }

    int number() {
        return number;
    }

    /// What it is called in a data directory.
    String file() {
        return file;
    }

    /// How many bytes it may have.
    long most() {
        return most;
    }

    /// Whether there is no community without it.
    boolean isNeeded() {
        return needed;
    }

    static Optional<Part> numbered(int number) {
        return Arrays.stream(values()).filter(part -> part.number == number).findFirst();
    }
}
