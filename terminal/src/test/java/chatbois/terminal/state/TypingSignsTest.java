package chatbois.terminal.state;

import static chatbois.terminal.state.Scene.place;
import static org.assertj.core.api.Assertions.assertThat;

import chatbois.terminal.key.Key;
import java.util.List;
import org.junit.jupiter.api.Test;

/// What others are told of what is being written.
class TypingSignsTest {
    private final Scene scene = new Scene(80, 24).chat("#soup", 0).chat("@ben", 0);

    TypingSignsTest() {
        scene.changed();
        scene.at("#soup");
    }

    private static List<Effect> signs(List<Effect> effects) {
        return effects.stream().filter(Effect.Typing.class::isInstance).toList();
    }

    private static Effect sign(String title, boolean now) {
        return new Effect.Typing(place(title), now);
    }

    @Test
    void it_is_told_at_the_first_key_and_every_three_seconds() {
        assertThat(signs(scene.type("hello"))).containsExactly(sign("#soup", true));
        scene.model.at(Scene.NOON.plusSeconds(2));
        assertThat(signs(scene.type("!"))).isEmpty();
        scene.model.at(Scene.NOON.plusSeconds(3));
        assertThat(signs(scene.type("!"))).containsExactly(sign("#soup", true));
    }

    @Test
    void the_end_is_told_when_it_is_sent_cleared_or_left() {
        scene.type("hello");
        assertThat(signs(scene.press(Key.Name.ENTER))).containsExactly(sign("#soup", false));
        scene.type("hm");
        assertThat(signs(scene.press(Key.ctrl('c')))).containsExactly(sign("#soup", false));
        scene.type("hm");
        assertThat(signs(scene.press(Key.ctrl('n')))).containsExactly(sign("#soup", false));
        assertThat(signs(scene.press(Key.ctrl('p')))).isEmpty();
    }

    @Test
    void nobody_is_told_of_commands() {
        assertThat(signs(scene.type("/msg ben hello"))).isEmpty();
        scene.press(Key.ctrl('c'));
        assertThat(signs(scene.type("//shrug"))).containsExactly(sign("#soup", true));
    }

    @Test
    void who_is_typing_is_shown_until_it_is_over() {
        scene.types("#soup", "ben").types("@ben", "ben").changed();
        assertThat(scene.model.typing()).containsExactly("ben");
        scene.types("#soup", "cleo").changed();
        assertThat(scene.model.typing()).containsExactly("ben", "cleo");
        scene.model.at(Scene.NOON.plusSeconds(6));
        assertThat(scene.model.typing()).isEmpty();
    }
}
