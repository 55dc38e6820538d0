package chatbois.terminal.media;

import chatbois.cellart.Size;
import chatbois.terminal.cell.Cells;
import org.jspecify.annotations.Nullable;

/// A drawn picture as the screen takes it. Never changes.
public sealed interface Panel permits CellPanel, PixelPanel {
    /// One of characters. What looks as in the panel before is the very same there, so that the
    /// painter sees at once that it hasn't changed.
    static Panel of(chatbois.cellart.Cells drawn, @Nullable Panel before) {
        return CellPanel.of(drawn, before instanceof CellPanel cells ? cells : null);
    }

    Size size();

    /// Whether it is seen to look as the one before it.
    default boolean looksAs(@Nullable Panel before) {
        return false;
    }

    /// Draws one of its rows.
    void draw(Cells cells, int x, int y, int row);
}
