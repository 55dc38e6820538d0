package chatbois.terminal.view;

import static org.assertj.core.api.Assertions.assertThat;

import chatbois.terminal.key.Key;
import chatbois.terminal.key.Key.Name;
import chatbois.terminal.state.Event;
import chatbois.terminal.state.Scene;
import java.util.List;
import org.junit.jupiter.api.Test;

/// What lies over a chat or stands in place of one.
class PagesTest {
    private static final String INVITE =
            "chatbois://127.0.0.1:7777/5BAWM3HXT0489VJCPBY5#vV6bZ8eNm7bk3HR2_AMpd2rn_yQxxsYEqf1t2AtyvlU";

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
    void the_way_to_another_chat_shows_what_fits_and_where_it_is() {
        Scene scene = Kitchen.listed(60, 8);
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
    void a_new_member_is_asked_for_an_invite_then_for_a_name() {
        Scene scene = Kitchen.listed(80, 24).nowhere();
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
        assertThat(Pictures.of(Kitchen.listed(80, 24)))
                .startsWith(" ".repeat(18) + "│ chatbois\n")
                .endsWith(" opening…\n>\n");
    }

    @Test
    void an_invite_is_shown_with_its_qr_code_where_that_fits() {
        Scene scene = Kitchen.kitchen(80, 24);
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
        Scene scene = Kitchen.listed(80, 24);
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
        Scene scene = Kitchen.kitchen(80, 24);
        scene.at("#secret");
        assertThat(Pictures.of(scene))
                .contains(" #secret  invitation · Kitchen")
                .contains("│ carl invites you to #secret")
                .contains("│ /join brings you in, and so does Enter.");
    }

    @Test
    void help_lies_over_everything_and_can_be_read_to_its_end() {
        Scene scene = Kitchen.kitchen(80, 24);
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
    void the_keys_that_are_needed_can_be_seen_in_a_narrow_window() {
        Scene scene = Kitchen.kitchen(40, 10);
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
    void a_thread_that_is_too_long_says_how_many_replies_it_has_and_that_some_are_in_the_chat() {
        Scene scene = Kitchen.kitchen(80, 24);
        scene.enter("/thread #1");
        scene.earlier(400, false).changed();
        int here = scene.model.replies() - 400;
        assertThat(Pictures.of(scene))
                .contains((here + 400) + " replies · Esc leads back")
                .contains("… earlier replies are in the chat");
        scene.earlier(0, true).changed();
        assertThat(Pictures.of(scene)).contains(here + "+ replies · Esc leads back");
    }
}
