package chatbois.terminal.command;

import chatbois.terminal.text.Amount;
import chatbois.terminal.text.Cluster;
import chatbois.terminal.text.Wrap;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Rows of values under names. A value is a text, a number, a yes or no, an [Instant] or a
/// [Duration].
///
/// @param columns their names, in small letters
public record Table(List<String> columns, List<List<Object>> rows) {
    private static final String GAP = "  ";

    /// A column that is narrower can't be read.
    private static final int LEAST = 8;

    /// A word of so many columns is never broken: a date, an address.
    private static final int MOST_WHOLE = "192.168.100.100".length();

    public Table {
        columns = List.copyOf(columns);
        rows = rows.stream().map(List::copyOf).toList();
    }

    /// Lines for people, of so many columns at most: the names, the rows below each other, then the
    /// others; without rows only the others.
    List<String> text(List<String> others, int room) {
        List<String> lines = new ArrayList<>();
        if (!rows.isEmpty()) {
            laid(room).forEach(lines::addAll);
        }
        lines.addAll(others);
        return lines;
    }

    /// The names and then each row, as the lines that they take in so much room: what is too long
    /// for its column goes on in it below. Where there is no room for columns each value has a line
    /// with its name.
    public List<List<String>> laid(int room) {
        List<List<String>> all = new ArrayList<>();
        all.add(columns);
        rows.forEach(row -> all.add(row.stream().map(Table::shown).toList()));
        int[] widths = widths(all, room);
        return IntStream.of(widths).sum() + gaps() > room
                ? all.stream().map(row -> row == columns ? List.<String>of() : listed(row)).toList()
                : all.stream().map(row -> lines(row, widths)).toList();
    }

    private int gaps() {
        return GAP.length() * (columns.size() - 1);
    }

    /// As wide as their values, or the widest ones less so: words first, and times and numbers only
    /// where that is not enough; never less than the names.
    private int[] widths(List<List<String>> all, int room) {
        int[] widths = widths(all, room, /* onlyWords= */ true);
        return IntStream.of(widths).sum() + gaps() > room
                ? widths(all, room, /* onlyWords= */ false)
                : widths;
    }

    private int[] widths(List<List<String>> all, int room, boolean onlyWords) {
        int[] widths = new int[columns.size()];
        int[] least = new int[columns.size()];
        for (int i = 0; i < widths.length; i++) {
            int column = i;
            widths[i] =
                    all.stream().mapToInt(row -> Cluster.width(row.get(column))).max().orElse(0);
            boolean whole =
                    onlyWords && rows.stream().noneMatch(row -> row.get(column) instanceof String);
            int name = Cluster.width(columns.get(i));
            int word = all.stream().mapToInt(row -> longestWord(row.get(column))).max().orElse(0);
            int needed = Math.max(name, Math.clamp(word, LEAST, MOST_WHOLE));
            least[i] = whole ? widths[i] : Math.min(widths[i], needed);
        }
        for (int over = IntStream.of(widths).sum() + gaps() - room; over > 0; over--) {
            IntStream.range(0, widths.length)
                    .filter(i -> widths[i] > least[i])
                    .boxed()
                    .max(Comparator.comparingInt(i -> widths[i]))
                    .ifPresent(widest -> widths[widest]--);
        }
        return widths;
    }

    private static int longestWord(String text) {
        return Stream.of(text.split(" ")).mapToInt(Cluster::width).max().orElse(0);
    }

    private static List<String> lines(List<String> row, int[] widths) {
        List<List<String>> cells = new ArrayList<>();
        for (int i = 0; i < widths.length; i++) {
            cells.add(Wrap.rows(row.get(i), Math.max(widths[i], 1)));
        }
        int height = cells.stream().mapToInt(List::size).max().orElse(0);
        List<String> lines = new ArrayList<>();
        for (int y = 0; y < height; y++) {
            StringBuilder line = new StringBuilder();
            for (int i = 0; i < widths.length; i++) {
                String cell = y < cells.get(i).size() ? cells.get(i).get(y) : "";
                line.append(cell).append(" ".repeat(Math.max(widths[i] - Cluster.width(cell), 0)));
                line.append(GAP);
            }
            lines.add(line.toString().stripTrailing());
        }
        return lines;
    }

    private List<String> listed(List<String> row) {
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < row.size(); i++) {
            if (!row.get(i).isEmpty()) {
                lines.add((i == 0 ? "" : GAP) + columns.get(i) + ": " + row.get(i));
            }
        }
        return lines;
    }

    private static String shown(Object value) {
        return switch (value) {
            case Instant at -> Moments.minute(at);
            case Duration length -> shown(length);
            case Boolean yes -> yes ? "yes" : "no";
            default -> value.toString();
        };
    }

    private static String shown(Duration length) {
        if (length.toDays() > 0) {
            return length.toDays() + " d";
        }
        if (length.toHours() > 0) {
            return length.toHours() + " h";
        }
        return length.toMinutes() > 0 ? length.toMinutes() + " min" : length.toSeconds() + " s";
    }

    /// Each row by the names of its values, for scripts: instants in ISO 8601, durations in
    /// seconds.
    public List<Map<String, Object>> data() {
        List<Map<String, Object>> data = new ArrayList<>();
        for (List<Object> row : rows) {
            Map<String, Object> named = new LinkedHashMap<>();
            for (int i = 0; i < columns.size(); i++) {
                named.put(columns.get(i).replace(' ', '_'), plain(row.get(i)));
            }
            data.add(named);
        }
        return data;
    }

    private static Object plain(Object value) {
        return switch (value) {
            case Instant at -> at.toString();
            case Duration length -> length.toSeconds();
            case Amount amount -> amount.bytes();
            default -> value;
        };
    }
}
