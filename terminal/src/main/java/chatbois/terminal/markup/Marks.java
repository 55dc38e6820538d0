package chatbois.terminal.markup;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Collects of which sorts the stretches of a text are, in any order and overlapping, in a time
/// that does not depend on how long they are. For one thread.
final class Marks {
    private final String text;

    /// For each sort how many stretches more begin than end at a place.
    private final Map<Sort, int[]> changes = new EnumMap<>(Sort.class);

    Marks(String text) {
        this.text = text;
    }

    void mark(int from, int to, Sort sort) {
        int[] counts = changes.computeIfAbsent(sort, _ -> new int[text.length() + 1]);
        counts[from]++;
        counts[to]--;
    }

    /// The whole text.
    List<Span> spans() {
        return spans(List.of(text)).getFirst();
    }

    /// The lines of the text, which have one character between them.
    List<List<Span>> spans(List<String> lines) {
        List<List<Span>> all = new ArrayList<>();
        Map<Sort, Integer> depths = new EnumMap<>(Sort.class);
        Set<Sort> sorts = Set.of();
        int at = 0;
        for (String line : lines) {
            List<Span> spans = new ArrayList<>();
            int begin = at;
            for (int end = at + line.length(); at < end; at++) {
                Set<Sort> here = step(depths, sorts, at);
                if (!here.equals(sorts)) {
                    add(spans, begin, at, sorts);
                    begin = at;
                    sorts = here;
                }
            }
            add(spans, begin, at, sorts);
            all.add(spans);
            if (at < text.length()) {
                sorts = step(depths, sorts, at++);
            }
        }
        return all;
    }

    private void add(List<Span> spans, int from, int to, Set<Sort> sorts) {
        if (from < to) {
            spans.add(new Span(text.substring(from, to), sorts));
        }
    }

    private Set<Sort> step(Map<Sort, Integer> depths, Set<Sort> before, int at) {
        boolean changed = false;
        for (var entry : changes.entrySet()) {
            int change = entry.getValue()[at];
            if (change != 0) {
                depths.merge(entry.getKey(), change, Integer::sum);
                changed = true;
            }
        }
        if (!changed) {
            return before;
        }
        Set<Sort> sorts = EnumSet.noneOf(Sort.class);
        depths.forEach((sort, depth) -> {
            if (depth > 0) {
                sorts.add(sort);
            }
        });
        return sorts;
    }
}
