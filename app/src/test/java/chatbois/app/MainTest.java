package chatbois.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;

@Isolated("takes the process's stderr")
final class MainTest {
    @TempDir Path folder;
    private int code;

    @Test
    void what_is_wrong_with_an_argument_is_told_without_its_control_characters() {
        String told = err("--server", "a\u001b[2J\u202eb");
        assertThat(code).isEqualTo(2);
        assertThat(told).contains("a␛[2J\uFFFDb").doesNotContain("\u001b", "\u202e");
    }

    @Test
    void a_word_after_two_dashes_is_no_option() {
        String told = err("read", "--", "plans", "--server");
        assertThat(code).isEqualTo(2);
        assertThat(told).contains("./chatbois read --help");
    }

    /// A text that begins with `@` is a member's name or a message; what is in a file of that name
    /// goes nowhere.
    @Test
    void a_word_that_begins_with_an_at_sign_is_no_file() throws Exception {
        Path file = Files.writeString(folder.resolve("ben"), "--version");
        String told = err("send", "@" + file);
        assertThat(code).isEqualTo(2);
        assertThat(told).contains("TEXT");
    }

    @Test
    void a_file_of_options_that_can_t_be_read_is_told_in_a_sentence() {
        String told = err("--server", "@" + folder);
        assertThat(code).isEqualTo(2);
        assertThat(told).startsWith("chatbois: ").hasLineCount(1);
    }

    private String err(String... args) {
        PrintStream before = System.err;
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        System.setErr(new PrintStream(bytes, true, StandardCharsets.UTF_8));
        try {
            code = Main.run(args);
        } finally {
            System.setErr(before);
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
