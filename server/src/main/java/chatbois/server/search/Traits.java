package chatbois.server.search;

import java.util.Locale;

/// What a message has besides words.
final class Traits {
    private Traits() {}

    static boolean hasLink(String text) {
        String plain = text.toLowerCase(Locale.ROOT);
        return plain.contains("http://")
                || plain.contains("https://")
                || plain.contains("chatbois://");
    }

    /// Something between back quotes.
    static boolean hasCode(String text) {
        int first = text.indexOf('`');
        return first >= 0 && text.indexOf('`', first + 1) > first + 1;
    }
}
