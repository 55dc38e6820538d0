package chatbois.protocol.view;

import static chatbois.protocol.view.Refusals.assertRefused;
import static chatbois.protocol.view.Town.ANNA;
import static chatbois.protocol.view.Town.BEN;
import static chatbois.protocol.view.Town.CARLA;
import static chatbois.protocol.view.Town.DORA;
import static chatbois.protocol.view.Town.INVITE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import chatbois.log.LogId;
import chatbois.log.MemberId;
import chatbois.log.SigningKey;
import chatbois.protocol.Refusal.Code;
import chatbois.protocol.Refused;
import chatbois.protocol.event.EventBody;
import chatbois.protocol.event.EventBody.ChatMade;
import chatbois.protocol.event.EventBody.InviteMade;
import chatbois.protocol.event.EventBody.InviteRevoked;
import chatbois.protocol.event.EventBody.RoleGiven;
import chatbois.protocol.event.EventBody.SettingsChanged;
import chatbois.protocol.name.MemberName;
import chatbois.protocol.right.Permission;
import chatbois.protocol.right.Rights;
import chatbois.protocol.right.Role;
import chatbois.protocol.spec.RequestRightsTest;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Who may do what to whom, seen from the events.
class RightsTest {
    /// What has rules of its own: the server founds, an invite brings in, and everybody has a say
    /// about themselves.
    private static final Set<Class<?>> FREE =
            Set.of(
                    EventBody.Founded.class,
                    EventBody.MemberJoined.class,
                    EventBody.MemberLeft.class,
                    EventBody.StatusSet.class,
                    EventBody.DeviceLinked.class,
                    EventBody.DeviceReturned.class,
                    EventBody.RecoverySet.class);

    /// Every way to need a permission, and which one.
    private static Map<EventBody.InCommunity, Permission> actions() {
        Map<EventBody.InCommunity, Permission> actions = new LinkedHashMap<>();
        var key = Person.key("some invite").verifyKey();
        actions.put(new InviteMade(key, 1, 0, "guest"), Permission.INVITE);
        actions.put(new InviteRevoked(INVITE.verifyKey()), Permission.REVOKE_INVITES);
        actions.put(new ChatMade(new LogId(Town.hash("chat"))), Permission.MAKE_CHATS);
        actions.put(new SettingsChanged("The attic", null, null), Permission.RENAME);
        actions.put(new SettingsChanged(null, 7, null), Permission.LIMIT);
        actions.put(new SettingsChanged(null, null, true), Permission.LOCK);
        actions.put(SettingsChanged.welcome("hello"), Permission.WELCOME);
        actions.put(SettingsChanged.panic(4), Permission.PANIC);
        actions.put(new RoleGiven(DORA.id(), "guest"), Permission.GIVE_ROLES);
        actions.put(new EventBody.RoleMade("helper", 1, List.of()), Permission.MANAGE_ROLES);
        actions.put(new EventBody.RoleRemoved("lowest"), Permission.MANAGE_ROLES);
        actions.put(new EventBody.Announced("dinner"), Permission.ANNOUNCE);
        actions.put(new EventBody.ShutdownPlanned(60, true, ""), Permission.SHUT_DOWN);
        actions.put(new EventBody.ShutdownCalledOff(), Permission.SHUT_DOWN);
        actions.put(new EventBody.RetentionSet(30), Permission.RETENTION);
        actions.put(new EventBody.FilesSet(1L, null, null), Permission.FILES);
        actions.putAll(actionsOnMembers());
        return actions;
    }

    /// Each on Dora, who is a guest, or on Carla, who is a guest, banned and muted.
    private static Map<EventBody.InCommunity, Permission> actionsOnMembers() {
        Map<EventBody.InCommunity, Permission> actions = new LinkedHashMap<>();
        MemberId dora = DORA.id();
        MemberId carla = CARLA.id();
        actions.put(new EventBody.MemberKicked(dora, "rules"), Permission.KICK);
        actions.put(new EventBody.MemberBanned(dora, 0, "spam"), Permission.BAN);
        actions.put(new EventBody.MemberUnbanned(carla), Permission.BAN);
        actions.put(
                new EventBody.DeviceBanned(dora, DORA.verifyKey(), 0, "stolen"), Permission.BAN);
        actions.put(new EventBody.DeviceUnbanned(carla, CARLA.verifyKey()), Permission.BAN);
        actions.put(new EventBody.MemberMuted(dora, 0, "shouting"), Permission.MUTE);
        actions.put(new EventBody.MemberUnmuted(carla), Permission.MUTE);
        actions.put(new EventBody.MemberRemoved(dora, ""), Permission.REMOVE_MEMBERS);
        actions.put(
                new EventBody.MemberRenamed(dora, new MemberName("dorothy")),
                Permission.RENAME_MEMBERS);
        actions.put(new EventBody.DeviceRevoked(dora, DORA.verifyKey()), Permission.REVOKE_DEVICES);
        actions.put(
                new EventBody.MemberReset(dora, Person.key("way back").verifyKey()),
                Permission.RESET_MEMBERS);
        return actions;
    }

