package chatbois.client.session;

import static org.assertj.core.api.Assertions.assertThat;

import chatbois.client.home.SavedDraft;
import chatbois.log.LogId;
import chatbois.log.Sha256;
import chatbois.protocol.Draft;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// Whose word counts when something is written on several devices.
class WrittenTest {
    private static final LogId CHAT = new LogId(Sha256.of(new byte[1]));

    private final Written written = new Written();

    private static Draft draft(String text) {
        return new Draft(CHAT, text);
    }

    private void restore(String text, boolean shared) {
        written.restore(Map.of(CHAT, new SavedDraft(text, shared)));
    }

    @Test
    void what_was_shared_goes_when_it_was_sent_elsewhere_meanwhile() {
        restore("half", /* shared= */ true);
        written.answered(List.of());
        assertThat(written.texts()).isEmpty();
        assertThat(written.takeUnsaved()).containsEntry(CHAT, new SavedDraft("", true));
    }

    @Test
    void what_was_shared_is_replaced_by_what_was_written_elsewhere_meanwhile() {
        restore("half", /* shared= */ true);
        written.answered(List.of(draft("half a sent")));
        assertThat(written.texts()).containsEntry(CHAT, "half a sent");
        assertThat(written.takeUnsaved()).containsEntry(CHAT, new SavedDraft("half a sent", true));
    }

    @Test
    void what_was_never_shared_stays() {
        restore("half", /* shared= */ false);
        written.answered(List.of(draft("other")));
        assertThat(written.texts()).containsEntry(CHAT, "half");
    }

    @Test
    void what_is_newer_here_stays_and_is_shared_once_it_is_taken() {
        restore("half", /* shared= */ true);
        assertThat(written.keep(CHAT, "half a")).isTrue();
        assertThat(written.keep(CHAT, "half a")).isFalse();
        assertThat(written.takeUnsaved()).containsEntry(CHAT, new SavedDraft("half a", false));
        written.told(draft("other"));
        assertThat(written.texts()).containsEntry(CHAT, "half a");
        written.taken(draft("half a"));
        assertThat(written.takeUnsaved()).containsEntry(CHAT, new SavedDraft("half a", true));
        written.told(draft(""));
        assertThat(written.texts()).isEmpty();
    }

    @Test
    void what_the_server_keeps_no_more_stays_here() {
        restore("half", /* shared= */ true);
        written.stop();
        assertThat(written.texts()).containsEntry(CHAT, "half");
        assertThat(written.takeUnsaved()).containsEntry(CHAT, new SavedDraft("half", false));
    }
}
