package chatbois.terminal.text;

import java.util.List;

/// A part of a list by the positions in it: from the first one to the one after the last.
public record Slice(int from, int to) {
    /// This part of the list.
    public <T> List<T> of(List<T> whole) {
        return whole.subList(from, to);
    }
}
