package chatbois.server;

import static chatbois.server.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import chatbois.log.Bytes32;
import chatbois.log.Signature;
import chatbois.log.SigningKey;
import chatbois.log.TreeHead;
import chatbois.protocol.Handshake;
import chatbois.protocol.InviteCode;
import chatbois.protocol.Limits;
import chatbois.protocol.Refusal.Code;
import chatbois.protocol.Reply;
import chatbois.protocol.Request;
import chatbois.protocol.event.EventBody;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Who comes in, and who doesn't.
class DoorTest {
    @TempDir Path folder;

    private House house;

    @BeforeEach
    void found() throws Exception {
        house = House.found(folder.resolve("data"), 5);
    }

    @AfterEach
    void close() {
        house.close();
    }

    @Test
    void the_first_to_come_in_is_the_owner() throws Exception {
        Client owner = house.owner();
        owner.write(house.community, new EventBody.SettingsChanged("Another Name", null, null));
        assertThat(house.server().name()).isEqualTo("Another Name");
    }

    @Test
    void nobody_else_is_the_owner() throws Exception {
        Client anna = house.member("anna");
        assertRefused(
                Code.NOT_ALLOWED,
                () ->
                        anna.write(
                                house.community, new EventBody.SettingsChanged(null, 1_000, null)));
    }

    @Test
    void a_member_logs_in_with_its_device_again_and_again() throws Exception {
        Client anna = house.member("anna");
        anna.reconnect();
        anna.reconnect();
    }

    @Test
    void a_registration_that_is_sent_again_after_a_cut_counts_once() throws Exception {
        InviteCode code = invite(1);
        Client anna = new Client(house);
        Request.Register first = anna.registration(code, "anna");
        assertThat(anna.wire().ask(first)).isEqualTo(new Reply.LoggedIn(anna.id));
        anna.connect();
        Handshake handshake = anna.hello(anna.wire());
        Request.Register again =
                new Request.Register(first.joined(), handshake.signAsDevice(anna.key));
        assertThat(anna.wire().ask(again)).isEqualTo(new Reply.LoggedIn(anna.id));
        // Founding, owner, two invites, Anna.
        assertThat(house.owner().read(house.community).newest()).isEqualTo(5);
    }

    @Test
    void a_taken_name_is_refused_and_another_may_be_tried_on_the_same_connection()
            throws Exception {
        house.member("anna");
        Client other = new Client(house);
        for (String taken : new String[] {"anna", "Anna", "ＡＮＮＡ"}) {
            assertRefused(Code.NAME_TAKEN, () -> other.register(house.invite(), taken));
        }
        other.register(house.invite(), "bert");
    }

    @Test
    void a_name_that_looks_like_another_is_refused() throws Exception {
        house.member("paul");
        assertRefused(
                Code.NAME_CONFUSABLE, () -> new Client(house).register(house.invite(), "pau1"));
    }

    @Test
    void nobody_comes_in_when_the_server_is_full() throws Exception {
        for (int i = 1; i < 5; i++) {
            house.member("member" + (char) ('a' + i));
        }
        assertRefused(Code.SERVER_FULL, () -> new Client(house).register(house.invite(), "late"));
    }

    @Test
    void nobody_comes_in_when_the_server_is_locked() throws Exception {
        house.owner().write(house.community, new EventBody.SettingsChanged(null, null, true));
        assertRefused(Code.LOCKED, () -> new Client(house).register(house.invite(), "late"));
        house.owner().write(house.community, new EventBody.SettingsChanged(null, null, false));
        new Client(house).register(house.invite(), "late");
    }

    @Test
    void an_invite_lets_in_as_many_as_it_says() throws Exception {
        InviteCode code = invite(2);
        new Client(house).register(code, "anna");
        new Client(house).register(code, "bert");
        assertRefused(Code.INVITE_USED_UP, () -> new Client(house).register(code, "carl"));
    }

    @Test
    void of_many_who_share_the_last_use_of_an_invite_one_comes_in() throws Exception {
        InviteCode code = invite(1);
        Client anna = new Client(house);
        Client bert = new Client(house);
        var one = anna.wire().send(anna.registration(code, "anna"));
        var other = bert.wire().send(bert.registration(code, "bert"));
        var both = new boolean[] {comesIn(one), comesIn(other)};
        assertThat(both).containsExactlyInAnyOrder(true, false);
    }

    private static boolean comesIn(java.util.concurrent.CompletableFuture<Reply> answer)
            throws Exception {
        try {
            return Wire.get(answer) instanceof Reply.LoggedIn;
        } catch (chatbois.protocol.Refused e) {
            assertThat(e.refusal().code()).isEqualTo(Code.INVITE_USED_UP);
            return false;
        }
    }

