package chatbois.log;

/// Names one log: the community's log by the hash of its genesis, a chat's log by a hash of its
/// own.
public record LogId(Bytes32 value) {
    public static LogId parse(String text) {
        return new LogId(Bytes32.parse(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
