package chatbois.terminal.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Files as they are typed where no shell is.
class TypedPathTest {
    @TempDir private Path folder = Path.of("");

    @Test
    void a_tilde_is_the_users_home() {
        assertThat(TypedPath.of("~/a/b").endsWith("a/b")).isTrue();
        assertThat(TypedPath.of("~/a/b").toString()).startsWith("/").doesNotContain("~");
        assertThat(TypedPath.of("~").isAbsolute()).isTrue();
        assertThat(TypedPath.of("x~")).isEqualTo(Path.of("x~").toAbsolutePath());
    }

    @Test
    void where_no_folder_is_nothing_can_be_made() throws IOException {
        String there = folder.resolve("new").toString();
        assertThat(TypedPath.toMake(there)).hasToString(there);
        assertThatThrownBy(() -> TypedPath.toMake(there + "/newer"))
                .hasMessage("There is no folder " + there + " to write into.");
    }
}
