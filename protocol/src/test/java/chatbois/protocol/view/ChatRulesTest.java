package chatbois.protocol.view;

import static chatbois.protocol.view.Refusals.assertRefused;
import static chatbois.protocol.view.Town.ANNA;
import static chatbois.protocol.view.Town.BEN;
import static chatbois.protocol.view.Town.CARLA;
import static chatbois.protocol.view.Town.COMMUNITY;
import static chatbois.protocol.view.Town.DORA;
import static chatbois.protocol.view.Town.INVITE;
import static org.assertj.core.api.Assertions.assertThat;

import chatbois.log.MemberId;
import chatbois.log.SigningKey;
import chatbois.protocol.DirectChat;
import chatbois.protocol.Limits;
import chatbois.protocol.Refusal.Code;
import chatbois.protocol.event.EventBody;
import chatbois.protocol.event.EventBody.ChatChanged;
import chatbois.protocol.event.EventBody.ChatCreated;
import chatbois.protocol.event.EventBody.ChatDeleted;
import chatbois.protocol.event.EventBody.ChatJoined;
import chatbois.protocol.event.EventBody.ChatLeft;
import chatbois.protocol.event.EventBody.ChatLinkMade;
import chatbois.protocol.event.EventBody.ChatLinkRevoked;
import chatbois.protocol.event.EventBody.ChatMemberRemoved;
import chatbois.protocol.event.EventBody.ChatRoleGiven;
import chatbois.protocol.event.EventBody.InvitationTakenBack;
import chatbois.protocol.event.EventBody.MemberInvited;
import chatbois.protocol.event.EventBody.Message;
import chatbois.protocol.event.EventBody.MessagePinned;
import chatbois.protocol.event.EventBody.MessageUnpinned;
import chatbois.protocol.name.ChatName;
import chatbois.protocol.right.ChatRole;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What can be done with a chat: settings, links, pins, archiving, deleting, and coming back.
class ChatRulesTest {
    private static final Message HELLO = new Message("hello", false);
    private static final SigningKey LINK = Person.key("a link");

    private final Town town = Town.ofThree();
    private ChatView chat;

    @BeforeEach
    void begin() {
        town.join(DORA, "dora", INVITE);
        chat = town.chat("plans", ANNA, BEN);
    }

    @Test
    void only_what_is_said_is_changed() {
        town.take(chat, ANNA, ChatChanged.topic("The summer"));
        town.take(chat, ANNA, ChatChanged.slow(5));
        town.take(chat, ANNA, ChatChanged.named(new ChatName("summer")));
        assertThat(chat.settings())
                .isEqualTo(
                        new ChatSettings(
                                new ChatName("summer"), "The summer", "", false, false, 5));
        town.take(chat, ANNA, new ChatChanged(null, "", "Two\nlines", null, null, 0));
        assertThat(chat.settings())
                .isEqualTo(
                        new ChatSettings(
                                new ChatName("summer"), "", "Two\nlines", false, false, 0));
    }

    @Test
    void what_is_too_long_or_breaks_a_line_is_refused() {
        assertChangeRefused(Code.BAD_REQUEST, new ChatChanged(null, null, null, null, null, null));
        assertChangeRefused(Code.BAD_REQUEST, ChatChanged.topic("x".repeat(Limits.TOPIC + 1)));
        assertChangeRefused(Code.BAD_REQUEST, ChatChanged.topic("two\nlines"));
        assertChangeRefused(Code.BAD_REQUEST, ChatChanged.topic("\u202Eback"));
        assertChangeRefused(
                Code.BAD_REQUEST, ChatChanged.description("x".repeat(Limits.DESCRIPTION + 1)));
        assertChangeRefused(Code.BAD_REQUEST, ChatChanged.description("\u001B[2J"));
        assertChangeRefused(Code.BAD_REQUEST, ChatChanged.slow(-1));
        assertChangeRefused(Code.BAD_REQUEST, ChatChanged.slow(Limits.SLOW_SECONDS + 1));
        assertRefused(
                Code.BAD_REQUEST,
                () -> town.take(chat, ANNA, new ChatMemberRemoved(BEN.id(), "two\nlines")));
    }

