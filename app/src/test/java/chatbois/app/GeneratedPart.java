package chatbois.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// A part of a page that the program writes itself, between `<!-- generated: NAME -->` and `<!--
/// end -->`: `make docs` writes it, every other run of the tests only compares.
record GeneratedPart(Path page, String name) {
    private static final boolean WRITE = "write".equals(System.getProperty("chatbois.docs"));
    private static final String END = "<!-- end -->";

    void assertIs(String part) throws IOException {
        String start = "<!-- generated: " + name + " -->\n";
        String text = Files.readString(page);
        int from = text.indexOf(start);
        int to = text.indexOf(END, from);
        assertThat(from).as("the beginning of %s in %s", name, page).isGreaterThanOrEqualTo(0);
        assertThat(to).as("the end of %s in %s", name, page).isGreaterThanOrEqualTo(from);
        String fresh =
                text.substring(0, from + start.length()) + "\n" + part + "\n" + text.substring(to);
        if (WRITE) {
            Files.writeString(page, fresh);
        }
        assertThat(WRITE ? fresh : text)
                .as("%s is stale; `make docs` writes it anew", page.getFileName())
                .isEqualTo(fresh);
    }
}
