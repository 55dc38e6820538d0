package chatbois.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import chatbois.client.Communities;
import chatbois.client.session.Entry;
import chatbois.client.session.Marks.Reaction;
import chatbois.client.session.Outside;
import chatbois.client.session.Said;
import chatbois.client.session.Session;
import chatbois.client.session.Timeline;
import chatbois.log.LogId;
import chatbois.protocol.name.ChatName;
import chatbois.protocol.name.Emoji;
import chatbois.terminal.command.Actions;
import chatbois.terminal.command.Input;
import chatbois.terminal.command.Outcome;
import chatbois.terminal.command.Spot;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// What is done to messages, from what is typed to what others see, now and when they come later.
@Timeout(120)
class MessagesTest {
    @TempDir Path directory;
    private TestCommunity shed;
    private Session ann;
    private Session bob;
    private LogId tools;
    private Timeline bobs;

    @BeforeEach
    void found() throws Exception {
        shed = new TestCommunity(directory);
        ann = shed.owner("ann");
        bob = shed.invited(ann, "bob");
        tools = ann.makeChat(new ChatName("tools"), List.of(bob.snapshot().me().id())).get();
        TestCommunity.await("it is seen", () -> bob.snapshot().chats().size() == 1);
        bobs = bob.timeline(tools);
    }

    @AfterEach
    void close() {
        shed.close();
    }

    @Test
    void an_answer_shows_what_it_answers_and_is_meant_for_its_author() throws Exception {
        long saw = said(ann, "who has the blue saw?");
        awaitBob(seq(saw, _ -> true));
        typed(bob, "/reply #" + saw + " me, sorry");
        Timeline anns = ann.timeline(tools);
        TestCommunity.await(
                "it is seen",
                () -> anns.view().entries().stream().anyMatch(e -> e.marks().forMe()));
        TestCommunity.await(
                "what it answers is known", () -> anns.view().answered().containsKey(saw));
        Entry answer = anns.view().entries().getLast();
        assertThat(answer.marks().replyTo()).isEqualTo(saw);
        assertThat(anns.view().answered())
                .hasEntrySatisfying(
                        saw,
                        asked ->
                                assertThat(asked.said())
                                        .isEqualTo(new Said.Text("who has the blue saw?")));
        assertThat(ann.snapshot().mentions()).isEqualTo(1);
        assertThat(typed(ann, "/mentions")).contains("me, sorry");
    }

    @Test
    void a_name_with_an_at_is_for_its_member_and_all_is_for_everybody_where_one_may()
            throws Exception {
        said(ann, "@bob, look. And @nobody, and ann@bob.org");
        said(ann, "@all: lunch");
        said(ann, "bob, not you");
        TestCommunity.await("it is seen", () -> bob.snapshot().unread() == 3);
        assertThat(bob.snapshot().mentions()).isEqualTo(2);
        said(bob, "@all: no");
        assertThat(ann.snapshot().mentions()).isZero();
    }

    @Test
    void what_is_meant_for_one_and_is_deleted_counts_no_more_though_the_chat_is_not_open()
            throws Exception {
        bobs.close();
        long before = said(ann, "@bob, one");
        TestCommunity.await("it is counted", () -> bob.snapshot().mentions() == 1);
        bob.close();
        long away = said(ann, "@bob, two");
        Session back = shed.again("bob");
        assertThat(back.snapshot().mentions()).isEqualTo(2);
        TestCommunity.await("ann has read it", () -> size(ann) == away);
        typed(ann, "/redact #" + before);
        TestCommunity.await("the first is gone", () -> back.snapshot().mentions() == 1);
        long third = said(ann, "@bob, three");
        TestCommunity.await("a third is there", () -> back.snapshot().mentions() == 2);
        TestCommunity.await("ann has read it", () -> size(ann) == third);
        typed(ann, "/redact");
        TestCommunity.await("the third is gone", () -> back.snapshot().mentions() == 1);
        typed(ann, "/redact #" + away);
        TestCommunity.await("all are gone", () -> back.snapshot().mentions() == 0);
        assertThat(back.snapshot().unread()).isZero();
    }

    @Test
    void an_edit_that_names_somebody_calls_them_once() throws Exception {
        bobs.close();
        long seq = said(ann, "look at this");
        TestCommunity.await("it is there", () -> bob.snapshot().unread() == 1);
        assertThat(bob.snapshot().mentions()).isZero();
        TestCommunity.await("ann has read it", () -> size(ann) == seq);
        typed(ann, "/edit look at this, @bob");
        TestCommunity.await("it counts", () -> bob.snapshot().mentions() == 1);
        typed(ann, "/edit #" + seq + " look at that, @bob");
        long last = said(ann, "or not");
        TestCommunity.await("the last is there", () -> bob.snapshot().unread() == 2);
        assertThat(bob.snapshot().mentions()).isEqualTo(1);
        assertThat(typed(bob, "/mentions")).contains("look at that, @bob");
        bob.markRead(tools, last);
        assertThat(bob.snapshot().mentions()).isZero();
    }

