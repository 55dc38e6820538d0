package chatbois.terminal.view;

import static org.assertj.core.api.Assertions.assertThat;

import chatbois.client.session.Entry;
import chatbois.client.session.Findings;
import chatbois.client.session.Findings.Finding;
import chatbois.client.session.Said;
import chatbois.client.session.Snapshot.ChatInfo;
import chatbois.log.MemberId;
import chatbois.protocol.Hit.Mark;
import chatbois.terminal.cell.Cells;
import chatbois.terminal.cell.Style.Attribute;
import chatbois.terminal.key.Report;
import chatbois.terminal.state.Effect;
import chatbois.terminal.state.Event;
import chatbois.terminal.state.Overlay;
import chatbois.terminal.state.Scene;
import java.util.List;
import org.junit.jupiter.api.Test;

/// What was found, as it is shown.
class FinderViewTest {
    static Scene found(int width, int height, boolean asTheLogSays) {
        Scene scene = new Scene(width, height).chat("#plans", 0).chat("@bob", 0);
        scene.changed();
        Effect.Find asked = (Effect.Find) scene.enter("/search red").getFirst();
        List<ChatInfo> chats = scene.model.communities().getFirst().chats();
        Finding first =
                new Finding(
                        chats.getFirst(),
                        7,
                        Scene.NOON.toEpochMilli(),
                        Scene.idOf("bob"),
                        "bob",
                        "so that nobody says any more that there is no red house",
                        List.of(new Mark(46, 49)),
                        true,
                        false);
        Finding second =
                new Finding(
                        chats.getLast(),
                        3,
                        Scene.NOON.minusSeconds(400_000).toEpochMilli(),
                        Scene.idOf("anna"),
                        "anna",
                        "red\u001b[2J\nand 赤い",
                        List.of(new Mark(0, 3)),
                        false,
                        true);
        scene.update.take(new Event.Found(asked, new Findings(List.of(first, second), null), ""));
        scene.update.take(
                new Event.LookedAround(
                        first.at(),
                        List.of(
                                entry(6, "anna", "before"),
                                entry(7, asTheLogSays ? "bob" : "eve", "a red house"),
                                entry(8, "carl", "after"))));
        return scene;
    }

    private static Entry entry(long seq, String author, String text) {
        return new Entry(
                seq, 0, MemberId.SERVER, author, new Said.Text(text), false, Entry.Delivery.STORED);
    }

    @Test
    void hits_are_rows_and_the_chosen_one_has_its_neighbours() {
        Scene scene = found(80, 9, true);
        assertThat(Pictures.of(scene))
                .isEqualTo(
                        """
                         Find a message in Kitchen
                         > red
                             │ anna: before
                              12:30 #plans bob … that there is no red house
                             │ carl: after
                         2026-02-24 @bob anna red␛[2J · and 赤い…


                         Enter goes there · Up and Down choose · Esc closes
                        """);
        Cells cells = Pictures.cells(scene);
        int column = cells.row(3).indexOf("red");
        assertThat(cells.style(column, 3).attributes()).contains(Attribute.UNDERLINE);
        assertThat(cells.style(column - 1, 3).attributes()).doesNotContain(Attribute.UNDERLINE);
    }

    @Test
    void what_was_found_is_in_sight_in_a_narrow_window_too() {
        assertThat(Pictures.of(found(40, 10, true))).contains("red house").contains("@bob");
        assertThat(Pictures.of(found(36, 10, true)))
                .contains("bob … no red h…\n", "@bob anna red␛[2J · a…\n");
    }

    @Test
    void a_hit_that_the_log_does_not_have_is_called_one() {
        assertThat(Pictures.of(found(80, 10, false)))
                .contains("The chat's history has no such message there.");
    }

    @Test
    void a_click_below_that_warning_takes_what_is_shown_there() {
        Scene scene = found(80, 10, false);
        scene.point(Report.Action.CLICK, 20, 6);
        assertThat(scene.model.overlay())
                .isInstanceOfSatisfying(
                        Overlay.Find.class,
                        find -> assertThat(find.finder().chosen()).isEqualTo(1));
    }
}
