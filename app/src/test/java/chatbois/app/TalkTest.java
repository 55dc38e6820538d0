package chatbois.app;

import static chatbois.app.TestCommunity.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import chatbois.client.link.Dialer;
import chatbois.client.session.Entry;
import chatbois.client.session.Said;
import chatbois.client.session.Session;
import chatbois.client.session.SessionState;
import chatbois.client.session.Snapshot.ChatInfo;
import chatbois.client.session.Timeline;
import chatbois.log.LogId;
import chatbois.protocol.Refusal.Code;
import chatbois.protocol.Refused;
import chatbois.protocol.event.EventBody.SettingsChanged;
import chatbois.protocol.name.ChatName;
import chatbois.protocol.name.MemberName;
import chatbois.protocol.right.Role;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// Members talk through a real server, over real TLS.
@Timeout(60)
class TalkTest {
    @TempDir Path directory;
    private TestCommunity shed;
    private Session ann;

    @BeforeEach
    void found() throws Exception {
        shed = new TestCommunity(directory);
        ann = shed.owner("ann");
    }

    @AfterEach
    void close() {
        shed.close();
    }

    @Test
    void a_message_reaches_the_other_member() throws Exception {
        Session bob = shed.invited(ann, "bob");
        LogId chat = chat("tools", bob);
        Timeline screen = bob.timeline(chat);

        ann.send(chat, "who has the saw?", false).get();

        await("bob reads it", () -> texts(screen).contains("who has the saw?"));
        Entry entry = screen.view().entries().getLast();
        assertThat(entry.author()).isEqualTo("ann");
        assertThat(entry.own()).isFalse();
        assertThat(entry.delivery()).isEqualTo(Entry.Delivery.STORED);
    }

    @Test
    void unread_messages_are_counted_until_they_are_read_on_any_client() throws Exception {
        Session bob = shed.invited(ann, "bob");
        LogId chat = chat("tools", bob);
        ann.send(chat, "one", false).get();
        ann.send(chat, "two", false).get();
        await("bob has two unread", () -> info(bob, chat).unread() == 2);
        assertThat(info(ann, chat).unread()).isZero();

        Session elsewhere = shed.again("bob");
        assertThat(info(elsewhere, chat).unread()).isEqualTo(2);
        elsewhere.markRead(chat, info(elsewhere, chat).size());

        await("bob's first client knows", () -> info(bob, chat).unread() == 0);
    }

    @Test
    void what_is_written_without_a_connection_goes_out_in_order_when_it_is_back() throws Exception {
        CuttingDialer line = new CuttingDialer();
        Session bob = shed.invited(ann, "bob", line);
        LogId chat = chat("tools", bob);
        line.unreachable(true);
        line.cutNow();
        await("bob is cut off", () -> !(bob.snapshot().state() instanceof SessionState.Online));

        List<CompletableFuture<?>> sent = new ArrayList<>();
        for (int i = 1; i <= 20; i++) {
            sent.add(bob.send(chat, "line " + i, false));
        }
        assertThat(bob.snapshot().pending()).isEqualTo(20);
        line.unreachable(false);
        bob.retryNow();

        CompletableFuture.allOf(sent.toArray(CompletableFuture[]::new)).get();
        List<String> read = new ArrayList<>();
        ann.read(chat, 1, entry -> text(entry, read));
        assertThat(read).hasSize(20).first().isEqualTo("line 1");
        assertThat(read).last().isEqualTo("line 20");
        assertThat(bob.snapshot().pending()).isZero();
    }

    @Test
    void a_cut_at_any_frame_neither_loses_nor_doubles_a_message() throws Exception {
        CuttingDialer line = new CuttingDialer();
        Session bob = shed.invited(ann, "bob", line);
        LogId chat = chat("tools", bob);
        List<String> expected = new ArrayList<>();
        for (int frames = 1; frames <= 24; frames++) {
            line.cutAfter(frames);
            List<CompletableFuture<?>> sent = new ArrayList<>();
            for (int i = 0; i < 4; i++) {
                String text = "cut after " + frames + ", line " + i;
                expected.add(text);
                sent.add(bob.send(chat, text, false));
            }
            CompletableFuture<?> all =
                    CompletableFuture.allOf(sent.toArray(CompletableFuture[]::new));
            await(
                    "all is sent",
                    () -> {
                        bob.retryNow();
                        return all.isDone();
                    });
        }
        List<String> read = new ArrayList<>();
        ann.read(chat, 1, entry -> text(entry, read));
        assertThat(read).containsExactlyElementsOf(expected);
        assertThat(bob.snapshot().chats().getFirst().broken()).isNull();
    }