    @Test
    void an_edit_and_reactions_show_at_the_message_now_and_later() throws Exception {
        long seq = said(ann, "helo");
        awaitBob(seq(seq, _ -> true));
        typed(ann, "/edit hello");
        typed(bob, "/react #" + seq + " :tada:");
        Predicate<Entry> changed =
                seq(seq, e -> e.marks().isEdited() && !e.marks().reactions().isEmpty());
        awaitBob(changed);
        Entry now = entry(bobs, seq);
        assertThat(now.said()).isEqualTo(new Said.Text("hello"));
        assertThat(now.marks().reactions())
                .containsExactly(new Reaction(new Emoji("🎉"), List.of(bob.snapshot().me().id())));
        TestCommunity.await("ann's client knows of it", () -> size(ann) == size(bob));
        // Read anew, alone: what was done to it lies behind it in the log.
        Entry alone = ann.chat(tools).entry(seq).get().getFirst();
        assertThat(alone.said()).isEqualTo(new Said.Text("hello"));
        assertThat(alone.marks().reactions()).hasSize(1);
        assertThat(typed(ann, "/details #" + seq))
                .contains("🎉 bob", "written on the device device 1 (", "hash in the log: ");
        typed(bob, "/react " + seq + " tada");
        awaitBob(seq(seq, e -> e.marks().reactions().isEmpty()));
    }

    @Test
    void a_reaction_without_number_is_to_the_newest_message_by_somebody_else() throws Exception {
        long seq = said(ann, "soup is ready");
        awaitBob(seq(seq, _ -> true));
        said(bob, "coming");
        typed(bob, "/react :tada:");
        awaitBob(seq(seq, e -> e.marks().reactions().size() == 1));
    }

    @Test
    void what_is_deleted_is_gone_for_everybody_and_for_those_who_come_later() throws Exception {
        long seq = said(ann, "a secret");
        awaitBob(seq(seq, _ -> true));
        assertThatThrownBy(() -> typed(bob, "/redact #" + seq))
                .hasMessageContaining("lacks the permission chat-delete-messages");
        typed(ann, "/redact");
        awaitBob(seq(seq, e -> e.said() instanceof Said.Deleted));
        assertThat(bob.chat(tools).entry(seq).get().getFirst().said())
                .isNotInstanceOf(Said.Text.class);
        TestCommunity.await("it is seen", () -> bob.snapshot().unread() == 0);
    }

    @Test
    void what_makes_no_sense_is_refused_with_what_would() throws Exception {
        long seq = said(ann, "hello");
        awaitBob(seq(seq, _ -> true));
        assertWrong("/reply", "Type /reply [#NUMBER] TEXT.");
        assertWrong("/leave another chat", "Type /leave alone: it leaves this chat. Nothing was");
        assertWrong("/archive books", "Type /archive alone: it archives this chat");
        assertThat(bob.snapshot().chats()).hasSize(1);
        assertWrong("/reply #99 what?", "There is no message #99 here.");
        assertWrong("/edit mine", "There is no such message here yet.");
        assertWrong("/edit #" + seq + " mine", "edited by who wrote it only");
        assertWrong("/react #" + seq + " nonsense", "no emoji called nonsense");
        assertWrong("/react #0 tada", "There is no message #0 here.");
        assertWrong("/edit #99999999999999999999 x", "There is no message #99999999999999999999");
        assertWrong("/details nothing", "Type /details");
        assertWrong("/react #1 tada", "There is no message #1 here.");
    }

    private void assertWrong(String typed, String told) {
        assertThatThrownBy(() -> typed(bob, typed)).hasMessageContaining(told);
    }

    private String typed(Session session, String line) throws Exception {
        Communities none = new Communities(shed.home("nobody"), Outside.real(), () -> {});
        Actions actions = new Actions(none, Clock.systemUTC());
        Outcome outcome = actions.run(Input.read(line), new Spot(session, tools)).get();
        return String.join("\n", outcome.text());
    }

    private long said(Session who, String text) throws Exception {
        long seq = who.send(tools, text, false).get().seq();
        TestCommunity.await("their own client has it", () -> size(who) >= seq);
        return seq;
    }

    private void awaitBob(Predicate<Entry> what) throws Exception {
        TestCommunity.await("it is seen", () -> bobs.view().entries().stream().anyMatch(what));
    }

    private static Predicate<Entry> seq(long seq, Predicate<Entry> what) {
        return entry -> entry.seq() == seq && what.test(entry);
    }

    private static long size(Session session) {
        return session.snapshot().chats().getFirst().size();
    }

    private static Entry entry(Timeline timeline, long seq) {
        return timeline.view().entries().stream()
                .filter(seq(seq, _ -> true))
                .findFirst()
                .orElseThrow();
    }
}
