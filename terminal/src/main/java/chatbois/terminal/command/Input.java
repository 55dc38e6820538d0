package chatbois.terminal.command;

import java.util.ArrayList;
import java.util.List;

/// A line as somebody typed it, read.
public sealed interface Input {
    /// Something to say.
    record Say(String text) implements Input {}

    /// A command with the words behind it; `rest` is all of them as they were typed.
    record Run(Verb verb, List<String> words, String rest) implements Input {
        public Run {
            words = List.copyOf(words);
        }

        /// A command that takes nothing is about where one is. Whoever names something behind it
        /// means that, and would have the wrong chat changed.
        void checkIsAlone() {
            if (verb.takesNothing() && !rest.isEmpty()) {
                throw WrongUsage.alone(verb);
            }
        }
    }

    /// A slash and a word that is no command; it is not sent as text.
    record Unknown(String word) implements Input {}

    /// A line that begins with a slash is a command; two slashes make a message that begins with
    /// one.
    static Input read(String line) {
        if (!line.startsWith("/")) {
            return new Say(line);
        }
        if (line.startsWith("//")) {
            return new Say(line.substring(1));
        }
        String[] parts = line.substring(1).split("\\s+", 2);
        String rest = parts.length > 1 ? parts[1].strip() : "";
        return Verb.named(parts[0])
                .<Input>map(verb -> new Run(verb, words(rest), rest))
                .orElseGet(() -> new Unknown(parts[0]));
    }

    /// Splits at white space, except inside of double quotes.
    private static List<String> words(String text) {
        List<String> words = new ArrayList<>();
        StringBuilder word = new StringBuilder();
        boolean quoted = false;
        boolean begun = false;
        for (char c : text.toCharArray()) {
            if (c == '"') {
                quoted = !quoted;
                begun = true;
            } else if (Character.isWhitespace(c) && !quoted) {
                if (begun) {
                    words.add(word.toString());
                }
                word.setLength(0);
                begun = false;
            } else {
                word.append(c);
                begun = true;
            }
        }
        if (begun) {
            words.add(word.toString());
        }
        return words;
    }
}
