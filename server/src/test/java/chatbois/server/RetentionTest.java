package chatbois.server;

import static org.assertj.core.api.Assertions.assertThat;

import chatbois.log.Event;
import chatbois.log.LogId;
import chatbois.protocol.Refusal.Code;
import chatbois.protocol.Reply;
import chatbois.protocol.Request;
import chatbois.protocol.event.EventBody.ChatRetentionSet;
import chatbois.protocol.event.EventBody.RetentionSet;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Messages that are older than they are to be kept are erased, and the logs still prove
/// everything.
class RetentionTest {
    private static final String SECRET = "where the treasure lies";

    @TempDir Path folder;

    private House house;
    private Client owner;
    private LogId chat;

    @BeforeEach
    void found() throws Exception {
        house = House.found(folder.resolve("data"));
        owner = house.owner();
        chat = owner.makeChat("plans");
        for (int i = 0; i < 600; i++) {
            owner.say(chat, SECRET + " " + i);
        }
        house.clock.move(Duration.ofDays(40));
        owner.say(chat, "still young");
    }

    @AfterEach
    void close() {
        house.close();
    }

    @Test
    void what_is_too_old_is_erased_and_nothing_else() throws Exception {
        owner.write(house.community, new RetentionSet(30));
        house.journal.await("event=erased messages=600");
        List<Event> events = page(602);
        assertThat(events.getLast().signed().content()).isNotNull();
        assertThat(events.subList(0, events.size() - 1))
                .allSatisfy(event -> assertThat(event.signed().content()).isNull());
        house.stop();
        assertThat(stored()).doesNotContain(SECRET).contains("still young");
        try (Foundation foundation = Foundation.open(house.data)) {
            assertThat(foundation.check()).isEmpty();
            Path backup = folder.resolve("erased.backup");
            foundation.backUp(backup, house.clock);
            assertThat(Restoration.restore(backup, folder.resolve("restored")).events())
                    .isEqualTo(607);
        }
    }

    @Test
    void a_chat_can_have_a_rule_of_its_own() throws Exception {
        owner.write(chat, new ChatRetentionSet(0));
        LogId other = owner.makeChat("others");
        owner.say(other, SECRET);
        house.clock.move(Duration.ofDays(31));
        owner.write(house.community, new RetentionSet(30));
        house.journal.await("event=erased messages=1");
        assertThat(page(602).getFirst().signed().content()).isNotNull();
        owner.write(chat, new ChatRetentionSet(null));
        house.journal.await("event=erased messages=601");
        assertThat(page(602).getFirst().signed().content()).isNull();
    }

    @Test
    void a_preview_counts_what_would_go() throws Exception {
        Reply.Retention preview = (Reply.Retention) ask(owner, 30);
        assertThat(preview.days()).isZero();
        assertThat(preview.all().messages()).isEqualTo(600);
        assertThat(preview.all().bytes()).isGreaterThan(600L * SECRET.length());
        assertThat(preview.chats())
                .containsExactly(new Reply.Retention.InChat(chat, null, preview.all()));
        assertThat(((Reply.Retention) ask(owner, 41)).all().messages()).isZero();
        assertThat(page(602).getFirst().signed().content()).isNotNull();
    }

    @Test
    void erasing_goes_on_after_a_restart() throws Exception {
        owner.write(house.community, new RetentionSet(50));
        house.stop();
        house.clock.move(Duration.ofDays(20));
        house.start();
        house.journal.await("event=erased messages=600");
    }

    @Test
    void a_member_may_neither_set_nor_preview_it() throws Exception {
        Client anna = house.member("anna");
        LogId hers = owner.makeChat("hers", anna);
        Refusals.assertRefused(
                Code.NOT_ALLOWED, () -> anna.write(house.community, new RetentionSet(1)));
        Refusals.assertRefused(Code.NOT_ALLOWED, () -> anna.write(hers, new ChatRetentionSet(1)));
        Refusals.assertRefused(Code.NOT_ALLOWED, () -> ask(anna, 1));
        for (int days : new int[] {-1, Integer.MAX_VALUE}) {
            Refusals.assertRefused(Code.BAD_REQUEST, () -> ask(owner, days));
        }
    }

    private static Reply ask(Client client, int days) throws Exception {
        return client.wire().ask(new Request.Retention(days));
    }

    /// The last two hundred events up to one.
    private List<Event> page(long last) throws Exception {
        Request.Page page = new Request.Page(chat, last, 200, last);
        return ((Reply.Paged) owner.wire().ask(page)).page().events();
    }

    /// Every byte of the store and its write-ahead log.
    private String stored() throws Exception {
        StringBuilder all = new StringBuilder();
        for (String name : List.of("chatbois.db", "chatbois.db-wal")) {
            Path file = house.data.resolve(name);
            if (Files.exists(file)) {
                all.append(Files.readString(file, StandardCharsets.ISO_8859_1));
            }
        }
        return all.toString();
    }
}
