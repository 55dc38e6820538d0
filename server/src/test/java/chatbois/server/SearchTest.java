package chatbois.server;

import static chatbois.server.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import chatbois.log.LogId;
import chatbois.log.MemberId;
import chatbois.protocol.Hit;
import chatbois.protocol.Hit.Mark;
import chatbois.protocol.Refusal.Code;
import chatbois.protocol.Reply;
import chatbois.protocol.Request;
import chatbois.protocol.Sought;
import chatbois.protocol.Sought.Attached;
import chatbois.protocol.Sought.Term;
import chatbois.protocol.event.Attachment;
import chatbois.protocol.event.EventBody;
import chatbois.protocol.event.EventBody.ChatChanged;
import chatbois.protocol.event.EventBody.ChatDeleted;
import chatbois.protocol.event.EventBody.ChatLeft;
import chatbois.protocol.event.EventBody.ChatMemberRemoved;
import chatbois.protocol.event.EventBody.Described;
import chatbois.protocol.event.EventBody.MemberInvited;
import chatbois.protocol.event.EventBody.Message;
import chatbois.protocol.event.EventBody.RetentionSet;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Who finds what, and what nobody finds.
class SearchTest {
    private static final Sought ANYTHING = new Sought(List.of(), null, null, 0, 0, false, false);

    @TempDir Path folder;

    private House house;
    private Client anna;
    private Client ben;
    private Client cem;
    private LogId plans;
    private LogId secret;

    @BeforeEach
    void found() throws Exception {
        house = House.found(folder.resolve("data"));
        anna = house.owner();
        ben = house.member("ben");
        cem = house.member("cem");
        plans = anna.makeChat("plans", ben);
        secret = anna.makeChat("secret");
    }

    @AfterEach
    void close() {
        house.close();
    }

    @Test
    void words_are_found_whatever_their_case_and_accents_the_newest_first() throws Exception {
        anna.say(plans, "Das CAFÉ öffnet um neun");
        ben.say(plans, "cafe or not?");
        ben.say(plans, "cafeteria");
        assertThat(texts(ben, word("Cafe")))
                .containsExactly("cafe or not?", "Das CAFÉ öffnet um neun");
        assertThat(texts(ben, word("cafe"), word("OFFNET")))
                .containsExactly("Das CAFÉ öffnet um neun");
        assertThat(texts(ben, new Term("caf", true, false))).hasSize(3);
        assertThat(texts(ben, word("caf"))).isEmpty();
        assertThat(texts(ben, word("cafe"), new Term("not", false, true)))
                .containsExactly("Das CAFÉ öffnet um neun");
    }

    @Test
    void what_is_found_is_what_a_message_says_now_and_nothing_of_one_that_is_gone()
            throws Exception {
        anna.read(plans);
        long seq = anna.say(plans, "red house").seq();
        long gone = anna.say(plans, "red roof").seq();
        anna.await(plans, gone);
        assertThat(texts(ben, word("red"))).containsExactly("red roof", "red house");
        anna.write(plans, new EventBody.MessageEdited(seq, "blue house"));
        anna.write(plans, new EventBody.MessageDeleted(gone, anna.id));
        assertThat(texts(ben, word("red"))).isEmpty();
        assertThat(texts(ben, word("house"))).containsExactly("blue house");
        assertThat(texts(ben, word("roof"))).isEmpty();
        assertThat(find(ben, word("blue")).hits().getFirst().at().seq()).isEqualTo(seq);
    }

    @Test
    void without_words_all_messages_of_a_chat_or_time_are_listed_and_of_no_other_chat()
            throws Exception {
        anna.say(secret, "hush");
        anna.read(plans);
        ben.read(plans);
        anna.say(plans, "one");
        long edited = ben.say(plans, "tow").seq();
        long gone = anna.say(plans, "three").seq();
        anna.await(plans, gone);
        ben.await(plans, gone);
        ben.write(plans, new EventBody.MessageEdited(edited, "two"));
        anna.write(plans, new EventBody.MessageDeleted(gone, anna.id));
        anna.say(plans, "…");
        Sought there = new Sought(List.of(), null, plans, 0, 0, false, false);
        assertThat(texts(ben, there)).containsExactly("…", "two", "one");
        long now = house.clock.millis();
        Sought since = new Sought(List.of(), null, null, 1, now + 60_000, false, false);
        assertThat(texts(ben, since)).containsExactly("…", "two", "one");
        assertThat(texts(anna, since)).contains("hush");
        assertThat(texts(ben, new Sought(List.of(), null, null, 0, 1, false, false))).isEmpty();
    }

