package chatbois.terminal.markup;

import java.util.List;
import java.util.stream.Collectors;

/// One line of a message. What it is made of is, put together, the line as it was written.
public sealed interface Line {
    /// Words, perhaps in a quote or in a list.
    ///
    /// @param quotes how many quotes they stand in
    /// @param bullet what begins an item of a list, with the blanks around it; else empty
    /// @param lead what stands before the words, as it was written: the signs of the quotes, then
    ///   the bullet
    record Words(String lead, int quotes, String bullet, List<Span> spans) implements Line {
        public Words {
            spans = List.copyOf(spans);
        }

        @Override
        public String text() {
            return lead + joined(spans);
        }
    }

    /// A line of code between two fences.
    record Code(List<Span> spans) implements Line {
        public Code {
            spans = List.copyOf(spans);
        }

        @Override
        public String text() {
            return joined(spans);
        }
    }

    /// What code begins or ends with.
    record Fence(String text) implements Line {}

    /// The line as it was written.
    String text();

    private static String joined(List<Span> spans) {
        return spans.stream().map(Span::text).collect(Collectors.joining());
    }
}
