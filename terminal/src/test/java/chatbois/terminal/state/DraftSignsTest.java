package chatbois.terminal.state;

import static chatbois.terminal.state.Scene.place;
import static org.assertj.core.api.Assertions.assertThat;

import chatbois.terminal.key.Key;
import chatbois.terminal.screen.Screen;
import java.util.List;
import org.junit.jupiter.api.Test;

/// When what is written is kept, and where it comes back.
class DraftSignsTest {
    private final Scene scene = new Scene(80, 24).chat("#soup", 0).chat("@ben", 0);

    private void start() {
        scene.changed();
        scene.at("#soup");
    }

    private static List<Effect> kept(List<Effect> effects) {
        return effects.stream().filter(Effect.Keep.class::isInstance).toList();
    }

    private static Effect keep(String title, String text) {
        return new Effect.Keep(place(title), text);
    }

    private List<Effect> tick(long seconds) {
        scene.model.at(Scene.NOON.plusSeconds(seconds));
        return kept(scene.update.take(new Event.Ticked()));
    }

    @Test
    void it_is_kept_at_a_pause_and_not_at_every_key() {
        start();
        assertThat(kept(scene.type("hello"))).isEmpty();
        assertThat(scene.model.isKeeping()).isTrue();
        assertThat(tick(0)).isEmpty();
        assertThat(tick(1)).containsExactly(keep("#soup", "hello"));
        assertThat(scene.model.isKeeping()).isFalse();
        assertThat(tick(2)).isEmpty();
    }

    @Test
    void it_is_kept_when_the_member_goes_elsewhere_or_the_program_ends() {
        start();
        scene.type("hello");
        assertThat(kept(scene.press(Key.ctrl('n')))).containsExactly(keep("#soup", "hello"));
        scene.type("psst");
        Event terminated = new Event.OnTerminal(new Screen.Event.Interrupted());
        assertThat(scene.update.take(terminated))
                .containsSubsequence(keep("@ben", "psst"), new Effect.Quit(130));
    }

    @Test
    void what_was_sent_or_cleared_is_kept_no_more() {
        start();
        scene.type("hello");
        tick(1);
        assertThat(kept(scene.press(Key.Name.ENTER))).containsExactly(keep("#soup", ""));
        scene.type("oh");
        tick(3);
        assertThat(kept(scene.press(Key.ctrl('c')))).containsExactly(keep("#soup", ""));
    }

    @Test
    void commands_are_not_kept() {
        start();
        scene.type("/recovery abandon ability");
        assertThat(tick(5)).isEmpty();
        assertThat(kept(scene.press(Key.ctrl('n')))).isEmpty();
    }

    @Test
    void what_was_kept_stands_in_the_chat_again() {
        scene.draft("#soup", "half a sent").draft("@ben", "psst");
        start();
        assertThat(scene.model.editor().draft().text()).isEqualTo("half a sent");
        assertThat(kept(scene.press(Key.ctrl('n')))).isEmpty();
        assertThat(scene.model.editor().draft().text()).isEqualTo("psst");
    }

    private String written() {
        return scene.model.editor().draft().text();
    }

    /// Another device has written something.
    private void arrives(String title, String text) {
        scene.draft(title, text);
        scene.changed();
    }

    @Test
    void what_is_written_on_another_device_comes_into_an_empty_input_and_goes_on_there() {
        start();
        arrives("#soup", "half");
        assertThat(written()).isEqualTo("half");
        arrives("#soup", "half a sent");
        assertThat(written()).isEqualTo("half a sent");
        arrives("#soup", "");
        assertThat(written()).isEmpty();
    }

    @Test
    void it_never_replaces_what_is_being_typed_here() {
        start();
        scene.type("mine");
        arrives("#soup", "theirs");
        assertThat(written()).isEqualTo("mine");
        arrives("#soup", "theirs, longer");
        assertThat(written()).isEqualTo("mine");
        scene.press(Key.ctrl('c'));
        scene.type("/whois ben");
        arrives("#soup", "theirs again");
        assertThat(written()).isEqualTo("/whois ben");
    }

    @Test
    void it_waits_in_a_chat_that_is_not_in_view() {
        start();
        scene.press(Key.ctrl('n'));
        arrives("#soup", "half");
        assertThat(written()).isEmpty();
        scene.at("#soup");
        assertThat(written()).isEqualTo("half");
    }

    @Test
    void a_command_or_a_control_character_from_elsewhere_never_comes_into_the_input() {
        start();
        arrives("#soup", "/leave-community");
        assertThat(written()).isEmpty();
        arrives("#soup", "a\u001b[2Jb");
        assertThat(written()).doesNotContain("\u001b");
    }
}