    @Test
    void phrases_are_found_only_in_their_order_and_across_punctuation() throws Exception {
        anna.say(plans, "the red, red house");
        anna.say(plans, "the house is red");
        assertThat(texts(ben, word("red house"))).containsExactly("the red, red house");
        assertThat(texts(ben, word("don't"))).isEmpty();
        anna.say(plans, "I don't");
        assertThat(texts(ben, word("don't"))).containsExactly("I don't");
    }

    @Test
    void any_piece_of_a_text_without_blanks_is_found() throws Exception {
        anna.say(plans, "明日東京タワーに行きます");
        anna.say(plans, "서울에서 만나요");
        anna.say(plans, "สวัสดีครับ");
        anna.say(plans, "well done 🎉");
        for (String piece : List.of("東京", "京", "タワー", "行きます", "京タ")) {
            assertThat(texts(ben, word(piece))).as(piece).hasSize(1);
        }
        assertThat(texts(ben, word("京東"))).isEmpty();
        assertThat(texts(ben, word("서울"))).hasSize(1);
        assertThat(texts(ben, word("ดีค"))).hasSize(1);
        assertThat(texts(ben, word("🎉"))).hasSize(1);
    }

    @Test
    void a_hit_says_where_it_is_and_marks_what_was_found() throws Exception {
        long seq = anna.say(plans, "ein " + "langes ".repeat(200) + "Wort: Ähre, ähre").seq();
        Hit hit = find(ben, word("ahre")).hits().getFirst();
        assertThat(hit.at()).isEqualTo(new Hit.Spot(plans, seq));
        assertThat(hit.author()).isEqualTo(anna.id);
        assertThat(hit.begun()).isTrue();
        assertThat(hit.goesOn()).isFalse();
        assertThat(hit.excerpt()).hasSizeLessThanOrEqualTo(240);
        assertThat(hit.marks())
                .hasSize(2)
                .allSatisfy(mark -> assertThat(marked(hit, mark)).isEqualToIgnoringCase("ähre"));
    }

    private static String marked(Hit hit, Mark mark) {
        return hit.excerpt().substring(mark.from(), mark.to());
    }

    @Test
    void authors_chats_times_links_and_code_narrow_it_down() throws Exception {
        anna.say(plans, "apple https://example.org");
        long middle = house.clock.millis();
        house.clock.move(Duration.ofDays(2));
        ben.say(plans, "apple `pie`");
        anna.say(secret, "apple");
        assertThat(texts(anna, by(ben.id, null, 0, 0, false, false))).hasSize(1);
        assertThat(texts(anna, by(null, secret, 0, 0, false, false))).containsExactly("apple");
        assertThat(texts(anna, by(null, null, middle + 1_000, 0, false, false))).hasSize(2);
        assertThat(texts(anna, by(null, null, 0, middle + 1_000, false, false)))
                .containsExactly("apple https://example.org");
        assertThat(texts(anna, by(null, null, 0, 0, true, false))).hasSize(1);
        assertThat(texts(anna, by(null, null, 0, 0, false, true))).containsExactly("apple `pie`");
        assertThat(texts(anna, by(cem.id, null, 0, 0, false, false))).isEmpty();
    }

