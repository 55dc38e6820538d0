package chatbois.server;

import static chatbois.server.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import chatbois.log.LogId;
import chatbois.log.MemberId;
import chatbois.log.TreeHead;
import chatbois.protocol.Limits;
import chatbois.protocol.Refusal.Code;
import chatbois.protocol.Reply;
import chatbois.protocol.Request;
import chatbois.protocol.event.EventBody;
import chatbois.protocol.event.Kind;
import chatbois.server.live.Timing;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/// What members can't exceed, and what becomes of those who are slow or silent.
class BoundsTest extends TwoInAChat {
    private static final Duration LONG = Duration.ofHours(1);
    private static final String LONGEST = "x".repeat(Limits.TEXT);

    @Test
    void the_longest_text_arrives_and_a_longer_one_is_refused() throws Exception {
        bert.read(chat);
        List<String> longest =
                List.of(LONGEST, "é".repeat(Limits.TEXT / 2), "\u0001".repeat(Limits.TEXT));
        for (String text : longest) {
            anna.say(chat, text);
            assertRefused(Code.TOO_LONG, () -> anna.say(chat, text + "é"));
        }
        assertThat(bert.await(chat, 4).texts()).isEqualTo(longest);
    }

    @Test
    void a_body_that_is_too_long_is_refused() throws Exception {
        byte[] body = "{\"text\":\"x\",\"action\":false}".getBytes(StandardCharsets.UTF_8);
        byte[] longest = Arrays.copyOf(body, Limits.BODY);
        Arrays.fill(longest, body.length, longest.length, (byte) ' ');
        byte[] longer = Arrays.copyOf(longest, Limits.BODY + 1);
        longer[Limits.BODY] = ' ';
        assertRefused(
                Code.TOO_LONG,
                () -> anna.append(anna.sign(chat, 2, TreeHead.EMPTY, Kind.MESSAGE, longer)));
        anna.append(anna.sign(chat, 2, TreeHead.EMPTY, Kind.MESSAGE, longest));
    }

    @Test
    void a_members_frame_that_is_too_long_ends_the_connection() throws Exception {
        anna.wire().sendText("x".repeat(Limits.CLIENT_FRAME + 1));
        anna.wire().awaitEnd();
        anna.reconnect();
        anna.say(chat, "back");
    }

    @Test
    void a_resume_of_too_many_logs_is_refused() throws Exception {
        Request.Resume.From from = new Request.Resume.From(chat, 0, TreeHead.EMPTY);
        assertRefused(
                Code.TOO_MANY,
                () ->
                        anna.wire()
                                .ask(
                                        new Request.Resume(
                                                Collections.nCopies(
                                                        Limits.RESUME_LOGS + 1, from))));
    }

    /// Many long messages in one group commit are more than one frame may hold.
    @Test
    void a_burst_of_long_messages_arrives_in_frames_that_fit() throws Exception {
        List<Client> all = new ArrayList<>(List.of(bert));
        for (int i = 0; i < 11; i++) {
            all.add(house.member("member" + (char) ('a' + i)));
        }
        LogId room = anna.makeChat("everybody", all.toArray(Client[]::new));
        anna.read(room);
        List<CompletableFuture<Reply>> said = new ArrayList<>();
        for (int number = 1; number <= 16; number++) {
            for (Client client : all) {
                EventBody body = new EventBody.Message(LONGEST, false);
                said.add(
                        client.wire()
                                .send(
                                        new Request.Append(
                                                client.sign(room, number, TreeHead.EMPTY, body))));
            }
        }
        for (CompletableFuture<Reply> each : said) {
            Wire.get(each);
        }
        assertThat(anna.await(room, said.size() + 1).texts())
                .hasSize(said.size())
                .containsOnly(LONGEST);
    }

    @Test
    void a_member_who_takes_nothing_is_cut_off_and_goes_on_later() throws Exception {
        restartWith(new Timing(LONG, LONG, Duration.ofMillis(200)));
        bert.read(chat);
        bert.wire().stopReading();
        sayLongest(800);
        awaitLogout(bert);
        anna.read(chat);
        assertThat(anna.await(chat, 801).texts()).hasSize(800).containsOnly(LONGEST);
        bert.reconnect();
        bert.read(chat);
        assertThat(bert.await(chat, 801).texts()).hasSize(800).containsOnly(LONGEST);
    }

    @Test
    void a_member_who_asks_and_takes_no_answers_is_cut_off() throws Exception {
        restartWith(new Timing(LONG, LONG, Duration.ofMillis(200)));
        sayLongest(40);
        bert.wire().stopReading();
        for (int i = 0; i < 100; i++) {
            bert.wire().send(new Request.Page(chat, 41, 200, 41));
        }
        awaitLogout(bert);
    }

    @Test
    void a_client_that_answers_pings_stays_and_one_that_does_not_is_gone() throws Exception {
        Client carl = house.member("carl");
        restartWith(new Timing(LONG, Duration.ofMillis(200), LONG));
        carl.reconnect();
        carl.wire().stopReading();
        awaitLogout(carl);
        assertThat(online()).contains(bert.id);
        bert.say(chat, "still here");
    }

    @Test
    void a_ping_of_a_clients_own_is_answered() throws Exception {
        anna.wire().sendPing();
        anna.wire().awaitPong();
    }

    private void restartWith(Timing timing) throws Exception {
        house.restart(timing);
        anna.reconnect();
        bert.reconnect();
        house.journal.reset();
    }

    private void sayLongest(int times) throws Exception {
        List<CompletableFuture<Reply>> said = new ArrayList<>();
        EventBody body = new EventBody.Message(LONGEST, false);
        for (int i = 0; i < times; i++) {
            said.add(
                    anna.wire()
                            .send(
                                    new Request.Append(
                                            anna.sign(chat, i + 2, TreeHead.EMPTY, body))));
        }
        for (CompletableFuture<Reply> each : said) {
            Wire.get(each);
        }
    }

    private List<MemberId> online() throws Exception {
        return ((Reply.Online) anna.wire().ask(new Request.Who())).members();
    }

    private void awaitLogout(Client client) throws Exception {
        house.journal.await("event=logout");
        assertThat(online()).doesNotContain(client.id);
    }
}
