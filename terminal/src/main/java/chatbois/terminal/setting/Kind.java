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

    static Kind flag() {
        return new Flag();
    }

    static Kind number(int least, int most) {
        return new Number(least, most);
    }

    static Kind oneOf(String... words) {
        return new Choice(List.of(words));
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
        };
    }

    /// What can be offered while somebody types it.
    default List<String> offers() {
        return switch (this) {
            case Flag() -> List.of("true", "false");
            case Number _ -> List.of();
            case Choice(List<String> words) -> words;
        };
    }

    /// What a value of a file means, if it is one of these.
    default Optional<String> ofFile(Object value) {
        boolean typed =
                switch (this) {
                    case Flag() -> value instanceof Boolean;
                    case Number _ -> value instanceof Long;
                    case Choice _ -> value instanceof String;
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
        };
    }

    /// How a value is written in the file.
    default String written(String value) {
        return this instanceof Choice ? Toml.quoted(value) : value;
    }
}