    @Test
    void files_are_found_by_their_names_and_by_what_is_to_be_seen_in_them() throws Exception {
        Sent file = Sent.ofSize(900, 1);
        file.send(anna);
        Attachment tree =
                new Attachment(file.hash(), 900, "summit.bin", "image/png", "a tall tree", null);
        anna.read(plans);
        Message message = new Message("look", false, null, null, null, List.of(tree));
        long seq = anna.write(plans, message).seq();
        anna.await(plans, seq);
        anna.say(plans, "no picture of a tree");
        assertThat(texts(ben, word("summit"))).containsExactly("look\nsummit.bin: a tall tree");
        assertThat(texts(ben, word("tall tree"))).hasSize(1);
        anna.write(plans, new Described(seq, 0, "an old oak"));
        assertThat(texts(ben, word("tall"))).isEmpty();
        assertThat(texts(ben, word("oak"))).containsExactly("look\nsummit.bin: an old oak");
        anna.write(plans, new EventBody.MessageEdited(seq, "see"));
        assertThat(texts(ben, word("oak"))).containsExactly("see\nsummit.bin: an old oak");
        assertThat(texts(ben, word("look"))).isEmpty();
        for (Attached what : Attached.values()) {
            assertThat(texts(ben, with(what))).as(what.name()).hasSize(1);
        }
        anna.write(plans, new EventBody.MessageDeleted(seq, anna.id));
        assertThat(texts(ben, with(Attached.FILE))).isEmpty();
    }

    private static Sought with(Attached what) {
        return new Sought(List.of(), null, null, 0, 0, false, false, what);
    }

    private static Sought by(
            @Nullable MemberId from,
            @Nullable LogId in,
            long after,
            long before,
            boolean link,
            boolean code) {
        return new Sought(List.of(word("apple")), from, in, after, before, link, code);
    }

    @Test
    void pages_follow_each_other_without_gap_and_doublet() throws Exception {
        List<String> said = new ArrayList<>();
        for (int i = 0; i < 130; i++) {
            house.clock.move(Duration.ofMillis(1));
            anna.say(i % 3 == 0 ? secret : plans, "number " + i);
            said.addFirst("number " + i);
        }
        List<String> found = new ArrayList<>();
        Hit.Spot last = null;
        boolean more = true;
        while (more) {
            Reply.Found page = find(anna, sought(word("number")), last);
            page.hits().forEach(hit -> found.add(hit.excerpt()));
            last = page.hits().getLast().at();
            more = page.more();
        }
        assertThat(found).isEqualTo(said);
    }

    @Test
    void nobody_finds_what_they_may_not_read() throws Exception {
        anna.say(secret, "treasure in the garden");
        LogId direct = anna.makeDirect(cem);
        anna.say(direct, "treasure for cem");
        LogId open = anna.makeChat("open");
        anna.write(open, ChatChanged.publicly(true));
        anna.say(open, "treasure in public");
        anna.write(secret, new MemberInvited(ben.id));
        assertThat(texts(anna, word("treasure"))).hasSize(3);
        // Ben is invited to one, may come into another, and has no part in the third.
        assertThat(texts(ben, word("treasure"))).isEmpty();
        assertThat(texts(ben, new Term("treas", true, false))).isEmpty();
        assertThat(texts(ben, new Sought(List.of(), anna.id, null, 0, 0, false, false))).isEmpty();
        for (LogId chat : List.of(secret, direct, open, house.community)) {
            Sought there = by(null, chat, 0, 0, false, false);
            assertRefused(Code.NO_SUCH_CHAT, () -> ben.wire().ask(new Request.Search(there, null)));
        }
        Hit.Spot foreign = new Hit.Spot(secret, 2);
        assertRefused(
                Code.NO_SUCH_CHAT,
                () -> ben.wire().ask(new Request.Search(sought(word("treasure")), foreign)));
        // What looks like the language of the index is only text.
        for (String trick :
                List.of("1wtreasure", "treasure\" OR \"a", "tokens : treasure", "NEAR(treasure)")) {
            assertThat(texts(ben, word(trick))).as(trick).isEmpty();
        }
    }

    @Test
    void no_place_that_is_none_tells_when_something_was_said_in_another_chat() throws Exception {
        LogId own = cem.makeChat("own");
        cem.say(own, "red before");
        anna.say(plans, "not for Cem's eyes");
        cem.say(own, "red after");
        for (long none : List.of(0L, -1L, Long.MIN_VALUE, Long.MAX_VALUE)) {
            assertRefused(
                    Code.BAD_REQUEST,
                    () -> find(cem, sought(word("red")), new Hit.Spot(own, none)));
        }
    }

