package chatbois.terminal.cell;

import chatbois.terminal.text.Cluster;
import chatbois.terminal.text.SafeText;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/// A grid of cells to draw one picture of the screen into, or a rectangle of such a grid.
///
/// A wide cluster takes several cells; what would show only half of one, at an edge or under
/// something drawn over it, shows blanks instead. Drawing outside is no error, it is not seen. For
/// one thread, and for none any more once it was handed to a screen.
public final class Cells {
    /// A place on the grid, counted from the upper left corner.
    public record Point(int x, int y) {

        // As in Dress.

        @Override
        public boolean equals(Object other) {
            return other instanceof Point point && point.x == x && point.y == y;
        }

        @Override
        public int hashCode() {
            return 31 * x + y;
        }
    }

    /// A part of the whole grid.
    record Area(int x, int y, int width, int height) {
        /// Whether a part of a row lies inside.
        boolean holds(int from, int to, int row) {
            return row >= y && row < y + height && from >= x && to <= x + width;
        }
    }

    /// A row of a picture of pixels, and where it begins on the whole grid.
    record Hung(Pixels pixels, int row, int x, int y) {}

    /// Stands in every cell that a wide cluster takes beyond its first.
    static final Cluster REST = new Cluster("", 0, false);

    private final Grid grid;
    private final int left;
    private final int top;
    private final int width;
    private final int height;

    /// A blank grid.
    public Cells(int width, int height) {
        this(new Grid(width, height), 0, 0, width, height);
    }

    private Cells(Grid grid, int left, int top, int width, int height) {
        this.grid = grid;
        this.left = left;
        this.top = top;
        this.width = width;
        this.height = height;
    }

    /// The columns.
    public int width() {
        return width;
    }

    /// The rows.
    public int height() {
        return height;
    }

    /// A rectangle of these cells, cut down to what lies inside: drawing there draws here.
    public Cells part(int x, int y, int width, int height) {
        int fromX = Math.clamp(x, 0, this.width);
        int fromY = Math.clamp(y, 0, this.height);
        int toX = Math.clamp((long) x + width, fromX, this.width);
        int toY = Math.clamp((long) y + height, fromY, this.height);
        return new Cells(grid, left + fromX, top + fromY, toX - fromX, toY - fromY);
    }

    /// Draws text on one row and says in which column it ended; line breaks are shown as signs.
    public int put(int x, int y, String text, Style style) {
        return put(x, y, Cluster.of(SafeText.line(text)), style);
    }

    /// Draws clusters on one row and says in which column they ended.
    public int put(int x, int y, List<Cluster> clusters, Style style) {
        int at = x;
        for (Cluster cluster : clusters) {
            if (cluster.width() > 0) {
                put(at, y, cluster, style);
                at += cluster.width();
            }
        }
        return at;
    }

