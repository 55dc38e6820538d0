package chatbois.terminal.command;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What was typed behind `/describe` if it is about a file: `#12 TEXT`, or `#12.2 TEXT` for the
/// second one of a message.
///
/// @param words empty for none
record Described(Which file, String words) {
    private static final Pattern TYPED =
            Pattern.compile("(#[0-9]+(?:\\.[0-9]+)?)(?:\\s+(.*))?", Pattern.DOTALL);

    static Optional<Described> of(String typed) {
        Matcher found = TYPED.matcher(typed);
        if (!found.matches()) {
            return Optional.empty();
        }
        Which file = Which.of(List.of(found.group(1)), Verb.DESCRIBE);
        String words = found.group(2) == null ? "" : found.group(2).strip();
        if (words.isEmpty()) {
            throw new WrongUsage(
                    "Say what is to be seen: /describe %s WORDS, or - for no words."
                            .formatted(found.group(1)));
        }
        return Optional.of(new Described(file, words.equals("-") ? "" : words));
    }
}
