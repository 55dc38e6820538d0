package chatbois.server;

import static chatbois.server.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import chatbois.log.Event;
import chatbois.log.LogId;
import chatbois.log.SigningKey;
import chatbois.protocol.ChatSummary;
import chatbois.protocol.PublicChat;
import chatbois.protocol.Push;
import chatbois.protocol.Refusal.Code;
import chatbois.protocol.Reply;
import chatbois.protocol.Request;
import chatbois.protocol.event.EventBody;
import chatbois.protocol.event.EventBody.ChatChanged;
import chatbois.protocol.event.JoinProof;
import chatbois.protocol.name.ChatName;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What can be done with a chat beside talking in it, as a server does it.
class ChatHandlesTest {
    @TempDir Path folder;

    private House house;
    private Client anna;
    private Client bert;
    private Client carl;
    private LogId chat;

    @BeforeEach
    void found() throws Exception {
        house = House.found(folder.resolve("data"));
        anna = house.member("anna");
        bert = house.member("bert");
        carl = house.member("carl");
        chat = anna.makeChat("plans", bert);
    }

    @AfterEach
    void close() throws Exception {
        house.close();
        try (Foundation foundation = Foundation.open(house.data)) {
            assertThat(foundation.check()).isEmpty();
        }
    }

    @Test
    void a_summary_says_what_a_chat_is_set_to() throws Exception {
        anna.write(chat, new ChatChanged(new ChatName("summer"), "Where to?", null, true, null, 5));
        anna.write(chat, new EventBody.ChatRoleGiven(bert.id, "moderator"));
        ChatSummary summary = chats(bert).chats().getFirst();
        assertThat(summary.name()).isEqualTo(new ChatName("summer"));
        assertThat(summary.state().topic()).isEqualTo("Where to?");
        assertThat(summary.state().publicly()).isTrue();
        assertThat(summary.state().role()).isEqualTo("moderator");
        assertThat(summary.state().asOf()).isEqualTo(3);
    }

    @Test
    void who_is_put_out_hears_of_that_and_reads_nothing_more() throws Exception {
        bert.read(chat);
        anna.write(chat, new EventBody.ChatMemberRemoved(bert.id, "spam"));
        // In the log, too, if his connection has caught up with it by then.
        Event because = bert.await(Push.ChatGone.class).because();
        assertThat(because).isNotNull().extracting(Event::seq).isEqualTo(2L);
        anna.say(chat, "he can't hear us");
        assertThat(chats(bert).chats()).isEmpty();
        assertRefused(Code.NO_SUCH_CHAT, () -> bert.resume(chat, 0));
        assertRefused(Code.NO_SUCH_CHAT, () -> bert.say(chat, "hello?"));
        assertThat(bert.reading(chat).size()).isLessThanOrEqualTo(2);
    }

    @Test
    void an_invitation_is_told_with_the_new_name_and_taken_back() throws Exception {
        anna.write(chat, new EventBody.MemberInvited(carl.id));
        carl.await(Push.Invited.class);
        anna.write(chat, ChatChanged.named(new ChatName("summer")));
        assertThat(carl.await(Push.Invited.class).invitation().name().value()).isEqualTo("summer");
        anna.write(chat, new EventBody.InvitationTakenBack(carl.id));
        carl.await(Push.ChatGone.class);
        assertThat(chats(carl).invitations()).isEmpty();
    }

    @Test
    void a_public_chat_is_listed_and_joined_by_anybody() throws Exception {
        anna.write(chat, ChatChanged.publicly(true));
        anna.say(chat, "before");
        assertThat(publicChats(carl, "LAN"))
                .containsExactly(new PublicChat(chat, new ChatName("plans"), "", 2));
        assertThat(publicChats(carl, "x")).isEmpty();
        assertThat(entrance(carl)).isEqualTo(new Reply.Entrance(new ChatName("plans"), 0));
        carl.write(chat, new EventBody.ChatJoined());
        assertThat(carl.await(Push.ChatAdded.class).chat().unread()).isZero();
        carl.say(chat, "hello");
        carl.write(chat, new EventBody.ChatLeft());
        assertThat(((Reply.Entrance) carl.wire().ask(new Request.Entrance(chat, null))).authorSeq())
                .isEqualTo(3);
        anna.write(chat, ChatChanged.archived(true));
        assertThat(publicChats(carl, "")).isEmpty();
    }

    @Test
    void a_private_chat_never_leaks() throws Exception {
        SigningKey link = SigningKey.generate(House.RANDOM);
        anna.write(chat, new EventBody.ChatLinkMade(link.verifyKey(), 3, 0));
        LogId none = new LogId(carl.key.verifyKey().value());
        for (LogId log : List.of(chat, none)) {
            assertRefused(
                    Code.NO_SUCH_CHAT, () -> carl.wire().ask(new Request.Entrance(log, null)));
            assertRefused(
                    Code.NO_SUCH_CHAT,
                    () -> carl.wire().ask(new Request.Entrance(log, carl.key.verifyKey())));
            assertRefused(Code.NO_SUCH_CHAT, () -> carl.wire().ask(new Request.ChatDetails(log)));
            assertRefused(Code.NO_SUCH_CHAT, () -> carl.wire().ask(new Request.ChatMembers(log)));
            for (EventBody body :
                    List.of(
                            new EventBody.ChatJoined(),
                            ChatChanged.topic("mine"),
                            new EventBody.ChatRoleGiven(carl.id, "owner"),
                            new EventBody.ChatMemberRemoved(anna.id, null),
                            new EventBody.MessagePinned(1),
                            new EventBody.ChatDeleted())) {
                assertRefused(Code.NO_SUCH_CHAT, () -> carl.write(log, body));
            }
        }
        assertThat(publicChats(carl, "")).isEmpty();
        assertThat(chats(carl)).isEqualTo(new Reply.ChatList(List.of(), List.of()));
    }