    @Test
    void a_member_comes_back_after_a_restart_of_the_server() throws Exception {
        Session bob = shed.invited(ann, "bob");
        LogId chat = chat("tools", bob);
        shed.stopServer();
        await("bob notices", () -> !(bob.snapshot().state() instanceof SessionState.Online));
        CompletableFuture<?> sent = bob.send(chat, "still there?", false);
        shed.startServer();
        bob.retryNow();

        sent.get();
        await("ann is back too", () -> info(ann, chat).unread() == 1);
    }

    @Test
    void history_slides_through_a_bounded_window() throws Exception {
        Session bob = shed.invited(ann, "bob");
        LogId chat = chat("tools", bob);
        List<CompletableFuture<?>> sent = new ArrayList<>();
        for (int i = 1; i <= 900; i++) {
            sent.add(ann.send(chat, "line " + i, false));
        }
        CompletableFuture.allOf(sent.toArray(CompletableFuture[]::new)).get();
        Timeline screen = bob.timeline(chat);
        screen.toEnd().get();
        while (!screen.view().atStart()) {
            screen.older().get();
            assertThat(screen.view().entries()).hasSizeLessThanOrEqualTo(Timeline.LIMIT);
        }
        assertThat(texts(screen)).contains("line 1").doesNotContain("line 900");
        assertThat(screen.view().atEnd()).isFalse();
        while (!screen.view().atEnd()) {
            screen.newer().get();
        }
        assertThat(texts(screen)).endsWith("line 900").doesNotContain("line 1");
    }

    @Test
    void long_messages_make_short_pages_without_gaps() throws Exception {
        Session bob = shed.invited(ann, "bob");
        LogId chat = chat("tools", bob);
        String much = "x".repeat(16_000);
        List<CompletableFuture<?>> sent = new ArrayList<>();
        for (int i = 0; i < 80; i++) {
            sent.add(ann.send(chat, much, false));
        }
        CompletableFuture.allOf(sent.toArray(CompletableFuture[]::new)).get();
        List<Long> seqs = new ArrayList<>();
        bob.read(chat, 1, entry -> seqs.add(entry.seq()));
        assertThat(seqs).hasSize(81).isSorted().doesNotHaveDuplicates();
    }

    @Test
    void who_is_invited_may_join_and_leave() throws Exception {
        Session bob = shed.invited(ann, "bob");
        LogId chat = chat("tools");
        ann.invite(chat, bob.snapshot().me().id()).get();
        await("bob is invited", () -> !bob.snapshot().invitations().isEmpty());
        assertThat(bob.snapshot().invitations().getFirst().by()).isEqualTo("ann");

        assertThat(bob.accept(chat).get()).isEqualTo(chat);
        assertThat(ann.chatMembers(chat).get().members()).hasSize(2);
        bob.send(chat, "here I am", false).get();
        bob.leave(chat).get();
        await("the chat is gone", () -> bob.snapshot().chats().isEmpty());

        ann.invite(chat, bob.snapshot().me().id()).get();
        await("bob is invited again", () -> !bob.snapshot().invitations().isEmpty());
        bob.accept(chat).get();
        bob.send(chat, "here I am again", false).get();
        assertThat(info(bob, chat).broken()).isNull();
    }

    @Test
    void two_have_one_direct_chat_whoever_begins() throws Exception {
        Session bob = shed.invited(ann, "bob");
        var byAnn = ann.direct(bob.snapshot().me().id());
        var byBob = bob.direct(ann.snapshot().me().id());
        assertThat(byAnn.get()).isEqualTo(byBob.get());
        assertThat(info(ann, byAnn.get()).title()).isEqualTo("bob");
        assertThat(info(bob, byBob.get()).title()).isEqualTo("ann");
        assertThat(ann.direct(bob.snapshot().me().id()).get()).isEqualTo(byAnn.get());
    }

