package chatbois.protocol.spec;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The `///` comments of a source file, so that a sentence about a request stands in one place.
final class Comments {
    private static final Pattern LINK = Pattern.compile("\\[(?:\\w+\\.)?#?(\\w+)(?:\\([^)]*\\))?]");
    private static final Pattern BLOCK =
            Pattern.compile("((?:^ *///[^\n]*\n)+) *([^\n]+)", Pattern.MULTILINE);

    /// @param text what is said of the whole
    /// @param parts what is said of its parts, by name
    record Comment(String text, Map<String, String> parts) {}

    private final String source;

    private Comments(String source) {
        this.source = source;
    }

    /// Of a type in the module `protocol` or `log`, or of the type that it is nested in.
    static Comments of(Class<?> type) throws IOException {
        Class<?> outer = type;
        while (outer.getEnclosingClass() != null) {
            outer = outer.getEnclosingClass();
        }
        String file = outer.getName().replace('.', '/') + ".java";
        String module = outer.getPackageName().equals("chatbois.log") ? "log" : "protocol";
        return new Comments(Files.readString(Path.of("..", module, "src/main/java", file)));
    }

    /// The comment in front of the line that begins so.
    Comment before(String declaration) {
        Matcher block = BLOCK.matcher(source);
        while (block.find()) {
            String line = block.group(2);
            if (line.startsWith(declaration) || line.contains(" " + declaration)) {
                return parse(block.group(1).lines().map(Comments::bare).toList());
            }
        }
        assertThat(source).as("a declaration of %s", declaration).contains(declaration);
        return new Comment("", Map.of());
    }

    private static Comment parse(List<String> lines) {
        List<String> text = new ArrayList<>();
        Map<String, String> parts = new LinkedHashMap<>();
        String part = null;
        for (String line : lines) {
            if (line.startsWith("@param ")) {
                String[] words = line.split(" +", 3);
                part = words[1];
                parts.put(part, words[2]);
            } else if (part != null) {
                parts.merge(part, line.strip(), (a, b) -> a + " " + b);
            } else {
                text.add(line);
            }
        }
        return new Comment(
                String.join("\n", text).strip().replaceAll("(?<!\n)\n(?!\n)", " "), parts);
    }

    private static String bare(String line) {
        String text = line.strip().substring(3).replaceFirst("^ ", "");
        return LINK.matcher(text).replaceAll("`$1`");
    }
}
