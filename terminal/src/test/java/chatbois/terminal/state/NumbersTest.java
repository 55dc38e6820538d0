package chatbois.terminal.state;

import static chatbois.terminal.state.Scene.place;
import static org.assertj.core.api.Assertions.assertThat;

import chatbois.client.session.SessionState;
import chatbois.terminal.key.Key;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class NumbersTest {
    private final Scene scene = new Scene(80, 24);

    private int number(String title) {
        return scene.model.numbers().of(place(title));
    }

    private Place at(int digit) {
        scene.press(Key.alt((char) ('0' + digit)));
        return scene.model.here().orElseThrow();
    }

    @Test
    void at_first_they_follow_the_list() {
        scene.chat("#general", 0).chat("#tools", 0).chat("@bob", 0).changed();
        assertThat(List.of(number("#general"), number("#tools"), number("@bob")))
                .containsExactly(1, 2, 3);
        assertThat(at(2)).isEqualTo(place("#tools"));
    }

    @Test
    void a_community_without_chats_takes_none() {
        scene.changed();
        scene.chat("#general", 0).changed();
        assertThat(number("#general")).isEqualTo(1);
    }

    @Test
    void a_chat_keeps_its_number_whatever_comes_later() {
        scene.chat("#tools", 0).changed();
        scene.chat("#books", 0).invitation("#attic", "carl").changed();
        assertThat(number("#tools")).isEqualTo(1);
        assertThat(number("#books")).isEqualTo(2);
        assertThat(number("#attic")).isEqualTo(3);
        assertThat(at(1)).isEqualTo(place("#tools"));
    }

    @Test
    void that_of_a_chat_that_is_gone_is_given_anew() {
        scene.chat("#books", 0).chat("#tools", 0).changed();
        scene.without("#books").changed();
        assertThat(number("#tools")).isEqualTo(2);
        scene.chat("#zoo", 0).changed();
        assertThat(number("#zoo")).isEqualTo(1);
    }

    @Test
    void what_was_saved_holds_also_while_not_all_chats_are_known() {
        scene.update.take(new Event.NumbersRead(Map.of(1, place("#late"), 2, place("#tools"))));
        scene.state(new SessionState.Connecting()).chat("#tools", 0).chat("#zoo", 0).changed();
        assertThat(number("#tools")).isEqualTo(2);
        assertThat(number("#zoo")).isEqualTo(3);
        scene.state(new SessionState.Online()).chat("#late", 0).changed();
        assertThat(number("#late")).isEqualTo(1);
    }

    @Test
    void what_is_given_is_kept() {
        assertThat(scene.chat("#tools", 0).changed())
                .contains(new Effect.KeepNumbers(Map.of(1, place("#tools"))));
        assertThat(scene.changed()).doesNotHaveAnyElementsOfTypes(Effect.KeepNumbers.class);
    }

    @Test
    void a_member_can_give_a_number_to_a_chat() {
        scene.chat("#books", 0).chat("#tools", 0).changed();
        scene.at("#tools");
        assertThat(scene.enter("/number 1"))
                .contains(new Effect.KeepNumbers(Map.of(1, place("#tools"), 2, place("#books"))));
        assertThat(scene.model.hint()).isEqualTo("This chat has the number 1 now.");
        scene.enter("/number ten");
        assertThat(scene.model.hint())
                .isEqualTo("Type /number and a digit from 1 to 9, in a chat.");
    }

    @Test
    void a_digit_that_leads_nowhere_says_so() {
        scene.chat("#books", 0).changed();
        assertThat(at(7)).isEqualTo(place("#books"));
        assertThat(scene.model.hint())
                .isEqualTo("No chat has the number 7; /number 7 gives it to this one.");
    }

    @Test
    void there_are_nine() {
        for (int i = 1; i <= 12; i++) {
            scene.chat("#chat" + i, 0);
        }
        scene.changed();
        assertThat(scene.model.numbers().all()).hasSize(9);
    }
}
