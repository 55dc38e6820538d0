package chatbois.terminal.view;

import static org.assertj.core.api.Assertions.assertThat;

import chatbois.client.session.Entry.Delivery;
import chatbois.client.session.Said;
import chatbois.terminal.cell.Cells;
import chatbois.terminal.cell.Style;
import chatbois.terminal.command.Outcome;
import chatbois.terminal.command.Table;
import chatbois.terminal.key.Key;
import chatbois.terminal.key.Key.Name;
import chatbois.terminal.screen.Screen;
import chatbois.terminal.setting.Setting;
import chatbois.terminal.state.Event;
import chatbois.terminal.state.Scene;
import chatbois.terminal.talk.Look;
import chatbois.terminal.text.Samples;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/// The screen as a whole, and chats on it.
class ViewTest {
    @Test
    void a_chat_on_80_by_24() {
        Scene scene = Kitchen.kitchen(80, 24);
        scene.type("Where to?");
        assertThat(Pictures.of(scene))
                .isEqualTo(
                        """
                         Kitchen          │ #general  3 members · Kitchen
                         1 #general       │
                         2 #plans       3 │
                         3 @bob         1 │
                         4 #secret  join? │
                                          │
                                          │
                                          │
                                          │
                                          │
                                          │
                                          │ The beginning of #general
                                          │
                                          │ ── Sunday, 1 March 2026 ────────────────────────────────────
                                          │ 12:30  bob  Is anybody hungry?
                                          │ 12:31    *  anna looks into the fridge
                                          │ 12:32    –  carl came in
                                          │ 12:33 anna  Nothing there but a very lonely carrot, I am
                                          │             afraid to say.
                                          │ 12:34       And half a lemon.
                                          │   …         Shall we go out?
                                          │ 12:30    ·  carl invites you to #secret: Alt+A goes there.
                         Kitchen · online                    unread: #plans 3  @bob 1  invited: #secret
                        > Where to?
                        """);
    }

    @Test
    void who_is_gone_keeps_the_column_of_names_as_it_was() {
        Scene scene = new Scene(80, 24).members("bob").chat("#general", 0);
        scene.says("bob (gone)", "Good bye").answers("anna", "Come back", 1);
        scene.changed();
        assertThat(Pictures.of(scene))
                .contains("\n12:30  bob  Good bye", "╭ bob: Good bye\n12:31 anna  Come back");
    }

    @Test
    void a_table_fits_where_it_is_told_and_goes_with_the_window() {
        Scene scene = new Scene(80, 24).chat("#general", 0);
        scene.changed();
        Table table =
                new Table(
                        List.of("member", "what it is"),
                        List.of(List.of("ada", "one who has a lot to say ".repeat(4).strip())));
        Outcome.Listed listed = Outcome.listed(table, List.of());
        scene.update.take(new Event.Listed(Scene.place("#general"), listed, ""));
        assertThat(Pictures.of(scene))
                .contains(
                        "member  what it is\n            ada     one who has a lot to say one who")
                .contains("\n                    has a lot to say one who");
        scene.update.take(new Event.OnTerminal(new Screen.Event.Resized(130, 24)));
        assertThat(Pictures.of(scene))
                .contains(" has a lot to say one who has a lot to say one who has");
        scene.update.take(new Event.Listed(Scene.place("#general"), listed, "Settings"));
        assertThat(Pictures.of(scene)).startsWith(" Settings\nmember  what it is\nada     one who");
    }

    @Test
    void settings_change_the_picture_at_once() {
        Scene scene = Kitchen.kitchen(100, 24);
        assertThat(Pictures.of(scene)).contains("│ 12:30  bob  Is");
        assertThat(Pictures.cells(scene).title()).contains("#general");
        scene.set(Setting.LOOKS_CLOCK, "12h");
        assertThat(Pictures.of(scene)).contains("│ 12:30pm  bob  Is", "│    …          Shall");
        scene.set(Setting.LOOKS_LIST_FROM, "101");
        assertThat(Pictures.of(scene)).contains("\n12:30  bob  Is");
        scene.set(Setting.LOOKS_TITLE, "false");
        assertThat(Pictures.cells(scene).title()).isEmpty();
        scene.set(Setting.WRITING_ROWS, "2");
        scene.press(new Key.Paste("1\n2\n3\n4", false));
        assertThat(scene.model.layout().input()).isEqualTo(2);
    }

