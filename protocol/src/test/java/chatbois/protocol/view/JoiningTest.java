package chatbois.protocol.view;

import static chatbois.protocol.view.Refusals.assertRefused;
import static chatbois.protocol.view.Town.ANNA;
import static chatbois.protocol.view.Town.BEN;
import static chatbois.protocol.view.Town.CARLA;
import static chatbois.protocol.view.Town.COMMUNITY;
import static chatbois.protocol.view.Town.DORA;
import static chatbois.protocol.view.Town.INVITE;
import static chatbois.protocol.view.Town.NOW;
import static chatbois.protocol.view.Town.OWNER_INVITE;
import static chatbois.protocol.view.Town.header;
import static org.assertj.core.api.Assertions.assertThat;

import chatbois.log.LogId;
import chatbois.log.MemberId;
import chatbois.log.SigningKey;
import chatbois.log.VerifyKey;
import chatbois.protocol.Limits;
import chatbois.protocol.Refusal.Code;
import chatbois.protocol.event.EventBody.InviteMade;
import chatbois.protocol.event.EventBody.MemberJoined;
import chatbois.protocol.event.EventBody.SettingsChanged;
import chatbois.protocol.name.MemberName;
import chatbois.protocol.right.Role;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JoiningTest {
    private final Town town = Town.ofThree();

    @Test
    void members_are_known_by_id_device_and_name_in_the_order_in_which_they_came() {
        assertThat(town.view.members())
                .extracting(member -> member.name().value())
                .containsExactly("anna", "ben", "carla");
        Member ben =
                Member.newcomer(
                        BEN.id(), new MemberName("ben"), Role.MEMBER, BEN.verifyKey(), Town.NOW);
        assertThat(town.view.member(BEN.id())).contains(ben);
        assertThat(town.view.memberWithDevice(BEN.verifyKey())).contains(ben);
        assertThat(town.view.memberNamed(new MemberName("Ben"))).contains(ben);
        assertThat(town.view.member(DORA.id())).isEmpty();
        assertThat(town.view.memberWithDevice(DORA.verifyKey())).isEmpty();
        assertThat(town.view.memberNamed(new MemberName("dora"))).isEmpty();
    }

    @Test
    void the_first_invite_makes_an_owner_and_no_other_does() {
        assertThat(town.view.members())
                .extracting(Member::role)
                .containsExactly(Role.OWNER, Role.MEMBER, Role.MEMBER);
    }

    @Test
    void an_invite_that_nobody_made_is_refused() {
        assertJoinRefused(Code.INVITE_UNKNOWN, Person.key("no invite"));
    }

    @Test
    void the_owner_s_invite_is_refused_the_second_time() {
        assertJoinRefused(Code.INVITE_USED_UP, OWNER_INVITE);
    }

    @Test
    void an_invite_is_refused_when_all_its_uses_are_gone() {
        SigningKey twice = invite(2, 0);
        town.join(DORA, "dora", twice);
        town.join(Person.called("emil"), "emil", twice);
        Person late = Person.called("fritz");
        assertRefused(Code.INVITE_USED_UP, () -> town.join(late, "fritz", twice));
    }

    @Test
    void an_invite_is_refused_after_its_time_and_not_before() {
        SigningKey brief = invite(5, NOW + 100);
        town.time = NOW + 100;
        town.join(DORA, "dora", brief);
        town.time = NOW + 101;
        Person late = Person.called("emil");
        assertRefused(Code.INVITE_EXPIRED, () -> town.join(late, "emil", brief));
    }

    @Test
    void joining_is_refused_while_the_community_is_locked_but_not_to_its_owner() {
        town.take(ANNA, new SettingsChanged(null, null, true));
        assertJoinRefused(Code.LOCKED, INVITE);
        town.take(ANNA, new SettingsChanged(null, null, false));
        town.join(DORA, "dora", INVITE);

        Town empty = Town.founded();
        empty.takeUnchecked(ANNA, new SettingsChanged(null, null, true));
        empty.join(ANNA, "anna", OWNER_INVITE);
    }

    @Test
    void joining_is_refused_when_the_community_is_full() {
        town.take(ANNA, new SettingsChanged(null, 3, null));
        assertJoinRefused(Code.SERVER_FULL, INVITE);
        town.take(ANNA, new SettingsChanged(null, 4, null));
        town.join(DORA, "dora", INVITE);
        assertThat(town.view.isFull()).isTrue();
    }

    @Test
    void a_proof_for_another_member_device_community_or_invite_is_refused() {
        assertProofRefused(CARLA.joining(COMMUNITY, "dora", INVITE));
        Person sameId = new Person(DORA.id(), BEN.device());
        assertProofRefused(sameId.joining(COMMUNITY, "dora", INVITE));
        Person sameDevice = new Person(CARLA.id(), DORA.device());
        assertProofRefused(sameDevice.joining(COMMUNITY, "dora", INVITE));
        LogId elsewhere = new LogId(Town.hash("elsewhere"));
        assertProofRefused(DORA.joining(elsewhere, "dora", INVITE));
        MemberJoined byOther = DORA.joining(COMMUNITY, "dora", Person.key("other"));
        assertProofRefused(new MemberJoined(byOther.name(), INVITE.verifyKey(), byOther.proof()));
    }

    @Test
    void a_proof_seen_in_the_log_lets_nobody_else_in() {
        MemberJoined seen = (MemberJoined) town.log.getLast().body();
        assertRefused(Code.INVITE_UNKNOWN, () -> town.take(DORA, seen));
    }

    @Test
    void a_member_who_joins_again_is_refused() {
        assertRefused(Code.ALREADY_THERE, () -> town.join(BEN, "ben", INVITE));
        assertRefused(Code.ALREADY_THERE, () -> town.join(BEN, "benedict", INVITE));
        Person newDevice = new Person(BEN.id(), DORA.device());
        assertRefused(Code.ALREADY_THERE, () -> town.join(newDevice, "dora", INVITE));
        Person newId = new Person(DORA.id(), BEN.device());
        assertRefused(Code.ALREADY_THERE, () -> town.join(newId, "dora", INVITE));
    }

    @Test
    void the_server_s_own_id_is_refused_to_a_newcomer() {
        Person asServer = new Person(MemberId.SERVER, DORA.device());
        assertRefused(Code.BAD_REQUEST, () -> town.join(asServer, "dora", INVITE));
    }

    @ParameterizedTest
    @ValueSource(strings = {"ben", "Ben", "BEN"})
    void a_name_that_is_taken_is_refused_however_it_is_written(String name) {
        assertRefused(Code.NAME_TAKEN, () -> town.join(DORA, name, INVITE));
    }

    @ParameterizedTest
    @CsvSource({"bill,bi11", "Lotte,1otte", "modem,rnodern"})
    void a_name_that_looks_like_another_is_refused(String name, String lookalike) {
        town.join(DORA, name, INVITE);
        Person emil = Person.called("emil");
        assertRefused(Code.NAME_CONFUSABLE, () -> town.join(emil, lookalike, INVITE));
    }

    @Test
    void a_refused_newcomer_takes_no_use_of_the_invite_and_no_name() {
        SigningKey once = invite(1, 0);
        assertRefused(Code.NAME_TAKEN, () -> town.join(DORA, "anna", once));
        town.join(DORA, "dora", once);
    }

    @Test
    void an_invite_by_somebody_who_is_no_member_is_refused() {
        InviteMade made = new InviteMade(Person.key("dora's").verifyKey(), 1, 0);
        assertRefused(Code.UNKNOWN_DEVICE, () -> town.take(DORA, made));
        var asBen = header(BEN.id(), DORA.verifyKey(), COMMUNITY);
        assertRefused(Code.UNKNOWN_DEVICE, () -> town.take(asBen, made));
    }

    @ParameterizedTest
    @CsvSource({"0,0", "-1,0", "10001,0", "2147483647,0", "1,-1", "1,-9223372036854775808"})
    void an_impossible_invite_is_refused(int uses, long expires) {
        assertRefused(Code.BAD_REQUEST, () -> invite(uses, expires));
    }

    @Test
    void an_invite_that_exists_is_refused_even_when_it_is_used_up() {
        VerifyKey open = INVITE.verifyKey();
        VerifyKey usedUp = OWNER_INVITE.verifyKey();
        assertRefused(Code.ALREADY_THERE, () -> town.take(BEN, new InviteMade(open, 1, 0)));
        assertRefused(Code.ALREADY_THERE, () -> town.take(BEN, new InviteMade(usedUp, 1, 0)));
    }

    @Test
    void one_more_invite_than_can_be_open_is_refused_until_one_closes() {
        // The owner's is used up and goes first; the one that let the others in stays.
        for (int i = 1; i < Limits.OPEN_INVITES; i++) {
            VerifyKey key = new VerifyKey(Town.hash("invite " + i));
            town.take(BEN, new InviteMade(key, 1, i == 7 ? NOW + 5 : 0));
        }
        InviteMade oneMore = new InviteMade(new VerifyKey(Town.hash("one more")), 1, 0);
        assertRefused(Code.TOO_MANY, () -> town.take(BEN, oneMore));
        town.time = NOW + 6;
        town.take(BEN, oneMore);
        InviteMade another = new InviteMade(new VerifyKey(Town.hash("another")), 1, 0);
        assertRefused(Code.TOO_MANY, () -> town.take(BEN, another));
        town.join(DORA, "dora", INVITE);
        town.join(Person.called("emil"), "emil", INVITE);
        town.join(Person.called("fritz"), "fritz", INVITE);
        town.take(BEN, another);
        assertRefused(Code.INVITE_UNKNOWN, () -> town.join(Person.called("gerd"), "gerd", INVITE));
    }

    private SigningKey invite(int uses, long expires) {
        SigningKey key = Person.key("an invite of " + uses + " until " + expires);
        town.take(BEN, new InviteMade(key.verifyKey(), uses, expires));
        return key;
    }

    private void assertJoinRefused(Code code, SigningKey invite) {
        assertRefused(code, () -> town.join(DORA, "dora", invite));
        assertThat(town.view.member(DORA.id())).isEmpty();
    }

    private void assertProofRefused(MemberJoined joined) {
        assertRefused(Code.INVITE_UNKNOWN, () -> town.take(DORA, joined));
    }
}
