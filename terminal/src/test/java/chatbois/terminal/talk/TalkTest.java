package chatbois.terminal.talk;

import static org.assertj.core.api.Assertions.assertThat;

import chatbois.client.session.Entry;
import chatbois.client.session.Entry.Delivery;
import chatbois.client.session.Marks;
import chatbois.client.session.Said;
import chatbois.log.MemberId;
import chatbois.terminal.cell.Cells;
import chatbois.terminal.setting.Settings;
import chatbois.terminal.text.Samples;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class TalkTest {
    private static final long NOON = Instant.parse("2026-03-01T12:00:00Z").toEpochMilli();

    @Test
    void the_end_fills_the_height_from_below() {
        Talk talk = new Talk(story(1, 50), 40);
        assertThat(shown(talk, talk.end(3), 3))
                .containsExactly(
                        "12:48  bob  message 48",
                        "12:49       message 49",
                        "12:50       message 50");
        assertThat(talk.isEnd(talk.end(3), 3)).isTrue();
        assertThat(talk.lastSeen(talk.end(3), 3)).isEqualTo(50);
    }

    @Test
    void a_short_chat_begins_with_its_head() {
        Talk talk = new Talk(story(1, 2), 40);
        assertThat(shown(talk, talk.end(30), 30))
                .containsExactly(
                        "The beginning",
                        "",
                        "── Sunday, 1 March 2026 ────────────────",
                        "12:01  bob  message 1",
                        "12:02       message 2");
    }

    @Test
    void scrolling_stops_at_both_ends() {
        Talk talk = new Talk(story(1, 50), 40);
        Anchor first = talk.moved(talk.end(10), -1000, 10);
        assertThat(shown(talk, first, 1)).containsExactly("The beginning");
        assertThat(talk.moved(first, 1000, 10)).isEqualTo(talk.end(10));
        assertThat(talk.moved(talk.end(10), 1, 10)).isEqualTo(talk.end(10));
    }

    @Test
    void a_place_stays_where_it_is_while_the_story_grows_at_both_ends() {
        Talk before = new Talk(story(40, 80), 40);
        for (int up = 0; up < 60; up++) {
            Anchor top = before.moved(before.end(10), -up, 10);
            if (top.seq() > 40) {
                Talk after = new Talk(story(1, 120), 40);
                assertThat(shown(after, top, 10)).isEqualTo(shown(before, top, 10));
            }
        }
    }

    @Test
    void a_place_that_fell_out_of_the_story_is_the_nearest_one() {
        Talk talk = new Talk(story(40, 80), 40);
        assertThat(shown(talk, new Anchor(3, 0), 1)).containsExactly("12:40  bob  message 40");
        assertThat(talk.rows(new Anchor(1000, 7), 5)).hasSize(1);
        assertThat(talk.rows(new Anchor(0, 1000), 5)).hasSize(5);
    }

    @Test
    void rows_one_by_one_are_the_rows_at_once() {
        for (long seed = 0; seed < 100; seed++) {
            RandomGenerator random = new SplittableRandom(seed);
            Talk talk = new Talk(anyStory(random), random.nextInt(1, 60));
            Anchor start = talk.moved(talk.end(1), -10_000, 1);
            List<Row> all = talk.rows(start, 10_000);
            Anchor at = start;
            for (int y = 0; y < all.size(); y++) {
                assertThat(talk.rows(at, 10_000))
                        .as("seed %d row %d", seed, y)
                        .hasSize(all.size() - y);
                at = talk.moved(at, 1, 1);
            }
            assertThat(at).isEqualTo(talk.end(1));
            assertThat(talk.rowsAbove(talk.end(1), 10_000)).isEqualTo(all.size() - 1);
        }
    }

    @Test
    void names_are_not_repeated_in_one_breath() {
        Talk talk =
                new Talk(
                        story(
                                entry(1, 0, "bob", new Said.Text("a")),
                                entry(2, 1, "bob", new Said.Text("b")),
                                entry(3, 5, "bob", new Said.Text("c")),
                                entry(4, 5, "bob", new Said.Action("d")),
                                entry(5, 5, "bob", new Said.Text("e"))),
                        40);
        assertThat(shown(talk, talk.end(5), 5))
                .containsExactly(
                        "12:00  bob  a",
                        "12:01       b",
                        "12:05  bob  c",
                        "12:05    *  bob d",
                        "12:05  bob  e");
    }

    @Test
    void who_has_read_a_message_stands_below_it_in_a_row() {
        assertThat(readBy(40, "ben", "cleo"))
                .containsExactly("12:02  bob  message 2", "            ✓ read by ben, cleo");
        assertThat(readBy(40, "ben", "cleo", "dan", "eve").getLast())
                .isEqualTo("            ✓ read by ben and 3 more");
        assertThat(readBy(30, "benedict", "cleopatra").getLast())
                .isEqualTo("            ✓ read by benedic…");
    }

    private static List<String> readBy(int width, String... names) {
        Story plain = story(1, 2);
        Story story =
                new Story(
                        plain.head(),
                        plain.entries(),
                        true,
                        true,
                        List.of(),
                        Story.NOTHING_NEW,
                        0,
                        Map.of(),
                        new ReadBy(2, List.of(names)),
                        0,
                        MemberId.SERVER,
                        () -> ZoneOffset.UTC,
                        false,
                        Settings.STANDARD);
        Talk talk = new Talk(story, width);
        return shown(talk, talk.end(2), 2);
    }

    @Test
    void what_happened_and_what_is_no_more_is_told() {
        Talk talk =
                new Talk(
                        story(
                                entry(1, 0, "bob", new Said.Happened("bob came in")),
                                entry(2, 0, "bob", new Said.Erased()),
                                entry(3, 0, "bob", new Said.Unknown())),
                        60);
        assertThat(shown(talk, talk.end(3), 3))
                .containsExactly(
                        "12:00    –  bob came in",
                        "12:00    –  a message by bob was erased",
                        "12:00    –  bob sent what only a newer chatbois can show");
    }

    @Test
    void lines_for_this_member_stand_where_they_were_told() {
        Local told = new Local(2, NOON, Local.Kind.TOLD, List.of("Here: anna.", "Invited: bob."));
        Local failed = new Local(3, NOON, Local.Kind.FAILED, List.of("No."));
        Talk talk = new Talk(telling(story(1, 3), told, failed), 40);
        assertThat(shown(talk, talk.end(5), 5))
                .containsExactly(
                        "12:02  bob  message 2",
                        "12:00    ·  Here: anna.",
                        "            Invited: bob.",
                        "12:03  bob  message 3",
                        "12:00    !  No.");
    }

    @Test
    void what_is_told_stands_under_its_day() {
        long day = 24 * 60;
        Story said =
                story(
                        entry(1, 0, "bob", new Said.Text("a")),
                        entry(2, day + 1, "bob", new Said.Text("b")));
        Talk talk = new Talk(telling(said, told(0, 0), told(1, day), told(2, 2 * day)), 40);
        assertThat(shown(talk, talk.end(20), 20))
                .containsExactly(
                        "The beginning",
                        "",
                        "── Sunday, 1 March 2026 ────────────────",
                        "12:00    ·  told",
                        "12:00  bob  a",
                        "── Monday, 2 March 2026 ────────────────",
                        "12:00    ·  told",
                        "12:01  bob  b",
                        "── Tuesday, 3 March 2026 ───────────────",
                        "12:00    ·  told");
        Talk empty = new Talk(telling(story(), told(0, 0)), 40);
        assertThat(shown(empty, empty.end(20), 20))
                .containsExactly("The beginning", "", "12:00    ·  told");
    }

    private static Local told(long after, long minute) {
        return new Local(after, NOON + minute * 60_000, Local.Kind.TOLD, List.of("told"));
    }

    @Test
    void a_message_says_how_many_answers_lead_to_it_and_a_thread_has_gaps() {
        Entry root = answer(2, null);
        Entry first = answer(5, 2L);
        Entry second = answer(9, 5L);
        Talk chat = new Talk(story(root, first, second), 40);
        assertThat(shown(chat, chat.end(20), 20)).contains("            ↳ 2 replies");
        Story whole = story(root, first, second);
        Story thread =
                new Story(
                        List.of("The thread"),
                        whole.entries(),
                        true,
                        true,
                        List.of(new Local(7, NOON, Local.Kind.TOLD, List.of("told"))),
                        Story.NOTHING_NEW,
                        0,
                        Map.of(5L, first),
                        ReadBy.NOBODY,
                        2,
                        MemberId.SERVER,
                        () -> ZoneOffset.UTC,
                        false,
                        Settings.STANDARD);
        Talk talk = new Talk(thread, 40);
        assertThat(shown(talk, talk.end(5), 5))
                .containsExactly(
                        "12:02  bob  message 2",
                        "12:05  bob  message 5",
                        "12:00    ·  told",
                        "            ╭ bob: message 5",
                        "12:09  bob  message 9");
        assertThat(talk.lastSeen(talk.end(3), 1)).isEqualTo(5);
        for (long seq : List.of(2L, 5L, 9L)) {
            Anchor there = talk.moved(new Anchor(seq, 0), 0, 1);
            assertThat(talk.lastSeen(there, 1)).isEqualTo(seq);
        }
    }

    private static Entry answer(long seq, @Nullable Long to) {
        Entry plain = entry(seq, seq, "bob", new Said.Text("message " + seq));
        return new Entry(
                seq,
                plain.time(),
                plain.by(),
                "bob",
                plain.said(),
                false,
                Delivery.STORED,
                new Marks(to, false, 0, List.of()));
    }

    private static Story story(long from, long to) {
        return story(
                LongStream.rangeClosed(from, to)
                        .mapToObj(seq -> entry(seq, seq, "bob", new Said.Text("message " + seq)))
                        .toArray(Entry[]::new));
    }

    private static Story story(Entry... entries) {
        return new Story(
                List.of("The beginning"),
                List.of(entries),
                true,
                true,
                List.of(),
                Story.NOTHING_NEW,
                0,
                Map.of(),
                ReadBy.NOBODY,
                0,
                MemberId.SERVER,
                () -> ZoneOffset.UTC,
                false,
                Settings.STANDARD);
    }

    private static Story telling(Story said, Local... locals) {
        return new Story(
                said.head(),
                said.entries(),
                true,
                true,
                List.of(locals),
                Story.NOTHING_NEW,
                0,
                Map.of(),
                ReadBy.NOBODY,
                0,
                MemberId.SERVER,
                () -> ZoneOffset.UTC,
                false,
                Settings.STANDARD);
    }

    private static Story anyStory(RandomGenerator random) {
        List<Entry> entries = new ArrayList<>();
        List<Local> locals = new ArrayList<>();
        int count = random.nextInt(8);
        for (int seq = 1; seq <= count; seq++) {
            entries.add(
                    entry(
                            seq,
                            random.nextInt(3) * 1000L,
                            "x" + Samples.text(random, 2),
                            new Said.Text(Samples.text(random, 20))));
            locals.add(new Local(seq, NOON, Local.Kind.TOLD, List.of(Samples.text(random, 9))));
        }
        return new Story(
                List.of("head", Samples.text(random, 9)),
                entries,
                random.nextBoolean(),
                true,
                locals,
                random.nextInt(-1, 5),
                random.nextInt(5),
                Map.of(),
                ReadBy.NOBODY,
                0,
                MemberId.SERVER,
                () -> ZoneOffset.UTC,
                false,
                Settings.STANDARD);
    }

    private static Entry entry(long seq, long minute, String author, Said said) {
        return new Entry(
                seq, NOON + minute * 60_000, MemberId.SERVER, author, said, false, Delivery.STORED);
    }

    private static List<String> shown(Talk talk, Anchor top, int height) {
        Cells cells = new Cells(80, 1);
        return talk.rows(top, height).stream()
                .map(row -> {
                    cells.fill(Look.PLAIN);
                    row.draw(cells, 0, 0);
                    return cells.row(0);
                })
                .toList();
    }
}
