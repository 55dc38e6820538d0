package chatbois.terminal.state;

import static chatbois.terminal.state.Scene.place;
import static org.assertj.core.api.Assertions.assertThat;

import chatbois.terminal.command.Waiting;
import chatbois.terminal.key.Key;
import chatbois.terminal.key.Key.Name;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What waits in all communities, and the way there.
class InboxTest {
    private final Scene scene = new Scene(80, 24).members("bob");

    @BeforeEach
    void chats() {
        scene.chat("#plans", 3).chat("@bob", 1).chat("#quiet", 0).community("Shed", "#tools");
        scene.at("#quiet");
    }

    private List<String> titles() {
        Inbox inbox = ((Overlay.Unread) scene.model.overlay()).inbox();
        return inbox.waiting(scene.model).stream().map(Waiting::title).toList();
    }

    @Test
    void direct_chats_come_before_others_of_all_communities_and_what_is_meant_for_one_first() {
        assertThat(scene.press(Name.F7)).contains(new Effect.LookIntoInbox());
        assertThat(scene.changed()).doesNotContain(new Effect.LookIntoInbox());
        assertThat(titles()).startsWith("@bob").contains("#plans", "#tools");
        scene.mentioned("#plans", "bob", "@anna, look", 9);
        assertThat(titles()).startsWith("#plans", "@bob");
        scene.press(Name.ENTER);
        assertThat(scene.model.here()).contains(place("#plans"));
        assertThat(scene.model.overlay()).isEqualTo(new Overlay.None());
    }

    @Test
    void a_chat_with_nothing_unread_but_what_is_meant_for_one_has_no_row_of_its_own() {
        scene.chat("#plans", 1).changed();
        scene.press(Name.F7);
        scene.mentioned("#plans", "bob", "@anna, look", 9);
        assertThat(titles()).containsOnlyOnce("#plans");
        scene.chat("#plans", 2).changed();
        assertThat(titles().stream().filter("#plans"::equals)).hasSize(2);
    }

    @Test
    void what_was_read_meanwhile_waits_no_more() {
        scene.enter("/inbox");
        scene.mentioned("#plans", "bob", "@anna, look", 9);
        scene.chat("#plans", 0);
        scene.changed();
        assertThat(titles()).startsWith("@bob").doesNotContain("#plans");
        scene.press(Name.DOWN);
        scene.press(Name.F7);
        assertThat(scene.model.overlay()).isEqualTo(new Overlay.None());
    }

    @Test
    void an_invitation_waits_there_and_enter_leads_to_it() {
        scene.invitation("#third", "ada");
        scene.changed();
        scene.press(Name.F7);
        assertThat(titles()).startsWith("#third", "@bob");
        scene.press(Name.ENTER);
        assertThat(scene.model.here()).contains(place("#third"));
        scene.press(Name.F7);
        assertThat(titles()).startsWith("#third");
    }

    @Test
    void enter_leads_to_the_message_that_is_meant_for_one() {
        scene.press(Name.F7);
        scene.mentioned("#plans", "bob", "@anna, look", 9);
        assertThat(scene.press(Name.ENTER)).contains(new Effect.Jump(place("#plans"), 9));
    }

    @Test
    void the_ways_to_other_chats_and_messages_lead_out_of_it() {
        scene.press(Name.F7);
        scene.press(Key.ctrl('k'));
        assertThat(scene.model.overlay()).isInstanceOf(Overlay.Switch.class);
        scene.press(Key.named(Name.ESCAPE), Key.named(Name.F7), Key.ctrl('f'));
        assertThat(scene.model.overlay()).isInstanceOf(Overlay.Find.class);
    }
}
