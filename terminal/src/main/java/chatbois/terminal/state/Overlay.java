package chatbois.terminal.state;

import chatbois.terminal.text.Wrap;
import java.util.List;

/// What lies over the chat and takes the keys.
public sealed interface Overlay {
    record None() implements Overlay {}

    /// Lines over the whole width, so that they can be copied with the mouse.
    ///
    /// @param picture more lines, to be shown black on white
    /// @param scroll how many rows are above
    record Sheet(String title, List<String> lines, List<String> picture, int scroll)
            implements Overlay {
        public Sheet {
            lines = List.copyOf(lines);
            picture = List.copyOf(picture);
        }

        /// The lines as they fit into a width.
        public List<String> rows(int width) {
            return lines.stream().flatMap(line -> Wrap.rows(line, width).stream()).toList();
        }

        Sheet scrolled(int by, int width, int height) {
            int most = rows(width).size() + picture.size() - bodyHeight(height);
            return new Sheet(title, lines, picture, Math.clamp(scroll + by, 0, Math.max(most, 0)));
        }

        /// The rows that can be seen at once.
        public static int bodyHeight(int height) {
            return Math.max(height - 2, 0);
        }
    }

    record Join(JoinForm form) implements Overlay {}
}
