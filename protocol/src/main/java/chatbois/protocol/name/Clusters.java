package chatbois.protocol.name;

import java.util.regex.Pattern;

/// Counts what a reader takes for single characters: extended grapheme clusters (UAX #29).
final class Clusters {
    private static final Pattern CLUSTER = Pattern.compile("\\X");

    private Clusters() {}

    static int count(String text) {
        return (int) CLUSTER.matcher(text).results().count();
    }
}
