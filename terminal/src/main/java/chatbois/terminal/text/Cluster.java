package chatbois.terminal.text;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// One grapheme cluster (UAX #29), what a reader takes for a single character, with the columns it
/// needs; `risky` if terminals dispute how many those are.
public record Cluster(String text, int width, boolean risky) {
    private static final Pattern BOUNDARIES = Pattern.compile("\\X");
    private static final Cluster[] ASCII = ascii();

    /// A blank cell's content.
    public static final Cluster SPACE = ASCII[' '];

    /// The end of a line; it takes no column.
    public static final Cluster LINE_BREAK = ASCII['\n'];

    /// @throws IllegalArgumentException if a control character would get into a cell
    public Cluster {
        for (int i = 0; i < text.length(); i++) {
            if (Character.isISOControl(text.charAt(i)) && !text.equals("\n")) {
                throw new IllegalArgumentException("a control character is no cluster to show");
            }
        }
    }

    // Written out, since what a record has by itself is put together at run time, before the first
    // picture, and cells are compared all the time.

    @Override
    public boolean equals(Object other) {
        return this == other
                || other instanceof Cluster cluster
                        && cluster.width == width
                        && cluster.risky == risky
                        && cluster.text.equals(text);
    }

    @Override
    public int hashCode() {
        return text.hashCode();
    }

    /// The clusters of a text, which is made safe first; `\n` stays as [#LINE_BREAK].
    public static List<Cluster> of(String text) {
        String safe = SafeText.block(text);
        List<Cluster> clusters = new ArrayList<>(safe.length());
        int ascii = 0;
        while (ascii < safe.length() && safe.charAt(ascii) < 0x80) {
            clusters.add(ASCII[safe.charAt(ascii++)]);
        }
        if (ascii < safe.length()) {
            clusters.clear();
            split(safe).forEach(cluster -> clusters.add(measured(cluster)));
        }
        return clusters;
    }

    /// The clusters of a text as it stands, unsafe ones too.
    public static List<String> split(String text) {
        List<String> clusters = new ArrayList<>(text.length());
        Matcher matcher = BOUNDARIES.matcher(text);
        int from = 0;
        while (from < text.length()) {
            int end = end(text, from, matcher);
            clusters.add(text.substring(from, end));
            from = end;
        }
        return clusters;
    }

    /// The first place between two clusters that is there or behind it. However long the text is,
    /// no more of it is looked at than what may belong together.
    public static int boundaryFrom(String text, int place) {
        int boundary = certainBoundary(text, place);
        Matcher matcher = BOUNDARIES.matcher(text);
        while (boundary < place && boundary < text.length()) {
            boundary = end(text, boundary, matcher);
        }
        return boundary;
    }

    /// The last place between two clusters that is before it.
    public static int boundaryBefore(String text, int place) {
        int boundary = certainBoundary(text, place - 1);
        Matcher matcher = BOUNDARIES.matcher(text);
        int next = boundary;
        while (next < place) {
            boundary = next;
            next = next < text.length() ? end(text, next, matcher) : place;
        }
        return boundary;
    }

    /// The end of the cluster that begins there.
    private static int end(String text, int from, Matcher matcher) {
        if (isCertainBoundary(text, from + 1) && standsAlone(text.charAt(from))) {
            return from + 1;
        }
        return matcher.find(from) ? matcher.end() : text.length();
    }

    /// A place between two clusters, there or before, that can be seen without what is before it.
    private static int certainBoundary(String text, int place) {
        int boundary = Math.clamp(place, 0, text.length());
        while (!isCertainBoundary(text, boundary)) {
            boundary--;
        }
        return boundary;
    }

    private static boolean isCertainBoundary(String text, int place) {
        return place == 0
                || place == text.length()
                || standsAlone(text.charAt(place - 1)) && standsAlone(text.charAt(place));
    }

    /// Whether it never joins another that does the same: most of what people write does not.
    private static boolean standsAlone(char c) {
        if (c < 0x7F) {
            return c >= ' ' || c == '\n';
        }
        int type = Character.getType(c);
        return type == Character.LOWERCASE_LETTER
                || type == Character.UPPERCASE_LETTER
                || Character.isIdeographic(c);
    }

    /// The columns that a text takes when its line breaks are ignored.
    public static int width(String text) {
        return width(of(text));
    }

    /// The columns that clusters take together.
    public static int width(List<Cluster> clusters) {
        return clusters.stream().mapToInt(Cluster::width).sum();
    }

    private static Cluster measured(String cluster) {
        char first = cluster.charAt(0);
        return cluster.length() == 1 && first < 0x80
                ? ASCII[first]
                : new Cluster(cluster, Width.of(cluster), Width.isDisputed(cluster));
    }

    private static Cluster[] ascii() {
        Cluster[] clusters = new Cluster[0x80];
        for (int c = ' '; c < 0x7F; c++) {
            clusters[c] = new Cluster(Character.toString(c), 1, false);
        }
        clusters['\n'] = new Cluster("\n", 0, false);
        return clusters;
    }
}
