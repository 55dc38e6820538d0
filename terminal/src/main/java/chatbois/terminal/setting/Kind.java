package chatbois.terminal.setting;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// What a setting can be.
public sealed interface Kind {
    /// `true` or `false`.
    record Flag() implements Kind {}

    /// A whole number, the bounds included.
    record Number(int least, int most) implements Kind {}

    /// One of some words.
    record Choice(List<String> words) implements Kind {
        public Choice {
            words = List.copyOf(words);
        }
    }

    /// A name that somebody may have given to something, or one that is known.
    record Word(List<String> known, String form) implements Kind {
        public Word {
            known = List.copyOf(known);
        }
    }

    /// Any text of one line.
    record Line(int most) implements Kind {}

    static Kind flag() {
        return new Flag();
    }

    static Kind number(int least, int most) {
        return new Number(least, most);
    }

    static Kind oneOf(String... words) {
        return new Choice(List.of(words));
    }

    static Kind word(String form, String... known) {
        return new Word(List.of(known), form);
    }

    /// Whether something can be called so in a setting.
    static boolean isWord(String typed) {
        return typed.matches("[a-z0-9][a-z0-9_-]{0,39}");
    }

    static Kind line(int most) {
        return new Line(most);
    }

    /// In words: `a number from 1 to 9`.
    default String form() {
        return switch (this) {
            case Flag() -> "true or false";
            case Number(int least, int most) -> "a number from " + least + " to " + most;
            case Choice(List<String> words) ->
                    String.join(", ", words.subList(0, words.size() - 1))
                            + " or "
                            + words.getLast();
            case Word(_, String form) -> form;
            case Line _ -> "a text of one line";
        };
    }

    /// What can be offered while somebody types it.
    default List<String> offers() {
        return switch (this) {
            case Flag() -> List.of("true", "false");
            case Number _, Line _ -> List.of();
            case Choice(List<String> words) -> words;
            case Word(List<String> known, _) -> known;
        };
    }

    /// What a value of a file means, if it is one of these.
    default Optional<String> ofFile(Object value) {
        boolean typed =
                switch (this) {
                    case Flag() -> value instanceof Boolean;
                    case Number _ -> value instanceof Long;
                    case Choice _, Word _, Line _ -> value instanceof String;
                };
        return typed ? ofTyped(value.toString()) : Optional.empty();
    }

    /// What somebody means who typed this, if it is one of these.
    default Optional<String> ofTyped(String typed) {
        String word = typed.toLowerCase(Locale.ROOT);
        return switch (this) {
            case Flag() ->
                    switch (word) {
                        case "true", "on", "yes" -> Optional.of("true");
                        case "false", "off", "no" -> Optional.of("false");
                        default -> Optional.empty();
                    };
            case Number(int least, int most) ->
                    word.matches("[0-9]{1,9}")
                                    && Integer.parseInt(word) >= least
                                    && Integer.parseInt(word) <= most
                            ? Optional.of(Integer.toString(Integer.parseInt(word)))
                            : Optional.empty();
            case Choice(List<String> words) -> Optional.of(word).filter(words::contains);
            case Word _ -> Optional.of(word).filter(Kind::isWord);
            case Line(int most) ->
                    Optional.of(typed.strip())
                            .filter(line -> !line.isEmpty() && line.length() <= most)
                            .filter(line -> line.chars().noneMatch(c -> c < ' '));
        };
    }

    /// How a value is written in the file.
    default String written(String value) {
        return switch (this) {
            case Choice _, Word _, Line _ -> Toml.quoted(value);
            case Flag _, Number _ -> value;
        };
    }
}
