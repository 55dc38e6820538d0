package chatbois.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import chatbois.client.Communities;
import chatbois.client.link.Dialer;
import chatbois.client.pairing.PairingCode;
import chatbois.client.session.Entry;
import chatbois.client.session.Outside;
import chatbois.client.session.Said;
import chatbois.client.session.Session;
import chatbois.client.session.Timeline;
import chatbois.log.LogId;
import chatbois.log.MemberId;
import chatbois.protocol.Invite;
import chatbois.protocol.name.ChatName;
import chatbois.protocol.right.Role;
import chatbois.terminal.command.Actions;
import chatbois.terminal.command.Input;
import chatbois.terminal.command.Outcome;
import chatbois.terminal.command.Spot;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// What members type about themselves and their devices, over a real server: Ann is the owner, Bob
/// a member, Gil a guest.
@Timeout(60)
class MemberHandlesTest {
    private static final Pattern CODE = Pattern.compile("[0-9]{4}-[0-9]{4}-[0-9]{4}");
    private static final Pattern LINE = Pattern.compile(Invite.SCHEME + "\\S+");

    @TempDir Path directory;
    private TestCommunity shed;
    private Actions actions;
    private Session ann;
    private Session bob;
    private Session gil;

    @BeforeEach
    void found() throws Exception {
        shed = new TestCommunity(directory);
        Communities none = new Communities(shed.home("nobody"), Outside.real(), () -> {});
        actions = new Actions(none, Clock.systemUTC());
        ann = shed.owner("ann");
        bob = shed.invited(ann, "bob");
        gil = shed.invited(ann, "gil");
        ann.giveRole(id(gil), Role.GUEST).get();
        TestCommunity.await("gil is a guest", () -> gil.snapshot().me().role().equals(Role.GUEST));
    }

    @AfterEach
    void close() {
        shed.close();
    }

    @Test
    void members_rename_themselves_and_admins_rename_others() throws Exception {
        assertThat(typed(bob, "/name robert")).isEqualTo("You are called robert now.");
        TestCommunity.await(
                "ann sees it",
                () ->
                        ann.snapshot().members().stream()
                                .anyMatch(member -> member.name().value().equals("robert")));
        assertThat(typed(ann, "/name gil gilbert")).isEqualTo("gil is called gilbert now.");
        assertFails(gil, "/name robert rob", "lacks the permission rename-members");
        assertFails(gil, "/name ann", "is taken");
        assertFails(bob, "/name", "Type /name");
    }

    @Test
    void a_status_stands_beside_the_name_until_it_is_taken_back() throws Exception {
        assertThat(typed(gil, "/status")).isEqualTo("You have no status.");
        typed(gil, "/status on holiday");
        assertThat(typed(gil, "/status")).contains("on holiday");
        assertThat(typed(bob, "/who")).contains("on holiday");
        typed(gil, "/status -");
        assertThat(typed(bob, "/who")).doesNotContain("holiday");
    }

    @Test
    void a_device_is_linked_listed_and_revoked() throws Exception {
        String told = typed(bob, "/link");
        assertThat(told).contains("chatbois link 127.0.0.1:");
        Session phone = link("phone", PairingCode.parse(found(CODE, told)));
        assertThat(typed(bob, "/devices"))
                .containsPattern("device 1 .* yes +yes")
                .containsPattern("phone .* yes +no");
        assertThat(typed(phone, "/devices")).containsPattern("phone .* yes +yes");
        assertThat(typed(ann, "/devices bob")).contains("phone");
        assertFails(gil, "/devices bob", "lacks the permission revoke-devices");
        assertFails(gil, "/unlink bob:phone", "lacks the permission revoke-devices");
        assertFails(bob, "/unlink tablet", "has no device tablet");
        String own = bob.devices().own().toString().substring(0, 8);
        assertFails(bob, "/unlink " + own, "That is the device you sit at");
        assertThat(typed(bob, "/unlink phone")).contains("phone doesn't speak for bob any more");
        assertFails(bob, "/unlink \"device 1\"", "has no device");
        assertFails(bob, "/unlink " + own, "your last device");
        assertThat(typed(ann, "/unlink bob:" + own)).contains("any more");
        assertThat(typed(ann, "/devices bob")).contains("bob has no device now");
    }

