package chatbois.protocol.name;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What a member is called: 1 to 32 letters and digits of one script, with `-`, `_` and `.` inside.
///
/// "Characters" are grapheme clusters, what a reader takes for one; at most 64 code points and 128
/// bytes of UTF-8 hold them. The text is in NFKC, which [#parse(String)] brings it to.
public record MemberName(String value) {
    public static final int MAX_CHARACTERS = 32;
    public static final int MAX_CODE_POINTS = 64;
    public static final int MAX_BYTES = 128;

    /// As UTS #39 advises in section 5.4; more can't be told apart, and runs into other lines.
    private static final int MAX_MARKS_IN_A_ROW = 4;

    /// A dot above a letter that has one, or looks as if it had, can't be seen. İ is no such
    /// letter.
    private static final Pattern HIDDEN_DOT = Pattern.compile("[ijl𝼚]\\p{Mn}*\\x{307}");

    /// Names that speak for more than one person; what looks like them is reserved as well.
    private static final Set<String> RESERVED =
            Stream.of("admin", "all", "everyone", "here", "server", "system")
                    .map(Skeleton::skeleton)
                    .collect(Collectors.toUnmodifiableSet());

    /// @throws InvalidName when the text breaks a rule or is not in NFKC
    public MemberName {
        checkCharacters(value);
        checkLength(value);
        checkEnds(value);
        checkMarks(value);
        checkScripts(value);
        if (RESERVED.contains(Skeleton.skeleton(value))) {
            throw new InvalidName(
                    "The name %s is reserved, or looks like one that is. Choose another name."
                            .formatted(value));
        }
    }

    /// Reads a name as a person typed it, with white space around it and in any normal form.
    ///
    /// @throws InvalidName when the text can't be a name
    public static MemberName parse(String input) {
        String text = input.strip();
        if (text.length() > 4 * MAX_BYTES) {
            throw tooLong();
        }
        return new MemberName(Normalizer.normalize(text, Normalizer.Form.NFKC));
    }

    @Override
    public String toString() {
        return value;
    }

    private static void checkCharacters(String text) {
        if (text.isEmpty()) {
            throw new InvalidName(
                    "A name can't be empty. Choose one of up to %d letters and digits."
                            .formatted(MAX_CHARACTERS));
        }
        text.codePoints()
                .filter(codePoint -> !Alphabet.contains(codePoint))
                .findFirst()
                .ifPresent(MemberName::refuseCharacter);
        if (!Normalizer.isNormalized(text, Normalizer.Form.NFKC)) {
            throw new InvalidName(
                    "This name is not in Unicode's normal form NFKC. Bring it to that form first.");
        }
    }

    private static void refuseCharacter(int codePoint) {
        throw new InvalidName(
                "A name can't contain %s. Use letters, digits, hyphens, underscores and dots."
                        .formatted(InvalidName.describe(codePoint)));
    }

    private static void checkLength(String text) {
        if (text.codePointCount(0, text.length()) > MAX_CODE_POINTS
                || Clusters.count(text) > MAX_CHARACTERS
                || text.getBytes(StandardCharsets.UTF_8).length > MAX_BYTES) {
            throw tooLong();
        }
    }

    private static InvalidName tooLong() {
        return new InvalidName(
                "This name is too long. Choose one of up to %d letters and digits."
                        .formatted(MAX_CHARACTERS));
    }

    private static void checkEnds(String text) {
        if (!Character.isLetterOrDigit(text.codePointAt(0))) {
            throw new InvalidName(
                    "A name has to start with a letter or a digit. Change its start.");
        }
        if ("-_.".indexOf(text.charAt(text.length() - 1)) >= 0) {
            // Else "@anna." at the end of a sentence would be somebody else.
            throw new InvalidName("A name has to end with a letter or a digit. Change its end.");
        }
    }

    private static void checkMarks(String text) {
        int row = 0;
        int previous = 0;
        for (int codePoint : Skeleton.decomposed(text).codePoints().toArray()) {
            boolean mark = Character.getType(codePoint) == Character.NON_SPACING_MARK;
            row = mark ? row + 1 : 0;
            if (row > MAX_MARKS_IN_A_ROW || (mark && codePoint == previous)) {
                throw new InvalidName("This name has too many accents on one letter. Use fewer.");
            }
            previous = codePoint;
        }
        if (HIDDEN_DOT.matcher(Skeleton.prototypes(NameKey.fold(text))).find()) {
            throw new InvalidName("This name has a dot that can't be seen. Type the letter anew.");
        }
    }

    private static void checkScripts(String text) {
        if (!Alphabet.isOfOneScript(text)) {
            throw new InvalidName(
                    "A name can't mix letters of different scripts, such as Latin and Cyrillic, because"
                            + " they look alike. Keep to one script.");
        }
        IntPredicate digit = Character::isDigit;
        if (text.codePoints().filter(digit).map(MemberName::zero).distinct().count() > 1) {
            throw new InvalidName(
                    "A name can't mix digits of different scripts. Keep to one kind of digits.");
        }
    }

    /// The zero of the digits that a digit belongs to.
    private static int zero(int digit) {
        return digit - Character.digit(digit, 10);
    }
}
