package chatbois.log;

/// A log is not what it was, or not what it claims to be. What a client reports to its member.
public final class LogBroken extends Exception {
    private static final long serialVersionUID = 1L;

    /// What is wrong, by kinds that a test or a script can tell apart.
    public enum Kind {
        /// The server's signature on the head is not by the community's server.
        HEAD_UNSIGNED,
        /// The log is shorter than it was.
        TRUNCATED,
        /// What was in the log before is not in it any more, or is something else.
        REWRITTEN,
        /// An event is missing, doubled or out of its place.
        OUT_OF_ORDER,
        /// An event was not signed by its author's device, or its body was changed.
        FORGED,
        /// A device's own numbering has a hole: something that it wrote is being withheld.
        WITHHELD,
        /// An event that a device wrote once stands in the log a second time.
        REPLAYED,
        /// An author had seen another history of this log than we have.
        SPLIT
    }

    private final LogId log;
    private final Kind kind;

    public LogBroken(LogId log, Kind kind, String sentence) {
        super(sentence);
        this.log = log;
        this.kind = kind;
    }

    public LogId log() {
        return log;
    }

    public Kind kind() {
        return kind;
    }
}
