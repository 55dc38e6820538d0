package chatbois.app;

import static chatbois.app.TestCommunity.await;
import static chatbois.client.session.Entry.Delivery.STORED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import chatbois.client.Communities;
import chatbois.client.session.ChatThread;
import chatbois.client.session.Entry;
import chatbois.client.session.Outside;
import chatbois.client.session.Said;
import chatbois.client.session.Session;
import chatbois.client.session.Timeline;
import chatbois.log.LogId;
import chatbois.log.MemberId;
import chatbois.protocol.name.ChatName;
import chatbois.terminal.command.Actions;
import chatbois.terminal.command.Input;
import chatbois.terminal.command.Outcome;
import chatbois.terminal.command.Spot;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// Threads of a chat, through a real server.
@Timeout(120)
class ThreadsTest {
    @TempDir Path directory;
    private TestCommunity shed;
    private Session ann;
    private Session bob;
    private LogId tools;

    @BeforeEach
    void found() throws Exception {
        shed = new TestCommunity(directory);
        ann = shed.owner("ann");
        bob = shed.invited(ann, "bob");
        tools = ann.makeChat(new ChatName("tools"), List.of(bob.snapshot().me().id())).get();
        await("it is seen", () -> bob.snapshot().chats().size() == 1);
    }

    @AfterEach
    void close() {
        shed.close();
    }

    @Test
    void a_thread_shows_what_belongs_to_it_as_it_comes_and_nothing_else() throws Exception {
        long root = said(ann, "who has the saw?");
        long first = answered(bob, root, "I do");
        said(ann, "something else");
        long deep = answered(ann, first, "bring it");
        Timeline chat = bob.timeline(tools);
        await("bob has it", () -> chat.view().entries().stream().anyMatch(e -> e.seq() == deep));
        ChatThread open = bob.chat(tools).thread(deep);
        awaitTexts(open, "who has the saw?", "I do", "bring it");
        answered(ann, root, "today");
        said(ann, "else again");
        awaitTexts(open, "who has the saw?", "I do", "bring it", "today");
        typed(bob, "/edit #" + first + " not me");
        awaitTexts(open, "who has the saw?", "not me", "bring it", "today");
        typed(bob, "/redact #" + first);
        await("it is gone", () -> open.view().entries().get(1).said() instanceof Said.Deleted);
        ChatThread anew = bob.chat(tools).thread(root);
        await("what was deleted is still there", () -> anew.view().entries().size() == 4);
        assertThat(open.view().entries()).isEmpty();
        anew.close();
        assertThat(anew.view().entries()).isEmpty();
    }

    @Test
    void what_came_while_there_was_no_connection_is_in_it_afterwards() throws Exception {
        CuttingDialer line = new CuttingDialer();
        Session eve = shed.invited(ann, "eve", line);
        typed(ann, "/invite eve");
        await("eve is asked", () -> !eve.snapshot().invitations().isEmpty());
        eve.accept(tools).get();
        long root = said(ann, "who?");
        Timeline chat = eve.timeline(tools);
        await("eve has it", () -> chat.view().entries().stream().anyMatch(e -> e.seq() == root));
        ChatThread open = eve.chat(tools).thread(root);
        awaitTexts(open, "who?");
        line.unreachable(true);
        line.cutNow();
        for (int i = 0; i < 250; i++) {
            said(ann, "talk " + i);
        }
        answered(ann, root, "me");
        line.unreachable(false);
        eve.retryNow();
        awaitTexts(open, "who?", "me");
    }

    @Test
    void a_thread_is_listed_in_words_and_only_for_who_is_in_the_chat() throws Exception {
        long root = said(ann, "who has the saw?");
        long answer = answered(bob, root, "I do");
        await("ann sees it", () -> ann.snapshot().chats().getFirst().size() >= answer);
        assertThat(typed(ann, "/thread")).contains("who has the saw?", "bob: I do", "/reply #");
        assertThat(typed(ann, "/thread #" + root)).contains("bob: I do");
        assertThatThrownBy(() -> typed(ann, "/thread #1")).hasMessageContaining("no message #1");
        Session eve = shed.invited(ann, "eve");
        assertThatThrownBy(() -> typed(eve, "/thread #" + root)).isNotNull();
        assertThatThrownBy(() -> eve.chat(tools).threadOf(root).get())
                .hasMessageContaining("no such chat");
    }

    @Test
    void a_long_chain_of_answers_is_seen_whole_by_its_newest_and_by_its_root() throws Exception {
        long root = said(ann, "count");
        long last = root;
        for (int i = 1; i <= 300; i++) {
            last = replied(last, "" + i);
        }
        long newest = last;
        await("bob has it", () -> bob.snapshot().chats().getFirst().size() >= newest);
        for (long asked : List.of(root, root + 250, newest)) {
            ChatThread open = bob.chat(tools).thread(asked);
            await("all of it is there", () -> open.view().entries().size() == 301);
            assertThat(texts(open)).startsWith("count", "1").endsWith("299", "300");
            assertThat(open.view().earlier().isNone()).isTrue();
        }
        ChatThread open = bob.chat(tools).thread(root);
        await("it is there", () -> open.view().entries().size() == 301);
        replied(newest, "done");
        await("it joins", () -> texts(open).getLast().equals("done"));
    }

    @Test
    void of_a_thread_that_is_too_long_the_newest_are_listed_and_a_line_says_so() throws Exception {
        long root = said(ann, "count");
        for (int i = 1; i <= 620; i++) {
            replied(root, "reply " + i);
        }
        long size = root + 620;
        await("bob has it", () -> bob.snapshot().chats().getFirst().size() >= size);
        assertThat(typed(bob, "/thread #" + root))
                .startsWith("… earlier replies are in the chat\n#" + root)
                .contains("reply 22\n", "reply 620\n")
                .doesNotContain("reply 21\n");
        ChatThread open = bob.chat(tools).thread(root);
        await("it is there", () -> !open.view().entries().isEmpty());
        assertThat(open.view().entries()).hasSize(600);
        assertThat(open.view().earlier()).isEqualTo(new Timeline.Earlier(21, false));
    }

    /// Ann answers without reading again what she answers.
    private long replied(long to, String text) throws Exception {
        await("it is seen", () -> ann.snapshot().chats().getFirst().size() >= to);
        MemberId me = ann.snapshot().me().id();
        Entry meant = new Entry(to, 0, me, "ann", new Said.Text(""), true, STORED);
        return ann.reply(tools, meant, text, /* action= */ false).get().seq();
    }

    private static void awaitTexts(ChatThread thread, String... texts) throws Exception {
        await("the thread says that", () -> texts(thread).equals(List.of(texts)));
    }

    private static List<String> texts(ChatThread thread) {
        return thread.view().entries().stream().map(ThreadsTest::text).toList();
    }

    private static String text(Entry entry) {
        return entry.said() instanceof Said.Text(String text) ? text : entry.said().toString();
    }

    private long said(Session who, String text) throws Exception {
        return who.send(tools, text, false).get().seq();
    }

    private long answered(Session who, long to, String text) throws Exception {
        await("it is seen", () -> who.snapshot().chats().getFirst().size() >= to);
        Entry meant = who.chat(tools).entry(to).get().getFirst();
        return who.reply(tools, meant, text, /* action= */ false).get().seq();
    }

    private String typed(Session session, String line) throws Exception {
        Communities none = new Communities(shed.home("nobody"), Outside.real(), () -> {});
        Actions actions = new Actions(none, Clock.systemUTC());
        Outcome outcome = actions.run(Input.read(line), new Spot(session, tools)).get();
        return String.join("\n", outcome.text());
    }
}