    private void assertChangeRefused(Code code, ChatChanged changed) {
        assertRefused(code, () -> town.take(chat, ANNA, changed));
    }

    @Test
    void a_direct_chat_takes_messages_and_pins_only() {
        ChatView direct = new ChatView(COMMUNITY, DirectChat.id(COMMUNITY, ANNA.id(), BEN.id()));
        town.take(direct, ANNA, new ChatCreated(null, true, List.of(ANNA.id(), BEN.id())));
        for (EventBody.InChat body :
                List.of(
                        ChatChanged.topic("us"),
                        ChatChanged.publicly(true),
                        new ChatMemberRemoved(BEN.id(), null),
                        new ChatRoleGiven(BEN.id(), "member"),
                        new ChatLinkMade(LINK.verifyKey(), 1, 0),
                        new ChatDeleted())) {
            assertRefused(Code.NOT_ALLOWED, () -> town.take(direct, ANNA, body));
        }
        town.take(direct, Town.header(BEN, direct.chat(), 1), new MessagePinned(1));
        assertThat(direct.pins()).containsExactly(1L);
    }

    @Test
    void anybody_comes_into_a_public_chat_and_nobody_into_one_that_is_private_again() {
        assertRefused(Code.NO_SUCH_CHAT, () -> town.take(chat, CARLA, new ChatJoined()));
        assertRefused(Code.NO_SUCH_CHAT, () -> chat.checkMayEnter(CARLA.id(), null, town.time));
        town.take(chat, ANNA, ChatChanged.publicly(true));
        chat.checkMayEnter(CARLA.id(), null, town.time);
        town.take(chat, CARLA, new ChatJoined());
        assertThat(chat.roles()).containsEntry(CARLA.id(), ChatRole.MEMBER);
        town.take(chat, ANNA, ChatChanged.publicly(false));
        assertRefused(Code.NO_SUCH_CHAT, () -> town.take(chat, DORA, new ChatJoined()));
    }

    @Test
    void who_was_put_out_comes_back_only_if_somebody_who_may_put_out_invites_them() {
        town.take(chat, ANNA, ChatChanged.publicly(true));
        town.take(chat, ANNA, new ChatLinkMade(LINK.verifyKey(), 9, 0));
        town.take(chat, CARLA, new ChatJoined());
        town.take(chat, ANNA, new ChatMemberRemoved(CARLA.id(), "spam"));
        assertRefused(Code.NOT_ALLOWED, () -> town.take(chat, CARLA, new ChatJoined()));
        assertRefused(
                Code.NOT_ALLOWED, () -> town.take(chat, CARLA, CARLA.entering(chat.chat(), LINK)));
        assertRefused(Code.NOT_ALLOWED, () -> town.take(chat, BEN, new MemberInvited(CARLA.id())));
        town.take(chat, ANNA, new MemberInvited(CARLA.id()));
        town.take(chat, CARLA, new ChatJoined());
        town.take(chat, CARLA, new ChatLeft());
        town.take(chat, CARLA, new ChatJoined());
    }

    @Test
    void who_could_only_read_can_only_read_after_leaving_and_coming_back() {
        town.take(chat, ANNA, ChatChanged.publicly(true));
        town.take(chat, ANNA, new ChatRoleGiven(BEN.id(), "read-only"));
        town.take(chat, BEN, new ChatLeft());
        town.take(chat, BEN, new ChatJoined());
        assertRefused(Code.NOT_ALLOWED, () -> town.take(chat, BEN, HELLO));
    }

