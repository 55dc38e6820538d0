package chatbois.app;

import static chatbois.app.TestCommunity.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import chatbois.client.Communities;
import chatbois.client.link.Dialer;
import chatbois.client.session.Entry;
import chatbois.client.session.Notice;
import chatbois.client.session.Said;
import chatbois.client.session.Session;
import chatbois.client.session.Snapshot.ChatInfo;
import chatbois.log.LogId;
import chatbois.protocol.Refused;
import chatbois.protocol.name.ChatName;
import chatbois.terminal.command.Actions;
import chatbois.terminal.command.Input;
import chatbois.terminal.command.Outcome;
import chatbois.terminal.command.Spot;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// What is typed to run a chat, over a real server: Ann owns #tools, Bob is in it, Cy is not.
@Timeout(60)
class ChatHandlesTest {
    @TempDir Path directory;
    private final Map<Session, Communities> communities = new HashMap<>();
    private TestCommunity shed;
    private Session ann;
    private Session bob;
    private Session cy;
    private LogId tools;

    @BeforeEach
    void found() throws Exception {
        shed = new TestCommunity(directory);
        shed.owner("ann").close();
        ann = open("ann");
        shed.invited(ann, "bob").close();
        bob = open("bob");
        shed.invited(ann, "cy").close();
        cy = open("cy");
        tools = ann.makeChat(new ChatName("tools"), List.of(bob.snapshot().me().id())).get();
        await("bob is in #tools", () -> has(bob));
    }

    /// A member whose communities are opened as the program opens them.
    private Session open(String name) throws Exception {
        Session session = opened(name, Dialer.overTls());
        session.online().get();
        return session;
    }

    private Session opened(String name, Dialer dialer) throws Exception {
        Communities all = new Communities(shed.home(name), shed.outside(dialer), () -> {});
        Session session = all.open(shed.ownerInvite().community());
        communities.put(session, all);
        return session;
    }

    @AfterEach
    void close() {
        communities.values().forEach(Communities::close);
        shed.close();
    }

    @Test
    void a_new_name_and_topic_show_at_once_for_all_members() throws Exception {
        assertThat(typed(ann, "/rename hand tools"))
                .containsExactly("This chat is called hand tools now.");
        typed(ann, "/topic who has the saw?");
        await("bob sees it", () -> info(bob).state().topic().equals("who has the saw?"));
        assertThat(info(bob).title()).isEqualTo("hand tools");
        assertThat(typed(bob, "/topic")).containsExactly("Topic: who has the saw?");
        typed(ann, "/topic -");
        typed(ann, "/describe Saws and planes.");
        assertThat(typed(bob, "/describe")).containsExactly("Saws and planes.");
        await("bob sees it gone", () -> info(bob).size() == 5);
        assertThat(happened(bob))
                .contains(
                        "ann renamed this chat to hand tools",
                        "ann set the topic: who has the saw?",
                        "ann took the topic away",
                        "ann changed the description");
        assertRefused(bob, "/rename mine", "lacks the permission chat-rename;");
        assertRefused(bob, "/topic mine", "lacks the permission chat-topic;");
    }

    @Test
    void of_chats_with_one_name_none_is_taken_by_chance() throws Exception {
        LogId other = ann.makeChat(new ChatName("Tools"), List.of()).get();
        LogId third = ann.makeChat(new ChatName("tools"), List.of()).get();
        assertThat(outcome(ann, "/go #Tools")).matches(went -> isAt(went, other));
        assertRefused(ann, "/go tools", "2 of your chats are called tools; say which one: tools~");
        String title = title(ann, third);
        assertThat(title).isEqualTo("tools~" + third.toString().substring(0, 6));
        assertThat(title(ann, other)).startsWith("Tools~");
        assertThat(outcome(ann, "/go #" + title)).matches(went -> isAt(went, third));
        assertThatThrownBy(() -> typed(ann, "/new tools"))
                .hasMessageContaining("You are in a chat called tools~");
        assertThat(outcome(ann, "/go " + third)).matches(went -> isAt(went, third));
        assertThatThrownBy(() -> typed(ann, "/delete TOOLS")).hasMessageContaining("/delete tools");
        assertThat(ann.snapshot().chats()).hasSize(3);
    }

