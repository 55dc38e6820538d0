package chatbois.log;

import java.util.Map;

/// What a reader keeps of a log from one session to the next, so that whatever happens to the log
/// in between can't be hidden from it.
///
/// @param newest the newest head that the reader ever believed
/// @param readUpTo the last event that `numbers` knows of
/// @param numbers the last number of each device that wrote in this log
public record Pin(TreeHead newest, long readUpTo, Map<VerifyKey, Last> numbers) {
    /// What somebody knows who never saw the log.
    public static final Pin NONE = new Pin(TreeHead.EMPTY, 0, Map.of());

    public Pin {
        if (readUpTo < 0) {
            throw new Malformed("a place in a log is not negative");
        }
        numbers = Map.copyOf(numbers);
    }

    /// @param exact whether the device wrote nothing after that number; else it may have, in a part
    ///   of the log that the reader skipped
    public record Last(long number, boolean exact) {
        Last loosened() {
            return new Last(number, false);
        }
    }
}
