package chatbois.protocol.view;

import static chatbois.protocol.view.Refusals.assertRefused;
import static chatbois.protocol.view.Town.ANNA;
import static chatbois.protocol.view.Town.BEN;
import static chatbois.protocol.view.Town.CARLA;
import static chatbois.protocol.view.Town.COMMUNITY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import chatbois.log.Header;
import chatbois.log.LogId;
import chatbois.log.MemberId;
import chatbois.log.SigningKey;
import chatbois.log.VerifyKey;
import chatbois.protocol.Limits;
import chatbois.protocol.Refusal.Code;
import chatbois.protocol.event.DeviceProof;
import chatbois.protocol.event.EventBody.DeviceBanned;
import chatbois.protocol.event.EventBody.DeviceLinked;
import chatbois.protocol.event.EventBody.DeviceReturned;
import chatbois.protocol.event.EventBody.DeviceRevoked;
import chatbois.protocol.event.EventBody.MemberBanned;
import chatbois.protocol.event.EventBody.MemberRemoved;
import chatbois.protocol.event.EventBody.MemberReset;
import chatbois.protocol.event.EventBody.Message;
import chatbois.protocol.event.EventBody.RecoverySet;
import chatbois.protocol.event.EventBody.RoleGiven;
import chatbois.protocol.event.EventBody.StatusSet;
import org.junit.jupiter.api.Test;

/// Devices come to a member and go, and a member comes back without one.
class DevicesTest {
    private static final SigningKey PHONE_KEY = Person.key("ben's phone");
    private static final Person PHONE = new Person(BEN.id(), PHONE_KEY);
    private static final SigningKey PAPER = Person.key("ben's paper key");
    private static final SigningKey WAY_BACK = Person.key("ben's way back");
    private static final Message HELLO = new Message("hello", false);

    private final Town town = Town.ofThree();

    @Test
    void a_linked_device_speaks_for_its_member() {
        assertRefused(Code.UNKNOWN_DEVICE, () -> town.take(PHONE, new StatusSet("here")));
        town.take(BEN, linked(BEN.id(), PHONE_KEY, "phone"));
        town.take(PHONE, new StatusSet("here"));
        assertThat(ben().status()).isEqualTo("here");
        assertThat(ben().liveDevices()).extracting(Device::label).endsWith("phone").hasSize(2);
        assertThat(town.view.checkMayEnter(PHONE.verifyKey(), town.time).id()).isEqualTo(BEN.id());
    }

    @Test
    void a_device_is_linked_only_by_its_member_and_only_if_it_agreed() {
        DeviceLinked forCarla = linked(CARLA.id(), PHONE_KEY, "phone");
        assertRefused(Code.BAD_SIGNATURE, () -> town.take(BEN, forCarla));
        DeviceLinked ofCarla = linked(BEN.id(), CARLA.device(), "carla's");
        assertRefused(Code.ALREADY_THERE, () -> town.take(BEN, ofCarla));
        town.take(BEN, linked(BEN.id(), PHONE_KEY, "phone"));
        assertRefused(Code.ALREADY_THERE, () -> town.take(CARLA, forCarla));
        town.take(BEN, new DeviceRevoked(BEN.id(), PHONE.verifyKey()));
        DeviceLinked again = linked(BEN.id(), PHONE_KEY, "phone");
        assertRefused(Code.ALREADY_THERE, () -> town.take(BEN, again));
    }

    @Test
    void a_device_s_name_is_one_short_line() {
        for (String label : new String[] {"", " ", "a\nb", "x".repeat(Limits.DEVICE_LABEL + 1)}) {
            DeviceLinked named = linked(BEN.id(), PHONE_KEY, label);
            assertRefused(Code.BAD_REQUEST, () -> town.take(BEN, named));
        }
    }

    @Test
    void devices_are_bounded_now_and_for_ever() {
        for (int i = 1; i < Limits.DEVICES; i++) {
            town.take(BEN, linked(BEN.id(), Person.key("d" + i), "d"));
        }
        assertRefused(
                Code.TOO_MANY, () -> town.take(BEN, linked(BEN.id(), Person.key("more"), "d")));
        for (int i = Limits.DEVICES; i < Limits.DEVICES_EVER; i++) {
            town.take(BEN, new DeviceRevoked(BEN.id(), Person.key("d" + (i - 1)).verifyKey()));
            town.take(BEN, linked(BEN.id(), Person.key("d" + i), "d"));
        }
        town.take(BEN, new DeviceRevoked(BEN.id(), Person.key("d1").verifyKey()));
        assertRefused(
                Code.TOO_MANY, () -> town.take(BEN, linked(BEN.id(), Person.key("more"), "d")));
    }

    @Test
    void a_revoked_device_is_out_and_what_it_wrote_before_stays() {
        town.take(BEN, linked(BEN.id(), PHONE_KEY, "phone"));
        long before = ++town.time;
        Header said = Town.header(PHONE, new LogId(Town.hash("a chat")));
        town.view.checkWriter(said, HELLO, before);
        town.time++;
        town.take(BEN, new DeviceRevoked(BEN.id(), PHONE.verifyKey()));
        town.time++;
        assertRefused(Code.UNKNOWN_DEVICE, () -> town.take(PHONE, new StatusSet("here")));
        assertRefused(Code.UNKNOWN_DEVICE, () -> town.view.checkWriter(said, HELLO, town.time));
        assertThat(town.view.authorAt(said, before).id()).isEqualTo(BEN.id());
        assertThatThrownBy(() -> town.view.checkMayEnter(PHONE.verifyKey(), town.time))
                .hasMessageContaining("This device was revoked");
    }

