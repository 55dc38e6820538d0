package chatbois.terminal.cell;

import chatbois.cellart.pixel.Medium;
import chatbois.cellart.pixel.Print;
import chatbois.terminal.text.Cluster;
import java.util.Set;

/// A picture of pixels as it hangs on this terminal, by a number of its own. Never changes; two of
/// them are never the same.
public final class Pixels {
    private static final Style COVERED =
            new Style(new Color.Covered(), Color.DEFAULT, Set.of(), "");

    private final int number;
    private final Print print;
    private final Style style;

    /// @param number in 24 bits, of which no other picture on this terminal has the same
    public Pixels(int number, Print print) {
        this.number = number;
        this.print = print;
        style = COVERED.foreground(new Color.OfPicture(number));
    }

    int number() {
        return number;
    }

    /// What the terminal gets of it.
    public Print print() {
        return print;
    }

    /// Draws one of its rows: what is to be seen there is sent beside the cells.
    public void draw(Cells cells, int x, int y, int row) {
        int columns = print.size().columns();
        boolean strips = print.medium() != Medium.KITTY;
        for (int i = 0; i < columns; i++) {
            cells.put(
                    x + i,
                    y,
                    strips ? Cluster.SPACE : Placeholders.of(row, i),
                    strips ? COVERED : style);
        }
        cells.hang(this, x, y, row);
    }
}
