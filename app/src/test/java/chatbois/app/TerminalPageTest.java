package chatbois.app;

import chatbois.terminal.binding.Action;
import chatbois.terminal.binding.Bindings;
import chatbois.terminal.binding.Where;
import chatbois.terminal.setting.Setting;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// The page about the terminal says what the program does.
class TerminalPageTest {
    private static final Path PAGE = Path.of("../docs/terminal.md");

    @Test
    @Tag("docs")
    void the_table_of_settings_is_that_of_the_program() throws IOException {
        String rows =
                Arrays.stream(Setting.values())
                        .map(TerminalPageTest::row)
                        .collect(Collectors.joining());
        new GeneratedPart(PAGE, "settings")
                .assertIs("| Setting | Default | It can be | |\n|---|---|---|---|\n" + rows);
    }

    @Test
    @Tag("docs")
    void the_table_of_keys_is_that_of_the_program() throws IOException {
        String rows =
                Arrays.stream(Where.values())
                        .flatMap(where ->
                                Arrays.stream(Action.values()).filter(a -> a.where() == where))
                        .map(TerminalPageTest::row)
                        .collect(Collectors.joining());
        new GeneratedPart(PAGE, "keys")
                .assertIs("| Name | Keys | Where | |\n|---|---|---|---|\n" + rows);
    }

    private static String row(Action action) {
        return "| `%s` | %s | %s | %s |\n"
                .formatted(
                        action.word(),
                        Bindings.STANDARD.titles(action),
                        action.where().title(),
                        action.help());
    }

    private static String row(Setting setting) {
        return "| `%s` | `%s` | %s | %s |\n"
                .formatted(
                        setting.title(),
                        setting.standard(),
                        setting.kind().form(),
                        setting.sentence());
    }
}
