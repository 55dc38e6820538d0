package chatbois.terminal.text;

import java.util.ArrayList;
import java.util.List;

/// Fits text into a width without ever breaking a cluster.
public final class Wrap {
    private static final String ELLIPSIS = "…";

    /// In fewer columns hardly a sentence can be read.
    private static final int LEAST_HANGING = 24;

    private static final int LITTLE = 4;

    private Wrap() {}

    /// The rows of a text: broken at line breaks, between words and wide signs, and inside words
    /// only where one is longer than a row. Spaces at a break belong to no row, and a cluster wider
    /// than the width has a row to itself. There is always a row, even for no text.
    public static List<Slice> rows(List<Cluster> clusters, int width) {
        List<Slice> rows = new ArrayList<>();
        int from = 0;
        int stop = firstThatFitsNot(clusters, from, width);
        while (stop < clusters.size()) {
            boolean lineEnds = isLineBreak(clusters.get(stop));
            int cut = lineEnds ? stop : cut(clusters, from, stop);
            rows.add(new Slice(from, lineEnds ? cut : withoutSpaces(clusters, from, cut)));
            int next = lineEnds ? cut : afterSpaces(clusters, cut);
            if (next == clusters.size()) {
                return rows;
            }
            from = isLineBreak(clusters.get(next)) ? next + 1 : next;
            stop = firstThatFitsNot(clusters, from, width);
        }
        rows.add(new Slice(from, stop));
        return rows;
    }

    /// The rows of a text in which every space counts, such as code: broken where the width is
    /// full. There is always a row.
    public static List<Slice> cells(List<Cluster> clusters, int width) {
        List<Slice> rows = new ArrayList<>();
        int from = 0;
        int stop = firstThatFitsNot(clusters, from, width);
        while (stop < clusters.size()) {
            rows.add(new Slice(from, stop));
            from = isLineBreak(clusters.get(stop)) ? stop + 1 : stop;
            stop = firstThatFitsNot(clusters, from, width);
        }
        rows.add(new Slice(from, stop));
        return rows;
    }

    /// The rows of a text as strings.
    public static List<String> rows(String text, int width) {
        List<Cluster> clusters = Cluster.of(text);
        return rows(clusters, width).stream().map(row -> joined(row.of(clusters))).toList();
    }

    /// The rows of a line that may have two columns, such as a key and what it does: what goes on
    /// below begins where the second one does, or a little to the right where that leaves too
    /// little room.
    public static List<String> hanging(String line, int width) {
        List<Cluster> clusters = Cluster.of(line);
        int indent = indent(clusters, width);
        List<Slice> rows = rows(clusters, width);
        if (indent == 0 || rows.size() == 1) {
            return rows.stream().map(row -> joined(row.of(clusters))).toList();
        }
        List<String> hung = new ArrayList<>();
        hung.add(joined(rows.getFirst().of(clusters)));
        List<Cluster> rest = clusters.subList(rows.get(1).from(), clusters.size());
        rows(rest, width - indent)
                .forEach(row -> hung.add(" ".repeat(indent) + joined(row.of(rest))));
        return hung;
    }

    /// Where the second column begins.
    private static int indent(List<Cluster> clusters, int width) {
        int first = afterSpaces(clusters, 0);
        for (int i = first + 1; i < clusters.size(); i++) {
            if (isSpace(clusters.get(i - 1)) && isSpace(clusters.get(i))) {
                int column = Cluster.width(clusters.subList(0, afterSpaces(clusters, i)));
                return width - column < LEAST_HANGING
                        ? Math.min(first + LITTLE, width / 2)
                        : column;
            }
        }
        return first < width / 2 ? first : 0;
    }

    /// The text on one line, its end replaced by an ellipsis if it needs more columns.
    public static String ellipsis(String text, int width) {
        List<Cluster> clusters = Cluster.of(SafeText.line(text));
        if (Cluster.width(clusters) <= width) {
            return joined(clusters);
        }
        if (width < 1) {
            return "";
        }
        int columns = 0;
        int end = 0;
        while (columns + clusters.get(end).width() < width) {
            columns += clusters.get(end++).width();
        }
        return joined(clusters.subList(0, end)) + ELLIPSIS;
    }

    /// The first of these that has room: the same, said with less and less. Of the last one as much
    /// as there is room for.
    public static String fitting(int width, String... shorterAndShorter) {
        for (String text : shorterAndShorter) {
            if (Cluster.width(SafeText.line(text)) <= width) {
                return SafeText.line(text);
            }
        }
        return ellipsis(shorterAndShorter[shorterAndShorter.length - 1], width);
    }

    private static int firstThatFitsNot(List<Cluster> clusters, int from, int width) {
        int columns = 0;
        int i = from;
        while (i < clusters.size() && !isLineBreak(clusters.get(i))) {
            columns += clusters.get(i).width();
            if (columns > width && i > from) {
                return i;
            }
            i++;
        }
        return i;
    }

    /// Where to end the row that has no room for the cluster at `stop`.
    private static int cut(List<Cluster> clusters, int from, int stop) {
        for (int i = stop; withoutSpaces(clusters, from, i) > from; i--) {
            if (mayBreakBefore(clusters, i)) {
                return i;
            }
        }
        return stop;
    }

    private static boolean mayBreakBefore(List<Cluster> clusters, int i) {
        Cluster left = clusters.get(i - 1);
        Cluster right = clusters.get(i);
        return isSpace(left) || isSpace(right) || left.width() > 1 || right.width() > 1;
    }

    private static int withoutSpaces(List<Cluster> clusters, int from, int to) {
        int end = to;
        while (end > from && isSpace(clusters.get(end - 1))) {
            end--;
        }
        return end;
    }

    private static int afterSpaces(List<Cluster> clusters, int from) {
        int start = from;
        while (start < clusters.size() && isSpace(clusters.get(start))) {
            start++;
        }
        return start;
    }

    private static boolean isSpace(Cluster cluster) {
        return cluster.equals(Cluster.SPACE);
    }

    private static boolean isLineBreak(Cluster cluster) {
        return cluster.equals(Cluster.LINE_BREAK);
    }

    private static String joined(List<Cluster> clusters) {
        StringBuilder text = new StringBuilder();
        clusters.forEach(cluster -> text.append(cluster.text()));
        return text.toString();
    }
}