    @Test
    void an_invitation_is_taken_back_by_who_made_it_or_may_put_out() {
        InvitationTakenBack back = new InvitationTakenBack(CARLA.id());
        assertRefused(Code.NO_SUCH_MEMBER, () -> town.take(chat, ANNA, back));
        town.take(chat, ANNA, new MemberInvited(CARLA.id()));
        assertRefused(Code.NOT_ALLOWED, () -> town.take(chat, BEN, back));
        town.take(chat, ANNA, back);
        assertThat(chat.invited()).isEmpty();
        assertRefused(Code.NO_SUCH_CHAT, () -> town.take(chat, CARLA, new ChatJoined()));
        town.take(chat, BEN, new MemberInvited(CARLA.id()));
        town.take(chat, BEN, back);
        town.take(chat, BEN, new MemberInvited(CARLA.id()));
        town.take(chat, ANNA, back);
    }

    @Test
    void a_link_brings_in_as_many_as_it_says_until_it_expires() {
        town.take(chat, ANNA, new ChatLinkMade(LINK.verifyKey(), 1, town.time + 10));
        chat.checkMayEnter(CARLA.id(), LINK.verifyKey(), town.time);
        assertRefused(
                Code.INVITE_UNKNOWN,
                () -> town.take(chat, CARLA, DORA.entering(chat.chat(), LINK)));
        assertRefused(
                Code.INVITE_UNKNOWN, () -> town.take(chat, CARLA, CARLA.entering(COMMUNITY, LINK)));
        assertThat(chat.links(ANNA.id(), town.time)).hasSize(1);
        assertThat(chat.links(BEN.id(), town.time)).isEmpty();
        town.time += 11;
        assertRefused(
                Code.INVITE_UNKNOWN,
                () -> town.take(chat, CARLA, CARLA.entering(chat.chat(), LINK)));
        town.time -= 11;
        town.take(chat, CARLA, CARLA.entering(chat.chat(), LINK));
        assertRefused(
                Code.INVITE_UNKNOWN, () -> town.take(chat, DORA, DORA.entering(chat.chat(), LINK)));
    }

    @Test
    void a_link_that_was_called_back_lets_nobody_in() {
        town.take(chat, ANNA, new ChatLinkMade(LINK.verifyKey(), 5, 0));
        assertRefused(
                Code.ALREADY_THERE,
                () -> town.take(chat, ANNA, new ChatLinkMade(LINK.verifyKey(), 5, 0)));
        assertRefused(
                Code.ALREADY_THERE, () -> town.take(chat, BEN, BEN.entering(chat.chat(), LINK)));
        town.take(chat, ANNA, new ChatLinkRevoked(LINK.verifyKey()));
        assertRefused(
                Code.INVITE_UNKNOWN,
                () -> town.take(chat, CARLA, CARLA.entering(chat.chat(), LINK)));
        assertRefused(
                Code.INVITE_UNKNOWN,
                () -> town.take(chat, ANNA, new ChatLinkRevoked(LINK.verifyKey())));
    }

    @Test
    void there_are_only_so_many_links_and_one_that_expired_makes_room() {
        for (int i = 0; i < Limits.CHAT_LINKS; i++) {
            town.take(chat, ANNA, link(i, i == 7 ? town.time : 0));
        }
        assertRefused(Code.TOO_MANY, () -> town.take(chat, ANNA, link(99, 0)));
        town.time++;
        town.take(chat, ANNA, link(99, 0));
        assertThat(chat.links(ANNA.id(), town.time)).hasSize(Limits.CHAT_LINKS);
        assertRefused(Code.BAD_REQUEST, () -> town.take(chat, ANNA, link(100, -1)));
    }

    private static ChatLinkMade link(int number, long expires) {
        return new ChatLinkMade(Person.key("link " + number).verifyKey(), 1, expires);
    }

