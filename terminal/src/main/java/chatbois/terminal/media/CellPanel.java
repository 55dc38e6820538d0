package chatbois.terminal.media;

import chatbois.cellart.Cells;
import chatbois.cellart.Size;
import chatbois.terminal.cell.Color;
import chatbois.terminal.cell.Style;
import chatbois.terminal.text.Cluster;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A picture of characters. Never changes.
final class CellPanel implements Panel {
    private static final Set<Style.Attribute> NO_ATTRIBUTES = Set.of();

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
        Map<Integer, Cluster> known = new HashMap<>();
        int columns = drawn.size().columns();
        for (int i = 0; i < panel.clusters.length; i++) {
            int x = i % columns;
            int y = i / columns;
            if (before != null && comparable && before.isSame(drawn, x, y)) {
                panel.clusters[i] = before.clusters[i];
                panel.styles[i] = before.styles[i];
            } else {
                // One column whatever a table says: that is how the characters were chosen.
                panel.clusters[i] =
                        known.computeIfAbsent(
                                drawn.character(x, y),
                                c -> new Cluster(Character.toString(c), 1, false));
                panel.styles[i] =
                        new Style(
                                color(drawn.ink(x, y)),
                                color(drawn.ground(x, y)),
                                NO_ATTRIBUTES,
                                "");
            }
        }
        return panel;
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

    private static Color color(int color) {
        return color == Cells.OWN ? Color.DEFAULT : Color.rgb(color);
    }

    @Override
    public Size size() {
        return drawn.size();
    }

    @Override
    public void draw(chatbois.terminal.cell.Cells cells, int x, int y, int row) {
        int columns = size().columns();
        for (int i = 0; i < columns; i++) {
            int cell = row * columns + i;
            cells.put(x + i, y, clusters[cell], styles[cell]);
        }
    }
}