    @Test
    void a_reset_gives_a_line_that_brings_the_member_back() throws Exception {
        assertFails(gil, "/reset bob", "lacks the permission reset-members");
        String told = typed(ann, "/reset bob");
        Invite line = Invite.parse(found(LINE, told));
        assertThat(line.leadsBack()).isTrue();
        try (Communities elsewhere =
                new Communities(shed.home("elsewhere"), shed.outside(Dialer.overTls()), () -> {})) {
            Session back = elsewhere.comeBack(line);
            back.online().get();
            assertThat(back.snapshot().me().name().value()).isEqualTo("bob");
        }
    }

    @Test
    void a_paper_key_counts_only_after_it_was_typed_back() throws Exception {
        assertFails(bob, "/recovery abandon", "/recovery alone");
        String told = typed(bob, "/recovery");
        assertThat(told).contains("chatbois recover 127.0.0.1:", "bob", "The Shed");
        assertThat(bob.devices().hasPaperKey()).isFalse();
        String words = words(told);
        assertFails(bob, "/recovery " + words.replaceFirst("\\S+$", ""), "24");
        String swapped = words.replaceFirst("(\\S+) (\\S+)", "$2 $1");
        if (!swapped.equals(words)) {
            assertFails(bob, "/recovery " + swapped, "word");
        }
        assertThat(bob.devices().hasPaperKey()).isFalse();
        assertThat(typed(bob, "/recovery " + words)).contains("The paper key works");
        assertThat(bob.devices().hasPaperKey()).isTrue();
        TestCommunity.await("gil reads of it", () -> audit(gil).contains("made a paper key"));
        assertFails(bob, "/recovery " + words, "No paper key waits");
    }

    @Test
    void a_blocked_member_neither_writes_nor_invites_and_is_not_told_why() throws Exception {
        LogId direct = gil.direct(id(bob)).handle((chat, _) -> chat).get();
        assertThat(direct).as("a guest begins no direct chat").isNull();
        ann.giveRole(id(gil), Role.MEMBER).get();
        LogId chat = gil.direct(id(bob)).get();
        gil.send(chat, "buy my hats", false).get();
        typed(bob, "/block gil");
        assertThat(typed(bob, "/blocked")).contains("gil");
        String sentence = " doesn't take messages from you.";
        assertThatThrownBy(() -> gil.send(chat, "hats!", false).get())
                .hasMessageContaining(sentence);
        assertFails(gil, "/new hats bob", sentence);
        LogId own = gil.makeChat(new ChatName("hats"), List.of()).get();
        assertThatThrownBy(() -> gil.invite(own, id(bob)).get()).hasMessageContaining(sentence);
        bob.send(chat, "no, thank you", false).get();
        shed.stopServer();
        shed.startServer();
        gil.retryNow();
        bob.retryNow();
        bob.online().get();
        gil.online().get();
        assertThatThrownBy(() -> gil.send(chat, "hats!", false).get())
                .hasMessageContaining(sentence);
        typed(bob, "/unblock gil");
        gil.send(chat, "sorry", false).get();
        assertFails(bob, "/block bob", "Nobody blocks themselves");
    }

