package chatbois.protocol.view;

import static chatbois.protocol.view.Refusals.assertRefused;
import static chatbois.protocol.view.Town.ANNA;
import static chatbois.protocol.view.Town.BEN;
import static chatbois.protocol.view.Town.CARLA;
import static chatbois.protocol.view.Town.DORA;
import static chatbois.protocol.view.Town.INVITE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import chatbois.log.Header;
import chatbois.log.LogId;
import chatbois.log.SigningKey;
import chatbois.protocol.Refusal.Code;
import chatbois.protocol.Refused;
import chatbois.protocol.event.EventBody;
import chatbois.protocol.event.EventBody.Announced;
import chatbois.protocol.event.EventBody.ChatLeft;
import chatbois.protocol.event.EventBody.ChatMade;
import chatbois.protocol.event.EventBody.DeviceBanned;
import chatbois.protocol.event.EventBody.DeviceUnbanned;
import chatbois.protocol.event.EventBody.InviteMade;
import chatbois.protocol.event.EventBody.MemberBanned;
import chatbois.protocol.event.EventBody.MemberKicked;
import chatbois.protocol.event.EventBody.MemberLeft;
import chatbois.protocol.event.EventBody.MemberMuted;
import chatbois.protocol.event.EventBody.MemberRemoved;
import chatbois.protocol.event.EventBody.MemberRenamed;
import chatbois.protocol.event.EventBody.MemberUnbanned;
import chatbois.protocol.event.EventBody.MemberUnmuted;
import chatbois.protocol.event.EventBody.Message;
import chatbois.protocol.event.EventBody.RoleGiven;
import chatbois.protocol.event.EventBody.RoleMade;
import chatbois.protocol.event.EventBody.RoleRemoved;
import chatbois.protocol.event.EventBody.SettingsChanged;
import chatbois.protocol.event.EventBody.StatusSet;
import chatbois.protocol.name.MemberName;
import chatbois.protocol.right.Role;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What members do to members, and how a community shuts itself down.
class ModerationTest {
    private static final Message HELLO = new Message("hello", false);

    private final Town town = Town.ofThree();

    @Test
    void a_ban_keeps_out_until_it_ends_and_says_until_when_and_why() {
        town.take(ANNA, new MemberBanned(BEN.id(), town.time + 60_000, "spam"));
        assertRefused(Code.BANNED, () -> town.view.checkMayEnter(BEN.verifyKey(), town.time));
        assertRefused(Code.BANNED, () -> town.take(BEN, new StatusSet("here")));
        assertRefused(Code.BANNED, () -> writes(BEN, HELLO));
        assertThat(town.view.member(BEN.id()).orElseThrow().ban())
                .isEqualTo(new Sanction(ANNA.id(), town.time + 60_000, "spam"));
        assertThat(new Sanction(ANNA.id(), 90_000_000, "spam").details())
                .isEqualTo(" until 1970-01-02 01:00 UTC: spam.");
        town.time += 60_001;
        town.view.checkMayEnter(BEN.verifyKey(), town.time);
        writes(BEN, HELLO);
    }

    @Test
    void a_ban_for_ever_ends_when_it_is_lifted() {
        town.take(ANNA, new MemberBanned(BEN.id(), 0, ""));
        town.time = Long.MAX_VALUE;
        assertRefused(Code.BANNED, () -> town.view.checkMayEnter(BEN.verifyKey(), town.time));
        town.take(ANNA, new MemberUnbanned(BEN.id()));
        town.view.checkMayEnter(BEN.verifyKey(), town.time);
        assertRefused(Code.BAD_REQUEST, () -> town.take(ANNA, new MemberUnbanned(BEN.id())));
    }

    @Test
    void a_device_is_banned_by_itself() {
        DeviceBanned ban = new DeviceBanned(BEN.id(), BEN.verifyKey(), 0, "stolen");
        town.take(ANNA, ban);
        assertRefused(Code.BANNED, () -> town.view.checkMayEnter(BEN.verifyKey(), town.time));
        assertThat(town.view.member(BEN.id()).orElseThrow().isBanned(town.time)).isFalse();
        DeviceBanned ofAnother = new DeviceBanned(BEN.id(), CARLA.verifyKey(), 0, "");
        assertRefused(Code.UNKNOWN_DEVICE, () -> town.take(ANNA, ofAnother));
        town.take(ANNA, new DeviceUnbanned(BEN.id(), BEN.verifyKey()));
        town.view.checkMayEnter(BEN.verifyKey(), town.time);
    }