    @Test
    void what_one_has_seen_can_be_pinned_once_and_unpinned() {
        pin(3);
        pin(1);
        assertThat(chat.pins()).containsExactly(3L, 1L);
        assertRefused(Code.ALREADY_THERE, () -> pin(3));
        assertRefused(Code.BAD_REQUEST, () -> pin(101));
        assertRefused(Code.BAD_REQUEST, () -> pin(0));
        assertRefused(Code.BAD_REQUEST, () -> town.take(chat, ANNA, new MessageUnpinned(2)));
        town.take(chat, ANNA, new MessageUnpinned(3));
        assertThat(chat.pins()).containsExactly(1L);
        for (int seq = 2; seq <= Limits.PINS; seq++) {
            pin(seq);
        }
        assertRefused(Code.TOO_MANY, () -> pin(100));
    }

    private void pin(long seq) {
        town.take(chat, Town.header(ANNA, chat.chat(), 100), new MessagePinned(seq));
    }

    @Test
    void an_archived_chat_can_be_read_left_and_taken_back_out() {
        town.take(chat, ANNA, new MemberInvited(CARLA.id()));
        town.take(chat, ANNA, ChatChanged.publicly(true));
        town.take(chat, ANNA, new ChatLinkMade(LINK.verifyKey(), 5, 0));
        town.take(chat, ANNA, ChatChanged.archived(true));
        assertThat(chat.isOpen()).isFalse();
        for (EventBody.InChat body :
                List.of(HELLO, ChatChanged.topic("x"), new MemberInvited(DORA.id()))) {
            assertRefused(Code.NOT_ALLOWED, () -> town.take(chat, ANNA, body));
        }
        assertRefused(Code.NOT_ALLOWED, () -> town.take(chat, CARLA, new ChatJoined()));
        assertRefused(Code.NO_SUCH_CHAT, () -> town.take(chat, DORA, new ChatJoined()));
        assertRefused(
                Code.NOT_ALLOWED, () -> town.take(chat, DORA, DORA.entering(chat.chat(), LINK)));
        town.take(chat, ANNA, new ChatRoleGiven(BEN.id(), "owner"));
        town.take(chat, BEN, new ChatChanged(null, "back", null, null, false, null));
        town.take(chat, BEN, HELLO);
    }

    @Test
    void a_deleted_chat_is_as_if_there_were_none() {
        town.take(chat, ANNA, new MemberInvited(CARLA.id()));
        town.take(chat, ANNA, new ChatLinkMade(LINK.verifyKey(), 5, 0));
        town.take(chat, ANNA, ChatChanged.publicly(true));
        town.take(chat, ANNA, new ChatDeleted());
        assertThat(chat.isDeleted()).isTrue();
        assertRefused(Code.NO_SUCH_CHAT, () -> chat.checkMember(ANNA.id()));
        assertRefused(Code.NO_SUCH_CHAT, () -> chat.checkMayEnter(CARLA.id(), null, town.time));
        for (EventBody.InChat body :
                List.of(HELLO, new ChatDeleted(), new ChatLeft(), ChatChanged.archived(false))) {
            assertRefused(Code.NO_SUCH_CHAT, () -> town.take(chat, ANNA, body));
        }
        assertRefused(Code.NO_SUCH_CHAT, () -> town.take(chat, CARLA, new ChatJoined()));
        assertRefused(
                Code.NO_SUCH_CHAT, () -> town.take(chat, DORA, DORA.entering(chat.chat(), LINK)));
    }

    @Test
    void what_is_remembered_of_those_who_left_is_bounded() {
        ChatPeople people = new ChatPeople();
        people.begin(List.of(ANNA.id()), ANNA.id(), false);
        for (int i = 0; i <= Limits.CHAT_REMEMBERED; i++) {
            people.enter(stranger(i));
            people.remove(stranger(i));
        }
        assertThat(people.wasRemoved(stranger(0))).isFalse();
        assertThat(people.wasRemoved(stranger(1))).isTrue();
    }

    private static MemberId stranger(int number) {
        return new MemberId(new java.util.UUID(5, number));
    }
}
