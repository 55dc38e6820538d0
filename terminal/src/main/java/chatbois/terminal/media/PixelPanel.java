package chatbois.terminal.media;

import chatbois.cellart.Size;
import chatbois.terminal.cell.Cells;
import chatbois.terminal.cell.Pixels;

/// A picture of pixels.
record PixelPanel(Pixels pixels) implements Panel {
    @Override
    public Size size() {
        return pixels.print().size();
    }

    @Override
    public void draw(Cells cells, int x, int y, int row) {
        pixels.draw(cells, x, y, row);
    }
}