    @Test
    void a_link_brings_a_member_in() throws Exception {
        SigningKey link = SigningKey.generate(House.RANDOM);
        anna.write(chat, new EventBody.ChatLinkMade(link.verifyKey(), 1, 0));
        assertThat(details(anna).links()).hasSize(1);
        assertThat(details(bert).links()).isEmpty();
        Request.Entrance look = new Request.Entrance(chat, link.verifyKey());
        assertThat(carl.wire().ask(look)).isEqualTo(new Reply.Entrance(new ChatName("plans"), 0));
        EventBody joined =
                new EventBody.ChatJoinedByLink(
                        link.verifyKey(),
                        JoinProof.sign(link, chat, carl.id, carl.key.verifyKey()));
        carl.write(chat, joined);
        carl.await(Push.ChatAdded.class);
        assertThat(details(anna).links()).isEmpty();
        assertRefused(Code.NO_SUCH_CHAT, () -> house.owner().wire().ask(look));
    }

    @Test
    void slow_mode_says_how_long_to_wait_and_outlives_a_restart() throws Exception {
        anna.write(chat, ChatChanged.slow(30));
        bert.say(chat, "one");
        house.clock.move(Duration.ofSeconds(10));
        assertThat(refusal(() -> bert.say(chat, "two")))
                .containsPattern("every 30 seconds here. Wait 2[01] seconds");
        anna.say(chat, "owners");
        anna.say(chat, "are not held up");
        house.restart();
        anna.reconnect();
        bert.reconnect();
        house.clock.move(Duration.ofSeconds(19));
        assertThat(refusal(() -> bert.say(chat, "two"))).containsPattern("Wait [12] seconds");
        house.clock.move(Duration.ofSeconds(2));
        bert.say(chat, "two");
        anna.write(chat, ChatChanged.slow(60));
        house.clock.move(Duration.ofSeconds(31));
        assertRefused(Code.SLOW_MODE, () -> bert.say(chat, "three"));
        anna.write(chat, ChatChanged.slow(0));
        bert.say(chat, "three");
    }

    private static String refusal(org.assertj.core.api.ThrowableAssert.ThrowingCallable request) {
        assertRefused(Code.SLOW_MODE, request);
        return String.valueOf(org.assertj.core.api.Assertions.catchThrowable(request).getMessage());
    }

    @Test
    void a_deleted_chat_is_gone_for_everybody_and_what_was_said_is_erased() throws Exception {
        anna.write(chat, new EventBody.MemberInvited(carl.id));
        anna.write(chat, ChatChanged.publicly(true));
        bert.read(chat);
        String secret = "the treasure lies under the oak " + "x".repeat(5_000);
        for (int i = 0; i < 20; i++) {
            anna.say(chat, secret + i);
        }
        anna.write(chat, new EventBody.ChatDeleted());
        for (Client member : List.of(anna, bert, carl)) {
            member.await(Push.ChatGone.class);
            assertThat(chats(member)).isEqualTo(new Reply.ChatList(List.of(), List.of()));
            assertRefused(Code.NO_SUCH_CHAT, () -> member.write(chat, new EventBody.ChatJoined()));
        }
        assertThat(publicChats(carl, "")).isEmpty();
        house.stop();
        house.start();
        house.stop();
        assertThat(bodies()).isZero();
        String file =
                new String(
                        Files.readAllBytes(house.data.resolve("chatbois.db")),
                        StandardCharsets.ISO_8859_1);
        assertThat(file).doesNotContain("under the oak");
    }

    private int bodies() throws Exception {
        try (Connection connection =
                        DriverManager.getConnection(
                                "jdbc:sqlite:" + house.data.resolve("chatbois.db"));
                var statement = connection.createStatement();
                var row =
                        statement.executeQuery(
                                "SELECT count(*) FROM event WHERE kind = 36 AND body IS NOT NULL")) {
            return row.getInt(1);
        }
    }

    private Reply.Entrance entrance(Client client) throws Exception {
        return (Reply.Entrance) client.wire().ask(new Request.Entrance(chat, null));
    }

    private Reply.ChatDetails details(Client client) throws Exception {
        return (Reply.ChatDetails) client.wire().ask(new Request.ChatDetails(chat));
    }

    private static List<PublicChat> publicChats(Client client, String containing) throws Exception {
        Request request = new Request.PublicChats(containing);
        return ((Reply.PublicChatList) client.wire().ask(request)).chats();
    }

    private static Reply.ChatList chats(Client client) throws Exception {
        return (Reply.ChatList) client.wire().ask(new Request.Chats());
    }
}
