package chatbois.protocol.view;

import static chatbois.protocol.view.Refusals.assertRefused;
import static chatbois.protocol.view.Town.ANNA;
import static chatbois.protocol.view.Town.BEN;
import static chatbois.protocol.view.Town.CARLA;
import static chatbois.protocol.view.Town.DORA;
import static chatbois.protocol.view.Town.INVITE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import chatbois.protocol.Refusal.Code;
import chatbois.protocol.Refused;
import chatbois.protocol.event.EventBody;
import chatbois.protocol.event.EventBody.ChatChanged;
import chatbois.protocol.event.EventBody.ChatDeleted;
import chatbois.protocol.event.EventBody.ChatLinkMade;
import chatbois.protocol.event.EventBody.ChatLinkRevoked;
import chatbois.protocol.event.EventBody.ChatMemberRemoved;
import chatbois.protocol.event.EventBody.ChatRoleGiven;
import chatbois.protocol.event.EventBody.InvitationTakenBack;
import chatbois.protocol.event.EventBody.MemberInvited;
import chatbois.protocol.event.EventBody.Message;
import chatbois.protocol.event.EventBody.MessageDeleted;
import chatbois.protocol.event.EventBody.MessageEdited;
import chatbois.protocol.event.EventBody.MessagePinned;
import chatbois.protocol.event.EventBody.MessageUnpinned;
import chatbois.protocol.event.EventBody.Reacted;
import chatbois.protocol.event.EventBody.ReactionWithdrawn;
import chatbois.protocol.event.EventBody.RoleGiven;
import chatbois.protocol.name.ChatName;
import chatbois.protocol.name.Emoji;
import chatbois.protocol.right.ChatRole;
import chatbois.protocol.right.Permission;
import chatbois.protocol.right.Rights;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Who may do what to whom in a chat, seen from the events.
class ChatRightsTest {
    /// What has rules of its own: who may make a chat and come in, and that everybody may leave.
    private static final Set<Class<?>> FREE =
            Set.of(
                    EventBody.ChatCreated.class,
                    EventBody.ChatJoined.class,
                    EventBody.ChatJoinedByLink.class,
                    EventBody.ChatLeft.class);

    private static final Emoji THUMB = new Emoji("👍");

    /// Every way to need a permission, and which one. Ben does it to Carla, who is a member.
    private static Map<EventBody.InChat, Permission> actions() {
        Map<EventBody.InChat, Permission> actions = new LinkedHashMap<>();
        var fresh = Person.key("a fresh link").verifyKey();
        actions.put(new Message("hello", false), Permission.CHAT_TALK);
        actions.put(new Message("all", false, null, null, true), Permission.CHAT_CALL_ALL);
        actions.put(new MessageEdited(2, "hello!"), Permission.CHAT_TALK);
        actions.put(new EventBody.Described(2, 0, "a tree"), Permission.CHAT_TALK);
        actions.put(new MessageDeleted(2, CARLA.id()), Permission.CHAT_DELETE_MESSAGES);
        actions.put(new Reacted(2, THUMB), Permission.CHAT_TALK);
        actions.put(new ReactionWithdrawn(2, THUMB), Permission.CHAT_TALK);
        actions.put(new MemberInvited(DORA.id()), Permission.CHAT_ADD);
        actions.put(new MessagePinned(1), Permission.CHAT_PIN);
        actions.put(new MessageUnpinned(2), Permission.CHAT_PIN);
        actions.put(ChatChanged.topic("The summer"), Permission.CHAT_TOPIC);
        actions.put(ChatChanged.description("Where\nwe plan it."), Permission.CHAT_TOPIC);
        actions.put(ChatChanged.named(new ChatName("summer")), Permission.CHAT_RENAME);
        actions.put(ChatChanged.slow(30), Permission.CHAT_SLOW);
        actions.put(ChatChanged.publicly(true), Permission.CHAT_PUBLIC);
        actions.put(ChatChanged.archived(true), Permission.CHAT_ARCHIVE);
        actions.put(new ChatLinkMade(fresh, 1, 0), Permission.CHAT_LINKS);
        actions.put(new ChatLinkRevoked(INVITE.verifyKey()), Permission.CHAT_LINKS);
        actions.put(new InvitationTakenBack(DORA.id()), Permission.CHAT_REMOVE);
        actions.put(new ChatMemberRemoved(CARLA.id(), "spam"), Permission.CHAT_REMOVE);
        actions.put(new ChatRoleGiven(CARLA.id(), "read-only"), Permission.CHAT_ROLES);
        actions.put(new EventBody.ChatRetentionSet(30), Permission.CHAT_RETENTION);
        actions.put(new ChatDeleted(), Permission.CHAT_DELETE);
        return actions;
    }

    private Town town = Town.ofThree();
    private ChatView chat = town.chat("plans", ANNA);

