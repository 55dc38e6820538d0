package chatbois.terminal.binding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import chatbois.terminal.key.Key;
import chatbois.terminal.key.Key.Name;
import chatbois.terminal.key.Mods;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class BindingsTest {
    private final Binder binder = new Binder(action -> " (line " + action.ordinal() + ")");

    @Test
    void no_key_does_two_things_at_one_place() {
        List<String> clashes = new ArrayList<>();
        for (Action one : Action.values()) {
            for (Action other : Action.values()) {
                boolean meets = one.ordinal() < other.ordinal() && one.where().meets(other.where());
                for (Stroke stroke : one.standard()) {
                    if (meets && other.standard().stream().anyMatch(stroke::clashes)) {
                        clashes.add(stroke + ": " + one.word() + ", " + other.word());
                    }
                }
            }
        }
        assertThat(clashes).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void what_an_action_has_can_be_read_again_as_it_is_written(Action action) {
        assertThat(Stroke.list(Stroke.words(action.standard()))).isEqualTo(action.standard());
        assertThat(Action.named(action.word())).contains(action);
        assertThat(binder.bind(action, Stroke.words(action.standard()))).isEmpty();
        for (Stroke stroke : action.standard()) {
            assertThat(Bindings.STANDARD.action(action.where(), stroke)).contains(action);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "ctrl+k, Ctrl+K",
        "ctrl-k, Ctrl+K",
        "C-k, Ctrl+K",
        "M-x, Alt+X",
        "alt+-, Alt+-",
        "CTRL+K, Ctrl+K",
        "control+k, Ctrl+K",
        "ctrl+x ctrl+e, Ctrl+X Ctrl+E",
        "Alt+Enter, Alt+Enter",
        "shift+tab, Shift+Tab",
        "alt+shift+a, Alt+Shift+A",
        "pageup, PgUp",
        "escape, Esc",
        "plus, +",
        "+, +",
        "alt++, Alt++",
        "G, G",
        "space, Space",
        "ctrl+i, Tab",
        "ctrl+m, Enter",
        "ctrl+/, Ctrl+_",
        "ctrl+alt+f5, Ctrl+Alt+F5"
    })
    void a_key_has_a_name(String typed, String title) {
        assertThat(Stroke.parse(typed)).hasToString(title);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "ctrl+",
                "ctr+k",
                "ctrl+kk",
                "f13",
                "ctrl+shift+k",
                "a b c",
                "up down left",
                "win+a"
            })
    void is_no_key(String typed) {
        assertThatThrownBy(() -> Stroke.parse(typed)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_chosen_key_is_taken_from_what_it_usually_does() {
        assertThat(binder.bind(Action.SWITCH, "ctrl+w, ctrl+k")).isEmpty();
        Bindings bindings = binder.bindings();
        assertThat(bindings.titles(Action.SWITCH)).isEqualTo("Ctrl+W, Ctrl+K");
        assertThat(bindings.titles(Action.CUT_BACK)).isEqualTo("no key");
        assertThat(bindings.titles(Action.CUT_TO_END)).isEqualTo("no key");
        assertThat(bindings.titles(Action.SWITCH_AT_END)).isEqualTo("no key");
        assertThat(bindings.action(Where.WRITING, Stroke.parse("ctrl+w"))).isEmpty();
        assertThat(bindings.action(Where.CHAT, Stroke.parse("f4"))).isEmpty();
    }

    @Test
    void what_an_action_had_anyway_is_taken_from_nobody() {
        assertThat(binder.bind(Action.EARLIER, "up, ctrl+up")).isEmpty();
        Bindings bindings = binder.bindings();
        assertThat(bindings.titles(Action.CHOOSE)).isEqualTo("Up");
        assertThat(bindings.titles(Action.SCROLL_UP)).isEqualTo("no key");
    }

    @Test
    void two_actions_at_one_place_clash() {
        assertThat(binder.bind(Action.SWITCH, "ctrl+g")).isEmpty();
        assertThat(binder.bind(Action.CUT_BACK, "ctrl+g, ctrl+w"))
                .containsExactly(
                        "ctrl+g is switch already (line " + Action.SWITCH.ordinal() + ").");
        assertThat(binder.bindings().titles(Action.CUT_BACK)).isEqualTo("Ctrl+W");
        assertThat(binder.bind(Action.REPLY, "ctrl+g")).isEmpty();
    }

    @Test
    void two_keys_clash_with_the_first_alone() {
        assertThat(binder.bind(Action.SWITCH, "ctrl+x s")).isEmpty();
        assertThat(binder.bind(Action.FIND, "ctrl+x f")).isEmpty();
        assertThat(binder.bind(Action.HELP, "ctrl+x")).hasSize(1);
        assertThat(binder.bindings().begins(Where.CHAT, Key.ctrl('x'))).isTrue();
        assertThat(binder.bindings().titles(Action.HELP)).isEqualTo("F1");
    }

    @Test
    void nobody_is_locked_out() {
        assertThat(binder.bind(Action.REDRAW, "ctrl+c"))
                .containsExactly(
                        "ctrl+c is always stop, so that nobody gets stuck. redraw keeps ctrl+l.");
        assertThat(binder.bind(Action.NEW_LINE, "enter")).hasSize(1);
        assertThat(binder.bind(Action.STOP, "none"))
                .containsExactly("stop keeps ctrl+c, so that you can always do it.");
        assertThat(binder.bind(Action.SEND, "ctrl+s")).isEmpty();
        assertThat(binder.bind(Action.LIST_UP, "esc")).hasSize(1);
        Bindings bindings = binder.bindings();
        assertThat(bindings.titles(Action.SEND)).isEqualTo("Ctrl+S, Enter");
        assertThat(bindings.action(Where.ANYWHERE, Stroke.parse("ctrl+c"))).contains(Action.STOP);
    }

    @Test
    void letters_are_written_where_something_is_written() {
        assertThat(binder.bind(Action.SWITCH, "k")).hasSize(1);
        assertThat(binder.bind(Action.HELP, "?")).hasSize(1);
        assertThat(binder.bind(Action.SWITCH, "k s")).hasSize(1);
        assertThat(binder.bind(Action.COPY, "k")).isEmpty();
        assertThat(binder.bindings().titles(Action.MESSAGE_UP)).isEqualTo("Up");
    }

    @Test
    void what_no_terminal_sends_is_refused_with_the_reason() {
        assertThat(binder.bind(Action.SWITCH, "ctrl+ü"))
                .containsExactly(
                        "ctrl+ü is sent by no terminal, which has ctrl only with a to z, space and"
                                + " \\ ] ^ _; alt goes with every sign. switch keeps f4.");
        assertThat(binder.bind(Action.SWITCH, "ctrl+1, ctrl+comma")).hasSize(2);
        assertThat(binder.bind(Action.SWITCH, "ctrl+], ctrl+^, ctrl+space, alt+ü")).isEmpty();
    }

    @Test
    void none_unbinds_and_what_is_no_key_does_not() {
        assertThat(binder.bind(Action.SUSPEND, "none")).isEmpty();
        assertThat(binder.bindings().titles(Action.SUSPEND)).isEqualTo("no key");
        assertThat(binder.bind(Action.HELP, "f99")).hasSize(1);
        assertThat(binder.bindings().titles(Action.HELP)).isEqualTo("F1");
        assertThat(binder.bind(Action.HELP, "f2,".repeat(20) + "f3")).hasSize(1);
    }

    @Test
    void shift_does_what_is_done_without_unless_it_does_something_else() {
        Mods shift = new Mods(false, false, true);
        assertThat(
                        Bindings.STANDARD.action(
                                Where.WRITING, Stroke.of(new Key.Named(Name.LEFT, shift))))
                .contains(Action.LEFT);
        assertThat(Bindings.STANDARD.action(Where.CHAT, Stroke.of(new Key.Named(Name.TAB, shift))))
                .contains(Action.COMPLETE_BACK);
    }
}
