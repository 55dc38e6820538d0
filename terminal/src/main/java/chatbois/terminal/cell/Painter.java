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
    /// What comes between these is shown at once, by a terminal that can do that.
    public static final String BEGIN = "\u001b[?2026h";

    public static final String END = "\u001b[?2026l";
    private static final String HIDE_CURSOR = "\u001b[?25l";

    /// Fewer blanks than this are not worth an escape sequence.
    private static final int FEWEST_ERASED = 4;

    /// So few cells that did not change are written again rather than skipped.
    private static final int MOST_BRIDGED = 3;

    /// So short a picture comes to the terminal in one piece: nobody sees it half painted.
    private static final int SHORT = 96;

    private Pen pen;
    private Optional<Cells> shown = Optional.empty();
    private Optional<Cells.Point> cursor = Optional.empty();
    private String title = "";
    private final Easel easel;

    /// A painter for a terminal of which it knows nothing yet.
    public Painter(Dress dress) {
        pen = new Pen(dress);
        easel = new Easel();
    }

    /// A painter that knows the same of the same terminal.
    public Painter(Painter other) {
        pen = new Pen(other.pen);
        shown = other.shown;
        cursor = other.cursor;
        title = other.title;
        easel = other.easel;
    }

    /// What the terminal has to be sent for pictures of pixels.
    public Easel easel() {
        return easel;
    }

    /// Whether nothing of what is less urgent would change.
    public boolean isUrgent(Cells next) {
        return shown.filter(cells -> sameSize(cells, next))
                .map(cells ->
                        next.laterAreas().stream().allMatch(area -> isSame(cells, next, area)))
                .orElse(true);
    }

    private static boolean isSame(Cells before, Cells next, Cells.Area area) {
        for (int y = area.y(); y < area.y() + area.height(); y++) {
            if (changes(before, next, area.x(), area.x() + area.width(), y)) {
                return false;
            }
        }
        return true;
    }

    /// The way from what the terminal shows to these cells with what is less urgent at the end;
    /// nothing if all of it is urgent.
    public Optional<Passage> passage(Cells next) {
        return shown.filter(cells -> sameSize(cells, next) && !next.laterAreas().isEmpty())
                .map(cells -> scroll(cells, next).map(scroll -> scroll.of(cells)).orElse(cells))
                .map(cells -> new Passage(cells, next))
                .filter(Passage::isLonger);
    }

    /// What to write so that the terminal shows these cells; empty if it does already. The cells
    /// are kept and must not change any more.
    public String paint(Cells next) {
        String rows = rows(next);
        String titled = title(next.title());
        if (rows.isEmpty() && cursor.equals(next.cursor())) {
            return titled;
        }
        boolean plainly = rows.length() <= SHORT;
        boolean stays = plainly && cursor.isPresent();
        boolean hides = cursor.isPresent() && (!plainly || next.cursor().isEmpty());
        next.cursor().ifPresent(point -> pen.showCursor(point, stays));
        String hidden = hides ? HIDE_CURSOR : "";
        String pointed = pen.take();
        shown = Optional.of(next);
        cursor = next.cursor();
        // All at once: the rows of a film are long.
        return plainly
                ? titled + hidden + rows + pointed
                : titled + BEGIN + hidden + rows + pointed + END;
    }

    /// The same for a part of a picture, of which the caller says where it begins and ends.
    public String part(Cells next) {
        String painted = paint(next);
        boolean whole = painted.startsWith(BEGIN) && painted.endsWith(END);
        return whole ? painted.substring(BEGIN.length(), painted.length() - END.length()) : painted;
    }

    /// What paints some strips of pixels over these cells, which the terminal shows; empty when all
    /// are there.
    ///
    /// @param bytes about how much
    public String strips(Cells next, int bytes) {
        StringBuilder out = new StringBuilder();
        Optional<Cells.Hung> strip = easel.strip(next);
        while (strip.isPresent()) {
            out.append(strip(strip.get(), next));
            strip = out.length() < bytes ? easel.strip(next) : Optional.empty();
        }
        return out.isEmpty() ? "" : BEGIN + out + END;
    }

    /// What is written over the picture is written again.
    private String strip(Cells.Hung strip, Cells next) {
        for (int x = strip.x(); x < strip.x() + Easel.width(strip); ) {
            Cluster cluster = next.cluster(x, strip.y());
            if (!next.isCovered(x, strip.y()) && cluster.width() > 0) {
                pen.write(cluster, next.style(x, strip.y()), x, strip.y());
            }
            x += Math.max(cluster.width(), 1);
        }
        pen.finish();
        String over = pen.take();
        if (!over.isEmpty()) {
            next.cursor().ifPresent(point -> pen.showCursor(point, /* shown= */ true));
        }
        return Easel.painted(strip) + over + pen.take();
    }

    private String rows(Cells next) {
        Optional<Cells> known = shown.filter(cells -> sameSize(cells, next));
        if (known.isEmpty()) {
            pen.reset(next.width());
            easel.cleared();
            return rows(new Cells(next.width(), next.height()), next);
        }
        Optional<Scroll> scroll = scroll(known.get(), next);
        Pen other = new Pen(pen);
        String rows = rows(known.get(), next);
        if (scroll.isEmpty()) {
            return rows;
        }
        Pen painted = pen;
        pen = other;
        pen.scroll(scroll.get());
        String scrolled = rows(scroll.get().of(known.get()), next);
        if (scrolled.length() < rows.length()) {
            return scrolled;
        }
        pen = painted;
        return rows;
    }

    private Optional<Scroll> scroll(Cells before, Cells next) {
        return easel.holdsStill() ? Optional.empty() : Scroll.find(before, next);
    }

    private String rows(Cells before, Cells next) {
        for (int y = 0; y < next.height(); y++) {
            paintRow(before, next, y);
        }
        pen.finish();
        return pen.take();
    }

    private String title(String next) {
        if (next.isEmpty() || next.equals(title)) {
            return "";
        }
        title = next;
        return "\u001b]2;" + next + "\u0007";
    }

    /// Forgets what the terminal shows: the next picture is painted as a whole.
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
                bridge(next, x, y);
                write(next, x, y);
            }
            x = end;
        }
    }

    /// Writes what lies between the pen and a place, if that is shorter than going there.
    private void bridge(Cells next, int x, int y) {
        int ahead = pen.ahead(x, y);
        if (ahead > MOST_BRIDGED) {
            return;
        }
        for (int i = x - ahead; i < x; i++) {
            Cluster cluster = next.cluster(i, y);
            boolean simple = cluster.text().length() == 1 && cluster.text().charAt(0) < 0x7F;
            if (!simple || !pen.isAt(i, y, next.style(i, y))) {
                return;
            }
            write(next, i, y);
        }
    }

    private void write(Cells next, int x, int y) {
        pen.write(next.cluster(x, y), next.style(x, y), x, y);
        if (next.isCovered(x, y)) {
            easel.blanked(x, y);
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
            if (!isSame(before, next, x, y)) {
                return true;
            }
        }
        return false;
    }

    static boolean isSame(Cells before, Cells next, int x, int y) {
        return Objects.equals(before.cluster(x, y), next.cluster(x, y))
                && Objects.equals(before.style(x, y), next.style(x, y));
    }

    private static boolean sameSize(Cells a, Cells b) {
        return a.width() == b.width() && a.height() == b.height();
    }
}
