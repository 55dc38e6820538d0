package chatbois.terminal.media;

import chatbois.cellart.Size;
import chatbois.log.LogId;
import chatbois.protocol.event.Preview;

/// The room that pictures have on the screen.
///
/// @param rows the most of one picture
public record Wall(LogId community, LogId chat, Drawing drawing, int rows) {
    /// A picture's pixels to each column at least: what is tiny stays small.
    private static final int FINEST = 4;

    /// The largest size that shows it with its proportions, cells being twice as high as wide.
    public Size size(Preview preview, int columns) {
        return fitting(preview.width(), preview.height(), smallest(preview, columns), rows);
    }

    private static int smallest(Preview preview, int columns) {
        return Math.clamp(preview.width() / FINEST, 1, Math.max(columns, 1));
    }

    /// The same for any picture and any room.
    public static Size fitting(int width, int height, int columns, int rows) {
        double wide = (double) width / height * 2;
        int high = (int) Math.round(columns / wide);
        return high <= rows
                ? new Size(columns, Math.max(high, 1))
                : new Size(Math.clamp(Math.round(rows * wide), 1, columns), rows);
    }
}