    @Test
    void words_of_a_blocked_member_are_hidden_on_every_device_until_shown() throws Exception {
        LogId tools = ann.makeChat(new ChatName("tools"), List.of(id(bob), id(gil))).get();
        TestCommunity.await("gil is in #tools", () -> !gil.snapshot().chats().isEmpty());
        gil.send(tools, "spam", false).get();
        Session phone = link("phone", bob.devices().link().get());
        TestCommunity.await("bob is in #tools", () -> !bob.snapshot().chats().isEmpty());
        Timeline laptop = bob.timeline(tools);
        Timeline mobile = phone.timeline(tools);
        TestCommunity.await("both see it", () -> says(laptop, "spam") && says(mobile, "spam"));
        typed(bob, "/block gil");
        TestCommunity.await("hidden", () -> isHidden(laptop) && isHidden(mobile));
        typed(bob, "/blocked show");
        assertThat(says(laptop, "spam")).isTrue();
        assertThat(isHidden(mobile)).isTrue();
        typed(phone, "/unblock gil");
        TestCommunity.await("shown", () -> says(mobile, "spam"));
        assertFails(bob, "/blocked maybe", "Type /blocked");
    }

    @Test
    void whoever_leaves_takes_the_chats_along_and_is_gone_everywhere() throws Exception {
        LogId tools = ann.makeChat(new ChatName("tools"), List.of(id(bob))).get();
        bob.send(await(bob, tools), "goodbye", false).get();
        assertThat(typed(bob, "/leave-community")).contains("/leave-community \"The Shed\" FOLDER");
        assertThat(typed(bob, "/leave-community shed -")).contains("That is not how.");
        Path folder = directory.resolve("taken along");
        String line = "/leave-community \"The Shed\" \"" + folder + "\"";
        assertFails(ann, line, "You are the last owner; make somebody else the owner first");
        assertThat(typed(bob, line)).contains("Chats written into", "You have left The Shed.");
        assertThat(Files.readString(folder.resolve("01-tools.txt"))).contains("bob: goodbye");
        assertThat(folder.resolve("01-tools.jsonl")).isNotEmptyFile();
        assertThat(shed.home("bob").folder(ann.community()).profile()).isEmpty();
        TestCommunity.await(
                "bob is gone",
                () ->
                        ann.snapshot().members().stream()
                                .noneMatch(member -> member.name().value().equals("bob")));
        assertThat(typed(ann, "/audit")).contains("left the community");
        assertFails(gil, line, "exists already; name a new folder");
    }

    private static LogId await(Session session, LogId chat) {
        TestCommunity.await("the chat is listed", () -> !session.snapshot().chats().isEmpty());
        return chat;
    }

    private static boolean says(Timeline timeline, String text) {
        return timeline.view().entries().stream()
                .map(Entry::said)
                .anyMatch(said -> said.equals(new Said.Text(text)));
    }

    private static boolean isHidden(Timeline timeline) {
        return timeline.view().entries().stream()
                .anyMatch(entry -> entry.said() instanceof Said.Hidden);
    }

    private Session link(String home, PairingCode code) throws Exception {
        return shed.online(
                Session.link(
                        shed.home(home),
                        shed.address(),
                        code,
                        home,
                        shed.outside(Dialer.overTls()),
                        () -> {}));
    }

    private static String words(String told) {
        StringBuilder words = new StringBuilder();
        Matcher row =
                Pattern.compile("^ +[0-9]+ +([a-z]+ [a-z]+ [a-z]+ [a-z]+)$", Pattern.MULTILINE)
                        .matcher(told);
        while (row.find()) {
            words.append(row.group(1)).append(' ');
        }
        return words.toString().strip();
    }

    private static String found(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        assertThat(matcher.find()).as(text).isTrue();
        return matcher.group();
    }

    private String audit(Session session) {
        try {
            return typed(session, "/audit bob");
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    private String typed(Session session, String line) throws Exception {
        Outcome outcome = actions.run(Input.read(line), new Spot(session, null)).get();
        return String.join("\n", outcome.text());
    }

    private void assertFails(Session session, String line, String why) {
        assertThatThrownBy(() -> typed(session, line)).as(line).hasMessageContaining(why);
    }

    private static MemberId id(Session session) {
        return session.snapshot().me().id();
    }
}
