package chatbois.terminal.talk;

import chatbois.terminal.cell.Cells;
import chatbois.terminal.cell.Style;
import chatbois.terminal.media.Shot;
import chatbois.terminal.text.Cluster;
import chatbois.terminal.text.SafeText;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/// One row of text as it is painted, in pieces of one look each.
///
/// @param strip a row of a picture that stands there as soon as it is drawn, instead of the text
public record Row(List<Piece> pieces, @Nullable Strip strip) {
    /// The row with nothing in it.
    public static final Row EMPTY = new Row(List.of());

    /// A row of a picture.
    ///
    /// @param x in which column it begins
    /// @param row counted from the picture's first
    public record Strip(Shot shot, int x, int row) {
        private Strip right(int columns) {
            return new Strip(shot, x + columns, row);
        }
    }

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

    /// A row of nothing but text.
    public Row(List<Piece> pieces) {
        this(pieces, null);
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
        return new Row(all, strip == null ? null : strip.right(Cluster.width(piece.clusters())));
    }

    /// This row before another piece.
    Row before(Piece piece) {
        List<Piece> all = new ArrayList<>(pieces);
        all.add(piece);
        return new Row(all, strip);
    }

    /// The same text in one look.
    Row all(Style style) {
        return new Row(pieces.stream().map(p -> new Piece(p.clusters(), style)).toList(), strip);
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
