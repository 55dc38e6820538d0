package chatbois.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import chatbois.client.home.Home;
import chatbois.client.link.Dialer;
import chatbois.client.pairing.PairingCode;
import chatbois.client.session.Entry;
import chatbois.client.session.Said;
import chatbois.client.session.Session;
import chatbois.client.session.SessionState;
import chatbois.client.session.Snapshot;
import chatbois.log.LogId;
import chatbois.log.SigningKey;
import chatbois.protocol.Invite;
import chatbois.protocol.Refusal.Code;
import chatbois.protocol.Refused;
import chatbois.protocol.name.ChatName;
import chatbois.protocol.right.Role;
import chatbois.protocol.view.Device;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Several devices of one member, with a real server: linked, at work together, revoked, lost.
class DevicesTest {
    @TempDir private Path directory = Path.of("");
    private TestCommunity shed;
    private Session anna;
    private Session ben;

    @BeforeEach
    void meet() throws Exception {
        shed = new TestCommunity(directory);
        anna = shed.owner("anna");
        ben = shed.invited(anna, "ben");
    }

    @AfterEach
    void part() {
        shed.close();
    }

    @Test
    void a_device_is_linked_by_a_code_and_sees_everything() throws Exception {
        LogId kitchen = await(anna.makeChat(new ChatName("kitchen"), List.of(me(ben))));
        awaitListed(ben);
        await(ben.send(kitchen, "from the laptop", false));
        Session phone = linked(ben, "phone");
        assertThat(me(phone)).isEqualTo(me(ben));
        assertThat(phone.snapshot().me().liveDevices())
                .extracting(Device::label)
                .containsExactly("device 1", "phone");
        TestCommunity.await(
                "the old device tells of the new one",
                () ->
                        ben.snapshot().notices().stream()
                                .anyMatch(n -> n.sentence().contains("phone")));
        List<Entry> read = new ArrayList<>();
        phone.read(kitchen, 1, read::add);
        assertThat(read).anyMatch(entry -> entry.own() && says(entry, "from the laptop"));
        assertThat(unread(phone)).as("one's own words are not unread").isZero();
    }

