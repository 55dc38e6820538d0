package chatbois.terminal.view;

import static org.assertj.core.api.Assertions.assertThat;

import chatbois.client.session.SessionState;
import chatbois.log.MemberId;
import chatbois.protocol.view.PlannedEnd;
import chatbois.terminal.key.Key;
import chatbois.terminal.key.Key.Name;
import chatbois.terminal.screen.Screen;
import chatbois.terminal.state.Event;
import chatbois.terminal.state.Scene;
import org.junit.jupiter.api.Test;

/// What the row above the input says, and what stands above a chat that is not as it should be.
class StatusTest {
    @Test
    void an_invitation_is_told_once_where_one_is_and_counted_without_a_list() {
        Scene scene = new Scene(80, 24).chat("#general", 0).chat("#plans", 3);
        scene.changed();
        scene.invitation("#third", "ada").changed();
        String told = "ada invites you to #third: Alt+A goes there.";
        assertThat(Pictures.of(scene)).contains(told, "unread: #plans 3  invited: #third");
        scene.changed();
        assertThat(Pictures.of(scene)).containsOnlyOnce(told);
        scene.at("#third");
        assertThat(Pictures.of(scene)).doesNotContain("invited:");
    }

    @Test
    void an_invitation_that_is_made_again_and_again_is_told_once() {
        Scene scene = new Scene(80, 24).chat("#general", 0);
        scene.changed();
        for (int i = 0; i < 5; i++) {
            scene.invitation("#third", "ada").changed();
            scene.takenBack("#third").changed();
        }
        assertThat(Pictures.of(scene)).containsOnlyOnce("ada invites you to #third");
    }

    @Test
    void where_there_is_little_room_less_of_what_waits_is_named() {
        Scene scene = new Scene(80, 24).chat("#general", 0);
        for (int i = 1; i <= 6; i++) {
            scene.chat("#a-very-long-name-" + i, i);
        }
        scene.changed();
        assertThat(Pictures.of(scene))
                .contains("unread: #a-very-long-na… 1  #a-ve", "and 4 more\n");
        scene.update.take(new Event.OnTerminal(new Screen.Event.Resized(32, 24)));
        assertThat(Pictures.of(scene)).contains("online     unread: 6\n");
    }

    @Test
    void the_status_says_which_message_is_meant_by_what_is_written() {
        Scene scene = new Scene(80, 24).chat("#general", 0).says("bob", "*Hello*\n> you two");
        scene.says("anna", "Good morning").changed();
        scene.press(Name.UP);
        scene.press(Name.UP);
        scene.type("r");
        assertThat(status(scene)).isEqualTo(" replying to bob: Hello you two");
        scene.type("Hi!");
        assertThat(status(scene)).startsWith(" replying to bob: Hello you two");
        scene.model.editor().clear();
        scene.press(Name.UP);
        scene.type("e");
        assertThat(status(scene)).startsWith(" editing your message: Good morning");
        scene.model.editor().clear();
        assertThat(status(scene)).startsWith(" Kitchen · online");
    }

    @Test
    void the_status_says_that_one_is_away_and_how_that_ends() {
        Scene scene = new Scene(80, 24).chat("#general", 0).away("lunch");
        scene.changed();
        assertThat(status(scene)).isEqualTo(" Kitchen · online · away (lunch) · /back ends it");
        scene.away("").changed();
        assertThat(status(scene)).isEqualTo(" Kitchen · online · away · /back ends it");
    }

    @Test
    void a_planned_end_is_counted_down() {
        Scene scene = Kitchen.kitchen(60, 12);
        long noon = scene.model.now().toEpochMilli();
        MemberId by = MemberId.SERVER;
        scene.planned(new PlannedEnd(by, noon + 299_000, true, "")).changed();
        assertThat(Pictures.of(scene)).contains(" Kitchen · online · restart in 4:59");
        scene.planned(new PlannedEnd(by, noon + 7_265_000, false, "")).changed();
        assertThat(Pictures.of(scene)).contains(" Kitchen · online · shutdown in 2:01:05");
    }

    @Test
    void a_connection_is_described_in_words() {
        Scene scene = Kitchen.kitchen(80, 24);
        assertThat(status(scene)).startsWith(" Kitchen · online  ");
        scene.state(new SessionState.Connecting()).changed();
        assertThat(status(scene)).startsWith(" Kitchen · connecting…  ");
        scene.state(new SessionState.Waiting(Scene.NOON.plusMillis(2100), "no route"))
                .pending(3)
                .changed();
        assertThat(status(scene)).startsWith(" Kitchen · reconnecting in 3 s, 3 messages waiting");
        scene.model.at(Scene.NOON.plusSeconds(2));
        scene.pending(1).changed();
        assertThat(status(scene)).startsWith(" Kitchen · reconnecting in 1 s, 1 message waiting");
    }

    @Test
    void the_window_is_called_by_the_chat_in_view_and_how_much_is_unread() {
        Scene scene = Kitchen.listed(80, 24);
        scene.chat("#general", 0).chat("@bob", 3).community("Garden", "#tools").changed();
        scene.press(Key.alt('1'));
        assertThat(Pictures.cells(scene).title()).isEqualTo("(4) #tools · Garden");
        scene.press(Key.alt('2'));
        assertThat(Pictures.cells(scene).title()).isEqualTo("(4) #general · Kitchen");
    }

    private static String status(Scene scene) {
        return Pictures.cells(scene).row(22);
    }

    @Test
    void a_search_in_what_was_typed_is_shown_in_the_status() {
        Scene scene = Kitchen.kitchen(80, 24);
        scene.enter("hello there");
        scene.press(Key.ctrl('r'));
        scene.type("the");
        assertThat(status(scene)).startsWith(" In what you typed: the_ · Ctrl+R older");
        scene.type("x");
        assertThat(status(scene)).startsWith(" In what you typed: thex_ · nothing like it");
    }

    @Test
    void a_session_that_stopped_says_why_above_the_chat() {
        Scene scene = Kitchen.kitchen(80, 24);
        scene.state(new SessionState.Stopped("The server has another key than before.")).changed();
        assertThat(Pictures.of(scene))
                .contains("│ Not connected: The server has another key than before.")
                .contains("/reconnect tries once more.")
                .contains(" Kitchen  stopped │");
    }

    @Test
    void a_history_that_changed_is_reported_above_the_chat() {
        Scene scene = Kitchen.kitchen(80, 24);
        scene.broken("#general", "event 3 is missing").changed();
        assertThat(Pictures.of(scene))
                .contains("│ The history is not what it was: event 3 is missing.")
                .contains("/dismiss")
                .contains(" 1 #general     ! │");
    }

    @Test
    void a_community_whose_own_history_changed_is_reported_above_the_chat() {
        Scene scene = Kitchen.kitchen(80, 24);
        scene.broken("it had 9 events and now has 7").changed();
        assertThat(Pictures.of(scene))
                .contains("│ The history is not what it was: it had 9 events and now")
                .contains("/dismiss")
                .doesNotContain("/reconnect")
                .contains(" Kitchen  stopped │");
    }
}