    @Test
    void invitations_to_chats_of_one_name_are_told_apart() throws Exception {
        LogId other = ann.makeChat(new ChatName("tools"), List.of()).get();
        for (LogId chat : List.of(tools, other)) {
            typed(new Spot(ann, chat), "/invite cy");
        }
        await("cy is invited", () -> cy.snapshot().invitations().size() == 2);
        String mark = "tools~" + other.toString().substring(0, 6);
        assertThat(cy.snapshot().invitations()).extracting(i -> i.title()).contains(mark);
        assertThatThrownBy(() -> typed(cy, "/join tools"))
                .hasMessageContaining("You are invited to 2 chats called tools; say which one");
        assertThat(outcome(cy, "/join " + mark)).matches(went -> isAt(went, other));
        assertThat(title(cy, other)).isEqualTo(mark);
    }

    @Test
    void a_chat_named_as_if_it_had_a_mark_is_not_taken_for_another() throws Exception {
        String mark = "~" + tools.toString().substring(0, 6);
        LogId forged = ann.makeChat(new ChatName("tools" + mark), List.of()).get();
        ann.makeChat(new ChatName("tools"), List.of()).get();
        assertThat(title(ann, tools)).isEqualTo("tools" + mark);
        assertThat(title(ann, forged)).startsWith("tools" + mark + "~");
        assertThat(outcome(ann, "/go tools" + mark)).matches(went -> isAt(went, tools));
        assertThat(outcome(ann, "/go " + title(ann, forged))).matches(went -> isAt(went, forged));
    }

    @Test
    void what_is_typed_with_a_mark_means_no_chat_that_is_only_named_so() throws Exception {
        String mark = "~" + tools.toString().substring(0, 6);
        LogId forged =
                bob.makeChat(new ChatName("tools" + mark), List.of(ann.snapshot().me().id())).get();
        await("ann is in it", () -> isIn(ann, forged));
        assertThat(title(ann, forged)).startsWith("tools" + mark + "~");
        assertThat(title(ann, tools)).isEqualTo("tools");
        assertThat(outcome(ann, "/go tools" + mark)).matches(went -> isAt(went, tools));
        LogId elsewhere =
                bob.makeChat(new ChatName("trip~abcdef"), List.of(ann.snapshot().me().id())).get();
        await("ann is in it", () -> isIn(ann, elsewhere));
        assertRefused(ann, "/go trip~abcdef", "You are in no chat called trip~abcdef.");
        assertThat(ann.snapshot().notices())
                .extracting(Notice::sentence)
                .contains("bob made #" + title(ann, forged) + " with you in it.");
    }

    @Test
    void chats_whose_names_look_alike_have_marks() throws Exception {
        LogId cyrillic = ann.makeChat(new ChatName("t\u043e\u043els"), List.of()).get();
        assertThat(title(ann, cyrillic)).startsWith("t\u043e\u043els~");
        assertThat(title(ann, tools)).startsWith("tools~");
    }

    @Test
    void it_is_told_that_somebody_has_another_name() throws Exception {
        typed(bob, "/name robert");
        await(
                "ann hears it",
                () ->
                        ann.snapshot().notices().stream()
                                .anyMatch(n -> n.sentence().equals("bob is called robert now.")));
    }

    @Test
    void a_command_that_comes_while_the_connection_is_being_made_waits_for_it() throws Exception {
        Objects.requireNonNull(communities.remove(ann)).close();
        SlowDialer slow = new SlowDialer();
        Session back = opened("ann", slow);
        CompletableFuture<Outcome> made = run(new Spot(back, null), "/new books");
        assertThat(made).isNotDone();
        slow.letThrough();
        assertThat(made.get()).isInstanceOf(Outcome.WentTo.class);
    }

    private static boolean isIn(Session who, LogId chat) {
        return who.snapshot().chats().stream().anyMatch(info -> info.id().equals(chat));
    }

    private static String title(Session of, LogId chat) {
        return of.snapshot().chats().stream()
                .filter(info -> info.id().equals(chat))
                .map(ChatInfo::title)
                .findFirst()
                .orElseThrow();
    }