    /// A town in which all of the actions make sense, with Ben in that role.
    private static Town townWith(Role role) {
        Town town = Town.ofThree();
        town.join(DORA, "dora", INVITE);
        give(town, ANNA, DORA, Role.GUEST);
        give(town, ANNA, CARLA, Role.GUEST);
        give(town, ANNA, BEN, role);
        town.take(ANNA, new EventBody.RoleMade("lowest", 1, List.of()));
        town.take(ANNA, new EventBody.MemberBanned(CARLA.id(), 0, ""));
        town.take(ANNA, new EventBody.DeviceBanned(CARLA.id(), CARLA.verifyKey(), 0, ""));
        town.take(ANNA, new EventBody.MemberMuted(CARLA.id(), 0, ""));
        town.take(ANNA, new EventBody.ShutdownPlanned(3_600, false, ""));
        return town;
    }

    private static Stream<Class<?>> kinds(Class<?> sealed) {
        return sealed.isSealed()
                ? Stream.of(sealed.getPermittedSubclasses()).flatMap(RightsTest::kinds)
                : Stream.of(sealed);
    }

    @Test
    void every_kind_of_event_and_every_permission_is_tried_here() {
        Set<Class<?>> tried = new HashSet<>(FREE);
        actions().keySet().forEach(body -> tried.add(body.getClass()));
        assertThat(tried)
                .containsExactlyInAnyOrderElementsOf(kinds(EventBody.InCommunity.class).toList());
        Set<Permission> needed = EnumSet.copyOf(actions().values());
        needed.addAll(RequestRightsTest.permissions());
        // Needed in chats; ChatRightsTest tries it.
        needed.add(Permission.MODERATE_CHATS);
        assertThat(needed).containsExactlyElementsOf(Permission.inCommunity());
    }

    @ParameterizedTest
    @MethodSource("roles")
    void a_role_may_do_what_its_permissions_say_and_nothing_else(Role role) {
        actions()
                .forEach((body, permission) -> {
                    Town town = townWith(role);
                    if (role.permissions().contains(permission)) {
                        town.take(BEN, body);
                    } else {
                        assertLacks(town, body, permission);
                    }
                });
    }

    private static List<Role> roles() {
        return Role.BUILT_IN;
    }

    /// Without the permission, and without any that the event needs besides, it is refused.
    private static void assertLacks(Town town, EventBody.InCommunity body, Permission permission) {
        boolean lacksMore =
                !role(town, BEN).permissions().containsAll(Rights.needed(BEN.id(), body));
        assertThatThrownBy(() -> town.take(BEN, body))
                .as("%s without %s", body, permission)
                .isInstanceOfSatisfying(
                        Refused.class,
                        no -> assertThat(no.refusal().code()).isEqualTo(Code.NOT_ALLOWED))
                .hasMessageContaining(lacksMore ? "lacks the permission" : permission.word());
    }

    @Test
    void an_invite_gives_its_role_but_none_with_more_than_its_maker_has() {
        Town town = Town.ofThree();
        SigningKey forGuest = Person.key("for a guest");
        town.take(BEN, new InviteMade(forGuest.verifyKey(), 1, 0, "guest"));
        town.join(DORA, "dora", forGuest);
        assertThat(role(town, DORA)).isEqualTo(Role.GUEST);
        var key = Person.key("too much").verifyKey();
        assertRefused(
                Code.NOT_ALLOWED, () -> town.take(BEN, new InviteMade(key, 1, 0, "moderator")));
        assertRefused(Code.BAD_REQUEST, () -> town.take(ANNA, new InviteMade(key, 1, 0, "king")));
        town.take(ANNA, new InviteMade(key, 1, 0, "owner"));
    }

    @Test
    void an_invite_that_was_called_back_lets_nobody_in() {
        Town town = Town.ofThree();
        SigningKey key = Person.key("ben's");
        town.take(BEN, new InviteMade(key.verifyKey(), 2, 0));
        assertThat(town.view.openInvites(town.time)).hasSize(2);
        InviteRevoked revoked = new InviteRevoked(key.verifyKey());
        assertRefused(Code.NOT_ALLOWED, () -> town.take(CARLA, revoked));
        town.take(BEN, revoked);
        assertThat(town.view.openInvites(town.time)).hasSize(1);
        assertRefused(Code.INVITE_USED_UP, () -> town.join(DORA, "dora", key));
        assertRefused(Code.INVITE_UNKNOWN, () -> town.take(BEN, revoked));
        give(town, ANNA, CARLA, Role.MODERATOR);
        town.take(CARLA, new InviteRevoked(INVITE.verifyKey()));
        assertRefused(Code.INVITE_USED_UP, () -> town.join(DORA, "dora", INVITE));
    }

