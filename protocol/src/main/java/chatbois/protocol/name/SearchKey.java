package chatbois.protocol.name;

import java.text.Normalizer;
import java.text.Normalizer.Form;
import java.util.Locale;

/// What a name is looked up by while somebody types its beginning.
///
/// @param folded the text as [NameKey] folds it, in which case doesn't count
/// @param plain the same without accents and strokes; the order of Unicode's code points ranks both
public record SearchKey(String folded, String plain) {
    /// How well a name fits the beginning that was typed.
    public enum Fit {
        /// Letter by letter but for the case.
        EXACT,
        /// If accents don't count.
        WITHOUT_ACCENTS,
        NONE
    }

    /// Of a name, or of the beginning of one; any text will do.
    public static SearchKey of(String text) {
        String folded = isAscii(text) ? lower(text) : NameKey.key(text);
        return new SearchKey(folded, isAscii(folded) ? folded : plain(folded));
    }

    /// How this name fits that beginning.
    public Fit fit(SearchKey beginning) {
        if (folded.startsWith(beginning.folded)) {
            return Fit.EXACT;
        }
        return plain.startsWith(beginning.plain) ? Fit.WITHOUT_ACCENTS : Fit.NONE;
    }

    private static boolean isAscii(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) >= 128) {
                return false;
            }
        }
        return true;
    }

    private static String lower(String ascii) {
        for (int i = 0; i < ascii.length(); i++) {
            char c = ascii.charAt(i);
            if (c >= 'A' && c <= 'Z') {
                return ascii.toLowerCase(Locale.ROOT);
            }
        }
        return ascii;
    }

    private static String plain(String folded) {
        StringBuilder plain = new StringBuilder(folded.length());
        Normalizer.normalize(folded, Form.NFD)
                .codePoints()
                .filter(codePoint -> !isAccent(codePoint))
                .forEach(codePoint -> appendWithoutStroke(plain, codePoint));
        return plain.toString();
    }

    /// A mark that any script may borrow; the vowel signs of a script are letters, not accents.
    private static boolean isAccent(int codePoint) {
        return Character.getType(codePoint) == Character.NON_SPACING_MARK
                && Character.UnicodeScript.of(codePoint) == Character.UnicodeScript.INHERITED;
    }

    /// The letters that people type without what Unicode takes for a part of the letter.
    private static void appendWithoutStroke(StringBuilder plain, int folded) {
        switch (folded) {
            case 'æ' -> plain.append("ae");
            case 'œ' -> plain.append("oe");
            case 'ø' -> plain.append('o');
            case 'ł' -> plain.append('l');
            case 'đ', 'ð' -> plain.append('d');
            case 'ħ' -> plain.append('h');
            case 'ŧ' -> plain.append('t');
            case 'þ' -> plain.append("th");
            default -> plain.appendCodePoint(folded);
        }
    }
}
