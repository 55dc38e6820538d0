package chatbois.client.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A file that is read while somebody else writes it.
class SendingTest {
    @TempDir Path folder;

    @Test
    void a_file_that_becomes_shorter_while_it_is_sent_is_named() throws Exception {
        Path log = Files.writeString(folder.resolve("build.log"), "x".repeat(1_000));
        try (Sending sending = Sending.of(log)) {
            sending.part(0, 500);
            Files.writeString(log, "x");
            assertThatThrownBy(() -> sending.part(500, 500))
                    .hasMessageContaining("build.log became shorter while it was sent");
        }
    }

    @Test
    void what_is_written_behind_its_end_meanwhile_is_left_for_the_next_time() throws Exception {
        Path log = Files.writeString(folder.resolve("build.log"), "x".repeat(1_000));
        try (Sending sending = Sending.of(log)) {
            Files.writeString(log, "x".repeat(2_000));
            assertThat(sending.size()).isEqualTo(1_000);
            assertThat(sending.sent().size()).isEqualTo(1_000);
        }
    }
}