    @Test
    void a_change_of_several_settings_needs_the_permission_for_each() {
        assertThat(Rights.needed(BEN.id(), new SettingsChanged("x", 1, true)))
                .containsExactlyInAnyOrder(Permission.RENAME, Permission.LIMIT, Permission.LOCK);
        Town town = Town.ofThree();
        give(town, ANNA, BEN, Role.MODERATOR);
        town.take(BEN, new SettingsChanged(null, null, true));
        assertRefused(
                Code.NOT_ALLOWED, () -> town.take(BEN, new SettingsChanged("x", null, false)));
    }

    @Test
    void nobody_acts_on_somebody_of_their_own_rank_or_above() {
        Town town = Town.ofThree();
        give(town, ANNA, BEN, Role.ADMIN);
        give(town, BEN, CARLA, Role.ADMIN);
        assertRefused(Code.NOT_ALLOWED, () -> give(town, BEN, CARLA, Role.MEMBER));
        assertRefused(Code.NOT_ALLOWED, () -> give(town, BEN, ANNA, Role.ADMIN));
        give(town, ANNA, CARLA, Role.GUEST);
        give(town, BEN, CARLA, Role.MODERATOR);
    }

    @Test
    void nobody_gives_more_than_they_have_to_others_or_to_themselves() {
        Town town = Town.ofThree();
        give(town, ANNA, BEN, Role.ADMIN);
        assertRefused(Code.NOT_ALLOWED, () -> give(town, BEN, CARLA, Role.OWNER));
        assertRefused(Code.NOT_ALLOWED, () -> give(town, BEN, BEN, Role.OWNER));
        assertRefused(Code.NOT_ALLOWED, () -> give(town, CARLA, CARLA, Role.MODERATOR));
    }

    @Test
    void whoever_wants_less_may_take_it() {
        Town town = Town.ofThree();
        give(town, BEN, BEN, Role.GUEST);
        assertThat(role(town, BEN)).isEqualTo(Role.GUEST);
        assertRefused(Code.NOT_ALLOWED, () -> give(town, BEN, BEN, Role.MEMBER));
    }

    @Test
    void ownership_is_handed_over_and_the_last_owner_stays_one() {
        Town town = Town.ofThree();
        assertRefused(Code.NOT_ALLOWED, () -> give(town, ANNA, ANNA, Role.MEMBER));
        give(town, ANNA, ANNA, Role.OWNER);
        give(town, ANNA, BEN, Role.OWNER);
        give(town, ANNA, ANNA, Role.MEMBER);
        assertThat(role(town, BEN)).isEqualTo(Role.OWNER);
        assertRefused(Code.NOT_ALLOWED, () -> give(town, BEN, BEN, Role.ADMIN));
        assertRefused(Code.NOT_ALLOWED, () -> give(town, ANNA, BEN, Role.MEMBER));
    }

    @Test
    void a_role_or_a_member_that_isn_t_there_is_refused() {
        Town town = Town.ofThree();
        assertRefused(Code.NO_SUCH_MEMBER, () -> give(town, ANNA, DORA, Role.GUEST));
        assertRefused(Code.BAD_REQUEST, () -> town.take(ANNA, new RoleGiven(BEN.id(), "king")));
    }

    /// Whatever they do to each other in whatever order: there is an owner, and nobody but owners
    /// made owners.
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void whatever_happens_there_is_an_owner(long seed) {
        Random random = new Random(seed);
        Town town = Town.ofThree();
        town.join(DORA, "dora", INVITE);
        List<Person> people = List.of(ANNA, BEN, CARLA, DORA);
        for (int i = 0; i < 2_000; i++) {
            Person giver = people.get(random.nextInt(4));
            Person taker = people.get(random.nextInt(4));
            Role before = role(town, giver);
            Role rank = role(town, taker);
            Role given = Role.BUILT_IN.get(random.nextInt(Role.BUILT_IN.size()));
            try {
                give(town, giver, taker, given);
            } catch (Refused e) {
                continue;
            }
            assertThat(given.rank()).isLessThanOrEqualTo(before.rank());
            assertThat(giver == taker || rank.rank() < before.rank()).isTrue();
            assertThat(Stream.of(ANNA, BEN, CARLA, DORA).map(who -> role(town, who)))
                    .contains(Role.OWNER);
        }
    }

    private static void give(Town town, Person giver, Person member, Role role) {
        town.take(giver, new RoleGiven(member.id(), role.name()));
    }

    private static Role role(Town town, Person who) {
        return town.view.member(who.id()).orElseThrow().role();
    }
}
