package chatbois.terminal.command;

import chatbois.terminal.text.Cluster;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Rows of values under names. A value is a text, a number, a yes or no, an [Instant] or a
/// [Duration].
///
/// @param columns their names, in small letters
public record Table(List<String> columns, List<List<Object>> rows) {
    public Table {
        columns = List.copyOf(columns);
        rows = rows.stream().map(List::copyOf).toList();
    }

    /// Lines for people: the names, the rows below each other, then the others; without rows only
    /// the others.
    List<String> text(List<String> others) {
        List<String> lines = new ArrayList<>();
        if (!rows.isEmpty()) {
            List<List<String>> all = new ArrayList<>();
            all.add(columns);
            rows.forEach(row -> all.add(row.stream().map(Table::shown).toList()));
            all.forEach(row -> lines.add(line(row, all)));
        }
        lines.addAll(others);
        return lines;
    }

    private static String line(List<String> row, List<List<String>> all) {
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < row.size(); i++) {
            String cell = row.get(i);
            line.append(cell);
            if (i < row.size() - 1) {
                line.append(" ".repeat(width(all, i) - Cluster.width(cell) + 2));
            }
        }
        return line.toString().stripTrailing();
    }

    private static int width(List<List<String>> all, int column) {
        return all.stream().mapToInt(row -> Cluster.width(row.get(column))).max().orElse(0);
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
