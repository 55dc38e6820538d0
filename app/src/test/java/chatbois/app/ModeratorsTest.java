package chatbois.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import chatbois.client.Communities;
import chatbois.client.session.Notice;
import chatbois.client.session.Outside;
import chatbois.client.session.Session;
import chatbois.client.session.SessionState;
import chatbois.log.LogId;
import chatbois.log.MemberId;
import chatbois.protocol.Refusal.Code;
import chatbois.protocol.Refused;
import chatbois.protocol.event.EventBody;
import chatbois.protocol.event.EventBody.MemberMuted;
import chatbois.protocol.name.ChatName;
import chatbois.protocol.right.Role;
import chatbois.terminal.command.Actions;
import chatbois.terminal.command.Input;
import chatbois.terminal.command.Outcome;
import chatbois.terminal.command.Spot;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// What is typed to keep order, over a real server: Ann is the owner, Bob a member, Gil a guest.
@Timeout(60)
class ModeratorsTest {
    @TempDir Path directory;
    private TestCommunity shed;
    private Session ann;
    private Session bob;
    private Session gil;
    private LogId tools;

    @BeforeEach
    void found() throws Exception {
        shed = new TestCommunity(directory);
        ann = shed.owner("ann");
        bob = shed.invited(ann, "bob");
        gil = shed.invited(ann, "gil");
        ann.giveRole(id(gil), Role.GUEST).get();
        tools = ann.makeChat(new ChatName("tools"), List.of(id(bob))).get();
        TestCommunity.await("bob is in #tools", () -> !bob.snapshot().chats().isEmpty());
    }

    @AfterEach
    void close() {
        shed.close();
    }

    @Test
    void whoever_is_kicked_is_out_until_they_come_back_themselves() throws Exception {
        assertThat(typed(ann, "/kick bob mind the rules")).containsExactly("bob was disconnected.");
        awaitStopped(bob, "ann disconnected you: mind the rules. Type /reconnect");
        bob.retryNow();
        awaitOnline(bob);
    }

    @Test
    void whoever_is_banned_is_out_and_learns_why_until_the_ban_is_lifted() throws Exception {
        assertThat(typed(ann, "/ban bob 7d spam").getFirst()).startsWith("bob is banned until 20");
        awaitStopped(bob, "You are banned from The Shed until 20");
        bob.retryNow();
        awaitStopped(bob, ": spam.");
        assertThat(String.join("\n", typed(ann, "/bans")))
                .containsPattern("ban +bob +20.* +ann +spam");
        typed(ann, "/unban bob");
        bob.retryNow();
        awaitOnline(bob);
        assertThat(typed(ann, "/bans")).containsExactly("Nobody is banned or muted.");
    }

    @Test
    void a_single_device_is_banned_as_who_shows_it() throws Exception {
        String key = bob.snapshot().me().devices().getFirst().key().toString().substring(0, 8);
        assertThat(String.join("\n", typed(ann, "/who")))
                .containsPattern("bob .* " + key + " \\(device 1\\) +127\\.0\\.0\\.1");
        typed(ann, "/ban bob:" + key + " stolen");
        awaitStopped(bob, "This device is banned from The Shed: stolen.");
        typed(ann, "/unban bob:" + key);
        bob.retryNow();
        awaitOnline(bob);
    }

    @Test
    void addresses_are_banned_but_not_one_s_own_and_survive_a_restart() throws Exception {
        assertRefused(Code.BAD_REQUEST, ann, "/ban 127.0.0.0/8");
        typed(ann, "/ban 203.0.113.0/24 1h scans");
        shed.stopServer();
        shed.startServer();
        ann.retryNow();
        awaitOnline(ann);
        assertThat(String.join("\n", typed(ann, "/bans")))
                .containsPattern("ban +203\\.0\\.113\\.0/24 +20.* ann +scans");
        typed(ann, "/unban 203.0.113.0/24");
        assertRefused(Code.BAD_REQUEST, ann, "/unban 203.0.113.0/24");
    }