    @Test
    void only_the_owner_changes_settings() throws Exception {
        Session bob = shed.invited(ann, "bob");
        ann.change(new SettingsChanged("The Barn", null, null)).get();
        await("bob sees the new name", () -> bob.snapshot().name().equals("The Barn"));
        assertThatThrownBy(() -> bob.change(new SettingsChanged("Mine", null, null)).get())
                .isInstanceOf(ExecutionException.class)
                .hasCauseInstanceOf(Refused.class);
        assertThat(bob.who().get()).hasSize(2);
    }

    @Test
    void a_name_that_is_taken_is_refused_and_another_one_gets_in() throws Exception {
        var invite = ann.makeInvite(Role.MEMBER, 1, null).get();
        assertThatThrownBy(() -> shed.join(invite, "ANN", Dialer.overTls()))
                .isInstanceOfSatisfying(
                        Refused.class,
                        e -> assertThat(e.refusal().code()).isEqualTo(Code.NAME_TAKEN));
        assertThat(shed.join(invite, "bob", Dialer.overTls()).snapshot().me().name())
                .isEqualTo(new MemberName("bob"));
    }

    @Test
    void a_join_whose_answer_was_lost_is_found_by_the_next_try() throws Exception {
        var invite = ann.makeInvite(Role.MEMBER, 1, null).get();
        CuttingDialer line = new CuttingDialer();
        // Hello, Welcome, Register; the answer is lost.
        line.cutAfter(4);
        assertThatThrownBy(() -> shed.join(invite, "bob", line))
                .isInstanceOf(java.io.IOException.class);
        assertThat(shed.join(invite, "bob", line).snapshot().me().name().value()).isEqualTo("bob");
    }

    @Test
    void members_come_from_the_disk_at_the_next_start() throws Exception {
        Session bob = shed.invited(ann, "bob");
        LogId chat = chat("tools", bob);
        ann.send(chat, "one", false).get();
        await("bob has it", () -> info(bob, chat).unread() == 1);
        bob.close();
        var kept = shed.home("bob").folder(ann.community()).events();
        assertThat(kept).hasSizeGreaterThanOrEqualTo(4);
        Session again = shed.again("bob");
        assertThat(again.snapshot().members()).hasSize(2);
        assertThat(info(again, chat).unread()).isEqualTo(1);
    }

    private LogId chat(String name, Session... others) throws Exception {
        LogId chat =
                ann.makeChat(
                                new ChatName(name),
                                List.of(others).stream().map(s -> s.snapshot().me().id()).toList())
                        .get();
        for (Session other : others) {
            await("the chat is listed", () -> has(other, chat));
        }
        return chat;
    }

    private static boolean has(Session session, LogId chat) {
        return session.snapshot().chats().stream().anyMatch(c -> c.id().equals(chat));
    }

    private static ChatInfo info(Session session, LogId chat) {
        return session.snapshot().chats().stream()
                .filter(c -> c.id().equals(chat))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> texts(Timeline screen) {
        List<String> texts = new ArrayList<>();
        screen.view().entries().forEach(entry -> text(entry, texts));
        return texts;
    }

    @Test
    void a_member_who_is_made_admin_hears_it_and_may_do_more_and_a_guest_less() throws Exception {
        Session bob = shed.invited(ann, "bob");
        SettingsChanged renamed = new SettingsChanged("The Barn", null, null);
        assertRefused(bob.change(renamed), "lacks the permission rename");

        ann.giveRole(bob.snapshot().me().id(), Role.ADMIN).get();
        await("bob hears it", () -> heard(bob).contains("You are admin here now"));
        bob.change(renamed).get();
        await("ann sees the new name", () -> ann.snapshot().name().equals("The Barn"));
        assertRefused(bob.giveRole(ann.snapshot().me().id(), Role.GUEST), "your own rank or above");

        ann.giveRole(bob.snapshot().me().id(), Role.GUEST).get();
        await("bob hears it", () -> heard(bob).contains("You are guest here now"));
        assertRefused(bob.makeInvite(Role.MEMBER, 1, null), "lacks the permission invite");
        assertThat(shed.again("bob").snapshot().me().role()).isEqualTo(Role.GUEST);
    }

    private static void assertRefused(CompletableFuture<?> answer, String words) {
        assertThatThrownBy(answer::get)
                .cause()
                .isInstanceOf(Refused.class)
                .hasMessageContaining(words);
    }

    private static String heard(Session session) {
        return session.snapshot().notices().toString();
    }

    private static void text(Entry entry, List<String> texts) {
        if (entry.said() instanceof Said.Text(String text)) {
            texts.add(text);
        }
    }
}
