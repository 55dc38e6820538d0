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

/// A drawn picture as the screen takes it. Never changes.
public final class Panel {
    private static final Set<Style.Attribute> NO_ATTRIBUTES = Set.of();

    private final Cells drawn;
    private final Cluster[] clusters;
    private final Style[] styles;

    private Panel(Cells drawn) {
        this.drawn = drawn;
        int count = drawn.size().columns() * drawn.size().rows();
        clusters = new Cluster[count];
        styles = new Style[count];
    }

    /// What looks as in the panel before is the very same there, so that the painter sees at once
    /// that it hasn't changed.
    public static Panel of(Cells drawn, @Nullable Panel before) {
        Panel panel = new Panel(drawn);
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

    /// Whether it looks as the one before it, which [#of] was given.
    boolean looksAs(@Nullable Panel before) {
        return before != null
                && Arrays.equals(clusters, before.clusters)
                && Arrays.equals(styles, before.styles);
    }

    private boolean isSame(Cells other, int x, int y) {
        return drawn.character(x, y) == other.character(x, y)
                && drawn.ink(x, y) == other.ink(x, y)
                && drawn.ground(x, y) == other.ground(x, y);
    }

    private static Color color(int color) {
        return color == Cells.OWN ? Color.DEFAULT : Color.rgb(color);
    }

    public Size size() {
        return drawn.size();
    }

    /// Draws one of its rows.
    public void draw(chatbois.terminal.cell.Cells cells, int x, int y, int row) {
        int columns = size().columns();
        for (int i = 0; i < columns; i++) {
            int cell = row * columns + i;
            cells.put(x + i, y, clusters[cell], styles[cell]);
        }
    }
}
