package chatbois.server;

import static chatbois.server.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import chatbois.log.Base64Url;
import chatbois.log.LogId;
import chatbois.protocol.Limits;
import chatbois.protocol.Refusal.Code;
import chatbois.protocol.Reply;
import chatbois.protocol.Request;
import chatbois.protocol.event.Attachment;
import chatbois.protocol.event.EventBody.ChatDeleted;
import chatbois.protocol.event.EventBody.ChatMemberRemoved;
import chatbois.protocol.event.EventBody.Described;
import chatbois.protocol.event.EventBody.FilesSet;
import chatbois.protocol.event.EventBody.MemberRemoved;
import chatbois.protocol.event.EventBody.Message;
import chatbois.protocol.event.EventBody.MessageDeleted;
import chatbois.protocol.event.Preview;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Files that come with messages. Anna and Bert are in one chat, Carl is not.
class FilesTest extends TwoInAChat {
    private Client carl;

    @BeforeEach
    void carl() throws Exception {
        carl = house.member("carl");
    }

    private long say(Client by, Sent file) throws Exception {
        file.send(by);
        return by.write(chat, file.message()).seq();
    }

    @Test
    void what_one_member_sends_comes_to_the_others_as_it_was() throws Exception {
        Sent file = Sent.ofSize(250_000, 1);
        long seq = say(anna, file);
        assertThat(file.fetch(bert, chat, seq)).isEqualTo(file.bytes());
        assertThat(file.fetch(anna, chat, seq)).isEqualTo(file.bytes());
    }

    @Test
    void a_preview_is_a_file_of_its_own_beside_it() throws Exception {
        Sent file = Sent.ofSize(5_000, 1);
        Sent track = Sent.ofSize(700, 2);
        Preview preview = new Preview(track.hash(), 700, 320, 180, 2, 80);
        Attachment both = new Attachment(file.hash(), 5_000, "a.gif", "image/gif", null, preview);
        Message message = new Message("look", false, null, null, null, List.of(both));
        file.send(anna);
        assertRefused(Code.NO_SUCH_FILE, () -> anna.write(chat, message));
        track.send(anna);
        long seq = anna.write(chat, message).seq();
        assertThat(track.fetch(bert, chat, seq)).isEqualTo(track.bytes());
    }

    @Test
    void sending_goes_on_where_it_was_cut_off_also_by_the_servers_end() throws Exception {
        Sent file = Sent.ofSize(300_000, 1);
        assertThat(file.offer(anna)).isZero();
        assertThat(file.put(anna, 0, 90_000)).isEqualTo(90_000);
        anna.reconnect();
        assertThat(file.offer(anna)).isEqualTo(90_000);
        assertThat(file.put(anna, 90_000, 90_000)).isEqualTo(180_000);
        house.restart();
        anna.reconnect();
        assertThat(file.offer(anna)).isEqualTo(180_000);
        file.send(anna);
        assertThat(file.offer(anna)).isEqualTo(300_000);
        long seq = anna.write(chat, file.message()).seq();
        bert.reconnect();
        assertThat(file.fetch(bert, chat, seq)).isEqualTo(file.bytes());
    }

    @Test
    void what_has_come_stays_when_the_file_is_offered_with_another_size() throws Exception {
        Sent file = Sent.ofSize(1_000, 1);
        file.offer(anna);
        file.put(anna, 0, 600);
        assertThat(anna.wire().ask(new Request.OfferFile(file.hash(), 2_000)))
                .isEqualTo(new Reply.FileHeld(600));
        file.send(anna);
        assertThat(file.offer(anna)).isEqualTo(1_000);
        Sent other = Sent.ofSize(1_000, 2);
        other.offer(anna);
        other.put(anna, 0, 600);
        assertThat(anna.wire().ask(new Request.OfferFile(other.hash(), 500)))
                .as("more than that has come, so that it was of something else")
                .isEqualTo(new Reply.FileHeld(0));
    }

