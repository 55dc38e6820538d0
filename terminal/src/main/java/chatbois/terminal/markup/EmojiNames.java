package chatbois.terminal.markup;

import chatbois.terminal.emoji.Emoji;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// Puts emoji in place of their names, such as `:tada:`, when something is sent: what is sent is
/// what everybody sees, whatever they see it with. Not in code and addresses, and not inside of
/// words (`10:100:30`); a backslash in front of the name leaves it as it is.
public final class EmojiNames {
    private static final int LONGEST_NAME = 64;

    private EmojiNames() {}

    /// The text with emoji for their names.
    public static String replaced(String text) {
        if (text.indexOf(':') < 0) {
            return text;
        }
        return Markup.of(text).lines().stream()
                .map(EmojiNames::replaced)
                .collect(Collectors.joining("\n"));
    }

    private static String replaced(Line line) {
        return switch (line) {
            case Line.Words words -> words.lead() + replaced(words.spans());
            case Line.Code code -> code.text();
            case Line.Fence fence -> fence.text();
        };
    }

    private static String replaced(List<Span> spans) {
        return spans.stream()
                .map(span ->
                        span.is(Sort.CODE) || span.is(Sort.LINK)
                                ? span.text()
                                : inWords(span.text()))
                .collect(Collectors.joining());
    }

    private static String inWords(String text) {
        StringBuilder words = new StringBuilder();
        int done = 0;
        int colon = text.indexOf(':');
        while (colon >= 0) {
            int end = text.indexOf(':', colon + 1);
            Optional<Emoji> emoji =
                    end < 0 || colon > done && text.charAt(colon - 1) == ':'
                            ? Optional.empty()
                            : named(text, colon, end);
            if (emoji.isPresent()) {
                boolean escaped = colon > 0 && text.charAt(colon - 1) == '\\';
                words.append(text, done, escaped ? colon - 1 : colon);
                words.append(escaped ? text.substring(colon, end + 1) : emoji.get().text());
                done = end + 1;
                end = text.indexOf(':', done);
            }
            colon = end;
        }
        return words.append(text, done, text.length()).toString();
    }

    private static Optional<Emoji> named(String text, int colon, int end) {
        boolean insideWord =
                colon > 0 && Character.isLetterOrDigit(text.codePointBefore(colon))
                        || end + 1 < text.length()
                                && Character.isLetterOrDigit(text.codePointAt(end + 1));
        boolean tooLong = end - colon > LONGEST_NAME || end == colon + 1;
        return insideWord || tooLong
                ? Optional.empty()
                : Emoji.byName(text.substring(colon + 1, end));
    }
}
