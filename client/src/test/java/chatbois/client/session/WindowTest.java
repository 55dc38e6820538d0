package chatbois.client.session;

import static org.assertj.core.api.Assertions.assertThat;

import chatbois.log.MemberId;
import chatbois.protocol.event.EventBody.MessageEdited;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class WindowTest {
    private final Window window = new Window(0);

    @Test
    void what_happens_is_added_at_the_end_and_the_oldest_falls_off() {
        LongStream.rangeClosed(1, 1000).forEach(seq -> window.live(entry(seq)));
        shows(401, 1000);
        assertThat(window.atEnd()).isTrue();
    }

    @Test
    void it_slides_to_the_first_event_and_back_and_never_grows_beyond_its_bound() {
        window.end(page(901, 1000), 1000);
        while (window.first() > 1) {
            window.older(page(window.first() - 100, window.first() - 1));
            assertThat(window.entries()).hasSizeLessThanOrEqualTo(Window.LIMIT);
        }
        shows(1, 600);
        assertThat(window.atEnd()).isFalse();

        window.live(entry(1001));
        shows(1, 600);

        while (!window.atEnd()) {
            window.newer(page(window.last() + 1, Math.min(window.last() + 100, 1001)), 1001);
        }
        shows(402, 1001);
        window.live(entry(1002));
        shows(403, 1002);
    }

    @Test
    void a_page_that_does_not_fit_any_more_changes_nothing() {
        window.end(page(101, 200), 200);
        window.older(page(1, 50));
        window.newer(page(250, 260), 200);
        shows(101, 200);
    }

    @Test
    void what_happens_while_the_last_page_is_on_its_way_is_kept() {
        window.live(entry(201));
        window.live(entry(202));
        window.end(page(101, 200), 202);
        shows(101, 202);
        window.end(page(103, 202), 202);
        shows(101, 202);
    }

    @Test
    void a_last_page_that_is_not_the_last_any_more_leaves_the_window_short_of_the_end() {
        window.older(page(1, 10));
        window.end(page(101, 200), 203);
        shows(101, 200);
        assertThat(window.atEnd()).isFalse();
    }

    @Test
    void a_gap_after_a_cut_begins_a_new_window() {
        window.begin(200);
        window.end(page(101, 200), 200);
        window.begin(200);
        shows(101, 200);
        window.begin(300);
        assertThat(window.entries()).isEmpty();
        window.live(entry(301));
        shows(301, 301);
    }

    @Test
    void what_is_done_to_a_message_shows_in_it_and_in_a_page_that_was_asked_for_before() {
        window.begin(200);
        window.end(page(101, 200), 200);
        window.live(edit(201, 150));
        assertThat(text(150)).isEqualTo("edited");
        window.live(edit(202, 50));
        window.older(page(1, 100));
        assertThat(text(50)).isEqualTo("edited");
    }

    @Test
    void a_gap_after_a_cut_leaves_nothing_that_may_have_changed_meanwhile() {
        window.begin(1_000);
        window.end(page(901, 1_000), 1_000);
        while (window.first() > 1) {
            window.older(page(window.first() - 100, window.first() - 1));
        }
        window.live(edit(1_001, 50));
        window.begin(1_001);
        assertThat(window.entries()).isNotEmpty();
        window.begin(1_500);
        assertThat(window.entries()).isEmpty();
        window.end(page(1_401, 1_500), 1_500);
        assertThat(window.atEnd()).isTrue();
    }

    private String text(long seq) {
        return window.at(seq).orElseThrow().said() instanceof Said.Text(String text) ? text : "";
    }

    private static Entry edit(long seq, long message) {
        Entry by = entry(message);
        return new Entry(
                seq,
                seq,
                by.by(),
                by.author(),
                new Said.Done(new MessageEdited(message, "edited"), "edited"),
                by.own(),
                by.delivery());
    }

    private void shows(long first, long last) {
        assertThat(window.entries()).isEqualTo(page(first, last));
    }

    private static List<Entry> page(long first, long last) {
        return LongStream.rangeClosed(first, last).mapToObj(WindowTest::entry).toList();
    }

    private static Entry entry(long seq) {
        return new Entry(
                seq,
                seq,
                MemberId.SERVER,
                "ann",
                new Said.Text("line " + seq),
                false,
                Entry.Delivery.STORED);
    }
}