    private static boolean isAt(Outcome outcome, LogId chat) {
        return outcome instanceof Outcome.WentTo(Spot spot, _, _) && chat.equals(spot.chat());
    }

    @Test
    void roles_are_given_and_heard_of() throws Exception {
        assertRefused(bob, "/chatrole ann member", "lacks the permission chat-roles;");
        typed(ann, "/chatrole bob moderator");
        await("bob hears it", () -> heard(bob).contains("You are moderator in tools now;"));
        assertThat(info(bob).state().role()).isEqualTo("moderator");
        assertThat(String.join("\n", typed(bob, "/chatrole")))
                .containsPattern("owner +ann +chat-talk, ")
                .containsPattern("moderator +bob +chat-talk")
                .containsPattern("read-only +- +-");
        typed(bob, "/rename planes");
        assertRefused(bob, "/chatrole ann member", "own rank or above");
        typed(ann, "/chatrole bob read-only");
        await("bob hears it", () -> info(bob).state().role().equals("read-only"));
        assertRefused(bob, "hello?", "lacks the permission chat-talk;");
        assertThatThrownBy(() -> typed(ann, "/chatrole bob king"))
                .hasMessageContaining("only: owner, moderator, member, read-only");
    }

    @Test
    void who_is_put_out_hears_why_and_is_out() throws Exception {
        assertRefused(bob, "/remove ann", "lacks the permission chat-remove;");
        typed(ann, "/add cy");
        await("cy is invited", () -> !cy.snapshot().invitations().isEmpty());
        assertThat(typed(ann, "/remove cy")).containsExactly("cy is not invited any more.");
        await("the invitation is gone", () -> cy.snapshot().invitations().isEmpty());
        assertThat(typed(ann, "/remove bob no saw for you"))
                .containsExactly("bob is not here any more.");
        await("bob is out", () -> !has(bob));
        assertThat(heard(bob)).contains("ann put you out of tools: no saw for you.");
        await("ann is alone", () -> info(ann).members() == 1);
    }

    @Test
    void the_last_owner_hands_the_chat_over_before_leaving() throws Exception {
        assertRefused(ann, "/leave", "last owner");
        typed(ann, "/chatrole bob owner");
        assertThat(typed(ann, "/leave"))
                .containsExactly(
                        "You left #tools; this is The Shed. /go NAME leads to another chat.");
        await("ann is out", () -> !has(ann));
        typed(bob, "/leave");
        await("nobody is in", () -> !has(bob));
    }

    @Test
    void a_public_chat_is_found_and_joined_and_a_private_one_is_not() throws Exception {
        assertThat(String.join("\n", typed(cy, "/browse"))).doesNotContain("tools");
        assertRefused(cy, "/join tools", "none that is public");
        assertRefused(bob, "/public", "lacks the permission chat-public;");
        typed(ann, "/topic saws");
        typed(ann, "/public");
        assertThat(String.join("\n", typed(cy, "/browse too")))
                .containsPattern("tools +2 +\\S{8} +saws");
        typed(cy, "/join tools");
        await("cy is in", () -> has(cy));
        assertThat(info(cy).state().publicly()).isTrue();
        typed(cy, "/leave");
        await("cy left", () -> !has(cy));
        typed(cy, "/join #tools");
        await("cy is back", () -> has(cy));
        assertThat(typed(ann, "/private").getFirst()).contains("Nobody but its members");
        await("cy sees it", () -> !info(cy).state().publicly());
    }

    @Test
    void a_link_brings_a_member_in_until_it_is_called_back() throws Exception {
        assertRefused(bob, "/chatlink", "lacks the permission chat-links;");
        String link = typed(ann, "/chatlink 2 1").getLast();
        assertThat(link).startsWith("chatbois://");
        typed(cy, "/join " + link);
        await("cy is in", () -> has(cy) && info(ann).members() == 3);
        assertThat(happened(ann)).contains("cy came in by a link");
        String listed = String.join("\n", typed(ann, "/chatlinks"));
        assertThat(listed).containsPattern("\\S{8} +ann +1 +20");
        typed(ann, "/chatlinks " + link);
        assertThat(typed(ann, "/chatlinks").getFirst()).startsWith("No link is open here");
        typed(cy, "/leave");
        await("cy left", () -> !has(cy));
        assertRefused(cy, "/join " + link, "This link leads nowhere");
    }

