package chatbois.protocol.name;

import java.text.Normalizer;
import java.util.Locale;

/// What the spellings of one name have in common: names with equal keys are the same name.
///
/// The key is NFKC with full case folding, the same in every locale: `Straße` is `STRASSE` and
/// `ΣΊΣΥΦΟΣ` is `σίσυφος`. Unlike Unicode's folding it also takes the four Turkish letters I, ı, İ
/// and i for one, since a name has to mean the same in Istanbul and in London.
public record NameKey(String value) {
    public static NameKey of(MemberName name) {
        return new NameKey(key(name.value()));
    }

    public static NameKey of(ChatName name) {
        return new NameKey(key(name.value()));
    }

    @Override
    public String toString() {
        return value;
    }

    static String key(String text) {
        // Folding may leave a sequence that composes, so the text is normalised again.
        return Normalizer.normalize(
                fold(Normalizer.normalize(text, Normalizer.Form.NFKC)), Normalizer.Form.NFKC);
    }

    /// Folds by way of the upper case, which alone joins ß with SS and ς with σ; code point by code
    /// point on the way down, where a whole string's last sigma would turn into ς.
    static String fold(String text) {
        return lowerCase(lowerCase(text).toUpperCase(Locale.ROOT));
    }

    private static String lowerCase(String text) {
        return text.codePoints()
                .map(Character::toLowerCase)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
