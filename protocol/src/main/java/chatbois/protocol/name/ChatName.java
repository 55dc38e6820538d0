package chatbois.protocol.name;

import java.text.Normalizer;
import java.util.regex.Pattern;

/// What a chat is called: 1 to 64 visible characters, with single spaces between its words.
///
/// "Characters" are grapheme clusters, at most 128 code points; the text is in NFC. A `#` in front
/// is how people point at a chat and no part of its name.
public record ChatName(String value) {
    public static final int MAX_CHARACTERS = 64;
    public static final int MAX_CODE_POINTS = 128;

    /// Controls, format characters (the bidirectional ones among them), what has no agreed meaning
    /// (private use, surrogates, noncharacters) and what can't be seen: spaces of other kinds,
    /// fillers, variation selectors, tags.
    private static final Pattern FORBIDDEN =
            Pattern.compile(
                    "[\\p{Cc}\\p{Cf}\\p{Co}\\p{Cs}\\p{Z}\\p{IsNoncharacter_Code_Point}"
                            + "\\x{34F}\\x{115F}\\x{1160}\\x{17B4}\\x{17B5}\\x{180B}-\\x{180F}\\x{2065}"
                            + "\\x{2800}\\x{3164}\\x{FE00}-\\x{FE0F}\\x{FFA0}\\x{FFF0}-\\x{FFF8}"
                            + "\\x{E0000}-\\x{E0FFF}&&[^ ]]");

    /// What keyboards add to emoji: dropped, since two chats must not differ by it alone.
    private static final String EMOJI_SELECTOR = "\uFE0F";

    /// @throws InvalidName when the text breaks a rule or is not in NFC
    public ChatName {
        checkCharacters(value);
        if (value.startsWith("#")) {
            throw new InvalidName("A chat's name can't start with #. Leave it out.");
        }
        if (!value.equals(value.strip()) || value.contains("  ")) {
            throw new InvalidName("A chat's name has single spaces between words only.");
        }
        if (value.codePointCount(0, value.length()) > MAX_CODE_POINTS
                || Clusters.count(value) > MAX_CHARACTERS) {
            throw tooLong();
        }
        if (!Normalizer.isNormalized(value, Normalizer.Form.NFC)) {
            throw new InvalidName(
                    "This chat's name is not in Unicode's normal form NFC. Bring it to that form first.");
        }
    }

    /// Reads a name as a person typed it, with or without `#` and however many spaces.
    ///
    /// @throws InvalidName when the text can't be a chat's name
    public static ChatName parse(String input) {
        String text = input.strip();
        if (text.length() > 8 * MAX_CODE_POINTS) {
            throw tooLong();
        }
        String bare = text.startsWith("#") ? text.substring(1) : text;
        return new ChatName(
                Normalizer.normalize(
                        bare.replace(EMOJI_SELECTOR, "").replaceAll(" +", " ").strip(),
                        Normalizer.Form.NFC));
    }

    @Override
    public String toString() {
        return value;
    }

    private static void checkCharacters(String text) {
        if (text.isEmpty()) {
            throw new InvalidName(
                    "A chat's name can't be empty. Choose one of up to %d characters."
                            .formatted(MAX_CHARACTERS));
        }
        var forbidden = FORBIDDEN.matcher(text);
        if (forbidden.find()) {
            throw new InvalidName(
                    "A chat's name can't contain the character U+%04X. Use what can be seen."
                            .formatted(text.codePointAt(forbidden.start())));
        }
    }

    private static InvalidName tooLong() {
        return new InvalidName(
                "This chat's name is too long. Choose one of up to %d characters."
                        .formatted(MAX_CHARACTERS));
    }
}
