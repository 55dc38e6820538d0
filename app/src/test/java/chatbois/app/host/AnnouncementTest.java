package chatbois.app.host;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import org.junit.jupiter.api.Test;

/// What whoever hosts is told at the start.
class AnnouncementTest {
    private final ByteArrayOutputStream told = new ByteArrayOutputStream();
    private final Announcement announcement = new Announcement(new PrintStream(told, true, UTF_8));

    @Test
    void invites_that_name_another_port_are_told_of() {
        announcement.otherPort(443, 7777);
        assertThat(told.toString(UTF_8))
                .contains("Invites name port 443, and the server listens on 7777")
                .contains("--listen 0.0.0.0:443");
    }

    @Test
    void the_same_port_needs_no_word() {
        announcement.otherPort(7777, 7777);
        assertThat(told.toString(UTF_8)).isEmpty();
    }
}