    @Test
    void an_invite_expires() throws Exception {
        InviteCode code = InviteCode.generate(House.RANDOM);
        long hour = house.clock.millis() + Duration.ofHours(1).toMillis();
        house.owner().write(house.community, new EventBody.InviteMade(code.verifyKey(), 9, hour));
        new Client(house).register(code, "anna");
        house.clock.move(Duration.ofHours(2));
        assertRefused(Code.INVITE_EXPIRED, () -> new Client(house).register(code, "bert"));
    }

    @Test
    void an_invite_that_nobody_made_is_unknown() throws Exception {
        InviteCode invented = InviteCode.generate(House.RANDOM);
        assertRefused(Code.INVITE_UNKNOWN, () -> new Client(house).register(invented, "anna"));
    }

    @Test
    void an_invite_whose_secret_is_not_known_lets_nobody_in() throws Exception {
        InviteCode code = house.invite();
        Client thief = new Client(house);
        EventBody joined =
                new EventBody.MemberJoined(
                        chatbois.protocol.name.MemberName.parse("thief"),
                        code.verifyKey(),
                        new Signature(new byte[Signature.LENGTH]));
        Handshake handshake = thief.hello(thief.wire());
        assertRefused(
                Code.INVITE_UNKNOWN,
                () ->
                        thief.wire()
                                .ask(
                                        new Request.Register(
                                                thief.sign(
                                                        house.community, 1, TreeHead.EMPTY, joined),
                                                handshake.signAsDevice(thief.key))));
    }

    @Test
    void a_device_of_no_member_is_refused() throws Exception {
        assertRefused(Code.UNKNOWN_DEVICE, () -> new Client(house).logIn());
    }

    @Test
    void a_login_by_another_key_is_refused() throws Exception {
        Client anna = house.member("anna");
        anna.connect();
        Handshake handshake = anna.hello(anna.wire());
        SigningKey thief = SigningKey.generate(House.RANDOM);
        assertRefused(
                Code.BAD_SIGNATURE,
                () ->
                        anna.wire()
                                .ask(
                                        new Request.Login(
                                                anna.key.verifyKey(),
                                                handshake.signAsDevice(thief))));
    }

    @Test
    void a_login_that_was_overheard_is_of_no_use() throws Exception {
        Client anna = house.member("anna");
        anna.connect();
        Request.Login login =
                new Request.Login(
                        anna.key.verifyKey(), anna.hello(anna.wire()).signAsDevice(anna.key));
        anna.wire().ask(login);
        Wire thief = house.wire();
        assertRefused(Code.BAD_REQUEST, () -> thief.ask(login));
        anna.hello(thief);
        assertRefused(Code.BAD_SIGNATURE, () -> thief.ask(login));
    }

    @Test
    void a_handshake_is_good_for_one_attempt() throws Exception {
        Client anna = house.member("anna");
        anna.connect();
        Handshake handshake = anna.hello(anna.wire());
        Request.Login wrong =
                new Request.Login(
                        anna.key.verifyKey(),
                        handshake.signAsDevice(SigningKey.generate(House.RANDOM)));
        Request.Login right =
                new Request.Login(anna.key.verifyKey(), handshake.signAsDevice(anna.key));
        assertRefused(Code.BAD_SIGNATURE, () -> anna.wire().ask(wrong));
        assertRefused(Code.BAD_REQUEST, () -> anna.wire().ask(right));
    }

    /// Somebody in between, with a TLS key of their own, passes on every word.
    @Test
    void a_login_that_is_relayed_is_refused() throws Exception {
        Client anna = house.member("anna");
        anna.connect();
        Handshake true_one = anna.hello(anna.wire());
        Handshake seen =
                new Handshake(
                        true_one.community(),
                        true_one.epoch(),
                        true_one.server(),
                        Bytes32.ZERO,
                        true_one.clientNonce(),
                        true_one.serverNonce());
        assertRefused(
                Code.BAD_SIGNATURE,
                () ->
                        anna.wire()
                                .ask(
                                        new Request.Login(
                                                anna.key.verifyKey(),
                                                seen.signAsDevice(anna.key))));
    }

    @Test
    void another_protocol_is_refused_in_words() throws Exception {
        assertRefused(
                Code.PROTOCOL_UNKNOWN,
                () -> house.wire().ask(new Request.Hello(Limits.PROTOCOL + 1, Bytes32.ZERO)));
    }

    @Test
    void nothing_but_the_login_is_answered_before_the_login() throws Exception {
        Wire stranger = house.wire();
        for (Request request : Refusals.everyMembersRequest(new Client(house), house.community)) {
            assertRefused(Code.NOT_LOGGED_IN, () -> stranger.ask(request));
        }
    }

    @Test
    void a_second_login_on_a_connection_is_refused() throws Exception {
        Client anna = house.member("anna");
        assertRefused(Code.BAD_REQUEST, () -> anna.hello(anna.wire()));
    }

    private InviteCode invite(int uses) throws Exception {
        InviteCode code = InviteCode.generate(House.RANDOM);
        house.owner().write(house.community, new EventBody.InviteMade(code.verifyKey(), uses, 0));
        return code;
    }
}