    @Test
    void addresses_and_devices_are_shown_only_to_whoever_may_see_them() throws Exception {
        assertThat(String.join("\n", typed(bob, "/who")))
                .contains("ann", "bob", "gil", "idle")
                .doesNotContain("127.0.0.1", "device");
        assertThat(typed(bob, "/bans")).containsExactly("Nobody is banned or muted.");
        assertRefused(Code.NOT_ALLOWED, bob, "/ban 203.0.113.7");
    }

    @Test
    void whoever_is_muted_says_nothing_until_they_may_speak_again() throws Exception {
        typed(ann, "/mute bob 2h shouting");
        await(bob, "You are muted here until 20");
        assertThatThrownBy(() -> bob.send(tools, "hello", false).get())
                .hasMessageContaining("You are muted here until 20")
                .hasMessageContaining("shouting");
        typed(ann, "/unmute bob");
        await(bob, "You can speak again here.");
        bob.send(tools, "hello", false).get();
    }

    @Test
    void whoever_is_expelled_is_in_no_chat_and_no_list_and_can_t_come_back() throws Exception {
        bob.send(tools, "remember me", false).get();
        typed(ann, "/expel bob spam");
        awaitStopped(bob, "You are no member of The Shed any more (spam); ask for");
        assertThat(((SessionState.Stopped) bob.snapshot().state()).isOver()).isTrue();
        assertThat(ann.snapshot().members())
                .extracting(m -> m.name().value())
                .containsExactlyInAnyOrder("ann", "gil");
        assertThat(ann.chatMembers(tools).get().members())
                .extracting(m -> m.name().value())
                .containsExactly("ann");
        shed.stopServer();
        shed.startServer();
        ann.retryNow();
        awaitOnline(ann);
        assertThat(ann.chatMembers(tools).get().members()).hasSize(1);
        bob.retryNow();
        awaitStopped(bob, "You are no member of The Shed any more");
    }

    @Test
    void an_announcement_reaches_everybody_and_a_welcome_every_newcomer() throws Exception {
        typed(ann, "/announce dinner at eight");
        await(bob, "ann announces: dinner at eight");
        await(gil, "ann announces: dinner at eight");
        typed(ann, "/welcome Read the rules in #tools.");
        Session cleo = shed.invited(ann, "cleo");
        await(cleo, "Read the rules in #tools.");
        assertThat(notices(cleo)).noneMatch(text -> text.contains("dinner"));
        assertThat(typed(bob, "/welcome")).containsExactly("Welcome: Read the rules in #tools.");
        typed(ann, "/welcome -");
        assertThat(typed(ann, "/welcome")).containsExactly("Newcomers are told nothing.");
    }

    @Test
    void a_panic_level_is_told_to_everybody_and_holds_until_it_is_called_off() throws Exception {
        typed(ann, "/panic 3");
        await(bob, "ann set the panic level to 3: nobody new comes in");
        assertRefused(Code.LOCKED, bob, "/invite");
        assertThat(String.join("\n", typed(bob, "/panic"))).contains("> 3  nobody new comes in");
        typed(ann, "/panic 5");
        assertThat(typed(bob, "/invite")).hasSize(2);
    }

    @Test
    void the_worst_panic_slows_everybody_down_but_who_has_to_end_it() throws Exception {
        typed(ann, "/panic 1");
        await(bob, "ann set the panic level to 1: slow mode for everybody");
        bob.send(tools, "one", false).get();
        assertThatThrownBy(() -> bob.send(tools, "two", false).get())
                .cause()
                .isInstanceOfSatisfying(
                        Refused.class,
                        no -> assertThat(no.refusal().code()).isEqualTo(Code.SLOW_MODE))
                .hasMessageContaining("seconds");
        ann.send(tools, "one", false).get();
        ann.send(tools, "two", false).get();
        typed(ann, "/panic 5");
        bob.send(tools, "two", false).get();
    }