    private void begin(ChatRole bens) {
        town = Town.ofThree();
        town.join(DORA, "dora", INVITE);
        chat = town.chat("plans", ANNA, BEN, CARLA);
        town.take(chat, ANNA, new ChatLinkMade(INVITE.verifyKey(), 3, 0));
        seeing(ANNA, new MessagePinned(2));
        give(ANNA, BEN, bens);
    }

    @Test
    void every_kind_of_event_and_every_permission_is_tried_here() {
        Set<Class<?>> tried = new HashSet<>(FREE);
        actions().keySet().forEach(body -> tried.add(body.getClass()));
        assertThat(tried).containsExactlyInAnyOrderElementsOf(kinds(EventBody.InChat.class));
        Set<Permission> needed = EnumSet.copyOf(actions().values());
        // Needed by no event: who has it is not held up.
        needed.add(Permission.CHAT_HURRY);
        assertThat(needed).containsExactlyInAnyOrderElementsOf(Permission.inChats());
    }

    private static Set<Class<?>> kinds(Class<?> sealed) {
        Set<Class<?>> kinds = new HashSet<>();
        for (Class<?> each : sealed.getPermittedSubclasses()) {
            kinds.addAll(each.isRecord() ? Set.of(each) : kinds(each));
        }
        return kinds;
    }

    @ParameterizedTest
    @EnumSource
    void a_role_may_do_what_its_permissions_say_and_nothing_else(ChatRole role) {
        actions()
                .forEach((body, permission) -> {
                    begin(role);
                    if (body instanceof InvitationTakenBack) {
                        town.take(chat, ANNA, new MemberInvited(DORA.id()));
                    }
                    if (role.permissions().contains(permission)) {
                        seeing(BEN, body);
                    } else {
                        assertLacks(body, permission);
                    }
                });
    }

    /// Without the permission, and without any that the event needs besides, it is refused.
    private void assertLacks(EventBody.InChat body, Permission permission) {
        Set<Permission> has = chat.roles().getOrDefault(BEN.id(), ChatRole.READ_ONLY).permissions();
        boolean lacksMore = !has.containsAll(Rights.needed(BEN.id(), body));
        assertThatThrownBy(() -> seeing(BEN, body))
                .as("%s without %s", body, permission)
                .isInstanceOfSatisfying(
                        Refused.class,
                        no -> assertThat(no.refusal().code()).isEqualTo(Code.NOT_ALLOWED))
                .hasMessageContaining(lacksMore ? "lacks the permission" : permission.word());
    }

    @ParameterizedTest
    @EnumSource
    void slow_mode_holds_up_whoever_lacks_the_permission_to_hurry(ChatRole role) {
        begin(role);
        assertThat(chat.slowFor(BEN.id(), town.view, town.time)).isZero();
        town.take(chat, ANNA, ChatChanged.slow(30));
        boolean hurries = role.permissions().contains(Permission.CHAT_HURRY);
        assertThat(chat.slowFor(BEN.id(), town.view, town.time)).isEqualTo(hurries ? 0 : 30_000);
    }

    @Test
    void a_change_of_several_things_needs_the_permission_for_each() {
        ChatChanged all = new ChatChanged(new ChatName("x"), "y", "z", true, true, 1);
        assertThat(Rights.needed(BEN.id(), all))
                .containsExactlyInAnyOrder(
                        Permission.CHAT_RENAME,
                        Permission.CHAT_TOPIC,
                        Permission.CHAT_PUBLIC,
                        Permission.CHAT_ARCHIVE,
                        Permission.CHAT_SLOW);
        begin(ChatRole.MODERATOR);
        assertRefused(Code.NOT_ALLOWED, () -> town.take(chat, BEN, all));
        town.take(chat, ANNA, all);
    }

    @Test
    void who_moderates_chats_acts_as_an_owner_of_those_they_are_in_on_members_of_lower_rank() {
        actions()
                .forEach((body, _) -> {
                    begin(ChatRole.READ_ONLY);
                    if (body instanceof InvitationTakenBack) {
                        town.take(chat, ANNA, new MemberInvited(DORA.id()));
                    }
                    town.take(ANNA, new RoleGiven(BEN.id(), "moderator"));
                    seeing(BEN, body);
                });
        begin(ChatRole.MEMBER);
        town.take(ANNA, new RoleGiven(BEN.id(), "moderator"));
        town.take(ANNA, new RoleGiven(CARLA.id(), "moderator"));
        assertRefused(Code.NOT_ALLOWED, () -> remove(BEN, CARLA));
        assertRefused(Code.NOT_ALLOWED, () -> remove(BEN, ANNA));
        assertRefused(Code.NOT_ALLOWED, () -> give(BEN, BEN, ChatRole.OWNER));
        assertThat(chat.slowFor(BEN.id(), town.view, town.time)).isZero();
        town.take(ANNA, new RoleGiven(DORA.id(), "moderator"));
        assertRefused(Code.NO_SUCH_CHAT, () -> remove(DORA, BEN));
    }

