package chatbois.terminal.talk;

import chatbois.terminal.cell.Cells;
import chatbois.terminal.cell.Style;
import chatbois.terminal.text.Cluster;
import chatbois.terminal.text.SafeText;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;

/// One row of text as it is painted, in pieces of one look each.
public record Row(List<Piece> pieces) {
    /// The row with nothing in it.
    public static final Row EMPTY = new Row(List.of());

    /// Some clusters that look alike.
    public record Piece(List<Cluster> clusters, Style style) {
        public Piece {
            clusters = List.copyOf(clusters);
        }

        /// Text on one line.
        public static Piece of(String text, Style style) {
            return new Piece(Cluster.of(SafeText.line(text)), style);
        }
    }

    public Row {
        pieces = List.copyOf(pieces);
    }

    public static Row of(Piece... pieces) {
        return new Row(List.of(pieces));
    }

    public static Row of(String text, Style style) {
        return of(Piece.of(text, style));
    }

    /// This row behind another piece.
    public Row after(Piece piece) {
        List<Piece> all = new ArrayList<>(pieces);
        all.addFirst(piece);
        return new Row(all);
    }

    /// This row before another piece.
    Row before(Piece piece) {
        List<Piece> all = new ArrayList<>(pieces);
        all.add(piece);
        return new Row(all);
    }

    /// The same text in one look.
    Row all(Style style) {
        return new Row(pieces.stream().map(p -> new Piece(p.clusters(), style)).toList());
    }

    /// A stretch of clusters, each with the look of its place.
    static Row of(List<Cluster> clusters, int from, int to, IntFunction<Style> look) {
        List<Piece> pieces = new ArrayList<>();
        int begin = from;
        for (int i = from; i < to; i++) {
            boolean last = i + 1 == to;
            if (last || !look.apply(i + 1).equals(look.apply(begin))) {
                pieces.add(new Piece(clusters.subList(begin, i + 1), look.apply(begin)));
                begin = i + 1;
            }
        }
        return new Row(pieces);
    }

    /// Paints it and says in which column it ended.
    public int draw(Cells cells, int x, int y) {
        int at = x;
        for (Piece piece : pieces) {
            at = cells.put(at, y, piece.clusters(), piece.style());
        }
        return at;
    }
}
