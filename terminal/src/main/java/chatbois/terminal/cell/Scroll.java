package chatbois.terminal.cell;

import chatbois.terminal.text.Cluster;
import java.util.Objects;
import java.util.Optional;

/// Rows that move up or down together, as those of a chat do when something is said. A terminal can
/// move rows for a few bytes, but only whole ones.
///
/// @param top the first row that takes part
/// @param bottom the last one
/// @param by how many rows they move up; down if negative
record Scroll(int top, int bottom, int by) {
    /// Text that stands in fewer rows elsewhere isn't worth looking closer.
    private static final int FEWEST_ROWS = 3;

    /// The move after which most of what has changed stands where it should, if there is one. What
    /// stands beside it, in the same rows, may be the worse for it.
    static Optional<Scroll> find(Cells before, Cells next) {
        Scroll best = new Scroll(0, 0, 0);
        int most = FEWEST_ROWS - 1;
        for (int by = 1 - next.height(); by < next.height(); by++) {
            int first = next.height();
            int last = -1;
            int moved = 0;
            for (int y = Math.max(0, -by); y < Math.min(next.height(), next.height() - by); y++) {
                if (by != 0 && comesFrom(y + by, before, next, y)) {
                    first = Math.min(first, y);
                    last = y;
                    moved++;
                }
            }
            if (moved > most) {
                most = moved;
                best = new Scroll(Math.min(first, first + by), Math.max(last, last + by), by);
            }
        }
        return most < FEWEST_ROWS ? Optional.empty() : Optional.of(best);
    }

    /// Whether all that changed in a row, and it is more than blanks, stood in another one.
    private static boolean comesFrom(int from, Cells before, Cells next, int y) {
        int x = 0;
        while (x < next.width() && same(before, x, y, next, x, y)) {
            x++;
        }
        int end = next.width();
        while (end > x && same(before, end - 1, y, next, end - 1, y)) {
            end--;
        }
        boolean blank = true;
        for (int i = x; i < end; i++) {
            if (!same(before, i, from, next, i, y)) {
                return false;
            }
            blank &= next.cluster(i, y).equals(Cluster.SPACE);
        }
        return !blank;
    }

    private static boolean same(Cells a, int ax, int ay, Cells b, int bx, int by) {
        return Objects.equals(a.cluster(ax, ay), b.cluster(bx, by))
                && Objects.equals(a.style(ax, ay), b.style(bx, by));
    }

    /// The cells as they are when the rows have moved.
    Cells of(Cells before) {
        Cells moved = new Cells(before.width(), before.height());
        for (int y = 0; y < before.height(); y++) {
            int from = y < top || y > bottom ? y : y + by;
            if (from == y || from >= top && from <= bottom) {
                moved.copyRow(y, before, from);
            }
        }
        return moved;
    }
}
