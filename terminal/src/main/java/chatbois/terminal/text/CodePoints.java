package chatbois.terminal.text;

import java.util.List;

/// Knows which code points may be shown where.
final class CodePoints {
    static final int NONE = -1;
    private static final int ZERO_WIDTH_NON_JOINER = 0x200C;
    private static final int ZERO_WIDTH_JOINER = 0x200D;
    private static final int TEXT_PRESENTATION = 0xFE0E;
    static final int EMOJI_PRESENTATION = 0xFE0F;

    private static final int BLACK_FLAG = 0x1F3F4;
    private static final List<String> FLAG_TAGS =
            List.of(tags("gbeng"), tags("gbsct"), tags("gbwls"));

    private CodePoints() {}

    /// Whether `here`, standing between two others ([#NONE] at the ends), can do no harm.
    static boolean isHarmless(int before, int here, int after) {
        return switch (Character.getType(here)) {
            case Character.CONTROL,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR ->
                    false;
            case Character.FORMAT ->
                    isJoiner(here) ? joins(before, here, after) : isVisibleFormat(here);
            case Character.NON_SPACING_MARK,
                    Character.ENCLOSING_MARK,
                    Character.COMBINING_SPACING_MARK ->
                    isBase(before) && !isInvisibleMark(before, here);
            case Character.OTHER_LETTER ->
                    !isFiller(here) && (!Jamo.isDrawnIntoOther(here) || Jamo.goesOn(before, here));
            // Not yet known to this JDK, such as next year's emoji; only the holes are refused.
            case Character.UNASSIGNED ->
                    !isNonCharacter(here)
                            && !isReservedInvisible(here)
                            && !Jamo.isDrawnIntoOther(here);
            default -> true;
        };
    }

    static boolean isMark(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.NON_SPACING_MARK,
                    Character.ENCLOSING_MARK,
                    Character.COMBINING_SPACING_MARK ->
                    true;
            default -> false;
        };
    }

    static boolean isJoiner(int codePoint) {
        return codePoint == ZERO_WIDTH_JOINER || codePoint == ZERO_WIDTH_NON_JOINER;
    }

    /// Where a flag ends whose first code point ends at `from`: of the invisible tags, which could
    /// say anything, only those pass that make the flags of England, Scotland and Wales.
    static int endOfFlag(String text, int first, int from) {
        if (first == BLACK_FLAG) {
            for (String tags : FLAG_TAGS) {
                if (text.startsWith(tags, from)) {
                    return from + tags.length();
                }
            }
        }
        return from;
    }

    /// One of the letters that make a flag out of a black one.
    static boolean isTag(int codePoint) {
        return codePoint >= 0xE0020 && codePoint <= 0xE007F;
    }

    private static String tags(String letters) {
        StringBuilder tags = new StringBuilder();
        letters.chars().forEach(c -> tags.appendCodePoint(0xE0000 + c));
        return tags.appendCodePoint(0xE007F).toString();
    }

    static boolean isRegionalIndicator(int codePoint) {
        return codePoint >= 0x1F1E6 && codePoint <= 0x1F1FF;
    }

    private static boolean joins(int before, int joiner, int after) {
        if (!isBase(before)) {
            return false;
        }
        boolean endsEmoji =
                Character.isExtendedPictographic(before)
                        || Character.isEmojiModifier(before)
                        || before == EMOJI_PRESENTATION;
        boolean startsEmoji = isBase(after) && Character.isExtendedPictographic(after);
        return joiner == ZERO_WIDTH_JOINER && endsEmoji && startsEmoji || writesWithJoiners(before);
    }

    /// Scripts in which a joiner changes how its neighbours look, and so is seen.
    private static boolean writesWithJoiners(int codePoint) {
        return switch (Character.UnicodeScript.of(codePoint)) {
            case ARABIC,
                    SYRIAC,
                    MONGOLIAN,
                    NKO,
                    DEVANAGARI,
                    BENGALI,
                    GURMUKHI,
                    GUJARATI,
                    ORIYA,
                    TAMIL,
                    TELUGU,
                    KANNADA,
                    MALAYALAM,
                    SINHALA,
                    KHMER,
                    MYANMAR,
                    TIBETAN,
                    BALINESE,
                    JAVANESE ->
                    true;
            default -> false;
        };
    }

    /// The number signs of Arabic, Syriac and Kaithi: format characters in name only.
    private static boolean isVisibleFormat(int codePoint) {
        return codePoint >= 0x600 && codePoint <= 0x605
                || codePoint == 0x6DD
                || codePoint == 0x890
                || codePoint == 0x891
                || codePoint == 0x8E2
                || codePoint == 0x110BD
                || codePoint == 0x110CD;
    }

    /// Whether a mark can stand on it; else it would sit on whatever the screen shows to its left.
    private static boolean isBase(int codePoint) {
        return codePoint != NONE
                && codePoint != '\n'
                && Character.getType(codePoint) != Character.UNASSIGNED;
    }

    /// Selectors of a variant say nothing, and can smuggle anything, except on what has variants.
    private static boolean isInvisibleMark(int before, int mark) {
        if (mark == TEXT_PRESENTATION || mark == EMOJI_PRESENTATION) {
            return !Character.isEmoji(before);
        }
        if (mark >= 0xFE00 && mark <= 0xFE0D || mark >= 0xE0100 && mark <= 0xE01EF) {
            return !Character.isIdeographic(before);
        }
        if (mark >= 0x180B && mark <= 0x180F) {
            return Character.UnicodeScript.of(before) != Character.UnicodeScript.MONGOLIAN;
        }
        return mark == 0x034F || mark == 0x17B4 || mark == 0x17B5;
    }

    /// Letters that look like nothing at all.
    private static boolean isFiller(int codePoint) {
        return codePoint == 0x115F
                || codePoint == 0x1160
                || codePoint == 0x3164
                || codePoint == 0xFFA0;
    }

    private static boolean isNonCharacter(int codePoint) {
        return (codePoint & 0xFFFE) == 0xFFFE || codePoint >= 0xFDD0 && codePoint <= 0xFDEF;
    }

    /// Unassigned, yet promised to be ignored when drawn: invisible in a terminal of today.
    private static boolean isReservedInvisible(int codePoint) {
        return codePoint == 0x2065
                || codePoint >= 0xFFF0 && codePoint <= 0xFFF8
                || codePoint >= 0xE0000 && codePoint <= 0xE0FFF;
    }
}
