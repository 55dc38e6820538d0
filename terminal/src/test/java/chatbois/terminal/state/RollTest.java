package chatbois.terminal.state;

import static org.assertj.core.api.Assertions.assertThat;

import chatbois.client.session.Entry.Delivery;
import chatbois.client.session.Said;
import chatbois.client.session.SessionState;
import chatbois.terminal.key.Key.Name;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RollTest {
    private static final Effect ASK = new Effect.Gather(Scene.place("#general"));

    @Test
    void nobody_is_asked_for_as_long_as_no_list_is_shown() {
        Scene scene = new Scene(100, 24).chat("#general", 0);
        assertThat(scene.changed()).doesNotContain(ASK);
        assertThat(scene.press(Name.F3)).contains(ASK);
    }

    @Test
    void a_list_is_asked_for_once_and_again_when_something_happened() {
        Scene scene = new Scene(140, 24).chat("#general", 0).chat("#plans", 0);
        assertThat(scene.changed()).contains(ASK);
        assertThat(scene.changed()).doesNotContain(ASK);
        scene.gathered("anna owner", "bob member");
        assertThat(scene.says("bob", "hello").changed()).doesNotContain(ASK);
        scene.said("carl", new Said.Happened("carl came in"), Delivery.STORED);
        scene.model.at(Scene.NOON.plusSeconds(1));
        assertThat(scene.changed()).contains(ASK);
        scene.gathered("anna owner", "bob member", "carl member");
        scene.at("#plans");
        assertThat(scene.model.crowd()).isEmpty();
    }

    @Test
    void many_members_are_not_asked_for_at_every_change() {
        Scene scene = new Scene(140, 24).chat("#general", 0, 10, 5_000);
        assertThat(scene.changed()).contains(ASK);
        scene.gathered(
                IntStream.range(0, 5_000)
                        .mapToObj(i -> "m" + i + " member")
                        .toArray(String[]::new));
        scene.chat("#general", 0, 11, 5_001);
        assertThat(scene.changed()).doesNotContain(ASK);
        assertThat(scene.model.isGathering()).isTrue();
        scene.model.at(Scene.NOON.plusSeconds(30));
        assertThat(scene.update.take(new Event.Ticked())).contains(ASK);
        assertThat(scene.model.isGathering()).isFalse();
    }

    @Test
    void what_could_not_be_asked_is_asked_with_the_next_connection() {
        Scene scene = new Scene(140, 24).chat("#general", 0);
        assertThat(scene.changed()).contains(ASK);
        scene.update.take(new Event.Gathered(Scene.place("#general"), null));
        assertThat(scene.changed()).doesNotContain(ASK);
        scene.state(new SessionState.Connecting()).changed();
        assertThat(scene.state(new SessionState.Online()).changed()).contains(ASK);
    }

    @Test
    void members_stand_under_their_roles_in_the_order_of_their_names() {
        Scene scene = new Scene(140, 24).chat("#general", 0);
        scene.changed();
        scene.gathered("zoe member", "Ben member", "anna owner", "carl moderator", "dan guest");
        List<Crowd.Line> lines = scene.model.crowd().orElseThrow().lines();
        assertThat(lines)
                .containsExactly(
                        new Crowd.Line.Heading("owner"),
                        new Crowd.Line.Seat(Scene.idOf("anna"), "anna", true),
                        new Crowd.Line.Heading("moderator"),
                        new Crowd.Line.Seat(Scene.idOf("carl"), "carl", false),
                        new Crowd.Line.Heading("member"),
                        new Crowd.Line.Seat(Scene.idOf("Ben"), "Ben", false),
                        new Crowd.Line.Seat(Scene.idOf("dan"), "dan", false),
                        new Crowd.Line.Seat(Scene.idOf("zoe"), "zoe", false));
    }

    @Test
    void where_there_is_no_room_the_members_are_not_shown() {
        Scene scene = new Scene(38, 24).chat("#general", 0);
        scene.changed();
        assertThat(scene.press(Name.F3)).doesNotContain(ASK);
        assertThat(scene.model.hint()).contains("no room");
    }
}
