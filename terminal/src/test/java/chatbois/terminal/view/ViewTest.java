package chatbois.terminal.view;

import static org.assertj.core.api.Assertions.assertThat;

import chatbois.client.session.Entry.Delivery;
import chatbois.client.session.Said;
import chatbois.client.session.SessionState;
import chatbois.log.MemberId;
import chatbois.protocol.view.PlannedEnd;
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

class ViewTest {
    private static final String INVITE =
            "chatbois://127.0.0.1:7777/5BAWM3HXT0489VJCPBY5#vV6bZ8eNm7bk3HR2_AMpd2rn_yQxxsYEqf1t2AtyvlU";

    /// With the chat list also where there is less room than it usually wants.
    private static Scene listed(int width, int height) {
        return new Scene(width, height).set(Setting.LOOKS_LIST_FROM, "60");
    }

    private static Scene kitchen(int width, int height) {
        Scene scene =
                listed(width, height)
                        .members("bob", "carl")
                        .chat("#general", 0)
                        .chat("#plans", 3)
                        .chat("@bob", 1)
                        .invitation("#secret", "carl")
                        .says("bob", "Is anybody hungry?")
                        .said("anna", new Said.Action("looks into the fridge"), Delivery.STORED)
                        .said("carl", new Said.Happened("carl came in"), Delivery.STORED)
                        .says("anna", "Nothing there but a very lonely carrot, I am afraid to say.")
                        .says("anna", "And half a lemon.")
                        .said("anna", new Said.Text("Shall we go out?"), Delivery.PENDING);
        scene.changed();
        return scene;
    }