    @ParameterizedTest
    @ValueSource(longs = {-1, 1, Town.NOW - 1, Town.NOW, Long.MAX_VALUE})
    void a_ban_or_a_mute_that_ends_at_an_impossible_time_is_refused(long until) {
        assertRefused(
                Code.BAD_REQUEST, () -> town.take(ANNA, new MemberBanned(BEN.id(), until, "")));
        assertRefused(
                Code.BAD_REQUEST, () -> town.take(ANNA, new MemberMuted(BEN.id(), until, "")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"two\nlines", "\u001b[31m", "\u202Eback"})
    void a_reason_that_can_t_be_shown_is_refused(String reason) {
        for (EventBody.InCommunity body :
                List.of(
                        new MemberBanned(BEN.id(), 0, reason),
                        new MemberKicked(BEN.id(), reason),
                        new MemberMuted(BEN.id(), 0, reason),
                        new MemberRemoved(BEN.id(), reason),
                        new DeviceBanned(BEN.id(), BEN.verifyKey(), 0, reason),
                        new Announced(reason),
                        SettingsChanged.welcome(reason))) {
            assertRefused(Code.BAD_REQUEST, () -> town.take(ANNA, body));
        }
    }

    @Test
    void whoever_is_muted_says_nothing_and_makes_no_chat_but_may_leave() {
        town.take(ANNA, new MemberMuted(BEN.id(), town.time + 60_000, ""));
        assertRefused(Code.MUTED, () -> writes(BEN, HELLO));
        assertRefused(Code.MUTED, () -> town.take(BEN, new ChatMade(chat(1))));
        assertRefused(Code.MUTED, () -> town.take(BEN, new StatusSet("shouting on")));
        writes(BEN, new ChatLeft());
        town.time++;
        town.take(ANNA, new MemberUnmuted(BEN.id()));
        writes(BEN, HELLO);
    }

    @Test
    void what_was_written_in_a_chat_is_judged_by_its_time() {
        long before = town.time;
        town.time += 10;
        town.take(ANNA, new MemberMuted(BEN.id(), 0, ""));
        town.time += 10;
        town.take(ANNA, new MemberUnmuted(BEN.id()));
        town.time += 10;
        town.take(ANNA, new MemberRemoved(BEN.id(), ""));
        town.view.checkWriter(header(BEN), HELLO, before);
        assertRefused(Code.MUTED, () -> town.view.checkWriter(header(BEN), HELLO, before + 15));
        town.view.checkWriter(header(BEN), HELLO, before + 25);
        assertRefused(
                Code.UNKNOWN_DEVICE,
                () -> town.view.checkWriter(header(BEN), HELLO, town.time + 1));
    }

    @Test
    void whoever_was_removed_is_gone_and_their_name_is_free() {
        town.take(ANNA, new MemberRemoved(BEN.id(), "asked for it"));
        assertThat(town.view.member(BEN.id())).isEmpty();
        assertThat(town.view.everMember(BEN.id()).orElseThrow().shownName())
                .isEqualTo("ben (gone)");
        assertRefused(
                Code.UNKNOWN_DEVICE, () -> town.view.checkMayEnter(BEN.verifyKey(), town.time));
        assertRefused(Code.UNKNOWN_DEVICE, () -> town.take(BEN, new StatusSet("boo")));
        assertRefused(Code.ALREADY_THERE, () -> town.join(BEN, "benny", INVITE));
        town.join(DORA, "ben", INVITE);
        assertThat(town.view.memberNamed(new MemberName("ben")).orElseThrow().id())
                .isEqualTo(DORA.id());
    }

    @Test
    void whoever_leaves_is_gone_but_the_last_owner_stays() {
        assertRefused(Code.NOT_ALLOWED, () -> town.take(ANNA, new MemberLeft()));
        give(BEN, Role.OWNER);
        town.take(ANNA, new MemberLeft());
        assertThat(town.view.members()).extracting(Member::id).doesNotContain(ANNA.id());
        assertRefused(Code.NOT_ALLOWED, () -> town.take(BEN, new MemberLeft()));
    }

    @Test
    void members_rename_themselves_to_names_that_nobody_has() {
        town.take(BEN, new MemberRenamed(BEN.id(), new MemberName("Benny")));
        assertThat(town.view.memberNamed(new MemberName("ben"))).isEmpty();
        MemberName similar = new MemberName("BENNY");
        town.take(BEN, new MemberRenamed(BEN.id(), similar));
        assertRefused(
                Code.NAME_TAKEN, () -> town.take(CARLA, new MemberRenamed(CARLA.id(), similar)));
        MemberRenamed byOther = new MemberRenamed(BEN.id(), new MemberName("bean"));
        assertRefused(Code.NOT_ALLOWED, () -> town.take(CARLA, byOther));
        town.take(ANNA, byOther);
    }

    @Test
    void a_role_is_made_of_less_than_its_maker_has() {
        give(BEN, Role.ADMIN);
        town.take(BEN, new RoleMade("helper", 50, List.of("kick", "mute")));
        give(CARLA, new Role("helper", 50, Set.of()));
        assertThat(role(CARLA).permissions()).hasSize(2);
        for (RoleMade made :
                List.of(
                        new RoleMade("equal", Role.ADMIN.rank(), List.of()),
                        new RoleMade("higher", 99, List.of()))) {
            assertRefused(Code.NOT_ALLOWED, () -> town.take(BEN, made));
        }
        town.take(ANNA, new RoleMade("chief", 90, List.of("kick")));
        RoleMade mine = new RoleMade("chief", 10, List.of());
        assertRefused(Code.NOT_ALLOWED, () -> town.take(BEN, mine));
        assertRefused(Code.NOT_ALLOWED, () -> town.take(BEN, new RoleRemoved("chief")));
    }

    @Test
    void nobody_makes_a_role_with_a_permission_that_they_lack() {
        town.take(ANNA, new RoleMade("maker", 70, List.of("manage-roles")));
        give(BEN, new Role("maker", 70, Set.of()));
        town.take(BEN, new RoleMade("nothing", 5, List.of()));
        RoleMade more = new RoleMade("more", 5, List.of("kick"));
        assertRefused(Code.NOT_ALLOWED, () -> town.take(BEN, more));
    }

    @Test
    void a_role_that_is_made_anew_changes_everybody_who_has_it() {
        town.take(ANNA, new RoleMade("helper", 50, List.of("kick")));
        give(BEN, new Role("helper", 50, Set.of()));
        town.take(ANNA, new RoleMade("helper", 30, List.of()));
        assertThat(role(BEN)).isEqualTo(new Role("helper", 30, Set.of()));
        assertRefused(Code.NOT_ALLOWED, () -> town.take(ANNA, new RoleRemoved("helper")));
        give(BEN, Role.MEMBER);
        town.take(ANNA, new RoleRemoved("helper"));
        assertThat(town.view.roles()).isEqualTo(Role.BUILT_IN);
    }

    @Test
    void a_role_that_makes_no_sense_is_refused() {
        for (RoleMade made :
                List.of(
                        new RoleMade("owner", 10, List.of()),
                        new RoleMade("", 10, List.of()),
                        new RoleMade("Helper", 10, List.of()),
                        new RoleMade("a".repeat(25), 10, List.of()),
                        new RoleMade("helper", 0, List.of()),
                        new RoleMade("helper", 100, List.of()),
                        new RoleMade("helper", 10, List.of("fly")))) {
            assertThatRefused(made);
        }
        assertRefused(Code.BAD_REQUEST, () -> town.take(ANNA, new RoleRemoved("nobody")));
        assertRefused(Code.NOT_ALLOWED, () -> town.take(ANNA, new RoleRemoved("guest")));
    }

    private void assertThatRefused(RoleMade made) {
        assertThatThrownBy(() -> town.take(ANNA, made)).isInstanceOf(Refused.class);
    }

    @Test
    void an_invite_is_worth_what_its_maker_is() {
        give(BEN, Role.ADMIN);
        SigningKey key = Person.key("by an admin");
        town.take(BEN, new InviteMade(key.verifyKey(), 5, 0, "admin"));
        assertThat(town.view.openInvites(town.time)).hasSize(2);
        give(BEN, Role.MEMBER);
        assertThat(town.view.openInvites(town.time)).hasSize(1);
        assertRefused(Code.INVITE_USED_UP, () -> town.join(DORA, "dora", key));
        give(BEN, Role.ADMIN);
        town.join(DORA, "dora", key);
        assertThat(role(DORA)).isEqualTo(Role.ADMIN);
    }

    @Test
    void an_invite_for_a_role_that_was_removed_stays_closed_when_another_has_its_name() {
        SigningKey key = Person.key("greeter");
        town.take(ANNA, new RoleMade("greeter", 30, List.of("invite")));
        town.take(ANNA, new InviteMade(key.verifyKey(), 1, 0, "greeter"));
        town.take(ANNA, new RoleRemoved("greeter"));
        town.take(ANNA, new RoleMade("greeter", 90, List.of("give-roles")));
        assertThat(town.view.openInvites(town.time)).hasSize(1);
        assertThatThrownBy(() -> town.join(DORA, "dora", key))
                .hasMessage("This invite was called back; ask for a new one.");
    }

    @Test
    void an_invite_by_somebody_who_is_banned_lets_in_nobody_until_the_ban_ends() {
        SigningKey key = Person.key("by ben");
        town.take(BEN, new InviteMade(key.verifyKey(), 5, 0));
        town.take(ANNA, new MemberBanned(BEN.id(), town.time + 60_000, "raid"));
        assertThat(town.view.openInvites(town.time)).hasSize(1);
        assertRefused(Code.INVITE_USED_UP, () -> town.join(DORA, "dora", key));
        town.time += 60_001;
        town.join(DORA, "dora", key);
    }

    @Test
    void panic_goes_level_by_level_and_ends() {
        SigningKey spare = Person.key("spare");
        give(BEN, Role.MODERATOR);
        town.take(BEN, SettingsChanged.panic(4));
        assertRefused(Code.LOCKED, () -> town.take(CARLA, invite(1)));
        town.take(BEN, new InviteMade(spare.verifyKey(), 1, 0));
        town.take(BEN, SettingsChanged.panic(3));
        assertRefused(Code.LOCKED, () -> town.take(BEN, invite(2)));
        assertRefused(Code.LOCKED, () -> town.join(DORA, "dora", spare));
        town.take(CARLA, new ChatMade(chat(1)));
        town.take(BEN, SettingsChanged.panic(2));
        assertRefused(Code.LOCKED, () -> town.take(CARLA, new ChatMade(chat(2))));
        town.take(BEN, new ChatMade(chat(3)));
        assertThat(town.view.slowSeconds()).isZero();
        town.take(BEN, SettingsChanged.panic(1));
        assertThat(town.view.slowSeconds()).isPositive();
        town.take(BEN, SettingsChanged.panic(5));
        town.join(DORA, "dora", spare);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 6, -1, Integer.MAX_VALUE})
    void a_panic_level_that_isn_t_one_is_refused(int level) {
        assertRefused(Code.BAD_REQUEST, () -> town.take(ANNA, SettingsChanged.panic(level)));
    }

    @Test
    void nobody_is_banned_by_their_own_rank() {
        give(BEN, Role.MODERATOR);
        give(CARLA, Role.MODERATOR);
        assertRefused(Code.NOT_ALLOWED, () -> town.take(BEN, new MemberBanned(CARLA.id(), 0, "")));
        assertRefused(Code.NOT_ALLOWED, () -> town.take(BEN, new MemberBanned(ANNA.id(), 0, "")));
        assertRefused(Code.NOT_ALLOWED, () -> town.take(BEN, new MemberBanned(BEN.id(), 0, "")));
    }

    private static InviteMade invite(int number) {
        return new InviteMade(Person.key("invite " + number).verifyKey(), 1, 0);
    }

    private void writes(Person who, EventBody.InChat body) {
        town.view.checkWriter(header(who), body, town.time);
    }

    private static Header header(Person who) {
        return Town.header(who, chat(0));
    }

    private static LogId chat(int number) {
        return new LogId(Town.hash("chat " + number));
    }

    private void give(Person who, Role role) {
        town.take(ANNA, new RoleGiven(who.id(), role.name()));
    }

    private Role role(Person who) {
        return town.view.member(who.id()).orElseThrow().role();
    }
}