    @Test
    void two_devices_of_one_member_work_at_the_same_time() throws Exception {
        LogId kitchen = await(anna.makeChat(new ChatName("kitchen"), List.of(me(ben))));
        Session phone = linked(ben, "phone");
        awaitListed(ben);
        List<CompletableFuture<?>> sent = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            sent.add(ben.send(kitchen, "laptop " + i, false));
            sent.add(phone.send(kitchen, "phone " + i, false));
        }
        await(CompletableFuture.allOf(sent.toArray(CompletableFuture[]::new)));
        TestCommunity.await("anna has 40 unread", () -> unread(anna) == 40);
        TestCommunity.await("all are own", () -> unread(phone) == 0 && unread(ben) == 0);
        await(anna.send(kitchen, "and me", false));
        TestCommunity.await("both have one unread", () -> unread(phone) + unread(ben) == 2);
        phone.markRead(kitchen, phone.snapshot().chats().getFirst().size());
        TestCommunity.await("both have read it", () -> unread(phone) + unread(ben) == 0);
        assertThat(ben.snapshot().chats().getFirst().broken()).isNull();
        LogId direct = await(phone.direct(me(anna)));
        assertThat(await(ben.direct(me(anna)))).isEqualTo(direct);
        assertThat(await(anna.who()))
                .extracting(member -> member.name().value())
                .containsExactlyInAnyOrder("anna", "ben");
        phone.close();
        Session again = shed.again("phone");
        TestCommunity.await("nothing own is unread", () -> unread(again) == 0);
    }

    @Test
    void a_wrong_code_burns_the_slot() throws Exception {
        PairingCode code = await(ben.devices().link());
        String other = code.secret().equals("00000000") ? "00000001" : "00000000";
        PairingCode wrong = new PairingCode(code.slot(), other);
        assertRefused(Code.NO_SUCH_SLOT, () -> link("thief", wrong));
        TestCommunity.await(
                "the old device says so",
                () ->
                        ben.snapshot().notices().stream()
                                .anyMatch(n -> n.sentence().contains("code is wrong")));
        assertRefused(Code.NO_SUCH_SLOT, () -> link("phone", code));
        assertThat(ben.snapshot().me().liveDevices()).hasSize(1);
        assertThat(linked(ben, "phone").snapshot().me().liveDevices()).hasSize(2);
    }

    @Test
    void a_code_is_good_for_one_device_and_a_new_one_replaces_it() throws Exception {
        PairingCode first = await(ben.devices().link());
        PairingCode second = await(ben.devices().link());
        assertRefused(Code.NO_SUCH_SLOT, () -> link("phone", first));
        link("phone", second);
        assertRefused(Code.NO_SUCH_SLOT, () -> link("tablet", second));
    }

    @Test
    void a_revoked_device_is_cut_off_at_once_and_its_words_stay() throws Exception {
        LogId kitchen = await(anna.makeChat(new ChatName("kitchen"), List.of(me(ben))));
        Session phone = linked(ben, "phone");
        await(phone.send(kitchen, "from the phone", false));
        await(ben.devices().revoke(me(ben), phone.devices().own()));
        TestCommunity.await("the phone is out", () -> stoppedBecause(phone, "was revoked"));
        List<Entry> read = new ArrayList<>();
        anna.read(kitchen, 1, read::add);
        assertThat(read).anyMatch(e -> e.author().equals("ben") && says(e, "from the phone"));
        assertThatThrownBy(() -> await(ben.devices().revoke(me(ben), ben.devices().own())))
                .hasMessageContaining("your last device");
    }

    @Test
    void only_who_may_sees_the_devices_of_others() throws Exception {
        Session phone = linked(ben, "phone");
        assertThat(await(ben.devices().seen(me(ben))))
                .allMatch(device -> device.connected() && device.lastSeen() > 0)
                .hasSize(2);
        phone.close();
        TestCommunity.await(
                "the phone is gone",
                () -> {
                    try {
                        return !await(ben.devices().seen(me(ben))).getLast().connected();
                    } catch (Exception e) {
                        throw new AssertionError(e);
                    }
                });
        assertThat(await(anna.devices().seen(me(ben)))).hasSize(2);
        assertThatThrownBy(() -> await(ben.devices().seen(me(anna))))
                .hasMessageContaining("revoke-devices");
    }

    @Test
    void who_was_reset_comes_back_once_by_a_line_on_the_same_machine_too() throws Exception {
        Session phone = linked(ben, "phone");
        Invite line = await(anna.devices().reset(me(ben)));
        TestCommunity.await("the laptop is out", () -> stoppedBecause(ben, "was revoked"));
        TestCommunity.await("the phone is out", () -> stoppedBecause(phone, "was revoked"));
        Session back = back(Invite.parse(line.line()), "ben");
        assertThat(me(back)).isEqualTo(me(ben));
        assertThat(back.snapshot().me().liveDevices()).hasSize(1);
        assertRefused(Code.INVITE_UNKNOWN, () -> back(line, "thief"));
        assertThatThrownBy(() -> await(back.devices().reset(me(anna))))
                .hasMessageContaining("reset-members");
    }

    @Test
    void a_paper_key_brings_a_member_back_from_nothing() throws Exception {
        SigningKey paper = ben.devices().newPaperKey();
        assertThat(await(ben.devices().keep(paper))).isTrue();
        assertThat(ben.devices().hasPaperKey()).isTrue();
        ben.close();
        Session back =
                Session.comeBack(
                        shed.home("new laptop"),
                        shed.address(),
                        anna.community(),
                        paper,
                        shed.outside(Dialer.overTls()),
                        () -> {});
        try (back) {
            await(back.online());
            assertThat(back.snapshot().me().name().value()).isEqualTo("ben");
            assertThat(back.snapshot().me().liveDevices()).hasSize(2);
        }
    }

    @Test
    void every_open_device_hears_of_a_new_one_however_it_came() throws Exception {
        Session phone = linked(ben, "phone");
        linked(ben, "tablet");
        hears(phone, "A new device speaks for you now: tablet.");
        SigningKey paper = ben.devices().newPaperKey();
        await(ben.devices().keep(paper));
        shed.online(
                Session.comeBack(
                        shed.home("thief"),
                        shed.address(),
                        anna.community(),
                        paper,
                        shed.outside(Dialer.overTls()),
                        () -> {}));
        String label = anna.snapshot().members().getLast().devices().getLast().label();
        hears(ben, "A new device speaks for you now: " + label + ".");
        hears(phone, "A new device speaks for you now: " + label + ".");
    }

    private static void hears(Session session, String sentence) {
        TestCommunity.await(
                sentence,
                () ->
                        session.snapshot().notices().stream()
                                .anyMatch(notice -> notice.sentence().equals(sentence)));
    }

    @Test
    void a_guest_has_devices_too() throws Exception {
        Invite invite = await(anna.makeInvite(Role.GUEST, 1, null));
        Session gus = shed.join(invite, "gus", Dialer.overTls());
        assertThat(linked(gus, "tablet").snapshot().me().role()).isEqualTo(Role.GUEST);
    }

    private Session back(Invite line, String home) throws Exception {
        return shed.online(
                Session.comeBack(
                        shed.home(home),
                        line.address(),
                        line.community(),
                        line.code().key(),
                        shed.outside(Dialer.overTls()),
                        () -> {}));
    }

    private Session linked(Session old, String label) throws Exception {
        return link(label, await(old.devices().link()));
    }

    private Session link(String label, PairingCode code) throws Exception {
        Home home = shed.home(label);
        return shed.online(
                Session.link(
                        home,
                        shed.address(),
                        code,
                        label,
                        shed.outside(Dialer.overTls()),
                        () -> {}));
    }

    private static void awaitListed(Session session) {
        TestCommunity.await("the chat is listed", () -> !session.snapshot().chats().isEmpty());
    }

    private static boolean says(Entry entry, String text) {
        return entry.said() instanceof Said.Text(String said) && said.equals(text);
    }

    private static boolean stoppedBecause(Session session, String why) {
        return session.snapshot().state() instanceof SessionState.Stopped(String sentence, _)
                && sentence.contains(why);
    }

    private static int unread(Session session) {
        return session.snapshot().unread();
    }

    private static chatbois.log.MemberId me(Session session) {
        Snapshot snapshot = session.snapshot();
        return snapshot.me().id();
    }

    private static void assertRefused(
            Code code, org.assertj.core.api.ThrowableAssert.ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        Refused.class, no -> assertThat(no.refusal().code()).isEqualTo(code));
    }

    private static <T> T await(CompletableFuture<T> answer) throws Exception {
        try {
            return answer.get(20, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof Exception cause ? cause : e;
        }
    }
}
