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
        while (matcher.find()) {
            clusters.add(matcher.group());
        }
        return clusters;
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
