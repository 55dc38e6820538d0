package chatbois.server.search;

import chatbois.protocol.name.SearchKey;
import java.lang.Character.UnicodeScript;
import java.util.ArrayList;
import java.util.List;

/// A text as words that can be looked up: case, accents and all that is no letter or digit don't
/// count.
///
/// In scripts that are written without blanks between words, or where words grow at their ends as
/// in Korean, each character is a word of its own, and so is each emoji. So any piece of such a
/// text is found, as words one behind the other.
final class Words {
    /// What makes up the rest of a very long word doesn't count.
    private static final int LONGEST = 64;

    private final String text;
    private final List<Word> words = new ArrayList<>();

    private Words(String text) {
        this.text = text;
    }

    /// A word as it is looked up, and where it stands in the text.
    record Word(String key, int from, int to) {}

    static List<Word> of(String text) {
        Words words = new Words(text);
        words.split();
        return words.words;
    }

    private void split() {
        int begun = 0;
        int at = 0;
        while (at < text.length()) {
            int codePoint = text.codePointAt(at);
            int next = at + Character.charCount(codePoint);
            boolean alone = isAlone(codePoint);
            if (alone || !goesOn(codePoint, at > begun)) {
                add(begun, at);
                if (alone) {
                    addAlone(at, next);
                }
                begun = next;
            }
            at = next;
        }
        add(begun, at);
    }

    private static boolean goesOn(int codePoint, boolean begun) {
        return Character.isLetterOrDigit(codePoint) || begun && isMark(codePoint);
    }

    private static boolean isMark(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.NON_SPACING_MARK,
                    Character.COMBINING_SPACING_MARK,
                    Character.ENCLOSING_MARK ->
                    true;
            default -> false;
        };
    }

    private static boolean isAlone(int codePoint) {
        if (codePoint < 0x300) {
            return false;
        }
        if (Character.getType(codePoint) == Character.OTHER_SYMBOL) {
            return true;
        }
        return (Character.isLetterOrDigit(codePoint) || isMark(codePoint))
                && switch (UnicodeScript.of(codePoint)) {
                    case HAN,
                            HIRAGANA,
                            KATAKANA,
                            BOPOMOFO,
                            HANGUL,
                            YI,
                            THAI,
                            LAO,
                            KHMER,
                            MYANMAR,
                            TIBETAN,
                            JAVANESE,
                            BALINESE,
                            TAI_LE,
                            NEW_TAI_LUE,
                            TAI_THAM,
                            TAI_VIET ->
                            true;
                    default -> false;
                };
    }

    private void add(int from, int to) {
        if (to > from) {
            put(SearchKey.of(text.substring(from, to)).plain(), from, to);
        }
    }

    /// Here a mark makes another letter, as in ガ.
    private void addAlone(int from, int to) {
        put(SearchKey.of(text.substring(from, to)).folded(), from, to);
    }

    private void put(String folded, int from, int to) {
        String key =
                folded.codePoints()
                        .filter(c -> c < 128 ? Character.isLetterOrDigit(c) : !isBlank(c))
                        .limit(LONGEST)
                        .collect(
                                StringBuilder::new,
                                StringBuilder::appendCodePoint,
                                StringBuilder::append)
                        .toString();
        if (!key.isEmpty()) {
            words.add(new Word(key, from, to));
        }
    }

    private static boolean isBlank(int codePoint) {
        return Character.isWhitespace(codePoint)
                || Character.isSpaceChar(codePoint)
                || Character.isISOControl(codePoint);
    }
}
