package chatbois.app;

import static org.assertj.core.api.Assertions.assertThat;

import chatbois.client.link.Dialer;
import chatbois.client.session.Entry;
import chatbois.client.session.Said;
import chatbois.client.session.Session;
import chatbois.client.session.SessionState;
import chatbois.log.LogId;
import chatbois.protocol.Invite;
import chatbois.protocol.event.EventBody.MemberKicked;
import chatbois.protocol.name.ChatName;
import chatbois.protocol.name.MemberName;
import chatbois.protocol.right.Role;
import chatbois.terminal.line.LineMode;
import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PipedReader;
import java.io.PipedWriter;
import java.io.PrintStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// Bob talks through a pipe, over a real server.
@Timeout(60)
class LineModeTest {
    private record Heard(int code, String printed) {}

    @TempDir Path directory;
    private TestCommunity shed;
    private Session ann;
    private LogId tools;

    @BeforeEach
    void found() throws Exception {
        shed = new TestCommunity(directory);
        ann = shed.owner("ann");
        Session bob = shed.invited(ann, "bob");
        tools = ann.makeChat(new ChatName("tools"), List.of(bob.snapshot().me().id())).get();
        // Else it is news to the one who comes next.
        TestCommunity.await("bob has heard of it", () -> bob.snapshot().chats().size() == 1);
        bob.close();
    }

    @AfterEach
    void close() {
        shed.close();
    }

    @Test
    void what_is_piped_in_is_said_in_the_newest_chat() throws Exception {
        Heard heard = pipe("bob", "hi there\n\n//etc is full\n/me leaves\n");
        assertThat(heard.code()).isZero();
        assertThat(heard.printed())
                .startsWith("The Shed: online.\nThe Shed: unread: nothing.\nnow in #tools.\n");
        assertSaid(tools, "hi there", "/etc is full", "* leaves");
    }

    @Test
    void commands_are_done_before_what_comes_after_them() throws Exception {
        Heard heard =
                pipe("bob", "/new garden ann\nfirst\n/msg ann psst\nsecond\n/go #tools\nthird\n");
        assertThat(heard.code()).isZero();
        assertThat(heard.printed())
                .containsSubsequence("now in #garden.", "now in @ann.", "now in #tools.");
        LogId garden = named("garden");
        LogId direct = named("bob");
        assertSaid(garden, "first");
        assertSaid(direct, "psst", "second");
        assertSaid(tools, "third");
    }

    @Test
    void to_join_a_chat_that_one_is_in_leads_there() throws Exception {
        Heard heard = pipe("bob", "/new garden\n/join #Tools\nhi\n/join nowhere\n");
        assertThat(heard.printed()).contains("You are invited to no chat called nowhere");
        assertThat(said(tools)).containsExactly("hi");
    }

    @Test
    void settings_are_changed_and_kept_and_what_is_wrong_in_them_is_told() throws Exception {
        ann.send(tools, "one", false).get();
        ann.send(tools, "two", false).get();
        Path file = directory.resolve("bob/config.toml");
        assertThat(pipe("bob", "/set looks.clock 12h\n/set plain.entries 1\n").printed())
                .contains("looks.clock is 12h now.", "plain.entries is 1 now.");
        assertThat(Files.readString(file)).contains("\nclock = \"12h\"\n", "\nentries = 1\n");
        Files.writeString(file, "[lokos]\n", StandardOpenOption.APPEND);
        Files.writeString(file, "clock = \"x\"\n", StandardOpenOption.APPEND);
        ann.send(tools, "three", false).get();
        assertThat(pipe("bob", "/set writing.editor no-such-editor -w\n").printed())
                .contains("writing.editor is no-such-editor -w now.", "no such program here");
        Heard heard =
                pipe(
                        "bob",
                        """
                        /set looks.clock
                        /set looks.clock 1
                        /set x 1
                        /set
                        /set notify
                        /set quiet 22:00-07:00
                        """);
        assertThat(heard.printed())
                .containsPattern(
                        "config.toml, line [0-9]+: lokos.clock is no setting; looks.clock\\?")
                .containsPattern("[0-9]{2}:[0-9]{2}[ap]m #tools #4 ann: three")
                .doesNotContain("ann: one")
                .contains("looks.clock is 24h or 12h. It is 12h now, as you have set it;")
                .contains("looks.clock is 24h or 12h.\n")
                .contains("x is no setting; ")
                .containsPattern("looks.clock +12h +you +How")
                .containsPattern("looks.title +true +default +Whether")
                .contains("What holds for one chat or community has a command of its own:")
                .contains("That has a command of its own.\n/notify [all | mentions | none")
                .contains("Nothing was changed: that has a command of its own, /quiet 22:00-07:00");
    }

