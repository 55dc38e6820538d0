package chatbois.terminal.media;

import chatbois.cellart.Cells;
import chatbois.cellart.Size;
import chatbois.terminal.cell.Color;
import chatbois.terminal.cell.Style;
import chatbois.terminal.text.Cluster;
import java.util.Arrays;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A picture of characters. Never changes.
final class CellPanel implements Panel {
    private static final Set<Style.Attribute> NO_ATTRIBUTES = Set.of();

    /// Those that were needed before, by their last bits: a film has few characters, each in many
    /// cells, and what is the very same needs no look to be found equal. Whoever finds another one
    /// here puts the same there as any other thread would.
    private static final Cluster[] KNOWN = new Cluster[512];

    private final Cells drawn;
    private final Cluster[] clusters;
    private final Style[] styles;

    private CellPanel(Cells drawn) {
        this.drawn = drawn;
        int count = drawn.size().columns() * drawn.size().rows();
        clusters = new Cluster[count];
        styles = new Style[count];
    }

    static CellPanel of(Cells drawn, @Nullable CellPanel before) {
        CellPanel panel = new CellPanel(drawn);
        boolean comparable = before != null && before.drawn.size().equals(drawn.size());
        int columns = drawn.size().columns();
        Style last = Style.PLAIN;
        for (int i = 0; i < panel.clusters.length; i++) {
            int x = i % columns;
            int y = i / columns;
            if (before != null && comparable && before.isSame(drawn, x, y)) {
                panel.clusters[i] = before.clusters[i];
                panel.styles[i] = before.styles[i];
            } else {
                panel.clusters[i] = cluster(drawn.character(x, y));
                last = style(drawn.ink(x, y), drawn.ground(x, y), last);
                panel.styles[i] = last;
            }
        }
        return panel;
    }

    /// One column whatever a table says: that is how the characters were chosen.
    private static Cluster cluster(int character) {
        int place = character % KNOWN.length;
        Cluster cluster = KNOWN[place];
        if (cluster == null || cluster.text().codePointAt(0) != character) {
            cluster = new Cluster(Character.toString(character), 1, false);
            KNOWN[place] = cluster;
        }
        return cluster;
    }

    /// @param before which [Panel#of] was given
    @Override
    public boolean looksAs(@Nullable Panel before) {
        return before instanceof CellPanel other
                && Arrays.equals(clusters, other.clusters)
                && Arrays.equals(styles, other.styles);
    }

    private boolean isSame(Cells other, int x, int y) {
        return drawn.character(x, y) == other.character(x, y)
                && drawn.ink(x, y) == other.ink(x, y)
                && drawn.ground(x, y) == other.ground(x, y);
    }

    /// With the very colours of the cell before, where they are the same, as often in films.
    private static Style style(int ink, int ground, Style last) {
        Color foreground = color(ink, last.foreground());
        Color background = color(ground, last.background());
        return foreground == last.foreground() && background == last.background()
                ? last
                : new Style(foreground, background, NO_ATTRIBUTES, "");
    }

    private static Color color(int color, Color last) {
        if (color == Cells.OWN) {
            return Color.DEFAULT;
        }
        return last instanceof Color.Rgb(int value) && value == color ? last : Color.rgb(color);
    }

    @Override
    public Size size() {
        return drawn.size();
    }

    @Override
    public void draw(chatbois.terminal.cell.Cells cells, int x, int y, int row) {
        int columns = size().columns();
        cells.put(x, y, clusters, styles, row * columns, columns);
    }
}
