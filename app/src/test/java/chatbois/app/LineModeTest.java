package chatbois.app;

import static org.assertj.core.api.Assertions.assertThat;

import chatbois.client.session.Session;
import chatbois.client.session.SessionState;
import chatbois.log.LogId;
import chatbois.protocol.Invite;
import chatbois.protocol.event.EventBody.MemberKicked;
import chatbois.protocol.name.ChatName;
import chatbois.protocol.name.MemberName;
import chatbois.protocol.right.Role;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// Bob talks through a pipe, over a real server.
@Timeout(60)
class LineModeTest {
    @TempDir Path directory;
    private LineTalk lines;
    private TestCommunity shed;
    private Session ann;
    private LogId tools;

    @BeforeEach
    void found() throws Exception {
        lines = new LineTalk(directory);
        shed = lines.shed;
        ann = lines.ann;
        tools = lines.tools;
    }

    @AfterEach
    void close() {
        lines.close();
    }

    @Test
    void what_is_piped_in_is_said_in_the_newest_chat() throws Exception {
        LineTalk.Heard heard = lines.pipe("bob", "hi there\n\n//etc is full\n/me leaves\n");
        assertThat(heard.code()).isZero();
        assertThat(heard.printed())
                .startsWith("The Shed: online.\nThe Shed: unread: nothing.\nnow in #tools.\n");
        lines.assertSaid(tools, "hi there", "/etc is full", "* leaves");
    }

    @Test
    void commands_are_done_before_what_comes_after_them() throws Exception {
        LineTalk.Heard heard =
                lines.pipe(
                        "bob",
                        "/new garden ann\nfirst\n/msg ann psst\nsecond\n/go #tools\nthird\n");
        assertThat(heard.code()).isZero();
        assertThat(heard.printed())
                .containsSubsequence("now in #garden.", "now in @ann.", "now in #tools.");
        LogId garden = lines.named("garden");
        LogId direct = lines.named("bob");
        lines.assertSaid(garden, "first");
        lines.assertSaid(direct, "psst", "second");
        lines.assertSaid(tools, "third");
    }

    @Test
    void to_join_a_chat_that_one_is_in_leads_there() throws Exception {
        LineTalk.Heard heard = lines.pipe("bob", "/new garden\n/join #Tools\nhi\n/join nowhere\n");
        assertThat(heard.printed()).contains("You are invited to no chat called nowhere");
        assertThat(lines.said(tools)).containsExactly("hi");
    }

    @Test
    void a_message_is_one_line_and_harmless_and_its_further_lines_are_marked() throws Exception {
        ann.send(tools, "one\u001b[2J\ntwo", false).get();
        ann.send(tools, "waves\u202e", true).get();
        LineTalk.Heard heard = lines.pipe("bob", "");
        assertThat(heard.printed())
                .contains("unread: #tools 2.")
                .containsPattern(
                        "[0-9:]{5} #tools #2 ann: one␛\\[2J\n[0-9:]{5} #tools ann\\| two\n")
                .containsPattern("[0-9:]{5} #tools #3 \\* ann waves\ufffd\n")
                .doesNotContain("\u001b");
    }

    @Test
    void what_was_changed_before_is_told_once_as_it_is_by_now_and_later_as_it_happens()
            throws Exception {
        long seq = ann.send(tools, "helo", false).get().seq();
        annKnows(seq);
        ann.chat(tools).edit(seq, "hello").get();
        long gone = ann.send(tools, "a secret", false).get().seq();
        annKnows(gone);
        ann.chat(tools).deleteMessage(gone, ann.snapshot().me().id()).get();
        LineTalk.Talk bob = lines.new Talk();
        bob.await("- a message by ann was deleted by ann");
        ann.chat(tools).edit(seq, "hello!").get();
        bob.await("#tools - ann edited message " + seq + ": hello!");
        bob.type("/quit");
        assertThat(bob.exitCode()).isZero();
        assertThat(bob.printed())
                .containsOnlyOnce("#tools #2 ann: hello\n")
                .doesNotContain("message " + seq + ": hello\n", "ann deleted message", "helo");
    }

