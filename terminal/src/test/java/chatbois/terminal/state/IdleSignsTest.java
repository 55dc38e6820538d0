package chatbois.terminal.state;

import static org.assertj.core.api.Assertions.assertThat;

import chatbois.terminal.setting.Setting;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/// When others are told that nobody has pressed a key for long.
class IdleSignsTest {
    private final Scene scene = new Scene(80, 24).chat("#soup", 0);

    IdleSignsTest() {
        scene.changed();
        scene.at("#soup");
    }

    private static List<Effect> signs(List<Effect> effects) {
        return effects.stream().filter(Effect.Idle.class::isInstance).toList();
    }

    private List<Effect> after(Duration time) {
        scene.model.at(Scene.NOON.plus(time));
        return signs(scene.update.take(new Event.Ticked()));
    }

    @Test
    void it_is_told_once_after_a_quarter_of_an_hour_and_again_at_the_next_key() {
        scene.type("a");
        assertThat(after(Duration.ofMinutes(14))).isEmpty();
        assertThat(scene.model.untilIdle()).contains(Duration.ofMinutes(1));
        assertThat(after(Duration.ofMinutes(15))).containsExactly(new Effect.Idle(true));
        assertThat(after(Duration.ofMinutes(16))).isEmpty();
        assertThat(scene.model.untilIdle()).isEmpty();
        assertThat(signs(scene.type("b"))).containsExactly(new Effect.Idle(false));
    }

    @Test
    void it_can_be_another_time_or_never() {
        scene.set(Setting.PRESENCE_AWAY_AFTER, "1").type("a");
        assertThat(after(Duration.ofMinutes(1))).containsExactly(new Effect.Idle(true));
        scene.set(Setting.PRESENCE_AWAY_AFTER, "0");
        assertThat(after(Duration.ofDays(3))).isEmpty();
        assertThat(scene.model.untilIdle()).isEmpty();
    }
}
