package chatbois.protocol.event;

import chatbois.log.Bytes32;
import chatbois.log.Malformed;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// A file that comes with a message: the event names it by its hash, so that nobody can put another
/// one in its place. The bytes are fetched by a request of their own, `FilePart`.
///
/// @param hash SHA-256 of the file
/// @param size in bytes
/// @param name of 1 to 120 characters and at most 200 bytes: no path, nothing that begins with a
///   full stop, no control or format characters
/// @param type a plain media type, such as `image/png`
/// @param alt what is to be seen or heard in it, in words, at most `ALT` characters; null for
///   nothing
/// @param preview what can be shown of it without reading the file; null for nothing
public record Attachment(
        Bytes32 hash,
        long size,
        String name,
        String type,
        @Nullable String alt,
        @Nullable Preview preview) {
    /// What is known of a file of which nothing is known.
    public static final String ANY_TYPE = "application/octet-stream";

    /// The largest that there can be, in bytes: 1 TiB.
    public static final long LARGEST = 1L << 40;

    /// Those that come with one message.
    public static final int MOST = 10;

    private static final int NAME_CHARACTERS = 120;
    private static final int NAME_BYTES = 200;
    private static final int ENDING = 12;
    private static final Pattern TYPE =
            Pattern.compile("[a-z0-9][a-z0-9!#$&^_.+-]{0,63}/[a-z0-9][a-z0-9!#$&^_.+-]{0,63}");

    public Attachment {
        if (size < 1 || size > LARGEST) {
            throw new Malformed("an attachment has 1 to " + LARGEST + " bytes");
        }
        if (!isName(name)) {
            throw new Malformed("an attachment's name is no name of a file");
        }
        if (!TYPE.matcher(type).matches()) {
            throw new Malformed("an attachment's type is no plain media type");
        }
        alt = alt == null || alt.isBlank() ? null : alt;
    }

    /// The files that it names: itself, and its preview.
    public List<Bytes32> hashes() {
        return preview == null ? List.of(hash) : List.of(hash, preview.hash());
    }

    /// The same with other words for what is to be seen; empty for none.
    public Attachment described(String words) {
        return new Attachment(hash, size, name, type, words, preview);
    }

    /// Whether an attachment can be called so.
    public static boolean isName(String name) {
        return !name.isBlank()
                && !name.startsWith(".")
                && name.codePointCount(0, name.length()) <= NAME_CHARACTERS
                && bytes(name) <= NAME_BYTES
                && name.codePoints().noneMatch(Attachment::isOdd);
    }

    /// A name as much like that one as can be, under which a file can lie on anybody's disk: what
    /// is not allowed in it becomes `_`, and so does what nobody knows the look of, private and
    /// unassigned characters; what is too long is cut in front of the ending.
    public static String nameLike(String name) {
        StringBuilder tidy = new StringBuilder();
        name.codePoints()
                .map(c -> isOdd(c) || isObscure(c) ? '_' : c)
                .forEach(tidy::appendCodePoint);
        while (!tidy.isEmpty() && tidy.charAt(0) == '.') {
            tidy.deleteCharAt(0);
        }
        if (tidy.toString().isBlank()) {
            return "file";
        }
        int dot = tidy.lastIndexOf(".");
        String ending = dot > 0 && tidy.length() - dot <= ENDING ? tidy.substring(dot) : "";
        tidy.setLength(tidy.length() - ending.length());
        while (!isName(tidy + ending)) {
            int last = tidy.length() - 1;
            tidy.setLength(tidy.offsetByCodePoints(last + 1, -1));
        }
        return tidy + ending;
    }

    private static int bytes(String name) {
        return name.getBytes(StandardCharsets.UTF_8).length;
    }

    /// Which characters are assigned changes with the years, so that no rule can hang on it.
    private static boolean isObscure(int codePoint) {
        int type = Character.getType(codePoint);
        return type == Character.PRIVATE_USE || type == Character.UNASSIGNED;
    }

    private static boolean isOdd(int codePoint) {
        return codePoint == '/'
                || codePoint == '\\'
                || switch (Character.getType(codePoint)) {
                    case Character.CONTROL,
                            Character.FORMAT,
                            Character.SURROGATE,
                            Character.LINE_SEPARATOR,
                            Character.PARAGRAPH_SEPARATOR ->
                            true;
                    default -> false;
                };
    }
}
