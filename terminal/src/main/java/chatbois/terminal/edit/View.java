package chatbois.terminal.edit;

import chatbois.terminal.text.Cluster;
import chatbois.terminal.text.Slice;
import chatbois.terminal.text.Wrap;
import java.util.ArrayList;
import java.util.List;

/// The rows of a draft that are to be seen, the cursor in them, and whether there is more.
public record View(
        List<List<Cluster>> rows, int cursorX, int cursorY, boolean moreAbove, boolean moreBelow) {
    static View of(Draft draft, int width, int mostRows) {
        List<Cluster> clusters = new ArrayList<>();
        int cursor = 0;
        int place = 0;
        for (String raw : Cluster.split(draft.text())) {
            cursor = place < draft.cursor() ? clusters.size() + 1 : cursor;
            place += raw.length();
            clusters.add(shown(raw));
        }
        // One column less than there are, so that the cursor has a place behind a full row.
        List<Slice> rows = Wrap.rows(clusters, Math.max(width - 1, 1));
        int y = rowOf(cursor, rows);
        int x = Cluster.width(clusters.subList(rows.get(y).from(), cursor));
        int top = Math.clamp(y - mostRows / 2, 0, Math.max(rows.size() - mostRows, 0));
        int bottom = Math.min(top + mostRows, rows.size());
        List<List<Cluster>> visible =
                rows.subList(top, bottom).stream().map(row -> row.of(clusters)).toList();
        return new View(
                visible,
                Math.min(x, Math.max(width - 1, 0)),
                y - top,
                top > 0,
                bottom < rows.size());
    }

    private static int rowOf(int cursor, List<Slice> rows) {
        int row = 0;
        while (row + 1 < rows.size() && rows.get(row + 1).from() <= cursor) {
            row++;
        }
        return row;
    }

    /// What is shown for a cluster of the draft, which may hold what can't be shown as it is.
    private static Cluster shown(String raw) {
        List<Cluster> clusters = Cluster.of(raw);
        if (clusters.size() == 1) {
            return clusters.getFirst();
        }
        StringBuilder text = new StringBuilder();
        clusters.forEach(cluster -> text.append(cluster.text()));
        return new Cluster(text.toString(), Cluster.width(clusters), true);
    }
}
