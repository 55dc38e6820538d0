package chatbois.app.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// However the program ends, and while it is suspended, the terminal is as it was.
@Tag("e2e")
@Timeout(200)
class RestoredTerminalTest {
    private static final String CTRL_C = "\u0003";
    private static final String CTRL_Z = "\u001a";

    @TempDir private Path directory = Path.of("");

    @Test
    void after_quitting() throws Exception {
        try (Window window = welcome()) {
            window.type(CTRL_C);
            window.await("Ctrl+C again quits");
            window.type(CTRL_C);
            assertThat(window.exitCode()).isZero();
            assertRestored(window);
        }
    }

    @Test
    void after_a_failure() throws Exception {
        // Not a damaged file, which would be told on the screen: one that can't be read at all.
        String id = "A".repeat(43);
        Files.createDirectories(directory.resolve("home/communities/" + id + "/profile"));
        try (Window window = Window.open(directory, 80, 24)) {
            assertThat(window.exitCode()).isEqualTo(1);
            assertThat(window.screen().lines().filter(row -> !row.isEmpty()))
                    .hasSize(2)
                    .first()
                    .asString()
                    .startsWith("chatbois: ");
            assertRestored(window);
        }
    }

    @Test
    void while_it_is_suspended() throws Exception {
        try (Window window = welcome()) {
            window.type(CTRL_Z);
            window.await("the screen given back", screen -> !screen.contains("Paste"));
            window.awaitStopped();
            window.signal("CONT");
            window.await("Paste an invite");
            window.type(CTRL_C + CTRL_C);
            assertThat(window.exitCode()).isZero();
            assertRestored(window);
        }
    }

    private Window welcome() throws Exception {
        Window window = Window.open(directory, 80, 24);
        window.await("Paste an invite");
        return window;
    }

    private static void assertRestored(Window window) throws Exception {
        assertThat(window.modesAfter()).isEqualTo(window.modesBefore());
        assertIsLast(window.raw(), "[?1049l", "[?1049h");
        assertIsLast(window.raw(), "[?2004l", "[?2004h");
        assertIsLast(window.raw(), "[?1004l", "[?1004h");
        assertIsLast(window.raw(), "[?7h", "[?7l");
        assertIsLast(window.raw(), "[?25h", "[?25l");
    }

    private static void assertIsLast(String written, String off, String on) {
        assertThat(written.lastIndexOf(off)).as(off).isGreaterThan(written.lastIndexOf(on));
    }
}