    @Test
    void an_archived_chat_is_only_read_until_it_is_taken_back_out() throws Exception {
        assertRefused(bob, "/archive", "lacks the permission chat-archive;");
        typed(ann, "/archive");
        await("bob sees it", () -> info(bob).state().archived());
        assertRefused(bob, "hello?", "archived");
        assertThat(String.join("\n", typed(bob, "/chats"))).contains("#tools  archived");
        typed(ann, "/unarchive");
        await("bob sees it", () -> !info(bob).state().archived());
        typed(bob, "hello!");
    }

    @Test
    void a_deleted_chat_is_gone_for_everybody() throws Exception {
        typed(ann, "the last words");
        assertThatThrownBy(() -> typed(ann, "/delete")).hasMessageContaining("Type /delete tools");
        assertThatThrownBy(() -> typed(ann, "/delete saws"))
                .hasMessageContaining("Type /delete tools");
        assertRefused(bob, "/delete tools", "lacks the permission chat-delete;");
        typed(ann, "/delete tools");
        await("it is gone for bob", () -> !has(bob));
        await("it is gone for ann", () -> !has(ann));
        assertThat(heard(bob)).contains("ann deleted tools.");
        shed.stopServer();
        assertThat(shed.findings()).isEmpty();
        shed.startServer();
    }

    @Test
    void slow_mode_refuses_with_the_time_to_wait_and_owners_hurry() throws Exception {
        assertRefused(bob, "/slow 5m", "lacks the permission chat-slow;");
        assertThat(typed(ann, "/slow 5m"))
                .containsExactly("Members can say one thing every 300 seconds now.");
        typed(bob, "one");
        assertRefused(bob, "two", "one message every 300 seconds here. Wait ");
        typed(ann, "one");
        typed(ann, "two");
        assertThat(typed(bob, "/slow"))
                .containsExactly("Slow mode: one message every 300 seconds.");
        typed(ann, "/slow off");
        typed(bob, "two");
    }

    @Test
    void messages_are_pinned_by_words_number_or_as_the_newest() throws Exception {
        typed(bob, "lunch at noon");
        typed(bob, "bring the saw");
        await("ann has both", () -> info(ann).unread() == 2);
        assertRefused(bob, "/pin", "lacks the permission chat-pin;");
        assertThat(typed(ann, "/pin")).containsExactly("Pinned 3: bob: bring the saw");
        assertThat(typed(ann, "/pin NOON")).containsExactly("Pinned 2: bob: lunch at noon");
        assertThat(typed(ann, "/pin 1")).first().asString().startsWith("Pinned 1: ann: ann made");
        assertThat(String.join("\n", typed(bob, "/pins")))
                .containsPattern("3 +20\\S+ \\S+ +bob +bring the saw")
                .containsPattern("2 +20\\S+ \\S+ +bob +lunch at noon");
        assertThat(typed(ann, "/unpin saw")).containsExactly("Unpinned 3: bob: bring the saw");
        typed(ann, "/unpin 1");
        assertThat(typed(bob, "/pins")).noneMatch(line -> line.contains("saw"));
        assertThatThrownBy(() -> typed(ann, "/pin no such words"))
                .hasMessageContaining("There is no such message: no such words.");
        await("bob has read it", () -> info(bob).size() == info(ann).size());
        assertThat(happened(bob)).contains("ann pinned message 3", "ann unpinned message 3");
    }

    @Test
    void a_direct_chat_has_pins_and_no_other_handles() throws Exception {
        LogId direct = ann.direct(bob.snapshot().me().id()).get();
        Spot spot = new Spot(ann, direct);
        typed(spot, "the key is under the mat");
        await("ann has read it", () -> spot.info().orElseThrow().size() == 2);
        assertThat(typed(spot, "/pin mat").getFirst()).startsWith("Pinned 2:");
        assertThatThrownBy(() -> typed(spot, "/topic us")).hasMessageContaining("for two");
        assertThatThrownBy(() -> typed(spot, "/delete bob")).hasMessageContaining("for two");
    }

