package chatbois.terminal.state;

import static chatbois.terminal.state.Scene.place;
import static org.assertj.core.api.Assertions.assertThat;

import chatbois.terminal.key.Key;
import chatbois.terminal.key.Key.Name;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Going to a chat by some letters of its name.
class SwitcherTest {
    private final Scene scene = new Scene(80, 24);
    private Optional<Place> here = Optional.empty();

    @BeforeEach
    void chats() {
        scene.chat("#general", 0)
                .chat("#builds", 0)
                .chat("#blue whales", 2)
                .chat("@bob", 0)
                .community("Garden", "#general", "#tools")
                .changed();
        scene.press(Key.ctrl('n'));
        scene.press(Key.alt('1'));
        here = scene.model.here();
    }

    @Test
    void it_begins_with_what_is_unread_and_newest_and_ends_with_where_one_is() {
        scene.press(Key.ctrl('k'));
        assertThat(found().getFirst()).isIn("#tools", "#general", "#blue whales");
        assertThat(found()).hasSize(6).endsWith("#general");
        assertThat(scene.model.here()).isEqualTo(here);
    }

    @Test
    void some_letters_and_enter_lead_there() {
        scene.press(Key.ctrl('k'));
        scene.type("bld");
        assertThat(found()).containsExactly("#builds");
        scene.press(Name.ENTER);
        assertThat(scene.model.overlay()).isInstanceOf(Overlay.None.class);
        assertThat(scene.model.here()).contains(place("#builds"));
    }

    @Test
    void the_community_can_be_named_too() {
        scene.press(Name.F4);
        scene.type("gard gen");
        assertThat(found()).containsExactly("#general");
        scene.press(Name.ENTER);
        assertThat(scene.model.community().orElseThrow().name()).isEqualTo("Garden");
    }

    @Test
    void letters_somewhere_in_a_community_s_name_find_none_of_its_chats() {
        scene.press(Key.ctrl('k'));
        scene.type("ktch");
        assertThat(found()).isEmpty();
    }

    @Test
    void another_one_is_chosen_with_the_arrows() {
        scene.press(Key.ctrl('k'));
        scene.type("b");
        List<String> found = found();
        scene.press(Name.DOWN);
        scene.press(Key.ctrl('n'));
        scene.press(Name.UP);
        scene.press(Name.ENTER);
        assertThat(scene.model.here()).contains(place(found.get(1)));
    }

    @Test
    void escape_leaves_everything_as_it_was() {
        scene.type("half a sentence");
        scene.press(Key.ctrl('k'));
        scene.type("bld");
        scene.press(Name.ESCAPE);
        assertThat(scene.model.overlay()).isInstanceOf(Overlay.None.class);
        assertThat(scene.model.here()).isEqualTo(here);
        assertThat(scene.model.editor().draft().text()).isEqualTo("half a sentence");
    }

    @Test
    void with_text_behind_the_cursor_the_key_still_cuts() {
        scene.type("half a sentence");
        scene.press(Key.ctrl('a'));
        scene.press(Key.ctrl('k'));
        assertThat(scene.model.overlay()).isInstanceOf(Overlay.None.class);
        assertThat(scene.model.editor().draft().text()).isEmpty();
    }

    @Test
    void enter_does_nothing_where_nothing_fits() {
        scene.press(Key.ctrl('k'));
        scene.type("zzz");
        assertThat(found()).isEmpty();
        scene.press(Name.ENTER);
        assertThat(scene.model.overlay()).isInstanceOf(Overlay.Switch.class);
        scene.press(Key.ctrl('c'));
        assertThat(found()).hasSize(6);
    }

    private List<String> found() {
        return Optional.of(scene.model.overlay())
                .map(Overlay.Switch.class::cast)
                .map(open -> open.switcher().found(scene.model.items()))
                .orElseThrow()
                .stream()
                .map(Item::title)
                .toList();
    }
}