    @Test
    void a_narrow_window_hides_the_list() {
        assertThat(Pictures.of(Kitchen.kitchen(40, 12)))
                .isEqualTo(
                        """
                         #general  3 members · Kitchen
                        12:31    *  anna looks into the fridge
                        12:32    –  carl came in
                        12:33 anna  Nothing there but a very
                                    lonely carrot, I am afraid
                                    to say.
                        12:34       And half a lemon.
                          …         Shall we go out?
                        12:30    ·  carl invites you to #secret:
                                    Alt+A goes there.
                         Kitchen · online             unread: 3
                        >
                        """);
    }

    @Test
    void a_list_that_was_shown_and_hidden_by_its_key_is_left_to_itself_again() {
        Scene scene = new Scene(80, 24).chat("#general", 0);
        scene.changed();
        for (Name key : List.of(Name.F2, Name.F3)) {
            scene.resize(80, 24);
            String without = Pictures.of(scene);
            scene.press(key);
            assertThat(Pictures.of(scene)).isNotEqualTo(without);
            scene.press(key);
            assertThat(Pictures.of(scene)).isEqualTo(without);
            scene.resize(160, 24);
        }
        assertThat(scene.model.layout().list()).isPositive();
        assertThat(scene.model.layout().members()).isPositive();
    }

    @Test
    void too_small_a_window_says_so() {
        assertThat(Pictures.of(Kitchen.kitchen(29, 24))).startsWith("Make this window larger.\n\n");
        assertThat(Pictures.of(Kitchen.kitchen(80, 7))).startsWith("Make this window larger.\n\n");
    }

    @Test
    void wide_signs_and_long_names_keep_their_columns() {
        Scene scene =
                Kitchen.listed(60, 12)
                        .members("bob")
                        .chat("#漢字漢字漢字漢字漢字漢字", 2)
                        .says("bob", "漢字漢字漢字漢字漢字漢字漢字漢字漢字漢字 👨‍👩‍👧 fine 🇩🇪🇫🇷")
                        .says("a-very-long-name-for-a-member", "hi");
        scene.changed();
        assertThat(Pictures.of(scene))
                .isEqualTo(
                        """
                         Kitchen      │ #漢字漢字漢字漢字漢字漢字  3 members · Kit…
                         1 #漢字漢… 2 │
                                      │
                                      │
                                      │ The beginning of #漢字漢字漢字漢字漢字漢字
                                      │
                                      │ ── Sunday, 1 March 2026 ────────────────────
                                      │ 12:30      bob  漢字漢字漢字漢字漢字漢字漢字
                                      │                 漢字漢字漢字 👨‍👩‍👧 fine 🇩🇪🇫🇷
                                      │ 12:31 a-very-…  hi
                         Kitchen · online
                        >
                        """);
    }

    @Test
    void what_others_write_steers_nothing() {
        Scene scene =
                Kitchen.listed(64, 14)
                        .named("Kit\u001b[2Jchen\n")
                        .members("bob")
                        .chat("#a\u001b]0;title\u0007b", 0)
                        .chat("#right\u202eleft", 4)
                        .says("bo\u001b[31mb", "one\u001b[2Jtwo\r\nthree\u202efour\u0007")
                        .said("x", new Said.Happened("x\n\u001bc came in"), Delivery.STORED)
                        .notice("Beware\u001b[5m");
        scene.changed();
        assertThat(Pictures.of(scene))
                .isEqualTo(
                        """
                         Kit␛[2Jchen␤ │ #a␛]0;title␇b  3 members · Kit␛[2Jchen␤
                         1 #a␛]0;tit… │
                         2 #right�… 4 │
                                      │
                                      │ The beginning of #a␛]0;title␇b
                                      │
                                      │ ── Sunday, 1 March 2026 ────────────────────────
                                      │ 12:30 bo␛[31mb  one␛[2Jtwo
                                      │                 three�four␇
                                      │ 12:31        –  x
                                      │                 ␛c came in
                                      │ 12:30        !  Beware␛[5m
                         Kit␛[2Jchen␤ · online                    unread: #right�left 4
                        >
                        """);
    }

    @Test
    void whatever_is_said_every_picture_can_be_drawn() {
        for (long seed = 0; seed < 300; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            Scene scene =
                    Kitchen.listed(random.nextInt(1, 100), random.nextInt(1, 30))
                            .chat("#a" + Samples.text(random, 8), 5)
                            .named(Samples.text(random, 5));
            for (int i = random.nextInt(20); i > 0; i--) {
                scene.says("x" + Samples.text(random, 3), Samples.text(random, 40));
            }
            scene.changed();
            scene.type(Samples.text(random, 20));
            scene.press(Name.PAGE_UP);
            scene.changed();
            Cells cells = Pictures.cells(scene);
            for (int y = 0; y < cells.height(); y++) {
                assertThat(cells.row(y)).doesNotContainPattern("\\p{Cntrl}");
            }
        }
    }