    @Test
    void a_chat_is_exported_to_read_and_to_verify_and_nothing_is_overwritten() throws Exception {
        typed(ann, "two\nlines \u001b[2J");
        typed(bob, "/me nods");
        await("ann has read it", () -> info(ann).size() == 3);
        Path text = directory.resolve("tools.txt");
        assertThat(typed(ann, "/export " + text).getFirst()).startsWith("3 events are in ");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(text)))
                .isEqualTo("rw-------");
        typed(ann, "/export \"" + directory.resolve("with blank.txt") + "\"");
        assertThat(directory.resolve("with blank.txt")).exists();
        assertThat(Files.readString(text))
                .startsWith("#tools in The Shed\n\n")
                .contains("- ann made this chat\n")
                .contains("ann: two\n    lines ␛[2J\n")
                .contains("* bob nods\n");
        assertThatThrownBy(() -> typed(ann, "/export " + text))
                .cause()
                .isInstanceOf(IOException.class)
                .hasMessageContaining("nothing is overwritten");
        Path lines = directory.resolve("tools.jsonl");
        typed(ann, "/export " + lines);
        List<String> read = Files.readAllLines(lines);
        assertThat(read).hasSize(4);
        assertThat(read.getFirst()).contains("\"title\":\"#tools\"", ann.community().toString());
        assertThat(read.get(2))
                .contains("\"kind\":\"message\"", "\"signed\":{\"seq\":2,", "\"salt\"");
        try (Stream<Path> files = Files.list(directory)) {
            assertThat(files).noneMatch(file -> file.toString().endsWith(".unfinished"));
        }
    }

    @Test
    void who_moderates_the_community_acts_in_chats_they_are_in() throws Exception {
        ann.giveRole(bob.snapshot().me().id(), chatbois.protocol.right.Role.MODERATOR).get();
        typed(ann, "/add cy");
        await("cy is invited", () -> !cy.snapshot().invitations().isEmpty());
        typed(cy, "/join tools");
        await("cy is in", () -> has(cy));
        typed(bob, "/remove cy");
        await("cy is out", () -> !has(cy));
        typed(bob, "/rename planes");
        assertRefused(bob, "/remove ann", "lacks the permission chat-remove;");
    }

    private List<String> typed(Session session, String line) throws Exception {
        return typed(new Spot(session, tools), line);
    }

    private List<String> typed(Spot spot, String line) throws Exception {
        return outcome(spot, line).text();
    }

    private Outcome outcome(Session session, String line) throws Exception {
        return outcome(new Spot(session, tools), line);
    }

    private Outcome outcome(Spot spot, String line) throws Exception {
        return run(spot, line).get();
    }

    private CompletableFuture<Outcome> run(Spot spot, String line) {
        Communities all = Objects.requireNonNull(communities.get(spot.session()));
        return new Actions(all, Clock.systemUTC()).run(Input.read(line), spot);
    }

    private void assertRefused(Session session, String line, String words) {
        assertThatThrownBy(() -> typed(session, line))
                .isInstanceOf(ExecutionException.class)
                .rootCause()
                .isInstanceOf(Refused.class)
                .hasMessageContaining(words);
    }

    private boolean has(Session session) {
        return session.snapshot().chats().stream().anyMatch(chat -> chat.id().equals(tools));
    }

    private ChatInfo info(Session session) {
        return session.snapshot().chats().stream()
                .filter(chat -> chat.id().equals(tools))
                .findFirst()
                .orElseThrow();
    }

    private static String heard(Session session) {
        return String.join(
                "\n", session.snapshot().notices().stream().map(Notice::sentence).toList());
    }

    private List<String> happened(Session session) throws Exception {
        List<String> sentences = new ArrayList<>();
        session.read(tools, 1, entry -> add(entry, sentences));
        return sentences;
    }

    private static void add(Entry entry, List<String> sentences) {
        if (entry.said() instanceof Said.Happened(String sentence)) {
            sentences.add(sentence);
        }
    }
}
