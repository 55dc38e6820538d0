package chatbois.terminal.command;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Names that somebody may have meant who typed another word.
final class Near {
    private static final int MOST = 3;

    /// So many letters say enough for what only contains them.
    private static final int TELLING = 3;

    private Near() {}

    /// The nearest first; none if nothing is like it.
    static List<String> of(String typed, Stream<String> known) {
        String word = typed.toLowerCase(Locale.ROOT);
        int far = Math.max(word.length() / 3, 1);
        return known.filter(name ->
                        distance(word, name) <= far
                                || word.length() >= TELLING && name.contains(word))
                .sorted(Comparator.comparingInt(name -> distance(word, name)))
                .limit(MOST)
                .toList();
    }

    /// ` Did you mean this or that?`, each with a sign in front; empty if nothing is like it.
    static String question(String typed, String sign, Stream<String> known) {
        List<String> near = of(typed, known);
        return near.isEmpty()
                ? ""
                : " Did you mean "
                        + near.stream().map(sign::concat).collect(Collectors.joining(" or "))
                        + "?";
    }

    /// How many letters are to be put in, left out, changed or swapped to make one of the other.
    private static int distance(String one, String other) {
        int[][] to = new int[one.length() + 1][other.length() + 1];
        for (int i = 0; i <= one.length(); i++) {
            for (int j = 0; j <= other.length(); j++) {
                to[i][j] = i == 0 || j == 0 ? i + j : least(to, one, other, i, j);
            }
        }
        return to[one.length()][other.length()];
    }

    private static int least(int[][] to, String one, String other, int i, int j) {
        boolean same = one.charAt(i - 1) == other.charAt(j - 1);
        int least = Math.min(to[i - 1][j] + 1, to[i][j - 1] + 1);
        least = Math.min(least, to[i - 1][j - 1] + (same ? 0 : 1));
        boolean swapped =
                i > 1
                        && j > 1
                        && one.charAt(i - 1) == other.charAt(j - 2)
                        && one.charAt(i - 2) == other.charAt(j - 1);
        return swapped ? Math.min(least, to[i - 2][j - 2] + 1) : least;
    }
}