    @Test
    void what_is_new_is_under_a_line() {
        Scene scene =
                Kitchen.listed(60, 10)
                        .chat("#general", 2, 3)
                        .says("bob", "one")
                        .says("bob", "two")
                        .says("bob", "three");
        scene.changed();
        assertThat(Pictures.of(scene))
                .isEqualTo(
                        """
                         Kitchen      │ #general  3 members · Kitchen
                         1 #general 2 │ The beginning of #general
                                      │
                                      │ ── Sunday, 1 March 2026 ────────────────────
                                      │ 12:30  bob  one
                                      │ ── new ─────────────────────────────────────
                                      │ 12:31  bob  two
                                      │ 12:32       three
                         Kitchen · online
                        >
                        """);
    }

    @Test
    void the_newest_line_is_seen_where_no_chat_is_too() {
        Scene scene = Kitchen.listed(80, 24);
        for (int i = 1; i <= 30; i++) {
            scene.notice("notice " + i).changed();
            assertThat(Pictures.of(scene)).contains("notice " + i + "\n");
        }
    }

    @Test
    void a_multi_line_draft_grows_to_five_rows_and_scrolls_then() {
        Scene scene = Kitchen.kitchen(80, 24);
        scene.press(new Key.Paste("1\n2\n3", false));
        assertThat(Pictures.of(scene)).endsWith("> 1\n  2\n  3\n");
        scene.press(new Key.Paste("\n4\n5\n6\n7", false));
        assertThat(Pictures.of(scene)).endsWith("\n↑ 3\n  4\n  5\n  6\n  7\n");
        assertThat(Pictures.cells(scene).cursor()).contains(new Cells.Point(3, 23));
    }

    @Test
    void completions_are_listed_above_their_word() {
        Scene scene = Kitchen.kitchen(80, 24);
        scene.type("/me");
        scene.press(Name.TAB);
        assertThat(Pictures.of(scene)).contains("\n ›/members ").contains("\n  /me ");
        Cells cells = Pictures.cells(scene);
        assertThat(cells.style(2, 19)).isEqualTo(Look.CHOSEN);
        assertThat(cells.style(2, 20)).isEqualTo(Look.BAR);
    }

    @Test
    void scrolling_back_shows_how_much_is_below_and_who_wrote_the_first_row() {
        Scene scene = Kitchen.listed(80, 10).chat("#general", 0, 100).window(1, 100, true, true);
        scene.changed();
        scene.press(Name.PAGE_UP);
        assertThat(Pictures.of(scene))
                .isEqualTo(
                        """
                         Kitchen          │ #general  3 members · Kitchen
                         1 #general       │ 12:31  bob  message 89
                                          │ 12:31       message 90
                                          │ 12:31       message 91
                                          │ 12:31       message 92
                                          │ 12:31       message 93
                                          │ 12:31       message 94
                                          │ 12:31       message 95
                         Kitchen · online                                                     ↓ 5 newer
                        >
                        """);
    }

    @Test
    void as_long_as_the_end_of_a_chat_is_not_there_more_replies_may_follow() {
        Scene scene = new Scene(60, 10).chat("#general", 0, 40);
        scene.window(1, 3, true, false).answers("carl", "yes", 1).changed();
        assertThat(Pictures.of(scene)).contains(" ↳ 1+ replies\n");
        scene.window(1, 3, true, true).answers("carl", "yes", 1).changed();
        assertThat(Pictures.of(scene)).contains(" ↳ 1 reply\n");
    }

    @Test
    void a_thread_that_is_scrolled_back_shows_how_much_is_below_too() {
        Scene scene = new Scene(40, 10).chat("#general", 0, 40).says("bob", "the root");
        for (int i = 1; i <= 20; i++) {
            scene.answers("carl", "answer " + i, 1);
        }
        scene.changed();
        scene.enter("/thread #1");
        scene.changed();
        assertThat(Pictures.of(scene)).doesNotContain("newer");
        scene.press(Name.PAGE_UP);
        assertThat(Pictures.of(scene)).contains("↓ 5 newer\n");
    }

    @Test
    void the_chat_in_view_and_bars_stand_out_without_colours() {
        Cells cells = Pictures.cells(Kitchen.kitchen(80, 24));
        assertThat(cells.style(1, 1).attributes()).contains(Style.Attribute.REVERSE);
        assertThat(cells.style(0, 22).attributes()).contains(Style.Attribute.REVERSE);
        assertThat(cells.style(1, 2).attributes()).doesNotContain(Style.Attribute.REVERSE);
    }
}
