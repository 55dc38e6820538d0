package chatbois.server;

import static chatbois.server.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import chatbois.log.LogId;
import chatbois.log.LogPage;
import chatbois.log.SignedEvent;
import chatbois.log.TreeHead;
import chatbois.protocol.ChatSummary;
import chatbois.protocol.Push;
import chatbois.protocol.Refusal.Code;
import chatbois.protocol.Reply;
import chatbois.protocol.Request;
import chatbois.protocol.event.EventBody;
import chatbois.protocol.event.Kind;
import chatbois.protocol.name.ChatName;
import chatbois.protocol.right.Rights;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Making chats, coming in, leaving, and who may do what in them.
class ChatsTest {
    @TempDir Path folder;

    private House house;
    private Client anna;
    private Client bert;
    private Client carl;

    @BeforeEach
    void found() throws Exception {
        house = House.found(folder.resolve("data"));
        anna = house.member("anna");
        bert = house.member("bert");
        carl = house.member("carl");
    }

    @AfterEach
    void close() {
        house.close();
    }

    @Test
    void a_new_chat_is_told_to_its_members_and_stands_in_their_lists() throws Exception {
        LogId chat = anna.makeChat("plans", bert);
        for (Client member : List.of(anna, bert)) {
            ChatSummary told = member.await(Push.ChatAdded.class).chat();
            assertThat(told.chat()).isEqualTo(chat);
            assertThat(told.name()).isEqualTo(new ChatName("plans"));
            assertThat(told.members()).isEqualTo(2);
            assertThat(chats(member).chats()).containsExactly(told);
            assertThat(members(member, chat).members()).containsExactly(anna.id, bert.id);
        }
        assertThat(chats(carl).chats()).isEmpty();
    }

    @Test
    void two_members_share_one_direct_chat() throws Exception {
        LogId chat = anna.makeDirect(bert);
        assertThat(bert.await(Push.ChatAdded.class).chat().with()).isEqualTo(anna.id);
        assertThat(chats(anna).chats().getFirst().with()).isEqualTo(bert.id);
        assertRefused(Code.ALREADY_THERE, () -> bert.makeDirect(anna));
        assertRefused(
                Code.NOT_ALLOWED, () -> anna.write(chat, new EventBody.MemberInvited(carl.id)));
        assertRefused(Code.NOT_ALLOWED, () -> anna.write(chat, new EventBody.ChatLeft()));
    }

    @Test
    void an_invited_member_comes_in_and_reads_from_the_first_event() throws Exception {
        LogId chat = anna.makeChat("plans", bert);
        anna.say(chat, "before");
        bert.write(chat, new EventBody.MemberInvited(carl.id));
        assertThat(carl.await(Push.Invited.class).invitation().by()).isEqualTo(bert.id);
        assertThat(chats(carl).invitations()).hasSize(1);
        carl.write(chat, new EventBody.ChatJoined());
        assertThat(carl.await(Push.ChatAdded.class).chat().unread()).isZero();
        carl.read(chat);
        assertThat(carl.await(chat, 4).texts()).containsExactly("before");
        assertThat(members(anna, chat).members()).containsExactly(anna.id, bert.id, carl.id);
        assertThat(chats(carl).invitations()).isEmpty();
    }

    @Test
    void who_is_not_invited_cannot_come_in() throws Exception {
        LogId chat = anna.makeChat("plans", bert);
        assertRefused(Code.NO_SUCH_CHAT, () -> carl.write(chat, new EventBody.ChatJoined()));
        assertRefused(
                Code.ALREADY_THERE, () -> anna.write(chat, new EventBody.MemberInvited(bert.id)));
    }

    @Test
    void who_left_is_told_nothing_more() throws Exception {
        LogId chat = anna.makeChat("plans", bert);
        bert.read(chat);
        bert.await(chat, 1);
        bert.write(chat, new EventBody.ChatLeft());
        bert.await(Push.ChatGone.class);
        anna.say(chat, "he can't hear us");
        // A message in another chat comes behind whatever else was told before.
        LogId other = anna.makeDirect(bert);
        bert.await(Push.ChatAdded.class);
        bert.read(other);
        anna.say(other, "hello");
        bert.await(other, 2);
        assertThat(bert.reading(chat).size()).isEqualTo(2);
        assertThat(chats(bert).chats()).extracting(ChatSummary::chat).containsExactly(other);
    }