    private void annKnows(long seq) {
        TestCommunity.await("ann knows it", () -> ann.snapshot().chats().getFirst().size() >= seq);
    }

    @Test
    void going_to_a_chat_tells_its_last_messages() throws Exception {
        ann.send(tools, "one", false).get();
        ann.send(tools, "two", false).get();
        LineTalk.Heard heard =
                lines.pipe("bob", "/set plain.entries 2\n/new garden\nfirst\n/go #tools\nthird\n");
        assertThat(heard.printed())
                .containsSubsequence(
                        "now in #tools, 2 unread:\n",
                        "#tools #2 ann: one\n",
                        "now in #garden.\n",
                        "now in #tools, 2 unread:\n",
                        "#tools #2 ann: one\n",
                        "#tools #3 ann: two\n")
                .containsOnlyOnce("#tools - ann made this chat")
                .containsOnlyOnce("#garden - bob made this chat");
        lines.assertSaid(tools, "one", "two", "third");
    }

    @Test
    void a_message_is_told_with_the_number_that_commands_name_it_by_unless_that_is_not_wanted()
            throws Exception {
        ann.send(tools, "soup or salad?", false).get();
        LineTalk.Talk bob = lines.new Talk();
        bob.type("/reply #2 soup");
        bob.await("#tools #3 bob (to #2): soup");
        bob.type("/search salad");
        bob.type("/set plain.numbers false");
        bob.type("/quit");
        bob.exitCode();
        assertThat(bob.printed())
                .containsPattern("[0-9:]{5} #tools #2 ann: soup or salad\\?\n")
                .containsPattern("[0-9-]{10} [0-9:]{5} #tools #2 ann: soup or salad\\?\n");
        assertThat(lines.pipe("bob", "").printed())
                .containsPattern("[0-9:]{5} #tools ann: soup or salad");
    }

    @Test
    void what_was_not_sent_is_told_and_ends_with_1() throws Exception {
        LineTalk.Heard heard =
                lines.pipe("bob", "fine\n" + "x".repeat(17_000) + "\n/msg nobody hi\n");
        assertThat(heard.code()).isEqualTo(1);
        assertThat(heard.printed())
                .contains("A message has at most 16384 bytes")
                .contains("not sent: xxx")
                .contains("Nobody here is called nobody.");
        lines.assertSaid(tools, "fine");
    }

    @Test
    void what_is_said_meanwhile_is_heard_until_told_to_quit() throws Exception {
        LineTalk.Talk bob = lines.new Talk();
        bob.await("now in #tools.");
        LogId garden = ann.makeChat(new ChatName("garden"), List.of()).get();
        ann.send(tools, "anybody?", false).get();
        bob.await("#tools #2 ann: anybody?");
        shed.invited(ann, "cleo");
        bob.await("The Shed: cleo joined the community, invited by ann.");
        ann.invite(garden, ann.memberNamed(new MemberName("bob")).orElseThrow().id()).get();
        bob.await("The Shed: ann invites you to #garden; /join garden brings you in.");
        bob.type("/join garden");
        bob.await("now in #garden");
        shed.stopServer();
        bob.await("The Shed: no connection (");
        bob.type("are you there?");
        bob.await("waiting for the connection: 1.");
        bob.type("/quit");
        bob.await("not sent yet: 1; /quit again to lose them.");
        shed.startServer();
        bob.await("bob: are you there?");
        bob.type("/quit");
        assertThat(bob.exitCode()).isZero();
    }

    @Test
    void whoever_sits_there_need_not_wait_for_a_file_to_stop_it_or_to_go() throws Exception {
        Path file = Files.writeString(directory.resolve("a.txt"), "a");
        LineTalk.Talk bob = lines.new Talk("bob");
        bob.await("now in #tools.");
        shed.stopServer();
        bob.await("The Shed: no connection (");
        bob.type("/attach " + file);
        bob.type("/cancel");
        bob.await("Stopped, and nothing was said here.");
        bob.type("/attach " + file);
        bob.type("/quit");
        bob.await("files are on their way; /quit again to lose them.");
        bob.type("/quit");
        assertThat(bob.exitCode()).isZero();
        shed.startServer();
    }

