package chatbois.terminal.state;

import static org.assertj.core.api.Assertions.assertThat;

import chatbois.terminal.binding.Action;
import chatbois.terminal.binding.Binder;
import chatbois.terminal.command.Input;
import chatbois.terminal.command.Verb;
import chatbois.terminal.key.Key;
import chatbois.terminal.key.Key.Name;
import chatbois.terminal.setting.Aliases;
import chatbois.terminal.setting.Config;
import chatbois.terminal.setting.Setting;
import chatbois.terminal.setting.Settings;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class KeysTest {
    private final Scene scene =
            new Scene(80, 24).members("bob").chat("#general", 0).chat("#plans", 2);
    private Aliases aliases = Aliases.NONE;
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
    void one_key_prepares_an_answer_to_what_somebody_else_said_last() {
        scene.says("anna", "not this").changed();
        scene.type("yes!");
        scene.press(Key.alt('r'));
        assertThat(scene.model.editor().draft().text()).isEqualTo("/reply #1 yes!");
    }

    @Test
    void what_is_typed_takes_the_place_of_what_was_looked_for_before() {
        scene.press(Name.F5);
        scene.type("soup");
        scene.press(Name.ESCAPE);
        scene.press(Name.F5);
        assertThat(found()).isEqualTo("soup");
        scene.type("bread");
        assertThat(found()).isEqualTo("bread");
        scene.press(Name.ESCAPE);
        scene.press(Name.F5);
        scene.press(Name.END);
        scene.type("s");
        assertThat(found()).isEqualTo("breads");
    }

    private String found() {
        return ((Overlay.Find) scene.model.overlay()).finder().field().draft().text();
    }

    @Test
    void an_invite_is_shown_on_a_page_and_copied_and_leaves_no_line_to_come_in_by() {
        String line =
                "chatbois://127.0.0.1:7777/5BAWM3HXT0489VJCPBY5#vV6bZ8eNm7bk3HR2_AMpd2rn_yQxxsYEqf1t2AtyvlU";
        Place here = scene.model.here().orElseThrow();
        scene.update.take(new Event.Told(here, List.of("An invite for one:", line)));
        assertThat(scene.model.overlay())
                .isInstanceOfSatisfying(
                        Overlay.Sheet.class, sheet -> assertThat(sheet.line()).hasValue(line));
        assertThat(scene.press(Key.typed('c'))).contains(new Effect.Copy(line));
        // Not every terminal has copied it.
        assertThat(((Overlay.Sheet) scene.model.overlay()).line()).hasValue(line);
        scene.press(Name.ESCAPE);
        assertThat(scene.model.overlay()).isEqualTo(new Overlay.None());
        assertThat(scene.model.room(here).locals().getLast().lines())
                .containsExactly("An invite was made; /invites lists it, /revoke calls it back.");
    }

    @Test
    void the_next_thing_unread_is_an_invitation_at_last_and_enter_takes_it() {
        scene.invitation("#lake", "bob").changed();
        scene.at("#plans");
        scene.press(Name.F6);
        assertThat(scene.model.invitation()).isPresent();
        assertThat(scene.press(Name.ENTER))
                .contains(
                        new Effect.Run(
                                scene.model.here().orElseThrow(),
                                new Input.Run(Verb.JOIN, List.of(), "")));
    }

    @Test
    void what_can_be_done_with_the_chosen_message_stands_there_as_long_as_it_is_chosen() {
        scene.press(Name.UP);
        String hint = scene.model.hint();
        assertThat(hint).contains("reply");
        scene.press(Key.ctrl('l'));
        assertThat(scene.model.hint()).isEqualTo(hint);
        scene.press(Name.F1);
        scene.press(Name.ESCAPE);
        assertThat(scene.model.hint()).isEqualTo(hint);
    }

    @Test
    void there_is_no_thread_of_a_message_that_is_not_there() {
        scene.type("/thread #9999");
        scene.press(Name.ENTER);
        assertThat(scene.model.hint()).isEqualTo("There is no message #9999 here.");
        assertThat(scene.model.here()).contains(Scene.place("#general"));
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
        assertThat(scene.model.hint()).startsWith("#1: a reply, + react,").endsWith(", x");
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

    @Test
    void an_alias_is_what_it_stands_for_and_completes_itself() {
        aliases = new Aliases(Map.of("hey", "Hello $1, and $*!", "h2", "/me $1", "sos", "/h2 $*"));
        bind(Action.UNDO, "f9");
        assertThat(scene.enter("/hey bob carl"))
                .contains(
                        new Effect.Run(
                                Scene.place("#general"),
                                new Input.Say("Hello bob, and bob carl!")));
        assertThat(scene.enter("/sos waves"))
                .contains(
                        new Effect.Run(
                                Scene.place("#general"),
                                new Input.Run(Verb.ME, List.of("waves"), "waves")));
        scene.type("/so");
        scene.press(Name.TAB);
        assertThat(scene.model.editor().draft().text()).isEqualTo("/sos ");
    }

    @Test
    void an_alias_that_leads_in_a_circle_is_told_and_the_line_stays() {
        aliases = new Aliases(Map.of("a", "/b", "b", "/a"));
        bind(Action.UNDO, "f9");
        assertThat(scene.enter("/a")).isEmpty();
        assertThat(scene.model.hint()).isEqualTo("The alias /a leads in a circle.");
        assertThat(scene.model.editor().draft().text()).isEqualTo("/a");
    }

    @Test
    void a_long_paste_is_asked_about_once_and_never_sent_by_itself() {
        scene.type("see ");
        scene.press(new Key.Paste("1\n2\n3\n4\n5\n6\n", false));
        assertThat(written()).isEqualTo("see ");
        assertThat(scene.model.overlay())
                .isInstanceOfSatisfying(
                        Overlay.AskPaste.class, asked -> assertThat(asked.lines()).isEqualTo(6));
        scene.type("no");
        scene.press(new Key.Paste("7", false));
        assertThat(scene.press(Name.ENTER)).isEmpty();
        assertThat(written()).isEqualTo("see 1\n2\n3\n4\n5\n6\n7");
        assertThat(scene.press(Name.ENTER)).isNotEmpty();
    }

    @Test
    void a_long_paste_that_is_dropped_can_be_put_in_after_all() {
        for (Key no : List.of(Key.named(Name.ESCAPE), Key.ctrl('c'))) {
            scene.press(new Key.Paste("1\n2\n3\n4\n5\n6", false));
            scene.press(no);
            assertThat(scene.model.hint()).isEqualTo("Dropped; Ctrl+Y puts them in after all.");
            assertThat(written()).isEmpty();
            scene.press(Key.ctrl('y'));
            assertThat(written()).isEqualTo("1\n2\n3\n4\n5\n6");
            scene.model.editor().clear();
        }
    }

    @Test
    void a_short_paste_is_not_asked_about_and_none_if_the_member_does_not_want_it() {
        scene.press(new Key.Paste("1\n2\n3\n4\n5\n", false));
        assertThat(written()).isEqualTo("1\n2\n3\n4\n5\n");
        scene.set(Setting.WRITING_PASTE_LINES, "0");
        scene.press(new Key.Paste("6\n".repeat(100), false));
        assertThat(written()).hasSize(210);
    }

    @Test
    void what_is_pasted_while_a_message_is_chosen_is_not_lost() {
        scene.press(Name.UP);
        scene.press(new Key.Paste("here", false));
        assertThat(written()).isEqualTo("here");
        assertThat(scene.model.overlay()).isInstanceOf(Overlay.None.class);
    }

    @Test
    void what_was_typed_in_a_chat_is_found_there_again() {
        scene.enter("in general");
        scene.at("#plans");
        scene.enter("in plans");
        scene.press(Key.alt('p'));
        assertThat(written()).isEqualTo("in plans");
        scene.press(Key.alt('p'));
        assertThat(written()).isEqualTo("in plans");
        scene.at("#general");
        scene.press(Key.alt('p'));
        assertThat(written()).isEqualTo("in general");
        scene.press(Key.ctrl('u'), Key.ctrl('r'));
        scene.type("plans");
        assertThat(written()).isNotEqualTo("in plans");
    }

    @Test
    void what_was_said_in_a_chat_before_the_start_can_be_gone_back_to() {
        Scene later = new Scene(80, 24).chat("#general", 0);
        later.says("anna", "one").says("bob", "two").says("anna", "/etc").changed();
        later.at("#general");
        later.enter("four");
        later.press(Key.alt('p'), Key.alt('p'));
        assertThat(later.model.editor().draft().text()).isEqualTo("//etc");
        later.press(Key.alt('p'), Key.alt('p'));
        assertThat(later.model.editor().draft().text()).isEqualTo("one");
    }

    @Test
    void commands_with_secrets_are_not_remembered() {
        scene.enter("/recovery abandon ability");
        scene.enter("/alias back = /join chatbois://127.0.0.1:1/x");
        scene.enter("fine");
        scene.press(Key.alt('p'), Key.alt('p'));
        assertThat(written()).isEqualTo("fine");
    }

    @Test
    void the_own_editor_begins_with_what_is_written_and_what_it_gives_can_be_undone() {
        scene.type("draft");
        assertThat(scene.press(Key.ctrl('x'), Key.ctrl('e'))).contains(new Effect.Edit("draft"));
        scene.update.take(new Event.Edited(Optional.of("one\ntwo"), ""));
        assertThat(written()).isEqualTo("one\ntwo");
        scene.press(Key.ctrl('_'));
        assertThat(written()).isEqualTo("draft");
        scene.update.take(new Event.Edited(Optional.empty(), "vi ended with 1."));
        assertThat(written()).isEqualTo("draft");
        assertThat(scene.model.hint()).isEqualTo("vi ended with 1.");
        scene.model.editor().clear();
        assertThat(scene.enter("/editor Dear all,")).contains(new Effect.Edit("Dear all,"));
    }

    private String written() {
        return scene.model.editor().draft().text();
    }

    private void bind(Action action, String keys) {
        assertThat(binder.bind(action, keys)).isEmpty();
        scene.update.take(
                new Event.Configured(
                        new Config(Settings.STANDARD, binder.bindings(), aliases, List.of())));
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
