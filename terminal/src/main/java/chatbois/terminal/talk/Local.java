package chatbois.terminal.talk;

import java.util.List;
import java.util.function.IntFunction;

/// Something that only this member sees: what a command told, or what went wrong. Kept nowhere.
///
/// @param after the last event that was there before it
/// @param time milliseconds since 1970
/// @param words its lines, for so many columns
public record Local(long after, long time, Kind kind, IntFunction<List<String>> words) {
    /// What it is about.
    public enum Kind {
        TOLD,
        FAILED
    }

    /// Lines that are the same in any room.
    public Local(long after, long time, Kind kind, List<String> lines) {
        List<String> all = List.copyOf(lines);
        this(after, time, kind, _ -> all);
    }

    /// The lines, as long as they may be.
    public List<String> lines() {
        return words.apply(Integer.MAX_VALUE);
    }
}
