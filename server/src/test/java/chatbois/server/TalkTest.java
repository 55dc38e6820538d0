package chatbois.server;

import static chatbois.server.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import chatbois.log.Event;
import chatbois.log.LogId;
import chatbois.log.LogPage;
import chatbois.log.MemberId;
import chatbois.log.SignedEvent;
import chatbois.protocol.ChatSummary;
import chatbois.protocol.Limits;
import chatbois.protocol.Refusal.Code;
import chatbois.protocol.Reply;
import chatbois.protocol.Reply.MentionList.Mention;
import chatbois.protocol.Request;
import chatbois.protocol.event.EventBody.Message;
import chatbois.protocol.event.EventBody.MessageDeleted;
import chatbois.protocol.event.EventBody.MessageEdited;
import chatbois.protocol.event.EventBody.MessagePinned;
import chatbois.protocol.event.EventBody.MessageUnpinned;
import chatbois.protocol.event.EventBody.Reacted;
import chatbois.protocol.event.EventBody.ReactionWithdrawn;
import chatbois.protocol.name.Emoji;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What is done to messages, what they answer and for whom they are, as a server keeps it.
class TalkTest extends TwoInAChat {
    private static final Emoji THUMB = new Emoji("👍");
    private static final Emoji HEART = new Emoji("❤️");

    @BeforeEach
    void readOn() throws Exception {
        anna.read(chat);
        bert.read(chat);
    }

    @AfterEach
    void checkWhatIsKept() throws Exception {
        house.close();
        try (Foundation foundation = Foundation.open(house.data)) {
            assertThat(foundation.check()).isEmpty();
        }
    }

    @Test
    void only_what_fits_a_message_is_done_to_it() throws Exception {
        long annas = said(anna, "hello");
        assertRefused(Code.NOT_ALLOWED, () -> bert.write(chat, new MessageEdited(annas, "bye")));
        assertRefused(Code.NOT_ALLOWED, () -> bert.write(chat, new MessageDeleted(annas, anna.id)));
        assertRefused(Code.BAD_REQUEST, () -> bert.write(chat, new MessageDeleted(annas, bert.id)));
        assertRefused(Code.BAD_REQUEST, () -> anna.write(chat, new MessageEdited(1, "made")));
        assertRefused(Code.BAD_REQUEST, () -> anna.write(chat, new Reacted(1, THUMB)));
        assertRefused(Code.BAD_REQUEST, () -> anna.write(chat, new Reacted(99, THUMB)));
        assertRefused(
                Code.BAD_REQUEST,
                () -> anna.write(chat, new Message("what?", false, 1L, null, null)));
        anna.write(chat, new MessageDeleted(annas, anna.id));
        await(annas + 1);
        assertRefused(Code.BAD_REQUEST, () -> bert.write(chat, new Reacted(annas, THUMB)));
        assertRefused(Code.BAD_REQUEST, () -> anna.write(chat, new MessageEdited(annas, "x")));
    }

