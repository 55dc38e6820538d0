package chatbois.cellart.pixel;

import chatbois.cellart.Size;
import java.util.List;

/// A picture as the bytes of its pixels, for some cells of a terminal. Nobody changes it.
///
/// @param parts one, or one for each row of cells
public record Print(Medium medium, Size size, List<byte[]> parts) {
    /// Sixel is text: whatever else came with it could say something to the terminal.
    private static final int FIRST = '!';

    private static final int LAST = '~';

    /// @throws IllegalArgumentException if it has other parts than it should, or Sixel that is none
    public Print {
        parts = List.copyOf(parts);
        if (parts.size() != (medium.isInStrips() ? size.rows() : 1)) {
            throw new IllegalArgumentException("a picture with rows missing");
        }
        if (medium == Medium.SIXEL && !parts.stream().allMatch(Print::isText)) {
            throw new IllegalArgumentException("no Sixel");
        }
    }

    private static boolean isText(byte[] bytes) {
        for (byte b : bytes) {
            if (b < FIRST || b > LAST) {
                return false;
            }
        }
        return true;
    }

    /// How many bytes it has.
    public int bytes() {
        return parts.stream().mapToInt(part -> part.length).sum();
    }
}
