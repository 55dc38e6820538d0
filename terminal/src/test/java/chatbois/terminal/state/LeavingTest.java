package chatbois.terminal.state;

import static chatbois.terminal.state.Scene.place;
import static org.assertj.core.api.Assertions.assertThat;

import chatbois.terminal.key.Key;
import chatbois.terminal.key.Key.Name;
import chatbois.terminal.screen.Screen;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// How the program ends, and what it says before it would lose something.
class LeavingTest {
    private final Scene scene = new Scene(80, 24).chat("#general", 0);

    @BeforeEach
    void show() {
        scene.changed();
    }

    private void moving(String words) {
        scene.update.take(new Event.Transfer(place("#general"), "cat", words, 1, 2, false));
    }

    private String told() {
        return scene.model.room(place("#general")).locals().getLast().lines().getFirst();
    }

    @Test
    void quitting_with_messages_unsent_takes_a_second_word() {
        scene.pending(3).changed();
        assertThat(scene.enter("/quit")).isEmpty();
        assertThat(told()).isEqualTo("3 messages are not sent yet; /quit again to lose them.");
        assertThat(scene.enter("/quit")).containsExactly(new Effect.Quit(0));
    }

    @Test
    void quitting_while_files_move_takes_a_second_word() {
        moving("sending cat.png");
        assertThat(scene.enter("/quit")).isEmpty();
        assertThat(told())
                .isEqualTo("Some files are still on their way; /quit again to lose them.");
        assertThat(scene.enter("/quit")).containsExactly(new Effect.Quit(0));
    }

    @Test
    void what_waits_beside_them_is_told_too() {
        moving("sending cat.png");
        scene.pending(1).changed();
        scene.enter("/quit");
        assertThat(told())
                .isEqualTo(
                        "1 message is not sent yet, and files are still on their way; /quit again"
                                + " to lose them.");
    }

    @Test
    void after_files_that_have_arrived_one_word_is_enough() {
        moving("sending cat.png");
        scene.update.take(new Event.Transfer(place("#general"), "cat", "", 0, 0, true));
        assertThat(scene.enter("/quit")).containsExactly(new Effect.Quit(0));
    }

    @Test
    void control_c_says_what_would_be_lost() {
        moving("sending cat.png");
        assertThat(scene.press(Key.ctrl('c'))).isEmpty();
        assertThat(scene.model.hint())
                .isEqualTo("Ctrl+C again quits; some files are still on their way.");
        assertThat(scene.press(Key.ctrl('c'))).containsExactly(new Effect.Quit(0));
    }

    @Test
    void control_c_clears_clears_and_quits_when_it_comes_twice_to_nothing() {
        scene.type("text");
        assertThat(scene.press(Key.ctrl('c')))
                .containsExactly(new Effect.Typing(place("#general"), false));
        assertThat(scene.model.editor().draft().text()).isEmpty();
        assertThat(scene.press(Key.ctrl('c'))).isEmpty();
        assertThat(scene.model.hint()).isEqualTo("Ctrl+C again quits.");
        scene.type("x");
        scene.press(Name.BACKSPACE);
        assertThat(scene.press(Key.ctrl('c'))).isEmpty();
        assertThat(scene.press(Key.ctrl('c'))).containsExactly(new Effect.Quit(0));
    }

    @Test
    void the_end_of_the_terminal_ends_the_program() {
        assertThat(scene.update.take(new Event.OnTerminal(new Screen.Event.Interrupted())))
                .containsExactly(new Effect.Quit(130));
        assertThat(scene.update.take(new Event.OnTerminal(new Screen.Event.Ended())))
                .containsExactly(new Effect.Quit(129));
    }
}