    @Test
    void a_role_is_made_given_changed_and_removed() throws Exception {
        typed(ann, "/newrole helper 50 kick,mute invite");
        typed(ann, "/role bob helper");
        await(bob, "You are helper here now");
        assertThat(typed(bob, "/kick gil")).containsExactly("gil was disconnected.");
        TestCommunity.await( // gil is on the way back
                "gil hears of it",
                () -> roles(gil).contains("helper (rank 50, 1 of you): invite, kick, mute"));
        assertRefused(Code.NOT_ALLOWED, ann, "/delrole helper");
        typed(ann, "/newrole helper 50");
        assertRefused(Code.NOT_ALLOWED, bob, "/kick gil");
        typed(ann, "/role bob member");
        typed(ann, "/delrole helper");
        TestCommunity.await("it is gone", () -> !roles(ann).contains("helper"));
    }

    private String roles(Session session) {
        try {
            return String.join("\n", typed(session, "/role"));
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void a_guest_is_refused_with_the_permission_that_is_missing() {
        for (String[] line :
                new String[][] {
                    {"/kick bob", "kick"},
                    {"/ban bob", "ban"},
                    {"/unban bob", "ban"},
                    {"/ban 203.0.113.7", "ban-addresses"},
                    {"/mute bob", "mute"},
                    {"/unmute bob", "mute"},
                    {"/expel bob", "remove-members"},
                    {"/announce hello", "announce"},
                    {"/welcome hello", "welcome"},
                    {"/panic 1", "panic"},
                    {"/newrole x 1", "manage-roles"},
                    {"/delrole x", "manage-roles"},
                    {"/role bob guest", "give-roles"},
                    {"/lock", "lock"},
                    {"/limit 5", "limit"},
                    {"/invite", "invite"},
                }) {
            assertThatThrownBy(() -> typed(gil, line[0]))
                    .as(line[0])
                    .hasMessageContaining(
                            "Your role here, guest, lacks the permission " + line[1] + ";");
        }
    }

    @Test
    void the_trail_says_who_did_what_to_whom_and_is_filtered() throws Exception {
        typed(ann, "/ban gil 1d spam");
        typed(ann, "/unban gil");
        typed(ann, "/mute bob");
        TestCommunity.await("bob's client knows it", () -> lastDeed(bob) instanceof MemberMuted);
        String all = String.join("\n", typed(bob, "/audit"));
        assertThat(all)
                .containsPattern("the server +\\S+ +founded +founded The Shed")
                .containsPattern("ann +\\S+ +role-given +made gil guest")
                .containsPattern("ann +\\S+ +member-banned +banned gil until 20.*: spam")
                .containsPattern("ann +\\S+ +member-muted +muted bob");
        assertThat(String.join("\n", typed(bob, "/audit gil ban 1h")))
                .contains("banned gil", "lifted the ban of gil")
                .doesNotContain("muted", "made gil");
        assertThat(typed(bob, "/audit gil muted"))
                .containsExactly("Nothing like that was done here.");
        Outcome outcome = outcome(bob, "/audit gil banned");
        assertThat(outcome).isInstanceOf(Outcome.Listed.class);
        assertThat(((Outcome.Listed) outcome).table().data().getFirst())
                .containsEntry("who", "ann")
                .containsEntry("action", "member-banned");
    }

    private static EventBody lastDeed(Session session) {
        try {
            return session.deeds().getLast().body();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void a_mistyped_length_bans_nobody() {
        for (String line : List.of("/ban bob 0d", "/mute bob 9999999d", "/ban bob -1 spam")) {
            assertThatThrownBy(() -> typed(ann, line)).hasMessageContaining("is no length");
        }
        assertThat(bob.snapshot().state()).isInstanceOf(SessionState.Online.class);
    }

    @Test
    void whoever_is_called_like_an_address_is_banned_by_that_name() throws Exception {
        typed(bob, "/name 10.0.0.1");
        knowsBobAs("10.0.0.1");
        typed(ann, "/ban 10.0.0.1 spam");
        awaitStopped(bob, "You are banned from The Shed");
        assertThat(String.join("\n", typed(ann, "/bans"))).contains("10.0.0.1").contains("spam");
    }

    @Test
    void without_a_connection_nothing_is_done_later() throws Exception {
        shed.stopServer();
        TestCommunity.await(
                "the connection is gone",
                () -> !(ann.snapshot().state() instanceof SessionState.Online));
        for (String line :
                List.of("/lock", "/kick bob", "/shutdown 0", "/new later", "/name anna2")) {
            assertThatThrownBy(() -> typed(ann, line)).hasMessageContaining("no connection");
        }
        var said = ann.send(tools, "said meanwhile", false);
        assertThat(ann.snapshot().pending()).isEqualTo(1);
        shed.startServer();
        ann.retryNow();
        said.get();
        assertThat(ann.snapshot().settings().locked()).isFalse();
        assertThat(ann.snapshot().me().name()).hasToString("ann");
    }

    @Test
    void a_mute_that_changes_is_told_again() throws Exception {
        typed(ann, "/mute bob 2h calm down");
        await(bob, ": calm down.");
        typed(ann, "/mute bob 4w really");
        await(bob, ": really.");
    }

    @Test
    void the_trail_tells_by_the_names_of_then() throws Exception {
        typed(bob, "/name benny");
        knowsBobAs("benny");
        typed(ann, "/expel benny");
        assertThat(String.join("\n", typed(ann, "/audit bob")))
                .containsPattern("renamed bob to benny")
                .containsPattern("removed benny")
                .doesNotContain("gil");
        assertThatThrownBy(() -> typed(ann, "/audit nobody"))
                .hasMessageContaining("Nobody here is or was called nobody");
    }

    @Test
    void what_was_said_stands_under_the_name_that_its_author_has_now() throws Exception {
        bob.send(tools, "by bob", false).get();
        typed(bob, "/name xavier");
        knowsBobAs("xavier");
        typed(ann, "/role xavier guest");
        typed(bob, "/name bert");
        TestCommunity.await("ann knows the name", () -> ann.nameOf(id(bob)).equals("bert"));
        assertThat(authors()).containsOnly("ann", "bert");
        typed(ann, "/expel bert");
        assertThat(authors()).containsOnly("ann", "bert (gone)");
    }

    private void knowsBobAs(String name) {
        TestCommunity.await("ann knows " + name, () -> ann.nameOf(id(bob)).equals(name));
    }

    private List<String> authors() throws Exception {
        List<String> authors = new ArrayList<>();
        ann.read(tools, 1, entry -> authors.add(entry.author()));
        return authors;
    }

    private List<String> typed(Session session, String line) throws Exception {
        return outcome(session, line).text();
    }

    private Outcome outcome(Session session, String line) throws Exception {
        Communities none = new Communities(shed.home("nobody"), Outside.real(), () -> {});
        Actions actions = new Actions(none, Clock.systemUTC());
        return actions.run(Input.read(line), new Spot(session, null)).get();
    }

    private void assertRefused(Code code, Session session, String line) {
        assertThatThrownBy(() -> typed(session, line))
                .as(line)
                .isInstanceOf(ExecutionException.class)
                .cause()
                .isInstanceOfSatisfying(
                        Refused.class, no -> assertThat(no.refusal().code()).isEqualTo(code));
    }

    private static MemberId id(Session session) {
        return session.snapshot().me().id();
    }

    private static void awaitStopped(Session session, String why) {
        TestCommunity.await(
                "stopped: " + why,
                () ->
                        session.snapshot().state() instanceof SessionState.Stopped stopped
                                && stopped.why().contains(why));
    }

    private static void awaitOnline(Session session) {
        TestCommunity.await(
                "online", () -> session.snapshot().state() instanceof SessionState.Online);
    }

    private static void await(Session session, String notice) {
        TestCommunity.await(
                notice, () -> notices(session).stream().anyMatch(text -> text.contains(notice)));
    }

    private static List<String> notices(Session session) {
        return session.snapshot().notices().stream().map(Notice::sentence).toList();
    }
}
