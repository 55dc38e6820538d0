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

    /// Lines for who doesn't see the chat, where what was done is to be read in other words.
    record Evident(List<String> lines) implements Outcome {
        public Evident {
            lines = List.copyOf(lines);
        }
    }

    /// Something to be put where it can be pasted from, with lines that say so.
    record Copied(String copy, List<String> lines) implements Outcome {
        public Copied {
            lines = List.copyOf(lines);
        }
    }

    /// A table for the member alone.
    ///
    /// @param table what scripts get, as data
    /// @param isShown whether people read the table, too
    /// @param lines what people read, below the table or instead of it
    record Listed(Table table, boolean isShown, List<String> lines) implements Outcome {
        public Listed {
            lines = List.copyOf(lines);
        }

        Listed(Table table, List<String> lines) {
            this(table, /* isShown= */ false, lines);
        }

        @Override
        public List<String> text(int columns) {
            return isShown ? table.text(lines, columns) : lines;
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

    static Outcome evident(String line) {
        return new Evident(List.of(line));
    }

    /// A table that is read as one.
    ///
    /// @param below lines below its rows
    static Listed listed(Table table, List<String> below) {
        return new Listed(table, /* isShown= */ true, below);
    }

    /// What is to be read of it, line by line, as long as the lines may be.
    default List<String> text() {
        return text(Integer.MAX_VALUE);
    }

    /// What is to be read of it; tables fit into so many columns.
    default List<String> text(int columns) {
        return switch (this) {
            case Told(List<String> lines) -> lines;
            case Evident(List<String> lines) -> lines;
            case Copied(_, List<String> lines) -> lines;
            case Listed(_, _, List<String> lines) -> lines;
            case WentTo(_, List<String> lines, _) -> lines;
            case Quit() -> List.of();
        };
    }
}
