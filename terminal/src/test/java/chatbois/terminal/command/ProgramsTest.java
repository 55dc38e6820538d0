package chatbois.terminal.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProgramsTest {
    @TempDir Path folder;

    @Test
    void only_what_is_certainly_nowhere_is_lacking() throws IOException {
        Path editor = Files.createFile(folder.resolve("ed"));
        Programs programs = new Programs("/no/such/folder:" + folder);
        assertThat(programs.lack("ed")).as("no program yet").isTrue();
        Files.setPosixFilePermissions(editor, PosixFilePermissions.fromString("rwx------"));
        assertThat(programs.lack("ed --wait")).isFalse();
        assertThat(programs.lack(editor + " -w")).isFalse();
        assertThat(programs.lack("nano")).isTrue();
        assertThat(programs.lack("/no/such/nano")).isTrue();
        for (String shell : new String[] {"TERM=x vi", "~/vi", "$EDITOR", "'my vi'"}) {
            assertThat(programs.lack(shell)).as(shell).isFalse();
        }
    }
}