    @Test
    void a_part_that_is_not_the_next_one_is_not_taken() throws Exception {
        Sent file = Sent.ofSize(1_000, 1);
        file.offer(anna);
        assertThat(file.put(anna, 500, 100)).isZero();
        assertThat(file.put(anna, 0, 100)).isEqualTo(100);
        assertThat(file.put(anna, 0, 100)).isEqualTo(100);
        file.send(anna);
        assertRefused(
                Code.BAD_REQUEST, () -> Sent.ofSize(9, 7).put(anna, 0, 9)); // was never offered
    }

    @Test
    void of_files_that_are_only_offered_no_more_are_remembered_than_may_be_under_way()
            throws Exception {
        Sent first = Sent.ofSize(10, 100);
        first.offer(anna);
        for (int i = 1; i <= Limits.FILES_UNDER_WAY; i++) {
            Sent.ofSize(10, 100 + i).offer(anna);
        }
        assertRefused(Code.BAD_REQUEST, () -> first.put(anna, 0, 10));
        first.send(anna);
        assertThat(first.offer(anna)).isEqualTo(10);
    }

    @Test
    void no_more_files_are_begun_than_may_be_under_way_though_more_were_offered() throws Exception {
        List<Sent> offered = new ArrayList<>();
        for (int i = 0; i < Limits.FILES_UNDER_WAY; i++) {
            offered.add(Sent.ofSize(10, 200 + i));
            offered.getLast().offer(anna);
        }
        for (Sent each : offered.subList(0, 5)) {
            each.put(anna, 0, 1);
        }
        Sent late = Sent.ofSize(10, 100);
        late.offer(anna);
        for (Sent each : offered.subList(5, offered.size())) {
            each.put(anna, 0, 1);
        }
        assertRefused(Code.TOO_MANY, () -> late.put(anna, 0, 1));
        offered.getFirst().send(anna);
        assertThat(late.put(anna, 0, 1)).isEqualTo(1);
    }

