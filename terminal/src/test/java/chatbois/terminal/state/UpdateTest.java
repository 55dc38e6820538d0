package chatbois.terminal.state;

import static chatbois.terminal.state.Scene.kitchen;
import static chatbois.terminal.state.Scene.place;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import chatbois.client.session.SessionState;
import chatbois.protocol.name.MemberName;
import chatbois.terminal.command.Input;
import chatbois.terminal.command.Verb;
import chatbois.terminal.key.Key;
import chatbois.terminal.key.Key.Name;
import chatbois.terminal.key.Mods;
import chatbois.terminal.talk.Local;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class UpdateTest {
    private static final String INVITE =
            "chatbois://127.0.0.1:7777/5BAWM3HXT0489VJCPBY5#vV6bZ8eNm7bk3HR2_AMpd2rn_yQxxsYEqf1t2AtyvlU";

    private final Scene scene = new Scene(80, 24).members("bob", "carl", "bella");

    private void threeChats() {
        scene.chat("#general", 0).chat("#plans", 3).chat("@bob", 1).changed();
    }

    private Place here() {
        return scene.model.here().orElseThrow();
    }

    // What is typed.

    @Test
    void enter_says_what_is_written() {
        threeChats();
        assertThat(scene.enter("Hello")).contains(run(place("#general"), new Input.Say("Hello")));
        assertThat(scene.model.editor().draft().text()).isEmpty();
        assertThat(scene.enter("//etc")).contains(run(place("#general"), new Input.Say("/etc")));
        assertThat(scene.enter("/who"))
                .contains(run(place("#general"), new Input.Run(Verb.WHO, List.of(), "")));
        assertThat(scene.enter("   ")).isEmpty();
    }

    @Test
    void a_paste_of_many_lines_is_one_message() {
        threeChats();
        scene.press(new Key.Paste("one\ntwo\n", false));
        scene.press(new Key.Named(Name.ENTER, new Mods(false, true, false)), Key.ctrl('j'));
        assertThat(scene.enter("three"))
                .contains(run(place("#general"), new Input.Say("one\ntwo\n\n\nthree")));
    }

    @Test
    void a_key_costs_no_more_in_a_long_text() {
        threeChats();
        for (String letter : List.of("p", "é", "漢")) {
            scene.press(Key.ctrl('u'));
            assertTimeoutPreemptively(
                    Duration.ofSeconds(10), () -> scene.type(letter.repeat(16_000)));
            assertThat(scene.model.editor().draft().text()).hasSize(16_000);
        }
    }

    @Test
    void a_paste_that_does_not_fit_is_told() {
        threeChats();
        scene.press(new Key.Paste("x".repeat(20_000), false));
        assertThat(scene.model.hint()).startsWith("Only the beginning fits");
        assertThat(scene.model.editor().draft().text()).hasSize(16 * 1024);
        scene.type("y");
        assertThat(scene.model.hint()).startsWith("No more fits");
        assertThat(scene.model.editor().draft().text()).hasSize(16 * 1024).endsWith("x");
    }

    @Test
    void where_nothing_can_be_said_the_text_stays() {
        scene.invitation("#secret", "carl").changed();
        assertThat(scene.enter("hi")).isEmpty();
        assertThat(scene.model.hint()).contains("no chat");
        scene.at("#secret");
        scene.type("ho");
        assertThat(scene.press(Name.ENTER)).isEmpty();
        assertThat(scene.model.hint()).contains("/join");
        threeChats();
        scene.at("#general");
        scene.state(new SessionState.Stopped("Another key.")).changed();
        assertThat(scene.enter("hu")).isEmpty();
        assertThat(scene.model.hint())
                .isEqualTo("Nothing can be sent without a connection; /reconnect tries once more.");
        assertThat(scene.model.editor().draft().text()).isEqualTo("hu");
        scene.model.editor().clear();
        assertThat(scene.enter("/reconnect")).isNotEmpty();
        scene.state(new SessionState.Stopped("You are no member any more.", true)).changed();
        assertThat(scene.enter("hu")).isEmpty();
        assertThat(scene.model.hint()).contains("no more").doesNotContain("/reconnect");
        assertThat(scene.model.warning()).isEqualTo("Not connected: You are no member any more.");
    }

    @Test
    void a_command_that_does_not_exist_stays_to_be_mended() {
        threeChats();
        assertThat(scene.enter("/thene light")).isEmpty();
        assertThat(scene.model.hint()).contains("Did you mean /theme?");
        assertThat(scene.model.editor().draft().text()).isEqualTo("/thene light");
    }

    @Test
    void what_was_said_and_refused_is_given_back() {
        threeChats();
        scene.update.take(new Event.Failed(place("#general"), new Input.Say("Hello"), "Too long."));
        assertThat(scene.model.room(place("#general")).locals().getLast().lines())
                .containsExactly("Too long.", "Not sent: Hello");
    }

    @Test
    void a_reply_that_came_to_nothing_is_in_the_input_again() {
        threeChats();
        scene.at("#general");
        Input reply = Input.read("/reply #4 with a long text");
        scene.update.take(new Event.Failed(place("#general"), reply, "It is gone."));
        assertThat(scene.model.editor().draft().text()).isEqualTo("/reply #4 with a long text");
        assertThat(scene.model.room(place("#general")).locals().getLast().lines())
                .containsExactly("It is gone.");
        scene.update.take(new Event.Failed(place("#general"), reply, "It is gone."));
        assertThat(scene.model.room(place("#general")).locals().getLast().lines())
                .as("something else is written by now")
                .containsExactly("It is gone.", "Not sent: #4 with a long text");
    }

    @Test
    void what_was_said_in_a_chat_that_is_gone_is_given_back_outside() {
        threeChats();
        scene.without("#general").changed();
        scene.update.take(new Event.Failed(place("#general"), new Input.Say("Hello"), "Gone."));
        assertThat(scene.model.room(kitchen()).locals().getLast().lines())
                .containsExactly("Gone.", "Not sent: Hello");
    }

    @Test
    void what_goes_with_going_somewhere_is_said_there() {
        threeChats();
        List<Effect> effects =
                scene.update.take(new Event.WentTo(place("@bob"), List.of(), "psst"));
        assertThat(here()).isEqualTo(place("@bob"));
        assertThat(effects).contains(run(place("@bob"), new Input.Say("psst")));
    }

    // Going about.

    @Test
    void the_first_chat_in_view_is_the_one_with_the_newest_message() {
        scene.changed();
        assertThat(here()).isEqualTo(kitchen());
        scene.chat("#plans", 3).chat("#general", 0).changed();
        assertThat(here()).isEqualTo(place("#plans"));
        scene.chat("@bob", 1).changed();
        assertThat(here()).isEqualTo(place("#plans"));
    }

    @Test
    void keys_go_through_the_list_in_its_order() {
        scene.community("Attic", "#roof");
        threeChats();
        assertThat(scene.model.items().stream().map(Item::title))
                .containsExactly("Attic", "#roof", "Kitchen", "#general", "#plans", "@bob");
        scene.at("#general");
        scene.press(Key.ctrl('n'));
        assertThat(here()).isEqualTo(place("#plans"));
        scene.press(Key.ctrl('p'), Key.ctrl('p'), Key.ctrl('p'));
        assertThat(here()).isEqualTo(place("@bob"));
        scene.press(Key.alt('2'));
        assertThat(here()).isEqualTo(place("#general"));
        scene.press(Key.alt('9'));
        assertThat(here()).isEqualTo(place("#general"));
    }

    @Test
    void alt_a_goes_to_what_is_unread() {
        threeChats();
        scene.press(Key.alt('a'));
        assertThat(here()).isEqualTo(place("#plans"));
        scene.press(Key.named(Name.F6));
        assertThat(here()).isEqualTo(place("@bob"));
        scene.chat("#plans", 0).chat("@bob", 0).changed();
        scene.press(Key.alt('a'));
        assertThat(here()).isEqualTo(place("@bob"));
        assertThat(scene.model.hint()).isNotEmpty();
    }

    @Test
    void every_chat_keeps_what_was_being_written() {
        threeChats();
        scene.type("Dear all");
        scene.press(Key.ctrl('n'));
        assertThat(scene.model.editor().draft().text()).isEmpty();
        scene.type("Plan B");
        scene.press(Key.ctrl('p'));
        assertThat(scene.model.editor().draft().text()).isEqualTo("Dear all");
    }

    @Test
    void a_chat_that_the_member_left_is_in_view_no_more() {
        threeChats();
        scene.without("#general").changed();
        assertThat(here()).isEqualTo(kitchen());
    }

    // Reading.

    @Test
    void what_is_seen_is_read() {
        scene.chat("#general", 2, 3).window(1, 3, true, true);
        assertThat(scene.changed()).contains(new Effect.MarkRead(place("#general"), 3));
        scene.chat("#general", 0, 3);
        assertThat(scene.changed()).isEmpty();
    }

    @Test
    void what_comes_while_nobody_looks_is_not_read_but_put_under_a_line() {
        scene.chat("#general", 0, 3).window(1, 3, true, true).changed();
        scene.press(new Key.Focus(false));
        assertThat(scene.chat("#general", 1, 4).window(1, 4, true, true).changed()).isEmpty();
        assertThat(scene.model.room(place("#general")).newAfter).isEqualTo(3);
        assertThat(scene.press(new Key.Focus(true)))
                .containsExactly(new Effect.MarkRead(place("#general"), 4));
        scene.chat("#general", 0, 4).changed();
        assertThat(scene.model.room(place("#general")).newAfter).isEqualTo(3);
    }

    @Test
    void the_line_above_the_new_goes_when_one_leaves() {
        threeChats();
        scene.at("#plans");
        assertThat(scene.model.room(place("#plans")).newAfter).isEqualTo(7);
        scene.chat("#plans", 0).changed();
        scene.press(Key.ctrl('n'), Key.ctrl('p'));
        assertThat(scene.model.room(place("#plans")).newAfter).isEqualTo(-1);
    }

    @Test
    void scrolled_up_nothing_is_marked_and_nothing_moves() {
        scene.chat("#general", 0, 100).window(1, 100, true, true).changed();
        scene.press(Name.PAGE_UP);
        var top = scene.model.top(scene.model.talk());
        assertThat(scene.chat("#general", 1, 101).window(1, 101, true, true).changed()).isEmpty();
        assertThat(scene.model.top(scene.model.talk())).isEqualTo(top);
        assertThat(scene.model.newer()).isEqualTo(20);
        assertThat(scene.press(Name.ESCAPE))
                .containsExactly(new Effect.MarkRead(place("#general"), 101));
        assertThat(scene.model.newer()).isZero();
    }

    @Test
    void near_the_end_of_what_is_open_more_is_asked_for_once() {
        scene.chat("#general", 0, 1000).window(900, 1000, false, true).changed();
        assertThat(scene.press(Name.PAGE_UP)).isEmpty();
        scene.press(Name.PAGE_UP);
        assertThat(scene.press(Name.PAGE_UP))
                .containsExactly(new Effect.Slide(Effect.Direction.OLDER));
        assertThat(scene.press(Name.PAGE_UP)).isEmpty();
        scene.update.take(new Event.Slid(""));
        scene.window(700, 900, false, false).changed();
        assertThat(scene.press(Name.PAGE_DOWN))
                .containsExactly(new Effect.Slide(Effect.Direction.NEWER));
    }

    @Test
    void where_there_is_room_what_is_older_is_asked_for() {
        Effect older = new Effect.Slide(Effect.Direction.OLDER);
        scene.chat("#general", 0, 2).window(2, 2, false, true);
        assertThat(scene.changed()).contains(older);
        scene.update.take(new Event.Slid(""));
        // All that is older may be hidden: asked again and again, it would never end.
        assertThat(scene.changed()).doesNotContain(older);
        scene.window(1, 2, true, true);
        assertThat(scene.changed()).doesNotContain(older);
    }

    @Test
    void without_a_connection_older_messages_are_not_asked_for_again_and_again() {
        scene.chat("#general", 0, 1000).window(900, 910, false, false);
        assertThat(scene.changed()).contains(new Effect.Slide(Effect.Direction.NEWEST));
        assertThat(scene.update.take(new Event.Slid("There is no connection."))).isEmpty();
        assertThat(scene.model.hint()).isEqualTo("There is no connection.");
    }

    @Test
    void end_leads_to_the_newest_only_while_nothing_is_written() {
        scene.chat("#general", 0, 100).window(1, 100, true, true).changed();
        scene.type("word");
        scene.press(Name.PAGE_UP);
        scene.press(Name.HOME);
        scene.press(Name.END);
        assertThat(scene.model.isScrolled(place("#general"))).isTrue();
        scene.press(Key.ctrl('u'));
        scene.press(Name.END);
        assertThat(scene.model.isScrolled(place("#general"))).isFalse();
    }

    @Test
    void notices_are_shown_once() {
        threeChats();
        scene.notice("The profile could not be saved.").changed();
        scene.changed();
        assertThat(scene.model.room(place("#general")).locals()).hasSize(1);
    }

    @Test
    void what_is_only_good_to_know_does_not_stand_out_as_what_went_wrong_does() {
        threeChats();
        assertThat(scene.mention("ben joined the community.").changed())
                .noneMatch(Effect.Notify.class::isInstance);
        scene.notice("The profile could not be saved.").changed();
        assertThat(scene.model.room(place("#general")).locals())
                .extracting(Local::kind)
                .containsExactly(Local.Kind.TOLD, Local.Kind.FAILED);
    }

    // Completing.

    @Test
    void tab_goes_through_what_fits_and_back() {
        threeChats();
        scene.type("b");
        scene.press(Name.TAB);
        assertThat(scene.model.editor().draft().text()).isEqualTo("bella: ");
        scene.press(Name.TAB);
        assertThat(scene.model.editor().draft().text()).isEqualTo("bob: ");
        scene.press(new Key.Named(Name.TAB, new Mods(false, false, true)));
        assertThat(scene.model.editor().draft().text()).isEqualTo("bella: ");
        scene.type("hi @c");
        scene.press(Name.TAB);
        assertThat(scene.model.editor().draft().text()).isEqualTo("bella: hi @carl ");
        assertThat(scene.model.completion()).isPresent();
        scene.type("!");
        assertThat(scene.model.completion()).isEmpty();
    }

    @Test
    void those_who_spoke_last_are_offered_first() {
        threeChats();
        scene.says("bella", "x").says("bob", "y").changed();
        scene.type("b");
        scene.press(Name.TAB);
        assertThat(scene.model.editor().draft().text()).isEqualTo("bob: ");
    }

    @Test
    void commands_and_what_follows_them_are_completed() {
        scene.chat("#big plans", 0).invitation("#secret", "carl");
        threeChats();
        scene.at("#general");
        assertThat(completed("/inv")).isEqualTo("/invite ");
        assertThat(completed("/invite ca")).isEqualTo("/invite carl ");
        assertThat(completed("/go #big p")).isEqualTo("/go #big plans");
        assertThat(completed("/go big p")).isEqualTo("/go big plans");
        assertThat(completed("/go ")).isEqualTo("/go #big plans");
        assertThat(completed("/msg ")).isEqualTo("/msg bella ");
        assertThat(completed("/join s")).isEqualTo("/join secret");
        assertThat(completed("/help recon")).isEqualTo("/help reconnect");
        assertThat(completed("see #gen")).isEqualTo("see #general ");
        assertThat(completed("")).isEmpty();
        assertThat(completed("zz")).isEqualTo("zz");
    }

    private String completed(String text) {
        scene.press(Key.ctrl('u'));
        scene.type(text);
        scene.press(Name.TAB);
        return scene.model.editor().draft().text();
    }

    // Joining.

    @Test
    void a_pasted_invite_and_a_name_make_a_member() {
        scene.nowhere();
        scene.press(new Key.Paste("./chatbois join '" + INVITE.substring(0, 60), false));
        assertThat(scene.press(Name.ENTER)).isEmpty();
        assertThat(form().problem()).isNotEmpty();
        scene.press(Key.ctrl('u'));
        scene.press(new Key.Paste("./chatbois join '" + INVITE + "'\n", false));
        scene.press(Name.ENTER);
        assertThat(form().step()).isEqualTo(JoinForm.Step.NAME);
        scene.press(Key.ctrl('u'));
        assertThat(scene.enter("a b")).isEmpty();
        assertThat(form().problem()).contains("space");
        scene.press(Key.ctrl('u'));
        assertThat(scene.enter("bob"))
                .singleElement()
                .isInstanceOfSatisfying(
                        Effect.Join.class,
                        join -> {
                            assertThat(join.invite().line()).isEqualTo(INVITE);
                            assertThat(join.name()).isEqualTo(new MemberName("bob"));
                        });
    }

    @Test
    void a_taken_name_can_be_changed_and_a_used_invite_too() {
        scene.nowhere();
        scene.press(new Key.Paste(INVITE, false));
        scene.press(Name.ENTER);
        scene.press(Name.ENTER);
        assertThat(form().step()).isEqualTo(JoinForm.Step.WAITING);
        scene.update.take(new Event.NotJoined("That name is taken.", true));
        assertThat(form().step()).isEqualTo(JoinForm.Step.NAME);
        assertThat(form().field().draft().text()).isEqualTo("root");
        scene.press(Name.ENTER);
        scene.update.take(new Event.NotJoined("This invite is used up.", false));
        assertThat(form().step()).isEqualTo(JoinForm.Step.INVITE);
        assertThat(form().problem()).isEqualTo("This invite is used up.");
    }

    @Test
    void a_member_can_join_one_more_community_under_another_name() {
        threeChats();
        // An invite is not asked for as if it were a name.
        assertThat(scene.enter("/join " + INVITE)).noneMatch(e -> e.toString().contains("://"));
        assertThat(form().field().draft().text()).isEqualTo("anna");
        scene.press(Name.ESCAPE);
        scene.press(Name.ESCAPE);
        assertThat(scene.model.overlay()).isInstanceOf(Overlay.None.class);
    }

    private JoinForm form() {
        return ((Overlay.Join) scene.model.overlay()).form();
    }

    private static Effect run(Place at, Input input) {
        return new Effect.Run(at, input);
    }

    // A sheet that is kept fresh.

    @Test
    void a_sheet_is_asked_for_again_while_it_is_open() {
        threeChats();
        Overlay.Watch watch =
                new Overlay.Watch(place("#general"), new Input.Run(Verb.SERVER, List.of(), ""));
        scene.update.take(new Event.Shown(watch, "The server", List.of("one")));
        assertThat(scene.update.take(new Event.Ticked())).isEmpty();
        scene.model.at(scene.model.now().plusSeconds(2));
        assertThat(scene.update.take(new Event.Ticked())).contains(new Effect.Refresh(watch));
        scene.model.at(scene.model.now().plusSeconds(2));
        assertThat(scene.update.take(new Event.Ticked())).isEmpty();
        scene.update.take(new Event.Refreshed(watch, List.of("two")));
        assertThat(((Overlay.Sheet) scene.model.overlay()).lines()).containsExactly("two");
        scene.press(Key.named(Name.ESCAPE));
        scene.model.at(scene.model.now().plusSeconds(2));
        assertThat(scene.update.take(new Event.Ticked())).isEmpty();
        scene.update.take(new Event.Refreshed(watch, List.of("three")));
        assertThat(scene.model.overlay()).isInstanceOf(Overlay.None.class);
    }
}