    @Test
    void a_chat_whose_last_owner_leaves_the_community_gets_another() {
        begin(ChatRole.MEMBER);
        give(ANNA, CARLA, ChatRole.MODERATOR);
        chat.drop(ANNA.id());
        assertThat(chat.roles())
                .containsEntry(CARLA.id(), ChatRole.OWNER)
                .containsEntry(BEN.id(), ChatRole.MEMBER);
        chat.drop(CARLA.id());
        chat.drop(BEN.id());
        assertThat(chat.members()).isEmpty();
    }

    @Test
    void who_makes_a_chat_is_its_owner_and_a_direct_chat_belongs_to_both() {
        begin(ChatRole.MEMBER);
        assertThat(chat.roles())
                .containsEntry(ANNA.id(), ChatRole.OWNER)
                .containsEntry(BEN.id(), ChatRole.MEMBER);
    }

    @Test
    void nobody_acts_on_somebody_of_their_own_rank_or_above() {
        begin(ChatRole.MODERATOR);
        give(BEN, CARLA, ChatRole.MODERATOR);
        assertRefused(Code.NOT_ALLOWED, () -> give(BEN, CARLA, ChatRole.READ_ONLY));
        assertRefused(Code.NOT_ALLOWED, () -> remove(BEN, CARLA));
        assertRefused(Code.NOT_ALLOWED, () -> remove(BEN, ANNA));
        assertRefused(Code.NOT_ALLOWED, () -> remove(BEN, BEN));
        give(ANNA, CARLA, ChatRole.OWNER);
        assertRefused(Code.NOT_ALLOWED, () -> give(ANNA, CARLA, ChatRole.MEMBER));
        remove(CARLA, BEN);
        assertThat(chat.members()).doesNotContain(BEN.id());
    }

    @Test
    void nobody_gives_more_than_they_have_to_others_or_to_themselves() {
        begin(ChatRole.MODERATOR);
        assertRefused(Code.NOT_ALLOWED, () -> give(BEN, CARLA, ChatRole.OWNER));
        assertRefused(Code.NOT_ALLOWED, () -> give(BEN, BEN, ChatRole.OWNER));
        assertRefused(Code.NOT_ALLOWED, () -> give(CARLA, CARLA, ChatRole.MODERATOR));
        give(BEN, BEN, ChatRole.READ_ONLY);
        assertRefused(Code.NOT_ALLOWED, () -> give(BEN, BEN, ChatRole.MEMBER));
    }

    @Test
    void the_last_owner_stays_one_and_stays_there_while_others_are() {
        begin(ChatRole.MEMBER);
        assertRefused(Code.NOT_ALLOWED, () -> give(ANNA, ANNA, ChatRole.MEMBER));
        assertRefused(Code.NOT_ALLOWED, () -> town.take(chat, ANNA, new EventBody.ChatLeft()));
        give(ANNA, BEN, ChatRole.OWNER);
        town.take(chat, ANNA, new EventBody.ChatLeft());
        assertRefused(Code.NOT_ALLOWED, () -> town.take(chat, BEN, new EventBody.ChatLeft()));
        remove(BEN, CARLA);
        town.take(chat, BEN, new EventBody.ChatLeft());
        assertThat(chat.members()).isEmpty();
    }

    @Test
    void who_comes_into_an_empty_chat_is_its_owner() {
        begin(ChatRole.MEMBER);
        town.take(chat, BEN, new EventBody.ChatLeft());
        town.take(chat, CARLA, new EventBody.ChatLeft());
        town.take(chat, ANNA, ChatChanged.publicly(true));
        town.take(chat, ANNA, new EventBody.ChatLeft());
        town.take(chat, CARLA, new EventBody.ChatJoined());
        town.take(chat, BEN, new EventBody.ChatJoined());
        assertThat(chat.roles())
                .containsEntry(CARLA.id(), ChatRole.OWNER)
                .containsEntry(BEN.id(), ChatRole.MEMBER);
    }

    @Test
    void a_role_or_a_member_that_isn_t_there_is_refused() {
        begin(ChatRole.OWNER);
        assertRefused(Code.NO_SUCH_MEMBER, () -> give(ANNA, DORA, ChatRole.MEMBER));
        assertRefused(Code.NO_SUCH_MEMBER, () -> remove(ANNA, DORA));
        assertRefused(
                Code.BAD_REQUEST,
                () -> town.take(chat, ANNA, new ChatRoleGiven(CARLA.id(), "king")));
    }

    private void seeing(Person who, EventBody.InChat body) {
        town.take(chat, Town.header(who, chat.chat(), 2), body);
    }

    private void give(Person giver, Person member, ChatRole role) {
        town.take(chat, giver, new ChatRoleGiven(member.id(), role.word()));
    }

    private void remove(Person remover, Person member) {
        town.take(chat, remover, new ChatMemberRemoved(member.id(), null));
    }
}
