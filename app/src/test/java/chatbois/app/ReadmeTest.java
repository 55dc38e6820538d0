package chatbois.app;

import chatbois.terminal.command.Verb;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// The README says what the program does. `make docs` writes the part that is generated, every
/// other run of the tests only compares; tools/test-readme.sh plays the commands.
class ReadmeTest {
    private static final Path README = Path.of("../README.md");

    @Test
    @Tag("docs")
    void the_table_of_slash_commands_is_that_of_the_program() throws IOException {
        new GeneratedPart(README, "commands").assertIs(table());
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