    @Test
    void keys_of_the_screen_are_listed_and_bound_in_line_mode_too() throws Exception {
        Path file = directory.resolve("bob/config.toml");
        Heard heard =
                pipe(
                        "bob",
                        """
                        /keys next-chat ctrl+g
                        /keys next-chat banana
                        /keys next-chat ctrl+n, f6
                        /set keys.undo f12
                        /keys switch f12
                        /keys fnid f5
                        /keys help ctrl+c
                        /keys unread
                        /keys f6
                        /keys undo default
                        /keys quark
                        """);
        assertThat(heard.printed())
                .contains("banana is no key;", "next-chat keeps ctrl+g.")
                .contains("next-chat: Ctrl+N, F6 now.", "undo: F12 now.", "undo: Ctrl+_, ")
                .contains(
                        "f12 is undo already;",
                        "fnid is nothing that a key can do. Did you mean find")
                .contains("ctrl+c is always stop, so that nobody gets stuck.")
                .containsPattern("next-unread +Alt\\+A +in a chat +go to the next chat")
                .containsPattern(
                        "next-chat +Ctrl\\+N, F6 \\(you\\) +in a chat +go to the next chat")
                .contains("line mode (--plain) has none.", "No key has to do with quark;");
        assertThat(Files.readString(file))
                .contains("\nnext-chat = \"ctrl+n, f6\"", "\n#undo = \"ctrl+_, ctrl+x ctrl+u\"")
                .contains("\n#stop = \"ctrl+c\"  # clear the line;");
    }

    @Test
    void aliases_are_made_and_used_and_removed() throws Exception {
        Heard heard =
                pipe(
                        "bob",
                        """
                        /alias hi = Hello $1!
                        /alias /act = /me $*
                        /hi ann
                        /act waves
                        /alias go = /msg
                        /alias hi
                        /alias
                        /unalias hi
                        /hi ann
                        /unalias hi
                        /alias loop /loop
                        """);
        assertSaid(tools, "Hello ann!", "* waves");
        assertThat(heard.printed())
                .contains("/hi = Hello $1!", "/act = /me $*")
                .contains("/go is a command; an alias can't hide it.")
                .contains("/hi stands for nothing any more.", "There is no /hi; /help")
                .contains("There is no alias /hi; /alias lists them.")
                .contains("Nothing was changed: /loop leads in a circle: /loop, /loop.");
        assertThat(Files.readString(directory.resolve("bob/config.toml")))
                .contains("[aliases]\nact = \"/me $*\"\n");
    }

    @Test
    void a_message_is_one_line_and_harmless_and_its_further_lines_are_marked() throws Exception {
        ann.send(tools, "one\u001b[2J\ntwo", false).get();
        ann.send(tools, "waves\u202e", true).get();
        Heard heard = pipe("bob", "");
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
        Talk bob = new Talk();
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
        Heard heard = pipe("bob", "/set plain.entries 2\n/new garden\nfirst\n/go #tools\nthird\n");
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
        assertSaid(tools, "one", "two", "third");
    }

    @Test
    void a_message_is_told_with_the_number_that_commands_name_it_by_unless_that_is_not_wanted()
            throws Exception {
        ann.send(tools, "soup or salad?", false).get();
        Talk bob = new Talk();
        bob.type("/reply #2 soup");
        bob.await("#tools #3 bob (to #2): soup");
        bob.type("/search salad");
        bob.type("/set plain.numbers false");
        bob.type("/quit");
        bob.exitCode();
        assertThat(bob.printed())
                .containsPattern("[0-9:]{5} #tools #2 ann: soup or salad\\?\n")
                .containsPattern("[0-9-]{10} [0-9:]{5} #tools #2 ann: soup or salad\\?\n");
        assertThat(pipe("bob", "").printed())
                .containsPattern("[0-9:]{5} #tools ann: soup or salad");
    }

    @Test
    void what_was_not_sent_is_told_and_ends_with_1() throws Exception {
        Heard heard = pipe("bob", "fine\n" + "x".repeat(17_000) + "\n/msg nobody hi\n");
        assertThat(heard.code()).isEqualTo(1);
        assertThat(heard.printed())
                .contains("A message has at most 16384 bytes")
                .contains("not sent: xxx")
                .contains("Nobody here is called nobody.");
        assertSaid(tools, "fine");
    }

