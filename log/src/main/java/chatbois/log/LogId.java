package chatbois.log;

/// Names one log: the community's log by the hash of its genesis, a chat's log by a hash of its
/// own.
public record LogId(Bytes32 value) {
    public static LogId parse(String text) {
        return new LogId(Bytes32.parse(text));
    }

    // Written out, since what a record has by itself is put together at run time, which a client
    // would wait for at its start.

    @Override
    public boolean equals(Object other) {
        return other instanceof LogId id && id.value.equals(value);
    }

    @Override
    public int hashCode() {
        return value.hashCode();
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