    @Test
    void files_that_are_begun_at_once_have_no_more_than_the_quota_together() throws Exception {
        house.owner().write(house.community, new FilesSet(null, 100_000L, null));
        List<Sent> files = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            files.add(Sent.ofSize(60_000, 100 + i));
            files.getLast().offer(anna);
        }
        assertThat(files.get(0).put(anna, 0, 50_000)).isEqualTo(50_000);
        assertThat(files.get(1).put(anna, 0, 50_000)).isEqualTo(50_000);
        assertRefused(Code.OVER_QUOTA, () -> files.get(2).put(anna, 0, 50_000));
    }

    @Test
    void what_was_begun_and_left_alone_makes_room_for_what_is_sent_now() throws Exception {
        house.owner().write(house.community, new FilesSet(null, 100_000L, null));
        Sent left = Sent.ofSize(60_000, 1);
        Sent resumed = Sent.ofSize(30_000, 2);
        for (Sent each : List.of(left, resumed)) {
            each.offer(anna);
            each.put(anna, 0, 20_000);
        }
        Sent now = Sent.ofSize(65_000, 3);
        assertRefused(Code.OVER_QUOTA, () -> now.offer(anna));
        house.clock.move(Duration.ofHours(2));
        assertThat(resumed.offer(anna)).isEqualTo(20_000);
        resumed.put(anna, 20_000, 1_000);
        now.send(anna);
        assertThat(resumed.offer(anna)).as("touched within the hour").isEqualTo(21_000);
        resumed.send(anna);
        assertThat(anna.wire().ask(new Request.OfferFile(left.hash(), 1_000)))
                .isEqualTo(new Reply.FileHeld(0));
    }

    @Test
    void no_more_files_are_begun_than_may_be_but_those_left_alone_do_not_count() throws Exception {
        for (int i = 0; i < Limits.FILES_UNDER_WAY; i++) {
            Sent each = Sent.ofSize(10, 300 + i);
            each.offer(anna);
            each.put(anna, 0, 1);
        }
        Sent late = Sent.ofSize(10, 100);
        assertRefused(Code.TOO_MANY, () -> late.offer(anna));
        house.clock.move(Duration.ofHours(2));
        late.send(anna);
    }

    @Test
    void what_had_come_of_a_file_and_was_removed_for_its_age_is_sent_anew() throws Exception {
        Sent file = Sent.ofSize(1_000, 1);
        file.offer(anna);
        file.put(anna, 0, 400);
        try (Stream<Path> parts = Files.list(folder.resolve("data/files/parts"))) {
            Files.delete(parts.findFirst().orElseThrow());
        }
        assertRefused(Code.BUSY, () -> file.put(anna, 400, 100));
        file.send(anna);
        assertThat(file.offer(anna)).isEqualTo(1_000);
        long seq = anna.write(chat, file.message()).seq();
        assertThat(file.fetch(anna, chat, seq)).isEqualTo(file.bytes());
    }

    @Test
    void what_doesnt_have_its_hash_is_thrown_away() throws Exception {
        Sent file = Sent.ofSize(1_000, 1);
        Sent other = new Sent(Sent.ofSize(1_000, 2).bytes(), file.hash());
        other.offer(anna);
        assertRefused(Code.FILE_DIFFERS, () -> other.put(anna, 0, 1_000));
        assertThat(file.offer(anna)).isZero();
        file.send(anna);
        assertThat(file.offer(anna)).isEqualTo(1_000);
    }

    @Test
    void who_knows_a_hash_gets_nothing_for_it() throws Exception {
        Sent file = Sent.ofSize(1_000, 1);
        long seq = say(anna, file);
        assertThat(file.offer(carl)).isZero();
        LogId carls = carl.makeChat("mine");
        assertRefused(Code.NO_SUCH_FILE, () -> carl.write(carls, file.message()));
        assertRefused(Code.NO_SUCH_CHAT, () -> file.fetch(carl, chat, seq));
        assertRefused(Code.NO_SUCH_FILE, () -> file.fetch(carl, carls, 1));
        assertRefused(Code.NO_SUCH_FILE, () -> file.fetch(carl, house.community, 1));
        file.put(carl, 0, 500);
        assertRefused(Code.NO_SUCH_FILE, () -> carl.write(carls, file.message()));
    }

    @Test
    void a_file_is_read_only_with_the_message_that_names_it() throws Exception {
        Sent file = Sent.ofSize(1_000, 1);
        Sent other = Sent.ofSize(1_000, 2);
        long seq = say(anna, file);
        long next = say(anna, other);
        assertRefused(Code.NO_SUCH_FILE, () -> file.fetch(bert, chat, next));
        assertRefused(Code.NO_SUCH_FILE, () -> file.fetch(bert, chat, seq + 40));
        assertRefused(Code.NO_SUCH_FILE, () -> file.fetch(bert, chat, -1));
        assertRefused(Code.NO_SUCH_FILE, () -> Sent.ofSize(3, 3).fetch(bert, chat, seq));
        byte[] all = file.bytes();
        Reply behind = bert.wire().ask(new Request.FilePart(chat, seq, file.hash(), 2_000, 9));
        assertThat(behind).isEqualTo(new Reply.FileBytes(2_000, ""));
        Reply end = bert.wire().ask(new Request.FilePart(chat, seq, file.hash(), 998, 9));
        assertThat(Base64Url.decode(((Reply.FileBytes) end).data()))
                .containsExactly(all[998], all[999]);
    }

    @Test
    void no_number_of_an_event_leads_into_another_chat() throws Exception {
        Sent file = Sent.ofSize(1_000, 1);
        long seq = say(anna, file);
        LogId others = carl.makeChat("cooking");
        for (long row = -8; row <= 8; row++) {
            long beyond = seq + (row << 40); // where the store keeps other logs
            assertRefused(
                    Code.NO_SUCH_FILE,
                    () -> carl.wire().ask(new Request.FilePart(others, beyond, file.hash(), 0, 9)));
        }
    }

    @Test
    void who_was_put_out_reads_no_file_any_more() throws Exception {
        Sent file = Sent.ofSize(1_000, 1);
        long seq = say(anna, file);
        anna.write(chat, new ChatMemberRemoved(bert.id, null));
        assertRefused(Code.NO_SUCH_CHAT, () -> file.fetch(bert, chat, seq));
        assertThat(file.offer(bert)).isZero();
        Sent second = Sent.ofSize(1_000, 2);
        say(anna, second);
        house.owner().write(house.community, new MemberRemoved(carl.id, ""));
        carl.connect();
        assertRefused(Code.NOT_LOGGED_IN, () -> second.fetch(carl, chat, seq + 2));
    }

    @Test
    void a_file_that_one_may_read_needs_no_sending_to_be_passed_on() throws Exception {
        Sent file = Sent.ofSize(1_000, 1);
        say(anna, file);
        assertThat(file.offer(bert)).isEqualTo(1_000);
        LogId other = bert.makeChat("other", carl);
        long seq = bert.write(other, file.message()).seq();
        assertThat(file.fetch(carl, other, seq)).isEqualTo(file.bytes());
        assertThat(stored()).hasSize(1);
    }

    @Test
    void the_same_file_is_stored_once_and_goes_with_the_last_message_that_names_it()
            throws Exception {
        Sent file = Sent.ofSize(1_000, 1);
        long annas = say(anna, file);
        long berts = say(bert, file);
        assertThat(stored()).hasSize(1);
        see(anna, chat, berts);
        anna.write(chat, new MessageDeleted(annas, anna.id));
        assertRefused(Code.NO_SUCH_FILE, () -> file.fetch(bert, chat, annas));
        assertThat(file.fetch(anna, chat, berts)).isEqualTo(file.bytes());
        see(bert, chat, berts);
        bert.write(chat, new MessageDeleted(berts, bert.id));
        awaitStored(0);
        assertRefused(Code.NO_SUCH_FILE, () -> file.fetch(anna, chat, berts));
    }

    @Test
    void the_files_of_a_deleted_chat_go_with_it() throws Exception {
        say(anna, Sent.ofSize(1_000, 1));
        say(bert, Sent.ofSize(1_000, 2));
        anna.write(chat, new ChatDeleted());
        LogId other = anna.makeChat("other");
        // Any deletion makes the server look, and the chat's own erasing may come after its look.
        for (int tries = 0; !stored().isEmpty(); tries++) {
            assertThat(tries).isLessThan(200);
            long seq = anna.say(other, "x").seq();
            see(anna, other, seq);
            anna.write(other, new MessageDeleted(seq, anna.id));
        }
    }

    @Test
    void a_file_that_no_message_names_goes_after_a_day() throws Exception {
        Sent file = Sent.ofSize(1_000, 1);
        file.send(anna);
        Sent begun = Sent.ofSize(1_000, 2);
        begun.offer(anna);
        begun.put(anna, 0, 500);
        house.clock.move(Duration.ofHours(23));
        house.restart();
        anna.reconnect();
        assertThat(file.offer(anna)).isEqualTo(1_000); // wanted again: another day
        house.clock.move(Duration.ofHours(23));
        house.restart();
        anna.reconnect();
        anna.write(chat, file.message());
        house.clock.move(Duration.ofDays(8));
        house.restart();
        house.journal.await("event=files_removed files=1");
        anna.reconnect();
        assertThat(begun.offer(anna)).isZero();
        assertThat(file.offer(anna)).isEqualTo(1_000);
    }

    @Test
    void the_community_says_how_large_files_are_and_how_much_a_member_has() throws Exception {
        house.owner().write(house.community, new FilesSet(1_000L, 1_500L, null));
        assertRefused(Code.FILE_TOO_LARGE, () -> Sent.ofSize(1_001, 1).offer(anna));
        say(anna, Sent.ofSize(1_000, 1));
        assertRefused(Code.OVER_QUOTA, () -> Sent.ofSize(501, 2).offer(anna));
        Sent second = Sent.ofSize(400, 3);
        second.offer(anna);
        second.put(anna, 0, 300);
        assertRefused(Code.OVER_QUOTA, () -> Sent.ofSize(300, 4).offer(anna));
        say(bert, Sent.ofSize(1_000, 1));
        assertRefused(
                Code.NOT_ALLOWED,
                () -> anna.write(house.community, new FilesSet(null, 1L << 40, null)));
        house.owner().write(house.community, new FilesSet(0L, null, null));
        assertRefused(Code.FILE_TOO_LARGE, () -> Sent.ofSize(1, 5).offer(anna));
    }

    @Test
    void files_can_be_kept_for_fewer_days_than_what_was_said() throws Exception {
        Sent file = Sent.ofSize(1_000, 1);
        long seq = say(anna, file);
        house.clock.move(Duration.ofDays(5));
        Sent young = Sent.ofSize(1_000, 2);
        long next = say(anna, young);
        Client owner = house.owner();
        assertThat(owner.wire().ask(new Request.OldFiles(3)))
                .isEqualTo(new Reply.OldFiles(1, 1_000));
        assertThat(owner.wire().ask(new Request.OldFiles(6))).isEqualTo(new Reply.OldFiles(0, 0));
        assertRefused(Code.NOT_ALLOWED, () -> anna.wire().ask(new Request.OldFiles(3)));
        owner.write(house.community, new FilesSet(null, null, 3));
        awaitStored(1);
        assertRefused(Code.NO_SUCH_FILE, () -> file.fetch(bert, chat, seq));
        assertThat(young.fetch(bert, chat, next)).isEqualTo(young.bytes());
    }

    @Test
    void only_the_author_says_what_is_to_be_seen_in_a_file() throws Exception {
        long seq = say(anna, Sent.ofSize(1_000, 1));
        see(anna, chat, seq);
        see(bert, chat, seq);
        anna.write(chat, new Described(seq, 0, "a tree"));
        assertRefused(Code.NOT_ALLOWED, () -> bert.write(chat, new Described(seq, 0, "a house")));
        assertRefused(Code.BAD_REQUEST, () -> anna.write(chat, new Described(seq, 1, "a")));
        long plain = anna.say(chat, "no file").seq();
        see(anna, chat, plain);
        assertRefused(Code.BAD_REQUEST, () -> anna.write(chat, new Described(plain, 0, "a")));
        house.stop();
        try (Foundation foundation = Foundation.open(house.data)) {
            assertThat(foundation.check()).isEmpty();
        }
        house.start();
    }

    @Test
    void how_the_server_is_counts_files() throws Exception {
        say(anna, Sent.ofSize(1_000, 1));
        say(bert, Sent.ofSize(1_000, 1));
        Sent begun = Sent.ofSize(1_000, 2);
        begun.offer(anna);
        begun.put(anna, 0, 300);
        Reply.Status status = (Reply.Status) house.owner().wire().ask(new Request.Status());
        assertThat(status.files()).isEqualTo(new Reply.Status.Files(1, 1_300));
    }

    @Test
    void who_sends_a_file_can_go_on_talking_meanwhile() throws Exception {
        Sent file = Sent.ofSize(900_000, 1);
        file.offer(anna);
        var parts = new java.util.ArrayList<java.util.concurrent.CompletableFuture<Reply>>();
        for (int at = 0; at < 900_000; at += 90_000) {
            byte[] part = java.util.Arrays.copyOfRange(file.bytes(), at, at + 90_000);
            parts.add(
                    anna.wire()
                            .send(
                                    new Request.PutFilePart(
                                            file.hash(), at, Base64Url.encode(part))));
        }
        anna.say(chat, "it is coming");
        assertThat(Wire.get(parts.getLast())).isEqualTo(new Reply.FileHeld(900_000));
    }

    private static void see(Client client, LogId log, long seq) throws Exception {
        client.read(log);
        client.await(log, seq);
    }

    /// Files may go while one looks, so that none of them is asked for more than its name.
    private List<Path> stored() throws Exception {
        Path files = house.data.resolve("files");
        List<Path> all = new ArrayList<>();
        if (Files.isDirectory(files)) {
            try (DirectoryStream<Path> shelves = Files.newDirectoryStream(files, "??")) {
                for (Path shelf : shelves) {
                    try (DirectoryStream<Path> whole = Files.newDirectoryStream(shelf)) {
                        whole.forEach(all::add);
                    }
                }
            }
        }
        return all;
    }

    private void awaitStored(int count) throws Exception {
        long end = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        while (stored().size() != count) {
            assertThat(System.nanoTime()).isLessThan(end);
            Thread.onSpinWait();
        }
    }
}