    @Test
    void what_is_deleted_is_nowhere_on_disk_and_neither_is_what_it_said_before() throws Exception {
        long seq = said(anna, "plotted at noon");
        anna.write(chat, new MessageEdited(seq, "plotted at dusk"));
        long answer = said(bert, new Message("an answer", false, seq, null, null));
        await(answer);
        anna.write(chat, new MessageDeleted(seq, anna.id));
        house.stop();
        try (Stream<Path> files = Files.list(house.data)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                String bytes = Files.readString(file, StandardCharsets.ISO_8859_1);
                assertThat(bytes).doesNotContain("plotted");
            }
        }
        house.start();
        bert.reconnect();
        assertThat(page(seq, seq).getFirst().signed().content()).isNull();
        assertThat(page(answer, answer).getFirst().signed().content()).isNotNull();
    }

    @Test
    void a_page_s_relations_are_what_was_done_last_and_what_is_answered() throws Exception {
        long old = said(anna, "old");
        long first = said(bert, new Message("well", false, old, null, null));
        anna.write(chat, new Reacted(first, THUMB));
        long taken = anna.write(chat, new ReactionWithdrawn(first, THUMB)).seq();
        long heart = anna.write(chat, new Reacted(first, HEART)).seq();
        bert.write(chat, new MessageEdited(first, "well…"));
        long edited = bert.write(chat, new MessageEdited(first, "well, well")).seq();
        await(edited);
        assertThat(related(first, first, edited)).containsExactly(old, taken, heart, edited);
        assertThat(related(old, old, edited)).isEmpty();
        assertThat(related(first, edited, edited)).containsExactly(old);
        assertThat(related(first, first, taken)).containsExactly(old, taken);
        assertRefused(Code.BAD_REQUEST, () -> related(0, 1, edited));
        assertRefused(Code.BAD_REQUEST, () -> related(3, 2, edited));
        assertRefused(Code.BAD_REQUEST, () -> related(1, 2, edited + 1));
    }

    @Test
    void a_reaction_stands_once_until_it_is_taken_back_and_there_is_a_bound() throws Exception {
        long seq = said(anna, "hello");
        assertRefused(Code.BAD_REQUEST, () -> bert.write(chat, new ReactionWithdrawn(seq, THUMB)));
        bert.write(chat, new Reacted(seq, THUMB));
        assertRefused(Code.ALREADY_THERE, () -> bert.write(chat, new Reacted(seq, THUMB)));
        anna.write(chat, new Reacted(seq, THUMB));
        bert.write(chat, new ReactionWithdrawn(seq, THUMB));
        bert.write(chat, new Reacted(seq, THUMB));
        for (int i = 1; i < Limits.REACTIONS; i++) {
            bert.write(chat, new Reacted(seq, new Emoji(Character.toString(0x1F600 + i))));
        }
        assertRefused(Code.TOO_MANY, () -> bert.write(chat, new Reacted(seq, HEART)));
        bert.write(chat, new ReactionWithdrawn(seq, THUMB));
        anna.write(chat, new ReactionWithdrawn(seq, THUMB));
        bert.write(chat, new Reacted(seq, HEART));
    }

    @Test
    void no_number_of_reactions_hides_an_edit() throws Exception {
        long seq = said(anna, "helo");
        long edited = anna.write(chat, new MessageEdited(seq, "hello")).seq();
        long last = edited;
        for (int i = 0; i < 600; i++) {
            bert.write(chat, new Reacted(seq, THUMB));
            last = bert.write(chat, new ReactionWithdrawn(seq, THUMB)).seq();
        }
        await(last);
        assertThat(related(seq, seq, last)).containsExactly(edited, last);
    }

    @Test
    void what_is_answered_comes_with_its_last_text() throws Exception {
        long old = said(anna, "old");
        long edited = anna.write(chat, new MessageEdited(old, "older")).seq();
        long between = said(bert, "something else");
        long answer = said(bert, new Message("well", false, old, null, null));
        assertThat(related(answer, answer, answer)).containsExactly(old, edited);
        assertThat(between).isLessThan(answer);
    }

    @Test
    void who_is_blocked_does_nothing_to_messages_in_a_chat_for_two() throws Exception {
        LogId two = anna.makeDirect(bert);
        long berts = bert.say(two, "hi").seq();
        long annas = anna.say(two, "hello").seq();
        bert.read(two);
        bert.await(two, annas);
        anna.wire().ask(new Request.Block(bert.id));
        assertRefused(Code.NOT_WELCOME, () -> bert.write(two, new MessageEdited(berts, "ha")));
        assertRefused(Code.NOT_WELCOME, () -> bert.write(two, new Reacted(annas, THUMB)));
        bert.write(two, new MessageDeleted(berts, bert.id));
    }

    @Test
    void a_message_that_is_gone_is_not_pinned() throws Exception {
        long seq = said(anna, "hello");
        anna.write(chat, new MessageDeleted(seq, anna.id));
        await(seq + 1);
        assertRefused(Code.BAD_REQUEST, () -> anna.write(chat, new MessagePinned(seq)));
    }

    @Test
    void a_pin_that_goes_with_its_message_is_not_taken_away_in_the_same_breath() throws Exception {
        long seq = said(anna, "hello");
        anna.write(chat, new MessagePinned(seq));
        await(seq + 1);
        SignedEvent gone = anna.next(chat, new MessageDeleted(seq, anna.id));
        SignedEvent late =
                anna.sign(
                        chat,
                        gone.header().authorSeq() + 1,
                        gone.header().seen(),
                        new MessageUnpinned(seq));
        var deleted = anna.wire().send(new Request.Append(gone));
        var unpinned = anna.wire().send(new Request.Append(late));
        Wire.get(deleted);
        assertRefused(Code.BAD_REQUEST, () -> Wire.get(unpinned));
    }

    @Test
    void who_a_message_is_for_finds_it_and_nobody_else() throws Exception {
        Client carl = house.member("carl");
        assertRefused(Code.NO_SUCH_CHAT, () -> carl.wire().ask(relatedTo(1, 1, 1)));
        long named = said(anna, new Message("@bert", false, null, List.of(bert.id, carl.id), null));
        long all = said(anna, new Message("@all", false, null, null, true));
        said(anna, "nothing special");
        assertThat(summary(bert).unread()).isEqualTo(3);
        assertThat(summary(bert).mentions()).isEqualTo(2);
        assertThat(summary(anna).mentions()).isZero();
        assertThat(mentions(bert)).containsExactly(mention(all), mention(named));
        assertThat(mentions(anna)).isEmpty();
        assertThat(mentions(carl)).isEmpty();
        assertRefused(
                Code.NOT_ALLOWED, () -> said(bert, new Message("@all", false, null, null, true)));
        anna.write(chat, new MessageDeleted(named, anna.id));
        assertThat(summary(bert).unread()).isEqualTo(2);
        assertThat(mentions(bert)).containsExactly(mention(all));
        bert.wire().ask(new Request.MarkRead(chat, all));
        assertThat(summary(bert).mentions()).isZero();
    }

    @Test
    void an_edit_may_call_somebody_by_name_and_only_who_may_calls_everybody() throws Exception {
        long seq = said(anna, "look");
        anna.write(chat, new MessageEdited(seq, "look, @bert", List.of(bert.id), null));
        anna.write(chat, new MessageEdited(seq, "look, @bert!", List.of(bert.id), null));
        assertThat(summary(bert).mentions()).isEqualTo(1);
        assertThat(mentions(bert)).containsExactly(mention(seq));
        long berts = said(bert, "hm");
        MessageEdited all = new MessageEdited(berts, "@all", null, true);
        assertRefused(Code.NOT_ALLOWED, () -> bert.write(chat, all));
        List<MemberId> twice = List.of(anna.id, anna.id);
        assertRefused(
                Code.BAD_REQUEST,
                () -> bert.write(chat, new MessageEdited(berts, "@anna", twice, null)));
        anna.write(chat, new MessageDeleted(seq, anna.id));
        assertThat(summary(bert).mentions()).isZero();
        assertThat(mentions(bert)).isEmpty();
    }

    @Test
    void a_thread_is_its_root_what_answers_it_and_what_answers_those_and_for_members_only()
            throws Exception {
        long root = said(anna, "who cooks?");
        said(bert, "something else");
        long first = said(bert, new Message("I do", false, root, null, null));
        long deep = said(anna, new Message("thanks", false, first, null, null));
        said(anna, new Message("to the else", false, root + 1, null, null));
        long last = said(bert, new Message("and you?", false, root, null, null));
        long edited = bert.write(chat, new MessageEdited(first, "I do, at six")).seq();
        long heart = anna.write(chat, new Reacted(last, HEART)).seq();
        for (long seq : List.of(root, first, deep, last)) {
            assertThat(thread(seq, heart)).containsExactly(root, first, deep, last, edited, heart);
        }
        assertThat(thread(root, deep)).containsExactly(root, first, deep);
        assertThat(thread(root + 1, heart)).containsExactly(root + 1, deep + 1);
        bert.write(chat, new MessageDeleted(first, bert.id));
        assertThat(thread(root, heart + 1)).contains(root, first, deep, last, heart + 1);
        Client carl = house.member("carl");
        assertRefused(
                Code.NO_SUCH_CHAT, () -> carl.wire().ask(new Request.ThreadOf(chat, root, heart)));
        assertRefused(Code.BAD_REQUEST, () -> thread(1, heart));
        assertRefused(Code.BAD_REQUEST, () -> thread(0, heart));
        assertRefused(Code.BAD_REQUEST, () -> thread(root, heart + 99));
    }

    @Test
    void of_a_long_thread_there_are_the_root_and_the_newest_or_those_before_a_place()
            throws Exception {
        long root = said(anna, "count");
        long last = root;
        for (int i = 0; i < Limits.THREAD + 20; i++) {
            last = anna.write(chat, new Message("" + i, false, last, null, null)).seq();
            anna.await(chat, last);
        }
        List<Long> found = thread(last, last);
        assertThat(found).hasSize(Limits.THREAD).startsWith(root).endsWith(last);
        assertThat(found.get(1)).isEqualTo(last - Limits.THREAD + 2);
        assertThat(threadOf(last, last, null).more()).isTrue();
        Reply.Related earlier = threadOf(last, last, found.get(1));
        assertThat(places(earlier)).hasSize(22).startsWith(root).endsWith(found.get(1) - 1);
        assertThat(earlier.more()).isNull();
        assertThat(places(threadOf(last, last, 1L))).containsExactly(root);
    }

    private List<Long> thread(long seq, long size) throws Exception {
        return places(threadOf(seq, size, null));
    }

    private Reply.Related threadOf(long seq, long size, @Nullable Long before) throws Exception {
        return (Reply.Related) bert.wire().ask(new Request.ThreadOf(chat, seq, size, before));
    }

    private static List<Long> places(Reply.Related reply) {
        return reply.events().stream().map(page -> page.events().getFirst().seq()).toList();
    }

    @Test
    void a_restart_knows_all_of_it_again() throws Exception {
        long seq = said(anna, new Message("@bert", false, null, List.of(bert.id), null));
        bert.await(chat, seq);
        long thumb = bert.write(chat, new Reacted(seq, THUMB)).seq();
        house.restart();
        bert.reconnect();
        assertThat(mentions(bert)).containsExactly(mention(seq));
        assertThat(related(seq, seq, thumb)).containsExactly(thumb);
    }

    private Mention mention(long seq) {
        return new Mention(chat, seq);
    }

    private long said(Client who, String text) throws Exception {
        return said(who, new Message(text, false));
    }

    private long said(Client who, Message message) throws Exception {
        long seq = who.write(chat, message).seq();
        await(seq);
        return seq;
    }

    /// Both have seen it, so that they may do something to it.
    private void await(long seq) throws Exception {
        anna.await(chat, seq);
        bert.await(chat, seq);
    }

    private List<Event> page(long first, long last) throws Exception {
        LogPage page =
                ((Reply.Paged)
                                bert.wire()
                                        .ask(
                                                new Request.Page(
                                                        chat,
                                                        last,
                                                        (int) (last - first + 1),
                                                        last)))
                        .page();
        return page.events();
    }

    private Request.Related relatedTo(long first, long last, long size) {
        return new Request.Related(chat, first, last, size);
    }

    /// Where they are, each proven.
    private List<Long> related(long first, long last, long size) throws Exception {
        Reply.Related reply = (Reply.Related) bert.wire().ask(relatedTo(first, last, size));
        for (LogPage page : reply.events()) {
            assertThat(page.events()).hasSize(1);
        }
        return reply.events().stream().map(page -> page.events().getFirst().seq()).toList();
    }

    private static List<Mention> mentions(Client who) throws Exception {
        return ((Reply.MentionList) who.wire().ask(new Request.Mentions())).mentions();
    }

    private static ChatSummary summary(Client who) throws Exception {
        return ((Reply.ChatList) who.wire().ask(new Request.Chats())).chats().getFirst();
    }
}
