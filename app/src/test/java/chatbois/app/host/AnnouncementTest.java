package chatbois.app.host;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import chatbois.log.recovery.RecoveryWords;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// What whoever hosts is told at the start.
class AnnouncementTest {
    private static final String INVITE =
            "chatbois://127.0.0.1:7777/5BAWM3HXT0489VJCPBY5#vV6bZ8eNm7bk3HR2_AMpd2rn_yQxxsYEqf1t2AtyvlU";

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
    void words_and_invite_are_both_in_sight_in_a_small_window() throws IOException {
        RecoveryWords words = RecoveryWords.ofSeed(new byte[32]);
        announcement.recovery("Kitchen", words, Optional.empty());
        announcement.ownerInvite(INVITE, /* belowWords= */ true);
        assertThat(rows(80)).isLessThan(24 - 3);
        assertThat(told.toString(UTF_8))
                .contains(words.words().getFirst(), INVITE, "each further start shows it as a QR")
                .doesNotContain("█");
    }

    @Test
    void the_invite_is_below_its_qr_code() {
        announcement.ownerInvite(INVITE, /* belowWords= */ false);
        assertThat(told.toString(UTF_8)).contains("█");
        assertThat(told.toString(UTF_8).indexOf(INVITE))
                .isGreaterThan(told.toString(UTF_8).lastIndexOf("█"));
    }

    private long rows(int columns) {
        return told.toString(UTF_8)
                .lines()
                .mapToLong(line -> Math.max(1, (line.length() + columns - 1) / columns))
                .sum();
    }

    @Test
    void the_same_port_needs_no_word() {
        announcement.otherPort(7777, 7777);
        assertThat(told.toString(UTF_8)).isEmpty();
    }
}
