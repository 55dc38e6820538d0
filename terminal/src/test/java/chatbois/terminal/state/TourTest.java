package chatbois.terminal.state;

import static org.assertj.core.api.Assertions.assertThat;

import chatbois.terminal.cell.Cells;
import chatbois.terminal.key.Key.Name;
import chatbois.terminal.view.View;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class TourTest {
    private final Scene scene = new Scene(100, 24);

    @Test
    void leads_from_nothing_to_help_one_thing_at_a_time() {
        scene.changed();
        scene.update.take(new Event.Newcomer());
        assertThat(screen())
                .contains("1 of 3: Say something. First a place for it")
                .contains("Esc ends the tour");
        scene.members("bob").chat("#plans", 0, 10, 1).changed();
        scene.at("#plans");
        assertThat(screen()).contains("1 of 3: Say something.");
        enter("hello");
        assertThat(screen()).contains("2 of 3: Bring somebody in.");
        enter("/who");
        assertThat(screen()).contains("2 of 3");
        enter("/invite bob");
        assertThat(screen()).contains("3 of 3: F1 shows");
        scene.press(Name.F1);
        scene.press(Name.ESCAPE);
        assertThat(screen()).contains("That was all.").doesNotContain("3 of 3");
    }

    @Test
    void where_there_is_no_room_for_it_that_is_said() {
        scene.resize(40, 10);
        scene.changed();
        scene.update.take(new Event.Newcomer());
        assertThat(screen())
                .contains("Make this window higher for the tour.")
                .doesNotContain("1 of 3");
    }

    @Test
    void who_is_not_alone_is_not_asked_to_bring_somebody() {
        scene.members("bob").chat("#plans", 0, 10, 2).changed();
        scene.at("#plans");
        scene.update.take(new Event.Newcomer());
        enter("hello");
        assertThat(screen()).contains("3 of 3: F1 shows").doesNotContain("2 of 3");
    }

    @Test
    void is_skipped_by_escape_and_begun_again_by_a_command() {
        scene.members("bob").chat("#plans", 0, 10, 1).changed();
        scene.at("#plans");
        scene.update.take(new Event.Newcomer());
        scene.press(Name.ESCAPE);
        assertThat(screen()).doesNotContain("1 of 3").contains("/tour guides you again");
        enter("/tour");
        assertThat(screen()).contains("1 of 3: Say something.");
    }

    @Test
    void escape_closes_first_what_lies_over_it() {
        scene.members("bob").chat("#plans", 0, 10, 1).changed();
        scene.at("#plans");
        scene.update.take(new Event.Newcomer());
        scene.press(Name.F4);
        scene.press(Name.ESCAPE);
        assertThat(screen()).contains("1 of 3");
    }

    @Test
    void shows_only_where_there_is_room() {
        Scene small = new Scene(40, 10);
        small.members("bob").chat("#plans", 0, 10, 1).changed();
        small.update.take(new Event.Newcomer());
        assertThat(screen(small)).doesNotContain("1 of 3");
        small.enter("/tour");
        assertThat(screen(small)).contains(" Make this window higher for the tour.\n");
    }

    @Test
    void is_read_to_its_end_beside_the_lists() {
        for (int width : new int[] {40, 80, 100, 140}) {
            Scene lists = new Scene(width, 24);
            lists.members("bob").chat("#plans", 0, 10, 1).changed();
            lists.at("#plans");
            lists.update.take(new Event.Newcomer());
            lists.enter("hello");
            for (Name key : List.of(Name.F2, Name.F3, Name.F2)) {
                lists.press(key);
                assertThat(besideTheList(screen(lists)))
                        .as("%d columns, %s", width, key)
                        .contains(" asks them into this chat: Tab completes their name.")
                        .contains("their name. · Esc ends the tour ");
            }
        }
    }

    private void enter(String line) {
        scene.type(line);
        scene.press(Name.ENTER);
    }

    private static String besideTheList(String screen) {
        return screen.lines()
                .map(line -> line.replaceFirst("^[^│]{0,28}│", ""))
                .collect(Collectors.joining(" "))
                .replaceAll(" +", " ");
    }

    private String screen() {
        return screen(scene);
    }

    private static String screen(Scene scene) {
        Cells cells = new Cells(scene.model.width(), scene.model.height());
        View.draw(cells, scene.model);
        StringBuilder text = new StringBuilder();
        for (int y = 0; y < cells.height(); y++) {
            text.append(cells.row(y)).append('\n');
        }
        return text.toString();
    }
}
