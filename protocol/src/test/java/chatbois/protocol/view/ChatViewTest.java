package chatbois.protocol.view;

import static chatbois.protocol.view.Refusals.assertRefused;
import static chatbois.protocol.view.Town.ANNA;
import static chatbois.protocol.view.Town.BEN;
import static chatbois.protocol.view.Town.CARLA;
import static chatbois.protocol.view.Town.COMMUNITY;
import static chatbois.protocol.view.Town.DORA;
import static org.assertj.core.api.Assertions.assertThat;

import chatbois.log.Bytes32;
import chatbois.log.LogId;
import chatbois.log.MemberId;
import chatbois.protocol.DirectChat;
import chatbois.protocol.GroupChat;
import chatbois.protocol.Limits;
import chatbois.protocol.Refusal.Code;
import chatbois.protocol.event.EventBody;
import chatbois.protocol.event.EventBody.ChatCreated;
import chatbois.protocol.event.EventBody.ChatJoined;
import chatbois.protocol.event.EventBody.ChatLeft;
import chatbois.protocol.event.EventBody.MemberInvited;
import chatbois.protocol.event.EventBody.MemberJoined;
import chatbois.protocol.event.EventBody.Message;
import chatbois.protocol.name.ChatName;
import chatbois.protocol.name.MemberName;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ChatViewTest {
    private static final Message HELLO = new Message("hello", false);

    private final Town town = Town.ofThree();
    private final ChatView chat = town.chat("plans", ANNA, BEN);

    @Test
    void a_chat_has_a_name_and_the_members_it_began_with() {
        assertThat(chat.name()).isEqualTo(new ChatName("plans"));
        assertThat(chat.members()).containsExactly(ANNA.id(), BEN.id());
        assertThat(chat.invited()).isEmpty();
        assertThat(chat.isDirect()).isFalse();
        assertThat(chat.otherThan(ANNA.id())).isEmpty();
    }

    @Test
    void a_member_comes_in_by_invitation_and_leaves() {
        town.take(chat, BEN, new MemberInvited(CARLA.id()));
        assertThat(chat.inviterOf(CARLA.id())).contains(BEN.id());
        assertThat(chat.members()).doesNotContain(CARLA.id());
        town.take(chat, CARLA, new ChatJoined());
        assertThat(chat.members()).containsExactly(ANNA.id(), BEN.id(), CARLA.id());
        assertThat(chat.invited()).isEmpty();
        town.take(chat, CARLA, HELLO);
        town.take(chat, CARLA, new ChatLeft());
        assertThat(chat.members()).containsExactly(ANNA.id(), BEN.id());
    }

    @Test
    void the_same_log_gives_the_same_chat() {
        ChatView again = new ChatView(COMMUNITY, chat.chat());
        List<EventBody.InChat> bodies =
                List.of(
                        Town.created("plans", ANNA, BEN),
                        new MemberInvited(CARLA.id()),
                        new ChatJoined(),
                        new ChatLeft(),
                        new MemberInvited(BEN.id()));
        List<Person> authors = List.of(ANNA, BEN, CARLA, BEN, ANNA);
        for (int i = 0; i < bodies.size(); i++) {
            if (i > 0) {
                town.take(chat, authors.get(i), bodies.get(i));
            }
            town.take(again, authors.get(i), bodies.get(i));
        }
        assertThat(Town.seen(again)).isEqualTo(Town.seen(chat));
    }

    @Test
    void messages_change_nothing() {
        List<Object> before = Town.seen(chat);
        town.take(chat, ANNA, HELLO);
        assertThat(Town.seen(chat)).isEqualTo(before);
    }

    @Test
    void anything_before_the_first_event_is_refused() {
        ChatView none = new ChatView(COMMUNITY, new LogId(Bytes32.ZERO));
        for (EventBody.InChat body :
                List.of(HELLO, new ChatJoined(), new ChatLeft(), new MemberInvited(BEN.id()))) {
            assertRefused(Code.NO_SUCH_CHAT, () -> town.take(none, ANNA, body));
        }
    }

    @Test
    void everything_by_somebody_outside_is_refused_as_if_there_were_no_chat() {
        for (EventBody.InChat body :
                List.of(HELLO, new ChatJoined(), new ChatLeft(), new MemberInvited(BEN.id()))) {
            assertRefused(Code.NO_SUCH_CHAT, () -> town.take(chat, CARLA, body));
        }
        assertRefused(Code.NO_SUCH_CHAT, () -> chat.checkMember(CARLA.id()));
        chat.checkMember(ANNA.id());
    }

    @Test
    void whoever_is_invited_and_did_not_come_is_outside() {
        town.take(chat, ANNA, new MemberInvited(CARLA.id()));
        assertRefused(Code.NO_SUCH_CHAT, () -> town.take(chat, CARLA, HELLO));
        assertRefused(Code.NO_SUCH_CHAT, () -> town.take(chat, CARLA, new ChatLeft()));
    }

    @Test
    void whoever_left_is_outside_and_comes_back_only_by_invitation() {
        town.take(chat, BEN, new ChatLeft());
        assertRefused(Code.NO_SUCH_CHAT, () -> town.take(chat, BEN, HELLO));
        assertRefused(Code.NO_SUCH_CHAT, () -> town.take(chat, BEN, new ChatJoined()));
        town.take(chat, ANNA, new MemberInvited(BEN.id()));
        town.take(chat, BEN, new ChatJoined());
        assertThat(chat.members()).containsExactly(ANNA.id(), BEN.id());
    }

    @Test
    void a_chat_created_twice_is_refused() {
        assertRefused(
                Code.ALREADY_THERE, () -> town.take(chat, ANNA, Town.created("plans", ANNA, BEN)));
    }

    @Test
    void a_chat_without_its_maker_is_refused() {
        assertCreationRefused(Code.BAD_REQUEST, ANNA, Town.created("plans", BEN, CARLA));
        assertCreationRefused(Code.BAD_REQUEST, ANNA, Town.created("plans"));
    }

    @Test
    void a_chat_with_somebody_twice_is_refused() {
        assertCreationRefused(Code.BAD_REQUEST, ANNA, Town.created("plans", ANNA, BEN, BEN));
    }

    @Test
    void a_chat_with_somebody_who_is_no_member_is_refused() {
        assertCreationRefused(Code.NO_SUCH_MEMBER, ANNA, Town.created("plans", ANNA, DORA));
    }

    @Test
    void a_chat_without_a_name_is_refused() {
        assertCreationRefused(
                Code.BAD_REQUEST, ANNA, new ChatCreated(null, false, List.of(ANNA.id())));
    }

    @Test
    void a_chat_that_begins_with_too_many_is_refused() {
        List<MemberId> crowd = new ArrayList<>(List.of(ANNA.id()));
        for (int i = 0; i < Limits.NEW_CHAT_MEMBERS; i++) {
            crowd.add(new MemberId(new UUID(1, i)));
        }
        assertCreationRefused(
                Code.TOO_MANY, ANNA, new ChatCreated(new ChatName("crowd"), false, crowd));
    }

    @Test
    void a_chat_under_an_id_that_its_maker_chose_is_refused() {
        LogId direct = DirectChat.id(COMMUNITY, BEN.id(), CARLA.id());
        ChatView squatted = new ChatView(COMMUNITY, direct);
        ChatCreated created = Town.created("ben and carla", ANNA, BEN, CARLA);
        assertRefused(Code.BAD_REQUEST, () -> town.take(squatted, ANNA, created));
        ChatView another = new ChatView(COMMUNITY, new LogId(Bytes32.ZERO));
        assertRefused(Code.BAD_REQUEST, () -> town.take(another, ANNA, created));
    }

    @Test
    void a_chat_s_id_is_nobody_else_s_to_take() {
        LogId annas = GroupChat.id(COMMUNITY, ANNA.id(), Bytes32.ZERO);
        ChatView taken = new ChatView(COMMUNITY, annas);
        assertRefused(Code.BAD_REQUEST, () -> town.take(taken, BEN, Town.created("plans", BEN)));
    }

    @Test
    void a_direct_chat_has_two_members_and_no_name() {
        ChatView direct = direct(ANNA, BEN);
        town.take(direct, BEN, created(ANNA, BEN));
        assertThat(direct.isDirect()).isTrue();
        assertThat(direct.name()).isNull();
        assertThat(direct.otherThan(ANNA.id())).contains(BEN.id());
        assertThat(direct.otherThan(BEN.id())).contains(ANNA.id());
        town.take(direct, ANNA, HELLO);
    }

    @Test
    void both_members_of_a_direct_chat_come_to_the_same_id() {
        assertThat(DirectChat.id(COMMUNITY, ANNA.id(), BEN.id()))
                .isEqualTo(DirectChat.id(COMMUNITY, BEN.id(), ANNA.id()))
                .isNotEqualTo(DirectChat.id(COMMUNITY, ANNA.id(), CARLA.id()));
    }

    @Test
    void a_direct_chat_of_another_shape_is_refused() {
        ChatCreated named = new ChatCreated(new ChatName("us"), true, List.of(ANNA.id(), BEN.id()));
        assertDirectRefused(named);
        assertDirectRefused(new ChatCreated(null, true, List.of(ANNA.id())));
        assertDirectRefused(created(ANNA, BEN, CARLA));
        assertDirectRefused(created(ANNA, CARLA));
    }

    @Test
    void a_direct_chat_between_two_others_is_refused() {
        assertRefused(
                Code.BAD_REQUEST, () -> town.take(direct(ANNA, BEN), CARLA, created(ANNA, BEN)));
    }

    @Test
    void inviting_into_a_direct_chat_and_leaving_it_is_refused() {
        ChatView direct = direct(ANNA, BEN);
        town.take(direct, ANNA, created(ANNA, BEN));
        assertRefused(
                Code.NOT_ALLOWED, () -> town.take(direct, ANNA, new MemberInvited(CARLA.id())));
        assertRefused(Code.NOT_ALLOWED, () -> town.take(direct, ANNA, new ChatLeft()));
        assertRefused(Code.NO_SUCH_CHAT, () -> town.take(direct, CARLA, new ChatJoined()));
    }

    @Test
    void inviting_somebody_who_is_there_or_invited_is_refused() {
        town.take(chat, ANNA, new MemberInvited(CARLA.id()));
        assertRefused(
                Code.ALREADY_THERE, () -> town.take(chat, BEN, new MemberInvited(CARLA.id())));
        assertRefused(Code.ALREADY_THERE, () -> town.take(chat, BEN, new MemberInvited(ANNA.id())));
    }

    @Test
    void inviting_somebody_who_is_no_member_is_refused() {
        assertRefused(
                Code.NO_SUCH_MEMBER, () -> town.take(chat, ANNA, new MemberInvited(DORA.id())));
    }

    @Test
    void joining_again_is_refused() {
        assertRefused(Code.ALREADY_THERE, () -> town.take(chat, BEN, new ChatJoined()));
    }

    @Test
    void one_more_member_or_invitation_than_a_chat_holds_is_refused() {
        for (int i = 2; i < Limits.CHAT_MEMBERS; i++) {
            Person person = new Person(new MemberId(new UUID(2, i)), ANNA.device());
            town.takeUnchecked(
                    person,
                    new MemberJoined(
                            new MemberName("p" + i),
                            Town.INVITE.verifyKey(),
                            ANNA.joining(COMMUNITY, "x", Town.INVITE).proof()));
            town.take(chat, BEN, new MemberInvited(person.id()));
        }
        assertRefused(Code.TOO_MANY, () -> town.take(chat, BEN, new MemberInvited(CARLA.id())));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\n\t\n", "\u3000"})
    void a_message_without_a_text_is_refused(String text) {
        assertRefused(Code.BAD_REQUEST, () -> town.take(chat, ANNA, new Message(text, true)));
    }

    @Test
    void a_message_with_half_a_character_is_refused() {
        Message half = new Message("half \uDE00 a smile", false);
        assertRefused(Code.BAD_REQUEST, () -> town.take(chat, ANNA, half));
    }

    @Test
    void a_message_has_up_to_16_kibibytes_of_utf8() {
        town.take(chat, ANNA, new Message("é".repeat(Limits.TEXT / 2), false));
        Message ascii = new Message("x".repeat(Limits.TEXT + 1), false);
        Message longer = new Message("é".repeat(Limits.TEXT / 2) + "x", false);
        assertRefused(Code.TOO_LONG, () -> town.take(chat, ANNA, ascii));
        assertRefused(Code.TOO_LONG, () -> town.take(chat, ANNA, longer));
    }

    private void assertCreationRefused(Code code, Person maker, ChatCreated created) {
        ChatView fresh = new ChatView(COMMUNITY, GroupChat.id(COMMUNITY, maker.id(), Bytes32.ZERO));
        assertRefused(code, () -> town.take(fresh, maker, created));
        assertThat(fresh.members()).isEmpty();
    }

    private void assertDirectRefused(ChatCreated created) {
        assertRefused(Code.BAD_REQUEST, () -> town.take(direct(ANNA, BEN), ANNA, created));
    }

    private static ChatView direct(Person one, Person other) {
        return new ChatView(COMMUNITY, DirectChat.id(COMMUNITY, one.id(), other.id()));
    }

    private static ChatCreated created(Person... members) {
        return new ChatCreated(null, true, Stream.of(members).map(Person::id).toList());
    }
}
