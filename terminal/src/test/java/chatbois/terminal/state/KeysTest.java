package chatbois.terminal.state;

import static org.assertj.core.api.Assertions.assertThat;

import chatbois.terminal.binding.Action;
import chatbois.terminal.binding.Binder;
import chatbois.terminal.key.Key;
import chatbois.terminal.key.Key.Name;
import chatbois.terminal.setting.Config;
import chatbois.terminal.setting.Settings;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class KeysTest {
    private final Scene scene =
            new Scene(80, 24).members("bob").chat("#general", 0).chat("#plans", 2);
    private final Binder binder = new Binder(_ -> "");

    @BeforeEach
    void come() {
        scene.says("bob", "Hello").changed();
        scene.at("#general");
    }

    @Test
    void a_bound_key_does_what_it_is_bound_to_and_nothing_else() {
        bind(Action.NEXT_CHAT, "ctrl+w");
        scene.type("one two");
        scene.press(Key.ctrl('w'));
        assertThat(scene.model.here()).contains(Scene.place("#plans"));
        scene.at("#general");
        assertThat(scene.model.editor().draft().text()).isEqualTo("one two");
        scene.press(Key.ctrl('n'));
        assertThat(scene.model.here()).contains(Scene.place("#general"));
    }

    @Test
    void two_keys_in_a_row_are_one_binding() {
        bind(Action.TOGGLE_LIST, "ctrl+x l");
        scene.press(Key.ctrl('x'));
        assertThat(scene.model.hint()).isEqualTo("Ctrl+X …");
        int before = scene.model.layout().list();
        scene.press(Key.typed('l'));
        assertThat(scene.model.layout().list()).isNotEqualTo(before);
        scene.press(Key.ctrl('x'), Key.typed('q'));
        assertThat(scene.model.hint()).isEqualTo("Ctrl+X q is bound to nothing.");
        assertThat(scene.model.editor().draft().text()).isEmpty();
        scene.press(Key.ctrl('x'), new Key.Paste("l", false));
        assertThat(scene.model.editor().draft().text()).isEqualTo("l");
    }

    @Test
    void undo_has_two_keys_in_a_row_too() {
        scene.type("hello");
        scene.press(Key.ctrl('u'));
        scene.press(Key.ctrl('x'), Key.ctrl('u'));
        assertThat(scene.model.editor().draft().text()).isEqualTo("hello");
    }

    @Test
    void what_is_done_with_a_message_can_be_bound_to_other_letters() {
        bind(Action.REPLY, "a");
        bind(Action.LEAVE, "x");
        scene.press(Name.UP);
        assertThat(scene.model.hint()).startsWith("a reply, e edit,").endsWith(", x");
        scene.press(Key.typed('r'));
        assertThat(scene.model.editor().draft().text()).isEmpty();
        scene.press(Key.typed('x'));
        assertThat(scene.model.overlay()).isInstanceOf(Overlay.None.class);
        scene.press(Name.UP);
        scene.press(Key.typed('a'));
        assertThat(scene.model.editor().draft().text()).isEqualTo("/reply #1 ");
    }

    @Test
    void the_help_is_about_where_the_member_is_and_leads_back_there() {
        assertThat(helped()).contains("In a chat:").contains("/help").doesNotContain("chosen:");
        scene.press(Name.UP);
        assertThat(helped()).contains("With a message chosen:").doesNotContain("In a chat:");
        assertThat(scene.model.overlay()).isInstanceOf(Overlay.Choose.class);
        scene.press(Name.ESCAPE);
        scene.press(Name.F4);
        assertThat(helped()).contains("In lists").doesNotContain("/help");
        assertThat(scene.model.overlay()).isInstanceOf(Overlay.Switch.class);
    }

    @Test
    void the_help_and_the_hints_name_the_keys_that_are_bound() {
        bind(Action.HELP, "ctrl+o");
        bind(Action.CLOSE, "ctrl+q");
        bind(Action.UNDO, "none");
        scene.press(Name.F1);
        assertThat(scene.model.overlay()).isInstanceOf(Overlay.None.class);
        scene.press(Key.ctrl('o'));
        assertThat(lines()).contains("Ctrl+O").doesNotContain("undo");
        scene.press(Key.ctrl('q'));
        assertThat(scene.model.overlay()).isInstanceOf(Overlay.None.class);
        scene.enter("/keys");
        assertThat(lines()).contains("With a message chosen:").contains("While writing:");
    }

    private void bind(Action action, String keys) {
        assertThat(binder.bind(action, keys)).isEmpty();
        scene.update.take(
                new Event.Configured(new Config(Settings.STANDARD, binder.bindings(), List.of())));
    }

    /// What F1 shows; a second F1 leads back.
    private String helped() {
        scene.press(Name.F1);
        String shown = lines();
        scene.press(Name.F1);
        return shown;
    }

    private String lines() {
        return scene.model.overlay() instanceof Overlay.Sheet sheet
                ? String.join("\n", sheet.lines())
                : "";
    }
}
