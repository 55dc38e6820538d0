package chatbois.terminal.cell;

import chatbois.terminal.text.Cluster;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;

/// Rows that move up or down together, as those of a chat do when something is said. A terminal can
/// move rows for a few bytes, but only whole ones.
///
/// @param top the first row that takes part
/// @param bottom the last one
/// @param by how many rows they move up; down if negative
record Scroll(int top, int bottom, int by) {
    /// Text that stands in fewer rows elsewhere isn't worth looking closer.
    private static final int FEWEST_ROWS = 3;

    /// What is new in a row, if it is more than blanks: all that changed is between two columns.
    private record Change(int row, int from, int to) {
        static Optional<Change> of(Cells before, Cells next, int y) {
            int x = 0;
            while (x < next.width() && same(before, x, y, next, x, y)) {
                x++;
            }
            int end = next.width();
            while (end > x && same(before, end - 1, y, next, end - 1, y)) {
                end--;
            }
            for (int i = x; i < end; i++) {
                if (!next.cluster(i, y).equals(Cluster.SPACE)) {
                    return Optional.of(new Change(y, x, end));
                }
            }
            return Optional.empty();
        }

        /// Whether it is in pictures only.
        boolean isLater(Cells next) {
            return next.laterAreas().stream().anyMatch(area -> area.holds(from, to, row));
        }

        /// Whether it stood in another row.
        boolean comesFrom(int y, Cells before, Cells next) {
            for (int x = from; x < to; x++) {
                if (!same(before, x, y, next, x, row)) {
                    return false;
                }
            }
            return true;
        }
    }

    /// The move after which most of what has changed stands where it should, if there is one. What
    /// stands beside it, in the same rows, may be the worse for it.
    static Optional<Scroll> find(Cells before, Cells next) {
        // Each row is compared with itself only once: most have not changed.
        List<Change> changes =
                IntStream.range(0, next.height())
                        .mapToObj(y -> Change.of(before, next, y))
                        .flatMap(Optional::stream)
                        .toList();
        if (changes.stream().allMatch(change -> change.isLater(next))) {
            return Optional.empty(); // a film, which changes everywhere and moves by no whole rows
        }
        Scroll best = new Scroll(0, 0, 0);
        int most = FEWEST_ROWS - 1;
        for (int by = 1 - next.height(); by < next.height() && changes.size() > most; by++) {
            int first = next.height();
            int last = -1;
            int moved = 0;
            for (Change change : changes) {
                int from = change.row + by;
                boolean there = by != 0 && from >= 0 && from < next.height();
                if (there && change.comesFrom(from, before, next)) {
                    first = Math.min(first, change.row);
                    last = change.row;
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