    @Test
    void nobody_outside_can_do_anything_with_a_chat() throws Exception {
        LogId chat = anna.makeChat("plans", bert);
        anna.say(chat, "secret");
        LogId noChat = new LogId(anna.key.verifyKey().value());
        for (LogId log : List.of(chat, noChat)) {
            for (Request request : Refusals.everyMembersRequest(carl, log)) {
                if (!(request instanceof Request.Chats
                        || request instanceof Request.Who
                        || request instanceof Request.BeHere
                        || request instanceof Request.See
                        || request instanceof Request.PrivacyNow
                        || request instanceof Request.SetPrivacy
                        || request instanceof Request.Drafts
                        || request instanceof Request.PublicChats
                        || needsPermission(request)
                        || request instanceof Request.OfferFile
                        || request instanceof Request.PutFilePart
                        || request instanceof Request.MakeChat)) {
                    assertRefused(Code.NO_SUCH_CHAT, () -> carl.wire().ask(request));
                }
            }
            for (EventBody body :
                    List.of(
                            new EventBody.ChatLeft(),
                            new EventBody.MemberInvited(carl.id),
                            new EventBody.Message("let me in", false))) {
                assertRefused(Code.NO_SUCH_CHAT, () -> carl.write(log, body));
            }
        }
    }

    private static boolean needsPermission(Request request) {
        return request instanceof Request.AsMember asked && !Rights.needed(asked).isEmpty();
    }

    @Test
    void who_left_is_outside() throws Exception {
        LogId chat = anna.makeChat("plans", bert);
        bert.write(chat, new EventBody.ChatLeft());
        assertRefused(Code.NO_SUCH_CHAT, () -> bert.resume(chat, 0));
        assertRefused(Code.NO_SUCH_CHAT, () -> page(bert, chat, 1, 1, 1));
        assertRefused(Code.NO_SUCH_CHAT, () -> bert.say(chat, "one more thing"));
        assertRefused(Code.NO_SUCH_CHAT, () -> members(bert, chat));
        assertRefused(Code.NO_SUCH_CHAT, () -> bert.wire().ask(new Request.MarkRead(chat, 1)));
    }

    @Test
    void a_chat_is_made_with_the_request_for_it_and_in_no_other_way() throws Exception {
        EventBody made = new EventBody.ChatMade(new LogId(anna.key.verifyKey().value()));
        assertRefused(Code.BAD_REQUEST, () -> anna.write(house.community, made));
        SignedEvent message = anna.next(house.community, new EventBody.Message("no chat", false));
        assertRefused(
                Code.BAD_REQUEST, () -> anna.wire().ask(new Request.MakeChat(message, message)));
    }

    @Test
    void a_chat_with_somebody_who_is_not_here_is_refused_as_a_whole() throws Exception {
        Client stranger = new Client(house);
        assertRefused(Code.NO_SUCH_MEMBER, () -> anna.makeChat("plans", stranger));
        assertRefused(Code.BAD_REQUEST, () -> anna.makeChat("plans", bert, bert));
        LogId chat = anna.makeChat("plans", bert);
        assertThat(chats(anna).chats()).extracting(ChatSummary::chat).containsExactly(chat);
    }

    @Test
    void an_event_is_sent_by_the_device_that_wrote_it() throws Exception {
        LogId chat = anna.makeChat("plans", bert);
        SignedEvent annas = anna.next(chat, new EventBody.Message("mine", false));
        assertRefused(Code.NOT_ALLOWED, () -> bert.wire().ask(new Request.Append(annas)));
    }

    @Test
    void a_changed_event_is_refused() throws Exception {
        LogId chat = anna.makeChat("plans", bert);
        SignedEvent one = anna.next(chat, new EventBody.Message("one", false));
        SignedEvent other = anna.next(chat, new EventBody.Message("other", false));
        SignedEvent swapped = new SignedEvent(one.header(), one.signature(), other.content());
        SignedEvent unsigned = new SignedEvent(one.header(), other.signature(), one.content());
        assertRefused(Code.BAD_SIGNATURE, () -> anna.append(swapped));
        assertRefused(Code.BAD_SIGNATURE, () -> anna.append(unsigned));
        anna.append(one);
    }

    @Test
    void a_body_that_says_nothing_known_is_refused() throws Exception {
        LogId chat = anna.makeChat("plans", bert);
        for (String body : List.of("", "{}", "[]", "null", "{\"text\":7}", "{\"text\":\" \"}")) {
            SignedEvent event =
                    anna.sign(
                            chat,
                            2,
                            TreeHead.EMPTY,
                            Kind.MESSAGE,
                            body.getBytes(StandardCharsets.UTF_8));
            assertRefused(Code.BAD_REQUEST, () -> anna.append(event));
        }
    }

    @Test
    void who_is_connected_is_told_to_members() throws Exception {
        assertThat(((Reply.Online) anna.wire().ask(new Request.Who())).members())
                .containsExactlyInAnyOrder(house.owner().id, anna.id, bert.id, carl.id);
    }

    private static Reply.ChatList chats(Client client) throws Exception {
        return (Reply.ChatList) client.wire().ask(new Request.Chats());
    }

    private static Reply.MemberList members(Client client, LogId chat) throws Exception {
        return (Reply.MemberList) client.wire().ask(new Request.ChatMembers(chat));
    }

    private static LogPage page(Client client, LogId log, long last, int limit, long size)
            throws Exception {
        return ((Reply.Paged) client.wire().ask(new Request.Page(log, last, limit, size))).page();
    }
}
