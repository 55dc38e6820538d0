package chatbois.terminal.text;

/// Makes text written by others harmless: every foreign text passes here before a screen, a plain
/// line or a pipe sees it.
///
/// Whatever could steer a terminal, reorder or hide text, or pile up without bound is replaced by
/// something visible, never silently dropped: C0 controls by their pictures (`␛`), a run of
/// anything else by one U+FFFD. The same text always gives the same result, cleaning twice changes
/// nothing, and the time is linear in the length.
public final class SafeText {
    private static final int REPLACEMENT = 0xFFFD;
    private static final int FLAG_END = 0xE007F;
    private static final int LINE_FEED_PICTURE = 0x2424;
    private static final int DELETE_PICTURE = 0x2421;
    private static final int FIRST_CONTROL_PICTURE = 0x2400;
    private static final String TAB = "    ";

    /// The longest emoji in use has ten code points, the deepest stack of marks in a script five.
    private static final int CLUSTER_CODE_POINTS = 16;

    private static final int CLUSTER_MARKS = 8;

    private SafeText() {}

    /// The text on one line; line breaks become visible signs.
    public static String line(String text) {
        return clean(text, false);
    }

    /// The text with its line breaks, each a single `\n`, whatever the author's system used.
    public static String block(String text) {
        return clean(text, true);
    }

    private static String clean(String text, boolean keepLines) {
        return isPlain(text, keepLines) ? text : boundClusters(replace(text, keepLines));
    }

    /// Most text is Latin and needs no second look.
    private static boolean isPlain(String text, boolean keepLines) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean ascii = c >= 0x20 && c < 0x7F;
            boolean latin = c >= 0xA0 && c < 0x100 && c != 0xAD;
            if (!ascii && !latin && !(keepLines && c == '\n')) {
                return false;
            }
        }
        return true;
    }

    private static String replace(String text, boolean keepLines) {
        StringBuilder safe = new StringBuilder(text.length() + 16);
        int before = CodePoints.NONE;
        boolean inReplacedRun = false;
        for (int i = 0; i < text.length(); ) {
            int here = text.codePointAt(i);
            i += Character.charCount(here);
            int flagged = CodePoints.endOfFlag(text, here, i);
            if (flagged > i) {
                safe.appendCodePoint(here).append(text, i, flagged);
                i = flagged;
                before = FLAG_END;
                inReplacedRun = false;
                continue;
            }
            int after = i < text.length() ? text.codePointAt(i) : CodePoints.NONE;
            if (here == '\t') {
                safe.append(TAB);
                before = ' ';
                inReplacedRun = false;
            } else if (here != '\r' || after != '\n') {
                boolean kept =
                        keepLines && here == '\n' || CodePoints.isHarmless(before, here, after);
                int shown = kept ? here : standIn(here);
                boolean replaced = !kept && shown == REPLACEMENT;
                if (!replaced || !inReplacedRun) {
                    safe.appendCodePoint(shown);
                    before = shown;
                }
                inReplacedRun = replaced;
            }
        }
        return safe.toString();
    }

    private static int standIn(int codePoint) {
        if (codePoint == '\n') {
            return LINE_FEED_PICTURE;
        }
        if (codePoint < 0x20) {
            return FIRST_CONTROL_PICTURE + codePoint;
        }
        return codePoint == 0x7F ? DELETE_PICTURE : REPLACEMENT;
    }

    private static String boundClusters(String text) {
        StringBuilder bounded = new StringBuilder(text.length());
        for (String cluster : Cluster.split(text)) {
            int end = boundedEnd(cluster);
            bounded.append(cluster, 0, end);
            if (end < cluster.length()) {
                bounded.appendCodePoint(REPLACEMENT);
            }
        }
        return bounded.toString();
    }

    /// Where to cut a cluster: at its length if it keeps within the bounds, else so that one sign
    /// for the rest still fits and no joiner is left with nothing to join.
    private static int boundedEnd(String cluster) {
        int codePoints = 0;
        int marks = 0;
        int cut = 0;
        for (int i = 0; i < cluster.length(); ) {
            int here = cluster.codePointAt(i);
            codePoints++;
            marks += CodePoints.isMark(here) ? 1 : 0;
            if (codePoints > CLUSTER_CODE_POINTS || marks > CLUSTER_MARKS) {
                return cut;
            }
            i += Character.charCount(here);
            boolean roomForSign = codePoints < CLUSTER_CODE_POINTS;
            cut = roomForSign && !CodePoints.isJoiner(here) ? i : cut;
        }
        return cluster.length();
    }
}