    @Test
    void a_chat_on_80_by_24() {
        Scene scene = kitchen(80, 24);
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
    void a_page_without_chats_tells_who_invites_or_that_somebody_may() {
        Scene scene = new Scene(80, 24).members("ada");
        scene.changed();
        assertThat(Pictures.of(scene))
                .contains("If somebody invites you into a chat, it is told here.");
        scene.invitation("#third", "ada").changed();
        assertThat(Pictures.of(scene))
                .contains("\nada invites you to #third: Alt+A goes there.")
                .doesNotContain("If somebody invites you");
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
    void who_is_gone_keeps_the_column_of_names_as_it_was() {
        Scene scene = new Scene(80, 24).members("bob").chat("#general", 0);
        scene.says("bob (gone)", "Good bye").answers("anna", "Come back", 1);
        scene.changed();
        assertThat(Pictures.of(scene))
                .contains("\n12:30  bob  Good bye", "╭ bob: Good bye\n12:31 anna  Come back");
    }

    @Test
    void an_inbox_with_nothing_in_it_offers_only_the_way_out() {
        Scene scene = new Scene(80, 24).chat("#general", 0);
        scene.changed();
        scene.press(Name.F7);
        assertThat(Pictures.of(scene))
                .contains("Nothing waits for you.")
                .endsWith("\n Esc closes\n");
        scene.resize(40, 10);
        assertThat(Pictures.of(scene))
                .contains(
                        "   Nothing waits for you. What is\n   unread in any community comes here.\n");
    }

    @Test
    void a_command_can_be_typed_on_a_page() {
        Scene scene = new Scene(80, 24).chat("#general", 0);
        scene.changed();
        scene.enter("/keys");
        assertThat(Pictures.of(scene)).endsWith(" · / types a command\n");
        scene.type("/set looks.clock 12h");
        assertThat(Pictures.of(scene)).endsWith("> /set looks.clock 12h\n");
    }

    @Test
    void what_is_written_stays_as_it_is_below_a_page() {
        Scene scene = new Scene(80, 24).chat("#general", 0);
        scene.changed();
        scene.type("half a ");
        scene.press(Name.F1);
        assertThat(Pictures.of(scene)).doesNotContain("types a command");
        scene.type("/");
        scene.press(Name.ESCAPE);
        assertThat(Pictures.of(scene)).endsWith("> half a\n");
    }

    @Test
    void all_keys_stand_on_a_page_by_their_names() {
        Scene scene = new Scene(80, 24).chat("#general", 0);
        scene.changed();
        scene.enter("/keys");
        assertThat(Pictures.of(scene))
                .contains("  name             keys ", "what it does\n")
                .contains("  help             F1 ", "\nIn a chat:\n")
                .contains("  next-chat        Ctrl+N ");
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
    void settings_change_the_picture_at_once() {
        Scene scene = kitchen(100, 24);
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
        assertThat(Pictures.of(kitchen(40, 12)))
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
    void a_planned_end_is_counted_down() {
        Scene scene = kitchen(60, 12);
        long noon = scene.model.now().toEpochMilli();
        MemberId by = MemberId.SERVER;
        scene.planned(new PlannedEnd(by, noon + 299_000, true, "")).changed();
        assertThat(Pictures.of(scene)).contains(" Kitchen · online · restart in 4:59");
        scene.planned(new PlannedEnd(by, noon + 7_265_000, false, "")).changed();
        assertThat(Pictures.of(scene)).contains(" Kitchen · online · shutdown in 2:01:05");
    }

    @Test
    void too_small_a_window_says_so() {
        assertThat(Pictures.of(kitchen(29, 24))).startsWith("Make this window larger.\n\n");
        assertThat(Pictures.of(kitchen(80, 7))).startsWith("Make this window larger.\n\n");
    }

    @Test
    void wide_signs_and_long_names_keep_their_columns() {
        Scene scene =
                listed(60, 12)
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
                listed(64, 14)
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
                    listed(random.nextInt(1, 100), random.nextInt(1, 30))
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
                listed(60, 10)
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
    void a_connection_is_described_in_words() {
        Scene scene = kitchen(80, 24);
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
        Scene scene = listed(80, 24);
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
    void the_way_to_another_chat_shows_what_fits_and_where_it_is() {
        Scene scene = listed(60, 8);
        scene.chat("#general", 0).chat("#builds", 3).community("Garden", "#tools").changed();
        scene.press(Key.ctrl('k'));
        scene.type("b");
        assertThat(Pictures.of(scene))
                .isEqualTo(
                        """
                         Go to a chat
                         > b
                           #builds  3 new                                   Kitchen




                         Enter goes there · Up and Down choose · Esc closes
                        """);
        scene.type("xx");
        assertThat(Pictures.of(scene)).contains("No chat of yours is called like that;");
    }

    @Test
    void a_search_in_what_was_typed_is_shown_in_the_status() {
        Scene scene = kitchen(80, 24);
        scene.enter("hello there");
        scene.press(Key.ctrl('r'));
        scene.type("the");
        assertThat(status(scene)).startsWith(" In what you typed: the_ · Ctrl+R older");
        scene.type("x");
        assertThat(status(scene)).startsWith(" In what you typed: thex_ · nothing like it");
    }

    @Test
    void a_session_that_stopped_says_why_above_the_chat() {
        Scene scene = kitchen(80, 24);
        scene.state(new SessionState.Stopped("The server has another key than before.")).changed();
        assertThat(Pictures.of(scene))
                .contains("│ Not connected: The server has another key than before.")
                .contains("/reconnect tries once more.")
                .contains(" Kitchen  stopped │");
    }

    @Test
    void a_history_that_changed_is_reported_above_the_chat() {
        Scene scene = kitchen(80, 24);
        scene.broken("#general", "event 3 is missing").changed();
        assertThat(Pictures.of(scene))
                .contains("│ The history is not what it was: event 3 is missing.")
                .contains("/dismiss")
                .contains(" 1 #general     ! │");
    }

    @Test
    void a_community_whose_own_history_changed_is_reported_above_the_chat() {
        Scene scene = kitchen(80, 24);
        scene.broken("it had 9 events and now has 7").changed();
        assertThat(Pictures.of(scene))
                .contains("│ The history is not what it was: it had 9 events and now")
                .contains("/dismiss")
                .doesNotContain("/reconnect")
                .contains(" Kitchen  stopped │");
    }

    @Test
    void the_newest_line_is_seen_where_no_chat_is_too() {
        Scene scene = listed(80, 24);
        for (int i = 1; i <= 30; i++) {
            scene.notice("notice " + i).changed();
            assertThat(Pictures.of(scene)).contains("notice " + i + "\n");
        }
    }

    @Test
    void a_new_member_is_asked_for_an_invite_then_for_a_name() {
        Scene scene = listed(80, 24).nowhere();
        assertThat(Pictures.of(scene))
                .isEqualTo(
                        """

                          chatbois
                          Chat with friends through a server of your own.

                          Paste an invite and press Enter:

                          >

                          An invite is one line that begins with chatbois:// and comes from a member.

                          No invite? Host a community here: start ./chatbois --server in another
                          terminal; it prints the first invite, which is yours.

                          Ctrl+C twice quits.










                        """);
        scene.press(new Key.Paste(INVITE, false), Key.named(Name.ENTER));
        assertThat(Pictures.of(scene))
                .contains("Your name there, at 127.0.0.1:7777:")
                .contains("> root");
    }

    @Test
    void before_anything_is_open_the_screen_is_there() {
        assertThat(Pictures.of(listed(80, 24)))
                .startsWith(" ".repeat(18) + "│ chatbois\n")
                .endsWith(" opening…\n>\n");
    }

    @Test
    void an_invite_is_shown_with_its_qr_code_where_that_fits() {
        Scene scene = kitchen(80, 24);
        scene.update.take(
                new Event.Told(
                        scene.model.here().orElseThrow(), List.of("Good for one day.", INVITE)));
        assertThat(Pictures.of(scene))
                .contains("Make this window one row higher to see it as a QR code, too.")
                .doesNotContain("█", "PgDn shows more");
        scene.resize(40, 24);
        scene.press(Name.PAGE_DOWN);
        assertThat(Pictures.of(scene)).contains("5 columns wider and one\nrow higher");
        scene.resize(45, 25);
        scene.press(Name.PAGE_DOWN);
        assertThat(Pictures.of(scene)).contains("█").doesNotContain("Make this window");
    }

    @Test
    void an_empty_community_says_what_to_do() {
        Scene scene = listed(80, 24);
        scene.changed();
        assertThat(Pictures.of(scene))
                .isEqualTo(
                        """
                         Kitchen          │ Kitchen
                                          │
                                          │ Kitchen
                                          │ You are anna here. Nobody else is here yet.
                                          │
                                          │ /invite       makes an invite: one line to pass on
                                          │ /new NAME     makes a chat; add MEMBERs behind it
                                          │ /msg MEMBER   writes to one member alone
                                          │ F1            shows all keys and commands
                                          │
                                          │
                                          │
                                          │
                                          │
                                          │
                                          │
                                          │
                                          │
                                          │
                                          │
                                          │
                                          │
                         Kitchen · online
                        >
                        """);
    }

    @Test
    void an_invitation_says_how_to_join() {
        Scene scene = kitchen(80, 24);
        scene.at("#secret");
        assertThat(Pictures.of(scene))
                .contains(" #secret  invitation · Kitchen")
                .contains("│ carl invites you to #secret")
                .contains("│ /join brings you in, and so does Enter.");
    }

    @Test
    void help_lies_over_everything_and_can_be_read_to_its_end() {
        Scene scene = kitchen(80, 24);
        scene.press(Name.F1);
        assertThat(Pictures.of(scene)).contains("  Ctrl+N                  go to the next chat");
        for (int page = 0; page < 20; page++) {
            scene.press(Name.PAGE_DOWN);
        }
        assertThat(Pictures.of(scene))
                .contains("in /keys WORD, too.\n Esc closes · / types a command\n");
        scene.press(Name.ESCAPE);
        assertThat(Pictures.of(scene)).endsWith("\n>\n").contains("Is anybody hungry?");
    }

    @Test
    void a_multi_line_draft_grows_to_five_rows_and_scrolls_then() {
        Scene scene = kitchen(80, 24);
        scene.press(new Key.Paste("1\n2\n3", false));
        assertThat(Pictures.of(scene)).endsWith("> 1\n  2\n  3\n");
        scene.press(new Key.Paste("\n4\n5\n6\n7", false));
        assertThat(Pictures.of(scene)).endsWith("\n↑ 3\n  4\n  5\n  6\n  7\n");
        assertThat(Pictures.cells(scene).cursor()).contains(new Cells.Point(3, 23));
    }

    @Test
    void the_keys_that_are_needed_can_be_seen_in_a_narrow_window() {
        Scene scene = kitchen(40, 10);
        scene.press(new Key.Paste("1\n2\n3\n4\n5\n6", false));
        assertThat(Pictures.of(scene)).contains("\n Paste 6 lines? Enter yes, Esc no\n");
        scene.press(Key.named(Name.ESCAPE), Key.named(Name.F7));
        assertThat(Pictures.of(scene)).endsWith("\n Enter goes there · Esc closes\n");
        scene.press(Key.named(Name.ESCAPE), Key.ctrl('r'));
        assertThat(Pictures.of(scene)).contains("\n _ · Enter takes it · Esc back\n");
        scene.press(Name.ESCAPE);
        scene.chat("#what-we-cook-tomorrow", 0).at("#what-we-cook-tomorrow");
        scene.enter("/thread #1");
        scene.changed();
        assertThat(Pictures.of(scene)).startsWith(" #what-… › thread of #1  Esc leads back\n");
    }

    @Test
    void completions_are_listed_above_their_word() {
        Scene scene = kitchen(80, 24);
        scene.type("/me");
        scene.press(Name.TAB);
        assertThat(Pictures.of(scene)).contains("\n ›/members ").contains("\n  /me ");
        Cells cells = Pictures.cells(scene);
        assertThat(cells.style(2, 19)).isEqualTo(Look.CHOSEN);
        assertThat(cells.style(2, 20)).isEqualTo(Look.BAR);
    }

    @Test
    void scrolling_back_shows_how_much_is_below_and_who_wrote_the_first_row() {
        Scene scene = listed(80, 10).chat("#general", 0, 100).window(1, 100, true, true);
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
        Cells cells = Pictures.cells(kitchen(80, 24));
        assertThat(cells.style(1, 1).attributes()).contains(Style.Attribute.REVERSE);
        assertThat(cells.style(0, 22).attributes()).contains(Style.Attribute.REVERSE);
        assertThat(cells.style(1, 2).attributes()).doesNotContain(Style.Attribute.REVERSE);
    }
}
