package chatbois.terminal.cell;

import chatbois.terminal.cell.Cells.Area;

/// The way from what a terminal shows to other cells, in steps: first all that is urgent, then
/// piece after piece of what is less so. For one thread.
public final class Passage {
    private final Cells next;
    private Cells reached;
    private int area;
    private int x;
    private int y;

    /// @param shown of the same size
    Passage(Cells shown, Cells next) {
        this.next = next;
        reached = next.copy();
        for (Area later : next.laterAreas()) {
            for (int row = later.y(); row < later.y() + later.height(); row++) {
                keep(shown, later.x(), later.x() + later.width(), row);
            }
        }
        skip();
    }

    /// Keeps what is shown there, but for a cluster that only half lies there.
    private void keep(Cells shown, int from, int to, int row) {
        int begin = from;
        int end = to;
        while (begin < end && isCut(shown, begin, row)) {
            begin++;
        }
        while (end > begin && isCut(shown, end, row)) {
            end--;
        }
        reached.copy(shown, begin, row, end - begin);
    }

    private boolean isCut(Cells shown, int column, int row) {
        return column < next.width()
                && (shown.cluster(column, row).equals(Cells.REST)
                        || next.cluster(column, row).equals(Cells.REST));
    }

    /// Whether anything comes behind the first step.
    boolean isLonger() {
        return area < next.laterAreas().size();
    }

    /// What is reached so far.
    public Cells reached() {
        return reached;
    }

    /// Goes on by about so many cells that change; false at the end.
    public boolean goOn(int cells) {
        if (!isLonger()) {
            return false;
        }
        reached = reached.copy();
        for (int left = cells; left > 0 && isLonger(); left--) {
            int end = x + 1;
            while (isCut(reached, end, y)) {
                end++;
            }
            reached.copy(next, x, y, end - x);
            x = end;
            skip();
        }
        return true;
    }

    /// To the next cell that isn't what it should be.
    private void skip() {
        while (isLonger()) {
            Area later = next.laterAreas().get(area);
            x = Math.max(x, later.x());
            y = Math.max(y, later.y());
            if (x >= later.x() + later.width()) {
                x = later.x();
                y++;
            }
            if (y >= later.y() + later.height()) {
                area++;
                x = 0;
                y = 0;
            } else if (Painter.isSame(reached, next, x, y)) {
                x++;
            } else {
                return;
            }
        }
    }
}
