package chatbois.terminal.text;

/// Counts the columns of a cluster, by the East Asian widths of Unicode (UAX #11) and what
/// terminals do with emoji.
///
/// No table is right everywhere: terminals give the same heart one column or two. So a count is
/// never too small for what we know of, and a cluster that terminals dispute is called risky, which
/// tells the painter to trust nothing about where the cursor went.
final class Width {
    /// First and last code point of every range that is wide though no emoji.
    private static final int[] WIDE = {
        0x1100, 0x115F, 0x2329, 0x232A, 0x2E80, 0x303E, 0x3041, 0x4DBF, 0x4E00, 0xA4CF, 0xA960,
        0xA97F, 0xAC00, 0xD7A3, 0xF900, 0xFAFF, 0xFE10, 0xFE19, 0xFE30, 0xFE6F, 0xFF01, 0xFF60,
        0xFFE0, 0xFFE6, 0x16FE0, 0x18DFF, 0x1AFF0, 0x1B2FF, 0x1F200, 0x1F265, 0x20000, 0x3FFFD
    };

    private Width() {}

    static int of(String cluster) {
        int first = cluster.codePointAt(0);
        if (cluster.length() == Character.charCount(first)) {
            return of(first);
        }
        return isEmojiSequence(cluster, first) ? 2 : cluster.codePoints().map(Width::of).sum();
    }

    /// Whether terminals disagree about the width: clusters of several code points, symbols, what a
    /// terminal may not know or take for invisible, and most of what lies beyond the first plane.
    static boolean isDisputed(String cluster) {
        int first = cluster.codePointAt(0);
        if (cluster.length() > Character.charCount(first)) {
            return true;
        }
        if (first < 0x300 || isDrawing(first)) {
            return false;
        }
        int type = Character.getType(first);
        boolean strange = type == Character.UNASSIGNED || type == Character.FORMAT;
        boolean pictorial = Character.isEmoji(first) || type == Character.OTHER_SYMBOL;
        return strange || first >= 0x2000 && (first > 0xFFFF || pictorial);
    }

    /// Signs made for terminals, which all give them one column: control pictures, boxes, blocks,
    /// Braille, the replacement character, and the mosaics of old teletext.
    private static boolean isDrawing(int codePoint) {
        return codePoint >= 0x2400 && codePoint <= 0x2426
                || codePoint >= 0x2500 && codePoint <= 0x259F
                || codePoint >= 0x2800 && codePoint <= 0x28FF
                || codePoint == 0xFFFD
                || codePoint >= 0x1FB00 && codePoint <= 0x1FBAF;
    }

    private static boolean isEmojiSequence(String cluster, int first) {
        if (!Character.isEmoji(first)) {
            return false;
        }
        return cluster.codePoints()
                .skip(1)
                .anyMatch(codePoint ->
                        codePoint == CodePoints.EMOJI_PRESENTATION
                                || CodePoints.isJoiner(codePoint)
                                || Character.isEmojiModifier(codePoint)
                                || CodePoints.isTag(codePoint)
                                || CodePoints.isRegionalIndicator(codePoint));
    }

    private static int of(int codePoint) {
        if (codePoint < 0x7F) {
            return codePoint < 0x20 ? 0 : 1;
        }
        return switch (Character.getType(codePoint)) {
            case Character.CONTROL, Character.NON_SPACING_MARK, Character.ENCLOSING_MARK -> 0;
            case Character.FORMAT -> CodePoints.isJoiner(codePoint) ? 0 : 1;
            default -> Jamo.isDrawnIntoOther(codePoint) ? 0 : isWide(codePoint) ? 2 : 1;
        };
    }

    private static boolean isWide(int codePoint) {
        if (codePoint < WIDE[0]) {
            return false;
        }
        if (Character.isEmojiPresentation(codePoint)) {
            return !CodePoints.isRegionalIndicator(codePoint);
        }
        if (Character.isExtendedPictographic(codePoint)
                && Character.getType(codePoint) == Character.UNASSIGNED) {
            return true; // kept free for an emoji to come
        }
        for (int i = 0; i < WIDE.length; i += 2) {
            if (codePoint <= WIDE[i + 1]) {
                return codePoint >= WIDE[i];
            }
        }
        return false;
    }
}