    @Test
    void what_is_said_meanwhile_is_heard_until_told_to_quit() throws Exception {
        Talk bob = new Talk();
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
        Talk bob = new Talk("bob");
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
        Talk bob = new Talk();
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
        assertThat(pipe("bob", "/msg carl welcome\n").printed()).contains("now in @carl");
        shed.stopServer();
        shed.restore();
        shed.startServer();

        Talk bob = new Talk();
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
        Heard refused = pipe("bob", "/invites moderator\n");
        assertThat(refused.printed()).contains("Nobody gives more than they have");
        assertThat(pipe("bob", "/invites guest 3 2\n").printed())
                .contains("An invite for guest, uses: 3, good for days: 2; pass it on:")
                .contains(Invite.SCHEME);
        String line =
                pipe("bob", "/invites\n")
                        .printed()
                        .lines()
                        .filter(text -> text.matches("\\S{8} +guest +bob +3 +2.*"))
                        .findFirst()
                        .orElseThrow();
        String name = line.substring(0, line.indexOf(' '));
        assertThat(pipe("bob", "/revoke " + name + "\n/invites\n").printed())
                .contains("That invite lets in nobody any more.")
                .contains("No invite is open; /invite makes one.");
        assertThat(pipe("bob", "/revoke " + name + "\n").printed())
                .contains("There is no open invite " + name);
    }

    @Test
    void somebody_who_is_no_member_learns_how_to_become_one() throws Exception {
        Heard heard = pipe("nobody", "hi\n");
        assertThat(heard.code()).isEqualTo(1);
        assertThat(heard.printed()).contains("./chatbois join");
    }

    @Test
    void somebody_who_is_there_is_asked_for_an_invite_until_it_is_right() throws Exception {
        String invite = ann.makeInvite(Role.MEMBER, 1, null).get().line();
        Heard heard =
                pipe(
                        "carl",
                        "nonsense\n\n" + invite + "\nann\n" + invite + "\n\n/members\n",
                        "carl");
        assertThat(heard.code()).isZero();
        assertThat(heard.printed())
                .contains("an invite looks like")
                .contains("taken")
                .contains("Members: ann (owner), bob, carl.");
    }

    private Heard pipe(String member, String input) {
        return pipe(member, input, "");
    }

    private Heard pipe(String member, String input, String asks) {
        var printed = new ByteArrayOutputStream();
        int code = run(member, new BufferedReader(new StringReader(input)), asks, printed);
        return new Heard(code, printed.toString(StandardCharsets.UTF_8));
    }

    private int run(String member, BufferedReader in, String asks, OutputStream printed) {
        var out = new PrintStream(printed, true, StandardCharsets.UTF_8);
        try {
            return new LineMode(shed.home(member), shed.outside(Dialer.overTls()), in, out)
                    .run(asks, /* newcomer= */ false, /* columns= */ 80);
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    private LogId named(String title) {
        TestCommunity.await(
                "there is a chat " + title,
                () -> ann.snapshot().chats().stream().anyMatch(c -> c.title().equals(title)));
        return ann.snapshot().chats().stream()
                .filter(chat -> chat.title().equals(title))
                .findFirst()
                .orElseThrow()
                .id();
    }

    /// Ann's client has to hear of it first.
    private void assertSaid(LogId chat, String... texts) {
        TestCommunity.await("so much is said", () -> said(chat).size() >= texts.length);
        assertThat(said(chat)).containsExactly(texts);
    }

    private List<String> said(LogId chat) {
        List<String> texts = new ArrayList<>();
        try {
            ann.read(
                    chat,
                    1,
                    (Entry entry) -> {
                        switch (entry.said()) {
                            case Said.Text(String text) -> texts.add(text);
                            case Said.Action(String text) -> texts.add("* " + text);
                            default -> {}
                        }
                    });
        } catch (Exception e) {
            throw new AssertionError(e);
        }
        return texts;
    }

    /// Bob at a keyboard.
    private final class Talk {
        private final PipedWriter keyboard = new PipedWriter();
        private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
        private final CompletableFuture<Integer> client;

        Talk() throws IOException {
            this("");
        }

        /// @param asks empty for a pipe
        Talk(String asks) throws IOException {
            var in = new BufferedReader(new PipedReader(keyboard));
            client =
                    CompletableFuture.supplyAsync(
                            () -> run("bob", in, asks, printed), Thread::startVirtualThread);
        }

        void type(String line) throws IOException {
            keyboard.write(line + "\n");
            keyboard.flush();
        }

        void await(String words) {
            try {
                TestCommunity.await("it prints " + words, () -> printed().contains(words));
            } catch (AssertionError e) {
                throw new AssertionError(e.getMessage() + ", but:\n" + printed(), e);
            }
        }

        String printed() {
            return printed.toString(StandardCharsets.UTF_8);
        }

        int exitCode() throws Exception {
            return client.get();
        }
    }
}
