package chatbois.terminal.command;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What was typed behind `/describe` if it is about a file: `#12 TEXT`, or `#12.2 TEXT` for the
/// second one of a message.
record Described(long seq, int index, String words) {
    private static final Pattern TYPED =
            Pattern.compile("#([0-9]{1,15})(?:\\.([0-9]{1,2}))?\\s+(.*)", Pattern.DOTALL);

    static Optional<Described> of(String typed) {
        Matcher found = TYPED.matcher(typed);
        if (!found.matches()) {
            return Optional.empty();
        }
        int which = found.group(2) == null ? 1 : Integer.parseInt(found.group(2));
        String words = found.group(3).strip();
        return Optional.of(
                new Described(
                        Long.parseLong(found.group(1)),
                        Math.max(which, 1) - 1,
                        words.equals("-") ? "" : words));
    }
}
