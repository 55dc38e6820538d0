package chatbois.terminal.cell;

import chatbois.terminal.text.Cluster;
import java.util.Objects;
import java.util.Optional;

/// Knows what the terminal shows and writes only what has to change.
///
/// Terminals disagree about the width of emoji, of marks and of much that is new, so no table is
/// right. Where a cluster is risky the painter relies on nothing: it blanks the place first, says
/// afterwards in which column to go on, and once a row changes to the right of its first risky
/// cluster it repaints the row from there, for a terminal may have put all of it elsewhere. It
/// expects a terminal that does not wrap at the right margin. For one thread.
public final class Painter {
    private static final String BEGIN_UPDATE = "\u001b[?2026h";
    private static final String END_UPDATE = "\u001b[?2026l";
    private static final String HIDE_CURSOR = "\u001b[?25l";

    /// Fewer blanks than this are not worth an escape sequence.
    private static final int FEWEST_ERASED = 4;

    private final Pen pen;
    private Optional<Cells> shown = Optional.empty();
    private Optional<Cells.Point> cursor = Optional.empty();
    private String title = "";

    /// A painter for a terminal of which it knows nothing yet.
    public Painter(Dress dress) {
        pen = new Pen(dress);
    }

    /// What to write so that the terminal shows these cells; empty if it does already. The cells
    /// are kept and must not change any more.
    public String paint(Cells next) {
        Cells before = shown.filter(cells -> sameSize(cells, next)).orElseGet(() -> blank(next));
        for (int y = 0; y < next.height(); y++) {
            paintRow(before, next, y);
        }
        pen.finish();
        String titled = title(next.title());
        if (pen.isEmpty() && cursor.equals(next.cursor())) {
            return titled;
        }
        String rows = pen.take();
        next.cursor().ifPresent(pen::showCursor);
        String hide = cursor.isPresent() ? HIDE_CURSOR : "";
        shown = Optional.of(next);
        cursor = next.cursor();
        return titled + BEGIN_UPDATE + hide + rows + pen.take() + END_UPDATE;
    }

    private String title(String next) {
        if (next.isEmpty() || next.equals(title)) {
            return "";
        }
        title = next;
        return "\u001b]2;" + next + "\u0007";
    }

    /// Forgets what the terminal shows, and takes its cursor to be hidden: the next picture is
    /// painted as a whole.
    public void forget() {
        shown = Optional.empty();
        cursor = Optional.empty();
        title = "";
    }

    /// Paints with other colours, and everything anew.
    public void dress(Dress dress) {
        pen.dress(dress);
        forget();
    }

    private Cells blank(Cells next) {
        pen.reset(next.width());
        return new Cells(next.width(), next.height());
    }

    private void paintRow(Cells before, Cells next, int y) {
        int firstRisky = Math.min(firstRisky(before, y), firstRisky(next, y));
        boolean wholeTail = changes(before, next, firstRisky, next.width(), y);
        int blanks = firstTrailingBlank(next, y);
        for (int x = 0; x < next.width(); ) {
            Cluster cluster = next.cluster(x, y);
            int end = x + cluster.width();
            if (wholeTail && end > firstRisky || changes(before, next, x, end, y)) {
                if (x >= blanks && next.width() - x >= FEWEST_ERASED) {
                    pen.erase(x, y);
                    return;
                }
                pen.write(cluster, next.style(x, y), x, y);
            }
            x = end;
        }
    }

    private static int firstRisky(Cells cells, int y) {
        int x = 0;
        while (x < cells.width() && !cells.cluster(x, y).risky()) {
            x++;
        }
        return x;
    }

    private static int firstTrailingBlank(Cells cells, int y) {
        int x = cells.width();
        while (x > 0
                && cells.cluster(x - 1, y).equals(Cluster.SPACE)
                && cells.style(x - 1, y).equals(Style.PLAIN)) {
            x--;
        }
        return x;
    }

    /// Most cells hold the very same things as before, which `Objects.equals` sees at once.
    private static boolean changes(Cells before, Cells next, int from, int to, int y) {
        for (int x = from; x < to; x++) {
            if (!Objects.equals(before.cluster(x, y), next.cluster(x, y))
                    || !Objects.equals(before.style(x, y), next.style(x, y))) {
                return true;
            }
        }
        return false;
    }

    private static boolean sameSize(Cells a, Cells b) {
        return a.width() == b.width() && a.height() == b.height();
    }
}
