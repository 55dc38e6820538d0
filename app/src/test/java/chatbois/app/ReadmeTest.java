package chatbois.app;

import static org.assertj.core.api.Assertions.assertThat;

import chatbois.terminal.command.Verb;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// The README says what the program does. `make docs` writes the part that is generated, every
/// other run of the tests only compares; tools/test-readme.sh plays the commands.
class ReadmeTest {
    private static final boolean WRITE = "write".equals(System.getProperty("chatbois.docs"));
    private static final Path README = Path.of("../README.md");
    private static final String START = "<!-- generated: commands -->\n";
    private static final String END = "<!-- end -->";

    @Test
    @Tag("docs")
    void the_table_of_slash_commands_is_that_of_the_program() throws IOException {
        String text = Files.readString(README);
        int from = text.indexOf(START) + START.length();
        int to = text.indexOf(END, from);
        assertThat(to).as("the end of the generated part").isGreaterThanOrEqualTo(from);
        String fresh = text.substring(0, from) + "\n" + table() + "\n" + text.substring(to);
        if (WRITE) {
            Files.writeString(README, fresh);
        }
        assertThat(WRITE ? fresh : text)
                .as("README.md is stale; `make docs` writes it anew")
                .isEqualTo(fresh);
    }

    private static String table() {
        String rows =
                Arrays.stream(Verb.values()).map(ReadmeTest::row).collect(Collectors.joining());
        return "| Type | |\n|---|---|\n" + rows;
    }

    private static String row(Verb verb) {
        String also =
                verb.aliases().isEmpty()
                        ? ""
                        : "; also `/" + String.join("`, `/", verb.aliases()) + "`";
        return "| `" + verb.form().replace("|", "\\|") + "` | " + verb.help() + also + " |\n";
    }
}
