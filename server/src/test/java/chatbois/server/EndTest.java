package chatbois.server;

import static org.assertj.core.api.Assertions.assertThat;

import chatbois.log.TreeHead;
import chatbois.protocol.Push;
import chatbois.protocol.Refusal.Code;
import chatbois.protocol.Reply;
import chatbois.protocol.Request;
import chatbois.protocol.event.EventBody;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.Test;

/// How a server ends.
class EndTest extends TwoInAChat {
    private static final Duration AT_MOST = Duration.ofSeconds(5);

    @Test
    void an_end_is_told_to_everybody_and_takes_less_than_five_seconds() throws Exception {
        Wire guest = house.wire();
        bert.read(chat);
        assertThat(timeToStop()).isLessThan(AT_MOST);
        for (Client client : List.of(anna, bert)) {
            Push.Closing closing = client.await(Push.Closing.class);
            assertThat(closing.why().code()).isEqualTo(Code.SHUTTING_DOWN);
            client.wire().awaitEnd();
        }
        guest.awaitEnd();
    }

    @Test
    void clients_that_take_nothing_do_not_delay_the_end() throws Exception {
        for (Client client : List.of(anna, bert)) {
            client.read(chat);
            client.wire().stopReading();
        }
        List<CompletableFuture<Reply>> said = say(500, "x".repeat(16_000));
        said.removeLast();
        assertThat(timeToStop()).isLessThan(AT_MOST);
    }

    @Test
    void what_was_acknowledged_before_the_end_is_there_afterwards() throws Exception {
        List<CompletableFuture<Reply>> said = say(400, "x");
        Wire.get(said.get(50));
        assertThat(timeToStop()).isLessThan(AT_MOST);
        anna.wire().awaitEnd();
        long acknowledged = said.stream().filter(EndTest::isAcknowledged).count();
        assertThat(acknowledged).isGreaterThan(50);
        house.start();
        bert.reconnect();
        assertThat(bert.read(chat).newest()).isGreaterThanOrEqualTo(acknowledged + 1);
        house.stop();
        try (Foundation foundation = Foundation.open(house.data)) {
            assertThat(foundation.check()).isEmpty();
        }
    }

    private List<CompletableFuture<Reply>> say(int times, String text) throws Exception {
        List<CompletableFuture<Reply>> said = new ArrayList<>();
        for (int i = 0; i < times; i++) {
            EventBody body = new EventBody.Message(text, false);
            said.add(
                    anna.wire()
                            .send(
                                    new Request.Append(
                                            anna.sign(chat, i + 2, TreeHead.EMPTY, body))));
        }
        return said;
    }

    private static boolean isAcknowledged(CompletableFuture<Reply> said) {
        try {
            return said.isDone() && said.get() instanceof Reply.Appended;
        } catch (ExecutionException e) {
            return false;
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private Duration timeToStop() {
        long before = System.nanoTime();
        house.stop();
        return Duration.ofNanos(System.nanoTime() - before);
    }
}
