package chatbois.terminal.talk;

import java.util.List;

/// Something that only this member sees: what a command told, or what went wrong. Kept nowhere.
///
/// @param after the last event that was there before it
/// @param time milliseconds since 1970
public record Local(long after, long time, Kind kind, List<String> lines) {
    /// What it is about.
    public enum Kind {
        TOLD,
        FAILED
    }

    public Local {
        lines = List.copyOf(lines);
    }
}
