package chatbois.terminal.chat;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EditorsTest {
    @TempDir Path folder;

    private void program(String name) throws IOException {
        assertThat(Files.createFile(folder.resolve(name)).toFile().setExecutable(true)).isTrue();
    }

    private Editors among(Map<String, String> rest) {
        Map<String, String> all = new java.util.HashMap<>(rest);
        all.put("PATH", "/nowhere::" + folder);
        return new Editors(all);
    }

    @Test
    void what_was_set_here_comes_before_what_the_shell_says() {
        Editors editors = among(Map.of("VISUAL", " ", "EDITOR", "vi -e"));
        assertThat(editors.chosen("nano")).contains("nano");
        assertThat(editors.chosen("auto")).contains("vi -e");
        assertThat(among(Map.of()).chosen("auto")).isEmpty();
    }

    @Test
    void where_none_is_set_one_that_is_here_is_proposed() throws Exception {
        assertThat(among(Map.of()).whichOne()).contains("none was found", "writing.editor COMMAND");
        program("vi");
        program("nano");
        assertThat(among(Map.of()).whichOne())
                .isEqualTo("No editor is set; /set writing.editor nano takes this one.");
    }

    @Test
    void one_that_is_not_here_is_told_from_one_that_failed() throws Exception {
        program("vim");
        assertThat(among(Map.of()).failure("nano -w", 127))
                .isEqualTo("nano was not found; /set writing.editor vim takes another.");
        assertThat(among(Map.of()).failure("vim", 3))
                .isEqualTo("vim ended with 3; nothing was changed.");
    }
}
