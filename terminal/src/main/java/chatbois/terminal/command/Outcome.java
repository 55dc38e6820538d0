package chatbois.terminal.command;

import java.util.List;

/// What came of a line that was typed.
public sealed interface Outcome {
    /// Lines for the member alone; none if there is nothing to say.
    record Told(List<String> lines) implements Outcome {
        public Told {
            lines = List.copyOf(lines);
        }
    }

    /// A table for the member alone; scripts get it as data.
    record Listed(Table table, List<String> lines) implements Outcome {
        public Listed {
            lines = List.copyOf(lines);
        }
    }

    /// The member goes to another place.
    ///
    /// @param say what is to be said there then; empty for nothing
    record WentTo(Spot spot, List<String> lines, String say) implements Outcome {
        public WentTo {
            lines = List.copyOf(lines);
        }
    }

    /// The program is to end.
    record Quit() implements Outcome {}

    static Outcome told(String... lines) {
        return new Told(List.of(lines));
    }

    /// What is to be read of it, line by line.
    default List<String> text() {
        return switch (this) {
            case Told(List<String> lines) -> lines;
            case Listed(Table table, List<String> lines) -> table.text(lines);
            case WentTo(_, List<String> lines, _) -> lines;
            case Quit() -> List.of();
        };
    }
}