    /// Makes all cells blank.
    public void fill(Style style) {
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                put(x, y, Cluster.SPACE, style);
            }
        }
    }

    /// Changes the look of all cells and keeps what is in them.
    public void restyle(UnaryOperator<Style> change) {
        for (int y = top; y < top + height; y++) {
            for (int x = left; x < left + width; x++) {
                int cell = grid.index(x, y);
                grid.styles[cell] = change.apply(grid.styles[cell]);
            }
        }
    }

    /// Shows the cursor there; it stays hidden if nobody asks for it or the place is outside.
    public void cursor(int x, int y) {
        grid.cursor = contains(x, y) ? Optional.of(new Point(left + x, top + y)) : Optional.empty();
    }

    /// Says that all of this is less urgent than the rest, as pictures are: over a slow line it
    /// comes to the terminal after what people write.
    public void later() {
        if (width > 0 && height > 0) {
            grid.later.add(new Area(left, top, width, height));
        }
    }

    /// What is less urgent, on the whole grid.
    List<Area> laterAreas() {
        return grid.later;
    }

    /// Says that a row of a picture of pixels begins there, the cells of which are drawn, in place
    /// of any other in that row; if there is no room for all of it, it isn't seen.
    void hang(Pixels pixels, int x, int y, int row) {
        int end = x + pixels.print().size().columns();
        if (contains(x, y) && end <= width) {
            grid.hung.removeIf(hung -> hung.y == top + y);
            grid.hung.add(new Hung(pixels, row, left + x, top + y));
        }
    }

    /// Whether pictures of pixels hang anywhere on the whole grid.
    public boolean hasPixels() {
        return !grid.hung.isEmpty();
    }

    /// The rows of pictures of pixels on the whole grid.
    List<Hung> hung() {
        return grid.hung;
    }

    /// Whether pixels are painted over a cell.
    boolean isCovered(int x, int y) {
        return style(x, y).foreground() instanceof Color.Covered;
    }

    /// What the window is called while these cells are shown, free of control characters.
    public void title(String text) {
        grid.title = SafeText.line(text);
    }

    /// Empty to leave it as it is.
    public String title() {
        return grid.title;
    }

    /// Where the cursor is shown on the whole grid.
    public Optional<Point> cursor() {
        return grid.cursor;
    }

    /// The text of a row without the blanks at its end, as a reader sees it.
    public String row(int y) {
        StringBuilder text = new StringBuilder();
        for (int x = 0; x < width; x++) {
            text.append(cluster(x, y).text());
        }
        return text.toString().stripTrailing();
    }

    /// The look of a cell.
    public Style style(int x, int y) {
        return grid.styles[grid.index(left + x, top + y)];
    }

    /// What begins in a cell, or [#REST].
    Cluster cluster(int x, int y) {
        return grid.clusters[grid.index(left + x, top + y)];
    }

    /// Makes a row what a row of another whole grid is, of the same width.
    void copyRow(int y, Cells from, int fromY) {
        int source = from.grid.index(0, fromY);
        int target = grid.index(0, y);
        System.arraycopy(from.grid.clusters, source, grid.clusters, target, width);
        System.arraycopy(from.grid.styles, source, grid.styles, target, width);
    }

    /// A whole grid that holds the same.
    Cells copy() {
        Cells copy = new Cells(width, height);
        for (int y = 0; y < height; y++) {
            copy.copyRow(y, this, y);
        }
        copy.grid.cursor = grid.cursor;
        copy.grid.title = grid.title;
        return copy;
    }

    /// Makes some cells of a row what those of another whole grid of the same size are.
    void copy(Cells from, int x, int y, int count) {
        int cell = grid.index(x, y);
        System.arraycopy(from.grid.clusters, cell, grid.clusters, cell, count);
        System.arraycopy(from.grid.styles, cell, grid.styles, cell, count);
    }

    private boolean contains(int x, int y) {
        return x >= 0 && x < width && y >= 0 && y < height;
    }

    /// Draws one cluster.
    public void put(int x, int y, Cluster cluster, Style style) {
        int end = x + cluster.width();
        if (contains(x, y) && end <= width) {
            grid.put(left + x, top + y, cluster, style);
            return;
        }
        for (int i = Math.max(x, 0); i < Math.min(end, width); i++) {
            if (contains(i, y)) {
                grid.put(left + i, top + y, Cluster.SPACE, style);
            }
        }
    }

    /// Draws a part of a row of clusters that take one column each, all at once.
    ///
    /// @param from the first of them
    public void put(int x, int y, Cluster[] clusters, Style[] styles, int from, int count) {
        int skipped = Math.max(-x, 0);
        int seen = Math.min(count, width - x) - skipped;
        if (y >= 0 && y < height && seen > 0) {
            grid.put(left + x + skipped, top + y, clusters, styles, from + skipped, seen);
        }
    }

    /// What all parts of one grid share.
    private static final class Grid {
        private final int width;
        private final Cluster[] clusters;
        private final Style[] styles;
        private Optional<Point> cursor = Optional.empty();
        private String title = "";
        private final List<Area> later = new ArrayList<>();
        private final List<Hung> hung = new ArrayList<>();

        Grid(int width, int height) {
            this.width = width;
            clusters = new Cluster[width * height];
            styles = new Style[width * height];
            Arrays.fill(clusters, Cluster.SPACE);
            Arrays.fill(styles, Style.PLAIN);
        }

        int index(int x, int y) {
            return y * width + x;
        }

        void put(int x, int y, Cluster cluster, Style style) {
            breakAt(x, y);
            breakAt(x + cluster.width(), y);
            int cell = index(x, y);
            for (int i = cell; i < cell + cluster.width(); i++) {
                styles[i] = style;
                clusters[i] = REST;
            }
            clusters[cell] = cluster;
        }

        void put(int x, int y, Cluster[] from, Style[] looks, int first, int count) {
            breakAt(x, y);
            breakAt(x + count, y);
            System.arraycopy(from, first, clusters, index(x, y), count);
            System.arraycopy(looks, first, styles, index(x, y), count);
        }

        /// Makes a column the first of its cluster: one that reaches over it becomes blanks.
        private void breakAt(int x, int y) {
            if (x == width || !clusters[index(x, y)].equals(REST)) {
                return;
            }
            int cell = index(x, y);
            while (clusters[cell].equals(REST)) {
                cell--;
            }
            int end = cell + clusters[cell].width();
            Arrays.fill(clusters, cell, end, Cluster.SPACE);
        }
    }
}
