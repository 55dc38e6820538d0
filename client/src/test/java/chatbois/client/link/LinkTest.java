package chatbois.client.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import chatbois.log.Bytes32;
import chatbois.log.LogId;
import chatbois.log.SignedGenesis;
import chatbois.log.SigningKey;
import chatbois.protocol.Address;
import chatbois.protocol.Push;
import chatbois.protocol.Refusal;
import chatbois.protocol.Refused;
import chatbois.protocol.Reply;
import chatbois.protocol.Request;
import chatbois.protocol.ServerFrame.Answered;
import chatbois.protocol.ServerFrame.Declined;
import chatbois.protocol.ServerFrame.Told;
import java.io.IOException;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.Test;

class LinkTest {
    private final FakeServer server = new FakeServer();
    private final List<Object> arrived = new ArrayList<>();

    @Test
    void the_pinned_server_is_trusted_and_so_is_the_genesis_at_the_first_contact()
            throws Exception {
        assertThat(open(firstContact()).server()).isEqualTo(server.key.verifyKey());
        assertThat(open(pinned()).epoch()).isEqualTo(1);
    }

    @Test
    void a_server_with_another_key_is_not_trusted_and_hears_nothing() {
        server.signsWith = SigningKey.generate(new SecureRandom());
        isUntrusted(pinned());
        isUntrusted(firstContact());
    }

    @Test
    void a_proof_for_another_tls_key_is_not_trusted() {
        server.signsForTls = new Bytes32(6, 6, 6, 6);
        isUntrusted(pinned());
    }

    @Test
    void another_community_is_not_trusted() {
        server.shows = SignedGenesis.sign("x:1", server.recovery, server.key);
        isUntrusted(pinned());
        isUntrusted(firstContact());
    }

    @Test
    void a_genesis_that_was_not_signed_by_its_keys_is_not_trusted() {
        SignedGenesis whole = server.genesis;
        server.shows = new SignedGenesis(whole.genesis(), whole.byRecovery(), whole.byRecovery());
        isUntrusted(pinned());
    }

    @Test
    void another_epoch_is_not_trusted() {
        server.epoch = 2;
        isUntrusted(pinned());
    }

    @Test
    void answers_and_pushes_arrive_in_the_order_in_which_they_were_sent() throws Exception {
        Link link = open(pinned());
        CompletableFuture<Reply> who = link.request(new Request.Who(), arrived::add);
        CompletableFuture<Reply> chats = link.request(new Request.Chats());
        Push gone = new Push.ChatGone(new LogId(Bytes32.ZERO));
        Reply online = new Reply.Online(List.of());

        server.say(new Answered(2, online));
        server.say(new Told(gone));
        server.say(new Declined(3, new Refusal(Refusal.Code.BUSY, "Later.")));

        assertThat(arrived).containsExactly(online, gone);
        assertThat(who.get()).isEqualTo(online);
        assertThatThrownBy(chats::get)
                .isInstanceOf(ExecutionException.class)
                .hasCauseInstanceOf(Refused.class);
    }

    @Test
    void when_the_connection_ends_whoever_waits_is_told_why() throws Exception {
        Link link = open(pinned());
        CompletableFuture<Reply> who = link.request(new Request.Who());
        server.say(
                new Told(
                        new Push.Closing(
                                new Refusal(Refusal.Code.SHUTTING_DOWN, "See you soon."))));
        server.close();

        assertThat(link.closed().get()).isEqualTo("See you soon.");
        assertThatThrownBy(() -> Link.await(who))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("See you soon.");
        assertThatThrownBy(() -> Link.await(link.request(new Request.Who())))
                .isInstanceOf(IOException.class);
    }

    @Test
    void nonsense_ends_the_connection() throws Exception {
        Link link = open(pinned());
        server.say(new Answered(99, new Reply.Done()));
        assertThat(link.closed().get()).contains("nobody asked");
        assertThat(server.closed).isTrue();
    }

    private void isUntrusted(ServerPin pin) {
        server.heard.clear();
        assertThatThrownBy(() -> open(pin)).isInstanceOf(Untrusted.class);
        assertThat(server.heard).hasSize(1).first().isInstanceOf(Request.Hello.class);
        assertThat(server.closed).isTrue();
    }

    private Link open(ServerPin pin) throws IOException, Untrusted {
        return Link.open(
                server,
                new Address("shed.example.org", 7777),
                pin,
                new SecureRandom(),
                arrived::add);
    }

    private ServerPin firstContact() {
        return ServerPin.firstContact(server.genesis.genesis().communityId());
    }

    private ServerPin pinned() {
        return new ServerPin(server.genesis.genesis().communityId(), server.key.verifyKey(), 1);
    }
}
