package chatbois.terminal.markup;

import java.util.Set;

/// A stretch of a line that is all of the same sorts.
public record Span(String text, Set<Sort> sorts) {
    public Span {
        sorts = Set.copyOf(sorts);
    }

    public boolean is(Sort sort) {
        return sorts.contains(sort);
    }
}