    @Test
    void whoever_leaves_or_is_put_out_finds_nothing_there_any_more() throws Exception {
        LogId chat = anna.makeChat("both", ben, cem);
        anna.say(chat, "treasure");
        assertThat(texts(ben, word("treasure"))).hasSize(1);
        assertThat(texts(cem, word("treasure"))).hasSize(1);
        ben.write(chat, new ChatLeft());
        anna.write(chat, new ChatMemberRemoved(cem.id, null));
        assertThat(texts(ben, word("treasure"))).isEmpty();
        assertThat(texts(cem, word("treasure"))).isEmpty();
        assertThat(texts(anna, word("treasure"))).hasSize(1);
    }

    @Test
    void an_archived_chat_is_searched_and_a_deleted_one_is_gone_from_the_file() throws Exception {
        anna.say(secret, "unforgettable treasure");
        anna.write(secret, ChatChanged.archived(true));
        assertThat(texts(anna, word("treasure"))).hasSize(1);
        anna.write(secret, new ChatDeleted());
        assertThat(texts(anna, word("treasure"))).isEmpty();
        awaitGone("unforgettable");
    }

    @Test
    void what_is_erased_by_age_is_found_nowhere() throws Exception {
        for (int i = 0; i < 300; i++) {
            anna.say(plans, "perishable goods " + i);
        }
        house.clock.move(Duration.ofDays(40));
        anna.say(plans, "perishable but young");
        assertThat(find(ben, word("perishable")).hits()).hasSize(50);
        anna.write(house.community, new RetentionSet(30));
        house.journal.await("event=erased messages=300");
        assertThat(texts(ben, word("perishable"))).containsExactly("perishable but young");
        awaitGone("goods");
    }

    /// Starts the server anew, after which nothing is left of what was erased, and looks into its
    /// files.
    private void awaitGone(String word) throws Exception {
        house.restart();
        anna.reconnect();
        find(anna, word("anything"));
        house.stop();
        try (Stream<Path> files = Files.list(house.data)) {
            for (Path file : files.filter(f -> f.toString().contains("search.db")).toList()) {
                assertThat(Files.readString(file, StandardCharsets.ISO_8859_1))
                        .as(file.toString())
                        .doesNotContain(word);
            }
        }
        house.start();
    }

    @Test
    void an_index_that_is_missing_damaged_or_of_another_history_is_made_anew() throws Exception {
        anna.say(plans, "first treasure");
        anna.say(secret, "second treasure");
        for (Damage damage : damages()) {
            house.stop();
            damage.to(house.data.resolve("search.db"));
            house.start();
            anna.reconnect();
            assertThat(texts(anna, word("treasure")))
                    .containsExactly("second treasure", "first treasure");
        }
    }

    private interface Damage {
        void to(Path file) throws IOException;
    }

    private static List<Damage> damages() {
        return List.of(
                Files::delete,
                file -> Files.writeString(file, "not an index at all, but something else"),
                file -> Files.write(file, new byte[0]));
    }

    @Test
    void what_cannot_be_looked_for_is_refused_in_a_sentence() throws Exception {
        for (Sought wrong :
                List.of(
                        ANYTHING,
                        sought(word("!?")),
                        sought(new Term("a", true, false)),
                        sought(new Term("without", false, true)))) {
            assertRefused(Code.BAD_REQUEST, () -> anna.wire().ask(new Request.Search(wrong, null)));
        }
    }

    private static Term word(String text) {
        return new Term(text, false, false);
    }

    private static Sought sought(Term... terms) {
        return new Sought(List.of(terms), null, null, 0, 0, false, false);
    }

    private static Reply.Found find(Client client, Term... terms) throws Exception {
        return find(client, sought(terms), null);
    }

    private static Reply.Found find(Client client, Sought sought, Hit.@Nullable Spot olderThan)
            throws Exception {
        return (Reply.Found) client.wire().ask(new Request.Search(sought, olderThan));
    }

    private static List<String> texts(Client client, Term... terms) throws Exception {
        return texts(client, sought(terms));
    }

    private static List<String> texts(Client client, Sought sought) throws Exception {
        return find(client, sought, null).hits().stream().map(Hit::excerpt).toList();
    }
}