    @Test
    void the_last_device_is_revoked_only_by_somebody_else() {
        DeviceRevoked last = new DeviceRevoked(BEN.id(), BEN.verifyKey());
        assertThatThrownBy(() -> town.take(BEN, last)).hasMessageContaining("/leave-community");
        assertThatThrownBy(() -> town.take(CARLA, last)).hasMessageContaining("revoke-devices");
        town.take(ANNA, new RoleGiven(CARLA.id(), "admin"));
        DeviceRevoked above = new DeviceRevoked(ANNA.id(), ANNA.verifyKey());
        assertRefused(Code.NOT_ALLOWED, () -> town.take(CARLA, above));
        town.take(CARLA, last);
        assertThat(ben().liveDevices()).isEmpty();
        assertRefused(Code.UNKNOWN_DEVICE, () -> town.take(CARLA, last));
    }

    @Test
    void a_member_comes_back_with_the_paper_key_as_often_as_needed() {
        town.take(BEN, new RecoverySet(PAPER.verifyKey()));
        assertThat(town.view.paperKey(BEN.id())).contains(PAPER.verifyKey());
        assertThat(town.view.comingBackWith(PAPER.verifyKey()).id()).isEqualTo(BEN.id());
        town.take(PHONE, returned(BEN.id(), PAPER, PHONE_KEY));
        town.take(PHONE, new DeviceRevoked(BEN.id(), BEN.verifyKey()));
        SigningKey third = Person.key("third");
        town.take(new Person(BEN.id(), third), returned(BEN.id(), PAPER, third));
        assertThat(ben().liveDevices()).hasSize(2);
    }

    @Test
    void a_paper_key_is_good_for_one_member_until_it_is_replaced() {
        town.take(BEN, new RecoverySet(PAPER.verifyKey()));
        assertRefused(
                Code.ALREADY_THERE, () -> town.take(CARLA, new RecoverySet(PAPER.verifyKey())));
        Person carlas = new Person(CARLA.id(), PHONE_KEY);
        assertRefused(
                Code.INVITE_UNKNOWN,
                () -> town.take(carlas, returned(CARLA.id(), PAPER, PHONE_KEY)));
        assertRefused(
                Code.INVITE_UNKNOWN,
                () -> town.take(PHONE, returned(BEN.id(), PAPER, Person.key("another"))));
        town.take(BEN, new RecoverySet(Person.key("newer").verifyKey()));
        assertRefused(
                Code.INVITE_UNKNOWN, () -> town.take(PHONE, returned(BEN.id(), PAPER, PHONE_KEY)));
        assertRefused(Code.INVITE_UNKNOWN, () -> town.view.comingBackWith(PAPER.verifyKey()));
    }

    @Test
    void a_reset_ends_every_device_and_the_paper_key_and_leads_back_once() {
        town.take(BEN, new RecoverySet(PAPER.verifyKey()));
        MemberReset reset = new MemberReset(BEN.id(), WAY_BACK.verifyKey());
        assertThatThrownBy(() -> town.take(CARLA, reset)).hasMessageContaining("reset-members");
        town.take(ANNA, reset);
        assertThat(ben().liveDevices()).isEmpty();
        assertThat(town.view.paperKey(BEN.id())).isEmpty();
        assertRefused(Code.UNKNOWN_DEVICE, () -> town.take(BEN, new StatusSet("me")));
        assertRefused(
                Code.INVITE_UNKNOWN, () -> town.take(PHONE, returned(BEN.id(), PAPER, PHONE_KEY)));
        town.take(PHONE, returned(BEN.id(), WAY_BACK, PHONE_KEY));
        assertThat(ben().liveDevices()).extracting(Device::key).containsExactly(PHONE.verifyKey());
        SigningKey third = Person.key("third");
        assertRefused(
                Code.INVITE_UNKNOWN,
                () -> town.take(new Person(BEN.id(), third), returned(BEN.id(), WAY_BACK, third)));
    }

    @Test
    void nobody_resets_themselves_or_somebody_above() {
        MemberReset self = new MemberReset(ANNA.id(), WAY_BACK.verifyKey());
        assertRefused(Code.NOT_ALLOWED, () -> town.take(ANNA, self));
        town.take(ANNA, new RoleGiven(CARLA.id(), "admin"));
        assertRefused(Code.NOT_ALLOWED, () -> town.take(CARLA, self));
    }

    @Test
    void whoever_is_banned_or_gone_does_not_come_back() {
        town.take(BEN, new RecoverySet(PAPER.verifyKey()));
        town.take(ANNA, new MemberBanned(BEN.id(), 0, "spam"));
        assertRefused(Code.BANNED, () -> town.take(PHONE, returned(BEN.id(), PAPER, PHONE_KEY)));
        town.take(ANNA, new MemberRemoved(BEN.id(), ""));
        assertRefused(
                Code.INVITE_UNKNOWN, () -> town.take(PHONE, returned(BEN.id(), PAPER, PHONE_KEY)));
    }

    @Test
    void a_banned_device_links_no_other() {
        town.take(ANNA, new DeviceBanned(BEN.id(), BEN.verifyKey(), 0, "stolen"));
        assertRefused(Code.BANNED, () -> town.take(BEN, linked(BEN.id(), PHONE_KEY, "phone")));
    }

    private Member ben() {
        return town.view.member(BEN.id()).orElseThrow();
    }

    static DeviceLinked linked(MemberId member, SigningKey device, String label) {
        VerifyKey key = device.verifyKey();
        return new DeviceLinked(key, label, DeviceProof.link(device, COMMUNITY, member));
    }

    static DeviceReturned returned(MemberId member, SigningKey key, SigningKey device) {
        return new DeviceReturned(
                "new",
                key.verifyKey(),
                DeviceProof.comeBack(key, COMMUNITY, member, device.verifyKey()));
    }
}
