package chatbois.log.recovery;

/// Counts the slips of the pen between two words: letters more, less, changed or swapped.
final class Slips {
    private Slips() {}

    /// The optimal string alignment distance, each cell of the table from its neighbours.
    static int between(String one, String other) {
        int[][] slips = new int[one.length() + 1][other.length() + 1];
        for (int i = 0; i <= one.length(); i++) {
            for (int j = 0; j <= other.length(); j++) {
                slips[i][j] = fewest(slips, one, i, other, j);
            }
        }
        return slips[one.length()][other.length()];
    }

    private static int fewest(int[][] slips, String one, int i, String other, int j) {
        if (i == 0 || j == 0) {
            return i + j;
        }
        int changed = one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1;
        int fewest =
                Math.min(
                        slips[i - 1][j - 1] + changed,
                        Math.min(slips[i - 1][j], slips[i][j - 1]) + 1);
        return areSwapped(one, i, other, j) ? Math.min(fewest, slips[i - 2][j - 2] + 1) : fewest;
    }

    private static boolean areSwapped(String one, int i, String other, int j) {
        return i > 1
                && j > 1
                && one.charAt(i - 1) == other.charAt(j - 2)
                && one.charAt(i - 2) == other.charAt(j - 1);
    }
}