    @Test
    void whoever_was_kicked_is_told_by_whom_and_how_to_come_back_and_nothing_at_the_end()
            throws Exception {
        LineTalk.Talk bob = lines.new Talk();
        bob.await("now in #tools.");
        var me = ann.memberNamed(new MemberName("bob")).orElseThrow().id();
        ann.change(new MemberKicked(me, "breathe")).get();
        bob.await("stopped. ann disconnected you: breathe. Type /reconnect to come back.");
        bob.type("/reconnect");
        bob.type("/quit");
        assertThat(bob.exitCode()).isZero();
        assertThat(bob.printed()).doesNotContain("was closed");
    }

    private static boolean isOnline(Session session) {
        return session.snapshot().state() instanceof SessionState.Online;
    }

    @Test
    void a_community_that_lost_members_is_taken_as_it_is_when_told() throws Exception {
        shed.stopServer();
        TestCommunity.await("ann is offline", () -> !isOnline(ann));
        shed.backUp();
        shed.startServer();
        ann.retryNow();
        TestCommunity.await("ann is back", () -> isOnline(ann));
        shed.invited(ann, "carl");
        assertThat(lines.pipe("bob", "/msg carl welcome\n").printed()).contains("now in @carl");
        shed.stopServer();
        shed.restore();
        shed.startServer();

        LineTalk.Talk bob = lines.new Talk();
        bob.await("The Shed: stopped. The history is not what it was");
        bob.await("now in The Shed");
        bob.type("/dismiss");
        bob.await("The history is taken as it is now.");
        bob.await("The Shed: online.");
        bob.type("/go tools");
        bob.await("now in #tools.");
        bob.type("/dismiss");
        bob.await("The history here is what it was.");
        bob.type("/quit");
        assertThat(bob.exitCode()).isZero();
    }

    @Test
    void an_invite_is_made_for_a_role_listed_and_called_back() throws Exception {
        LineTalk.Heard refused = lines.pipe("bob", "/invites moderator\n");
        assertThat(refused.printed()).contains("Nobody gives more than they have");
        assertThat(lines.pipe("bob", "/invites guest 3 2\n").printed())
                .contains("An invite for guest, uses: 3, good for days: 2; pass it on:")
                .contains(Invite.SCHEME);
        String line =
                lines.pipe("bob", "/invites\n")
                        .printed()
                        .lines()
                        .filter(text -> text.matches("\\S{8} +guest +bob +3 +2.*"))
                        .findFirst()
                        .orElseThrow();
        String name = line.substring(0, line.indexOf(' '));
        assertThat(lines.pipe("bob", "/revoke " + name + "\n/invites\n").printed())
                .contains("That invite lets in nobody any more.")
                .contains("No invite is open; /invite makes one.");
        assertThat(lines.pipe("bob", "/revoke " + name + "\n").printed())
                .contains("There is no open invite " + name);
    }

    @Test
    void somebody_who_is_no_member_learns_how_to_become_one() throws Exception {
        LineTalk.Heard heard = lines.pipe("nobody", "hi\n");
        assertThat(heard.code()).isEqualTo(1);
        assertThat(heard.printed()).contains("./chatbois join");
    }

    @Test
    void somebody_who_is_there_is_asked_for_an_invite_until_it_is_right() throws Exception {
        String invite = ann.makeInvite(Role.MEMBER, 1, null).get().line();
        LineTalk.Heard heard =
                lines.pipe(
                        "carl",
                        "nonsense\n\n" + invite + "\nann\n" + invite + "\n\n/members\n",
                        "carl");
        assertThat(heard.code()).isZero();
        assertThat(heard.printed())
                .contains("an invite looks like")
                .contains("taken")
                .contains("Members: ann (owner), bob, carl.");
    }
}
