package chatbois.server;

import static chatbois.server.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import chatbois.log.MemberId;
import chatbois.protocol.Limits;
import chatbois.protocol.Privacy;
import chatbois.protocol.Push;
import chatbois.protocol.Refusal.Code;
import chatbois.protocol.Reply;
import chatbois.protocol.Request;
import chatbois.protocol.SeenDevice;
import chatbois.protocol.Sighting;
import chatbois.protocol.Sighting.State;
import chatbois.protocol.event.EventBody;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Who is told how a member is there.
class PresenceTest {
    private static final Request HERE = new Request.BeHere(false, "");

    @TempDir Path folder;

    private House house;
    private Client anna;
    private Client bert;

    @BeforeEach
    void found() throws Exception {
        house = House.found(folder.resolve("data"));
        anna = house.member("anna");
        bert = house.member("bert");
    }

    @AfterEach
    void close() {
        house.close();
    }

    private static List<Sighting> see(Client who, Client whom) throws Exception {
        Reply.Sightings answer =
                (Reply.Sightings) who.wire().ask(new Request.See(List.of(whom.id), true));
        return answer.sightings();
    }

    private static Sighting is(Client whom, State state, String words) {
        return new Sighting(whom.id, state, words, 0);
    }

    private static void awaitTold(Client who, Sighting last) throws Exception {
        Push.Sightings told = who.await(Push.Sightings.class);
        while (!told.sightings().equals(List.of(last))) {
            told = who.await(Push.Sightings.class);
        }
    }

    private Sighting gone(Client whom) {
        long now = house.clock.millis();
        return new Sighting(whom.id, State.OFFLINE, "", now - now % 60_000);
    }

    private static void set(Client who, Privacy wish) throws Exception {
        who.wire().ask(new Request.SetPrivacy(wish));
    }

    @Test
    void who_watches_a_member_is_told_when_they_come_go_away_and_leave() throws Exception {
        assertThat(see(anna, bert)).containsExactly(gone(bert));
        bert.wire().ask(HERE);
        awaitTold(anna, is(bert, State.ONLINE, ""));
        bert.wire().ask(new Request.BeHere(true, "lunch"));
        awaitTold(anna, is(bert, State.AWAY, "lunch"));
        bert.wire().cut();
        awaitTold(anna, gone(bert));
    }

    @Test
    void the_best_of_several_connections_is_told() throws Exception {
        bert.wire().ask(new Request.BeHere(true, ""));
        Wire first = bert.wire();
        try (Wire second = house.wire()) {
            second.ask(
                    new Request.Login(
                            bert.key.verifyKey(), bert.hello(second).signAsDevice(bert.key)));
            second.ask(HERE);
            assertThat(see(anna, bert)).containsExactly(is(bert, State.ONLINE, ""));
        }
        awaitTold(anna, is(bert, State.AWAY, ""));
        first.cut();
        awaitTold(anna, gone(bert));
    }

    @Test
    void a_client_at_which_nobody_sits_is_not_there() throws Exception {
        bert.wire().ask(new Request.Chats());
        assertThat(see(anna, bert)).containsExactly(gone(bert));
    }

    @Test
    void nothing_is_told_of_who_wants_that_and_nothing_to_them() throws Exception {
        anna.wire().ask(HERE);
        bert.wire().ask(HERE);
        assertThat(see(anna, bert)).hasSize(1);
        set(bert, new Privacy(false, true, false, true));
        awaitTold(anna, Sighting.unknown(bert.id));
        assertThat(see(anna, bert)).isEmpty();
        assertThat(see(bert, anna)).isEmpty();
        Reply.Online online = (Reply.Online) anna.wire().ask(new Request.Who());
        assertThat(online.members()).doesNotContain(bert.id);
    }

    @Test
    void the_coming_and_going_of_who_hides_is_not_to_be_noticed() throws Exception {
        Client carl = house.member("carl");
        set(bert, new Privacy(false, true, false, true));
        anna.wire().ask(new Request.See(List.of(bert.id, carl.id), true));
        bert.wire().ask(HERE);
        set(bert, new Privacy(false, true, true, true));
        bert.wire().cut();
        // Had anything of that been told, it would have come first or with this.
        carl.wire().ask(HERE);
        assertThat(anna.await(Push.Sightings.class).sightings())
                .containsExactly(is(carl, State.ONLINE, ""));
    }

    @Test
    void when_somebody_was_there_last_is_not_kept_if_they_want_that() throws Exception {
        set(bert, new Privacy(true, false, false, true));
        assertThat(see(anna, bert)).containsExactly(is(bert, State.OFFLINE, ""));
        bert.reconnect();
        bert.wire().cut();
        house.restart();
        anna.reconnect();
        bert.reconnect();
        assertThat(bert.wire().ask(new Request.PrivacyNow()))
                .isEqualTo(new Reply.PrivacyIs(new Privacy(true, false, false, true)));
        assertThat(see(anna, bert)).containsExactly(is(bert, State.OFFLINE, ""));
        Reply.SeenDeviceList devices =
                (Reply.SeenDeviceList) bert.wire().ask(new Request.SeenDevices(bert.id));
        assertThat(devices.devices()).extracting(SeenDevice::connected).containsExactly(true);
        assertThat(see(bert, anna)).containsExactly(is(anna, State.OFFLINE, ""));
    }

    @Test
    void neither_who_blocks_nor_who_is_blocked_sees_the_other() throws Exception {
        anna.wire().ask(HERE);
        bert.wire().ask(HERE);
        assertThat(see(anna, bert)).hasSize(1);
        bert.wire().ask(new Request.Block(anna.id));
        awaitTold(anna, Sighting.unknown(bert.id));
        assertThat(see(bert, anna)).isEmpty();
        bert.wire().ask(new Request.Unblock(anna.id));
        awaitTold(anna, is(bert, State.ONLINE, ""));
    }

    @Test
    void a_guest_sees_only_those_in_the_same_chat() throws Exception {
        house.owner().write(house.community, new EventBody.RoleGiven(bert.id, "guest"));
        anna.wire().ask(HERE);
        assertThat(see(bert, anna)).isEmpty();
        assertThat(see(anna, bert)).hasSize(1);
        anna.makeChat("plans", bert);
        assertThat(see(bert, anna)).hasSize(1);
        assertThat(see(anna, bert)).hasSize(1);
    }

    @Test
    void what_is_set_on_one_client_is_told_on_the_others() throws Exception {
        try (Wire other = house.wire()) {
            other.ask(
                    new Request.Login(
                            bert.key.verifyKey(), bert.hello(other).signAsDevice(bert.key)));
            Privacy wish = new Privacy(false, false, true, true);
            set(bert, wish);
            assertThat(other.next()).isEqualTo(new Push.PrivacyIs(wish));
        }
    }

    @Test
    void too_many_members_and_too_many_words_are_refused() {
        List<MemberId> many = Collections.nCopies(Limits.WATCHED + 1, anna.id);
        assertRefused(Code.TOO_MANY, () -> anna.wire().ask(new Request.See(many, true)));
        String long_ = "x".repeat(Limits.STATUS + 1);
        assertRefused(Code.BAD_REQUEST, () -> anna.wire().ask(new Request.BeHere(true, long_)));
        assertRefused(Code.BAD_REQUEST, () -> anna.wire().ask(new Request.BeHere(true, "a\nb")));
    }
}
