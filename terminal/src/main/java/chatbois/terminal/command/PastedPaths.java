package chatbois.terminal.command;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Paths as terminals and file managers paste them: raw, in quotes of both sorts, with a backslash
/// before what a shell would read, as `file://` with `%20`; one or several, with blanks or line
/// ends in between.
final class PastedPaths {
    /// A piece of a word: in quotes, after a backslash, or plain.
    private static final Pattern PIECE =
            Pattern.compile("'([^']*)'|\"((?:[^\"\\\\]|\\\\.)*)\"|\\\\(.)|([^'\"\\\\\\s]+)");

    private static final Pattern ESCAPED = Pattern.compile("\\\\(.)");

    private PastedPaths() {}

    /// The files, if all of it are files that are there; else none.
    static List<String> of(String text) {
        String all = text.strip();
        if (!Stream.of("/", "~/", "'", "\"", "file:", "\\").anyMatch(all::startsWith)) {
            return List.of(); // most of what is pasted
        }
        return Stream.of(List.of(all), all.lines().map(String::strip).toList(), words(all))
                .map(paths -> paths.stream().map(PastedPaths::path).toList())
                .filter(paths -> paths.stream().allMatch(PastedPaths::isFile))
                .findFirst()
                .orElse(List.of());
    }

    /// As a shell splits it; what it can't read is no path.
    private static List<String> words(String text) {
        List<String> words = new ArrayList<>();
        for (int at = 0; at < text.length(); at++) {
            StringBuilder word = new StringBuilder();
            Matcher piece = PIECE.matcher(text).region(at, text.length());
            while (piece.lookingAt()) {
                word.append(plain(piece));
                at = piece.end();
                piece.region(at, text.length());
            }
            boolean ends = at == text.length() || Character.isWhitespace(text.charAt(at));
            if (!ends) {
                return List.of("");
            }
            if (!word.isEmpty()) {
                words.add(word.toString());
            }
        }
        return words;
    }

    private static String plain(MatchResult piece) {
        String quoted = piece.group(2);
        return quoted != null
                ? ESCAPED.matcher(quoted).replaceAll("$1")
                : Stream.of(1, 3, 4)
                        .map(piece::group)
                        .filter(Objects::nonNull)
                        .findFirst()
                        .orElse("");
    }

    private static String path(String typed) {
        if (!typed.startsWith("file:/")) {
            return typed;
        }
        try {
            String path = new URI(typed).getPath();
            return path == null ? "" : path;
        } catch (URISyntaxException _) {
            return typed.replaceFirst("^file:(//(localhost)?)?(?=/)", "");
        }
    }

    /// One whose name can be typed.
    private static boolean isFile(String path) {
        try {
            return (path.startsWith("/") || path.startsWith("~/"))
                    && path.chars().noneMatch(c -> c < ' ' || c == '"')
                    && Files.isRegularFile(TypedPath.of(path));
        } catch (InvalidPathException _) {
            return false;
        }
    }
}
