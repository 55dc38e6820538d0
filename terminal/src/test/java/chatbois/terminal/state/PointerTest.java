package chatbois.terminal.state;

import static chatbois.terminal.key.Report.Action.CLICK;
import static chatbois.terminal.key.Report.Action.WHEEL_DOWN;
import static chatbois.terminal.key.Report.Action.WHEEL_UP;
import static org.assertj.core.api.Assertions.assertThat;

import chatbois.terminal.key.Key;
import chatbois.terminal.key.Key.Name;
import chatbois.terminal.setting.Setting;
import org.junit.jupiter.api.Test;

class PointerTest {
    private static Scene scene() {
        Scene scene = new Scene(100, 24).chat("#general", 0, 60).chat("#plans", 2);
        scene.window(1, 60, true, true).changed();
        return scene;
    }

    @Test
    void the_mouse_is_the_terminal_s_unless_the_member_wants_it() {
        Scene scene = scene();
        assertThat(scene.model.points()).isFalse();
        scene.press(Key.alt('m'));
        assertThat(scene.model.points()).isTrue();
        scene.press(Key.alt('m'));
        assertThat(scene.model.points()).isFalse();
        assertThat(scene().set(Setting.LOOKS_MOUSE, "true").model.points()).isTrue();
    }

    @Test
    void the_wheel_scrolls() {
        Scene scene = scene();
        scene.point(WHEEL_UP, 50, 10);
        assertThat(scene.model.newer()).isEqualTo(3);
        scene.point(WHEEL_DOWN, 50, 10);
        assertThat(scene.model.newer()).isZero();
    }

    @Test
    void a_click_goes_to_a_chat() {
        Scene scene = scene();
        scene.point(CLICK, 4, 2);
        assertThat(scene.model.here()).contains(Scene.place("#plans"));
        scene.point(CLICK, 4, 9);
        assertThat(scene.model.here()).contains(Scene.place("#plans"));
    }

    @Test
    void a_click_chooses_a_message_and_another_one() {
        Scene scene = scene();
        int last = scene.model.layout().statusRow() - 1;
        scene.point(CLICK, 50, last);
        assertThat(scene.model.overlay()).isEqualTo(new Overlay.Choose(60));
        scene.point(CLICK, 50, last - 4);
        assertThat(scene.model.overlay()).isEqualTo(new Overlay.Choose(56));
        scene.point(CLICK, 4, 2);
        assertThat(scene.model.overlay()).isEqualTo(new Overlay.None());
        assertThat(scene.model.here()).contains(Scene.place("#plans"));
    }

    @Test
    void a_click_where_no_message_is_chooses_none() {
        Scene scene = new Scene(100, 24).chat("#general", 0).says("bob", "hello");
        scene.changed();
        scene.point(CLICK, 50, 2);
        scene.point(CLICK, 50, 23);
        scene.point(CLICK, 50, 0);
        assertThat(scene.model.overlay()).isEqualTo(new Overlay.None());
    }

    @Test
    void a_click_takes_what_the_switcher_shows() {
        Scene scene = scene();
        scene.press(Name.F4);
        scene.point(CLICK, 5, 12);
        assertThat(scene.model.overlay()).isInstanceOf(Overlay.Switch.class);
        scene.point(CLICK, 5, 2);
        assertThat(scene.model.overlay()).isEqualTo(new Overlay.None());
        assertThat(scene.model.here()).contains(Scene.place("#plans"));
    }

    @Test
    void the_wheel_scrolls_a_sheet() {
        Scene scene = scene();
        scene.press(Name.F1);
        scene.point(WHEEL_DOWN, 1, 1);
        assertThat(scene.model.overlay())
                .isInstanceOfSatisfying(
                        Overlay.Sheet.class, sheet -> assertThat(sheet.scroll()).isEqualTo(3));
    }
}
