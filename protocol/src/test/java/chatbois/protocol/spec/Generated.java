package chatbois.protocol.spec;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// Files that are written by the code they describe: `make docs` writes them, every other run of
/// the tests only compares.
final class Generated {
    private static final boolean WRITE = "write".equals(System.getProperty("chatbois.docs"));

    private Generated() {}

    static void assertFresh(Path file, String text) throws IOException {
        if (WRITE) {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Files.writeString(file, text);
        }
        assertThat(Files.exists(file) ? Files.readString(file) : "")
                .as("%s is stale; `make docs` writes it anew", file.getFileName())
                .isEqualTo(text);
    }

    /// The file's text with what stands between `<!-- generated: name -->` and `<!-- end -->` made
    /// anew.
    static String withBlock(String text, String name, String block) {
        String start = "<!-- generated: " + name + " -->\n";
        int from = text.indexOf(start);
        assertThat(from).as("the place for the generated part %s", name).isNotNegative();
        int to = text.indexOf("<!-- end -->", from);
        assertThat(to).as("the end of the generated part %s", name).isNotNegative();
        return text.substring(0, from + start.length())
                + "\n"
                + block
                + "\n\n"
                + text.substring(to);
    }
}
