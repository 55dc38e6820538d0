package chatbois.terminal.text;

/// Knows the letters that syllables of Hangul are put together from. Vowels and final consonants
/// are drawn into the syllable before them and take no column of their own.
final class Jamo {
    private static final int FIRST_SYLLABLE = 0xAC00;
    private static final int LAST_SYLLABLE = 0xD7A3;

    /// How many syllables begin alike: one without a final consonant, then one with each.
    private static final int FINALS = 28;

    private Jamo() {}

    /// Whether it takes no column.
    static boolean isDrawnIntoOther(int codePoint) {
        return codePoint >= 0x1160 && codePoint <= 0x11FF
                || codePoint >= 0xD7B0 && codePoint <= 0xD7FF;
    }

    /// Whether it goes on with the syllable before it; if not, it would be drawn nowhere, or into
    /// whatever stands there.
    static boolean goesOn(int before, int here) {
        return isVowel(here)
                ? isLead(before) || isVowel(before) || isOpen(before)
                : isVowel(before) || isFinal(before) || isSyllable(before);
    }

    private static boolean isLead(int codePoint) {
        return codePoint >= 0x1100 && codePoint <= 0x115F
                || codePoint >= 0xA960 && codePoint <= 0xA97C;
    }

    private static boolean isVowel(int codePoint) {
        return codePoint >= 0x1160 && codePoint <= 0x11A7
                || codePoint >= 0xD7B0 && codePoint <= 0xD7C6;
    }

    private static boolean isFinal(int codePoint) {
        return codePoint >= 0x11A8 && codePoint <= 0x11FF
                || codePoint >= 0xD7CB && codePoint <= 0xD7FB;
    }

    private static boolean isSyllable(int codePoint) {
        return codePoint >= FIRST_SYLLABLE && codePoint <= LAST_SYLLABLE;
    }

    private static boolean isOpen(int codePoint) {
        return isSyllable(codePoint) && (codePoint - FIRST_SYLLABLE) % FINALS == 0;
    }
}
