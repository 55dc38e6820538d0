package chatbois.terminal.state;

import java.util.List;

/// What lies over the chat and takes the keys.
public sealed interface Overlay {
    record None() implements Overlay {}

    /// Lines over the whole width, so that they can be copied with the mouse.
    ///
    /// @param scroll how many rows are above
    record Sheet(String title, List<String> lines, int scroll) implements Overlay {
        public Sheet {
            lines = List.copyOf(lines);
        }

        Sheet scrolled(int by) {
            return new Sheet(
                    title, lines, Math.clamp(scroll + by, 0, Math.max(lines.size() - 1, 0)));
        }
    }

    record Join(JoinForm form) implements Overlay {}
}
