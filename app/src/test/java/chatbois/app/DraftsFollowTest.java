package chatbois.app;

import static chatbois.app.TestCommunity.await;
import static org.assertj.core.api.Assertions.assertThat;

import chatbois.client.link.Dialer;
import chatbois.client.session.Session;
import chatbois.client.session.SessionState;
import chatbois.log.LogId;
import chatbois.protocol.Privacy;
import chatbois.protocol.name.ChatName;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// What a member writes and doesn't send, on two devices.
@Timeout(60)
class DraftsFollowTest {
    private static final Privacy OFF = new Privacy(true, true, false, false);

    @TempDir Path directory;
    private TestCommunity shed;
    private Session laptop;
    private Session phone;
    private Session bob;
    private LogId chat;

    @BeforeEach
    void found() throws Exception {
        shed = new TestCommunity(directory);
        laptop = shed.owner("ann");
        bob = shed.invited(laptop, "bob");
        var bobs = bob.snapshot().me().id();
        await("bob is known", () -> laptop.snapshot().members().size() == 2);
        chat = laptop.makeChat(ChatName.parse("tools"), List.of(bobs)).get();
        phone =
                shed.online(
                        Session.link(
                                shed.home("phone"),
                                shed.address(),
                                laptop.devices().link().get(),
                                "phone",
                                shed.outside(Dialer.overTls()),
                                () -> {}));
        for (Session each : List.of(laptop, phone, bob)) {
            await("the chat is there", () -> !each.snapshot().chats().isEmpty());
            await(
                    "the wish is known",
                    () -> each.snapshot().around().nearby().privacy().isPresent());
        }
    }

    @AfterEach
    void close() {
        shed.close();
    }

    private Optional<String> draft(Session on) {
        return Optional.ofNullable(on.snapshot().around().drafts().get(chat));
    }

    private void write(Session on, String text) {
        on.company().drafts().keep(chat, text);
    }

    private void awaitDraft(Session on, String text) {
        await("'" + text + "'", () -> draft(on).orElse("").equals(text));
    }

    @Test
    void it_follows_to_the_other_device_and_back_and_goes_everywhere_but_never_to_others() {
        write(laptop, "half");
        awaitDraft(phone, "half");
        write(phone, "half a sent");
        awaitDraft(laptop, "half a sent");
        write(bob, "his own");
        write(laptop, "");
        awaitDraft(phone, "");
        assertThat(draft(bob)).contains("his own");
    }

    @Test
    void what_happened_meanwhile_is_known_when_a_device_is_back() throws Exception {
        write(laptop, "half");
        awaitDraft(phone, "half");
        phone.close();
        write(laptop, "");
        Session again = shed.again("phone");
        awaitDraft(again, "");
        write(again, "anew");
        awaitDraft(laptop, "anew");
    }

    @Test
    void what_is_written_without_a_connection_follows_later() throws Exception {
        shed.stopServer();
        await("the cut", () -> !(laptop.snapshot().state() instanceof SessionState.Online));
        write(laptop, "in the tunnel");
        shed.startServer();
        laptop.retryNow();
        phone.retryNow();
        awaitDraft(phone, "in the tunnel");
    }

    @Test
    void who_turns_it_off_keeps_them_on_each_device() throws Exception {
        write(laptop, "half");
        awaitDraft(phone, "half");
        laptop.company().attendance().privacy(OFF).get();
        await(
                "the wish is known",
                () -> phone.snapshot().around().nearby().privacy().equals(Optional.of(OFF)));
        write(laptop, "half a sent");
        assertThat(draft(phone)).contains("half");
        phone.company().attendance().privacy(Privacy.USUAL).get();
        await("one of the two", () -> draft(phone).equals(draft(laptop)));
        write(phone, "decided");
        awaitDraft(laptop, "decided");
    }

    @Test
    void of_two_written_at_the_same_time_one_remains() throws Exception {
        write(laptop, "half");
        awaitDraft(phone, "half");
        for (int i = 0; i < 50; i++) {
            String round = " " + i;
            Thread other = Thread.startVirtualThread(() -> write(phone, "phone" + round));
            write(laptop, "laptop" + round);
            other.join();
            await(
                    "one of the two",
                    () ->
                            draft(phone).equals(draft(laptop))
                                    && draft(phone).orElse("").endsWith(round));
        }
    }
}
