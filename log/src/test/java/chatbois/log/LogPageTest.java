package chatbois.log;

import static chatbois.log.Lies.assertBroken;
import static chatbois.log.World.LOG;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import chatbois.log.LogBroken.Kind;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/// A reader holds the true head at twelve events and pages back through the log.
class LogPageTest {
    private final World truth = World.ofTwelve();

    @Test
    void every_true_page_is_believed() throws LogBroken {
        for (int size = 1; size <= 12; size++) {
            for (int last = 0; last <= size; last++) {
                for (int first = 1; first <= last + 1; first++) {
                    truth.page(first, last, size).verify(LOG, truth.head(size));
                }
            }
        }
    }

    @Test
    void an_altered_event_is_reported() {
        assertReported(Kind.FORGED, Lies::otherBody);
        assertReported(Kind.FORGED, Lies::otherClock);
        assertReported(Kind.REWRITTEN, Lies::otherTime);
        assertReported(Kind.OUT_OF_ORDER, event -> Lies.otherPlace(event, event.seq() + 1));
    }

    @Test
    void an_invented_event_is_reported() {
        assertReported(Kind.FORGED, Lies::invented);
        SignedEvent stranger = World.sign(World.key("mallory"), 1, TreeHead.EMPTY);
        assertReported(Kind.REWRITTEN, event -> new Event(event.seq(), event.time(), stranger));
    }

    @Test
    void a_dropped_event_is_reported() {
        for (int place = 3; place < 10; place++) {
            List<Event> events = events();
            events.remove(place - 3);
            assertBroken(Kind.OUT_OF_ORDER, () -> verify(events));
        }
        assertBroken(Kind.REWRITTEN, () -> verify(truth.events(3, 9)));
    }

    @Test
    void a_doubled_event_is_reported() {
        for (int place = 3; place <= 10; place++) {
            List<Event> events = events();
            events.add(place - 3, truth.event(place));
            assertBroken(Kind.OUT_OF_ORDER, () -> verify(events));
        }
    }

    @Test
    void reordered_events_are_reported() {
        for (int place = 4; place <= 10; place++) {
            List<Event> events = events();
            Collections.swap(events, place - 4, place - 3);
            assertBroken(Kind.OUT_OF_ORDER, () -> verify(events));
        }
    }

    @Test
    void a_page_of_a_rewritten_log_is_reported_however_it_is_proven() {
        for (int place = 1; place <= 12; place++) {
            List<SignedEvent> signed = truth.signed();
            signed.set(place - 1, World.sign(World.key("mallory"), 1, TreeHead.EMPTY));
            World lie = World.placing(signed);
            assertBroken(Kind.REWRITTEN, () -> lie.page(3, 10, 12).verify(LOG, truth.head(12)));
        }
    }

    @Test
    void a_page_with_events_dropped_doubled_or_swapped_and_placed_anew_is_reported() {
        for (int place = 2; place <= 11; place++) {
            List<SignedEvent> dropped = truth.signed();
            dropped.add(dropped.remove(place - 1));
            assertRewritten(World.placing(dropped));
            List<SignedEvent> doubled = truth.signed();
            doubled.add(place - 1, doubled.get(place - 1));
            assertRewritten(World.placing(doubled.subList(0, 12)));
            List<SignedEvent> swapped = truth.signed();
            Collections.swap(swapped, place - 1, place - 2);
            assertRewritten(World.placing(swapped));
        }
    }

    @Test
    void a_page_of_another_log_is_reported() {
        LogId other = new LogId(Bytes32.ZERO);
        assertThatThrownBy(() -> truth.page(3, 10, 12).verify(other, truth.head(12)))
                .isInstanceOfSatisfying(
                        LogBroken.class,
                        broken -> assertThat(broken.kind()).isEqualTo(Kind.FORGED));
    }

    @Test
    void a_page_beyond_the_trusted_head_is_reported() {
        assertBroken(Kind.REWRITTEN, () -> truth.page(3, 10, 12).verify(LOG, truth.head(9)));
    }

    @Test
    void what_the_server_itself_let_in_twice_is_reported() {
        World lie = truth.copy().place(truth.event(9).signed());
        assertBroken(Kind.REPLAYED, () -> lie.page(7, 13, 13).verify(LOG, lie.head(13)));
    }

    @Test
    void a_hole_in_a_device_s_numbers_is_reported() {
        World lie = truth.copy().place(World.sign(World.BEN, 6, TreeHead.EMPTY));
        assertBroken(Kind.WITHHELD, () -> lie.page(7, 13, 13).verify(LOG, lie.head(13)));
    }

    @Test
    void an_author_who_was_shown_another_log_is_reported() {
        World others = World.over(truth.events(1, 8)).say(World.CARLA);
        World lie = truth.copy().place(World.sign(World.BEN, 5, others.head(9)));
        assertBroken(Kind.SPLIT, () -> lie.page(7, 13, 13).verify(LOG, lie.head(13)));
    }

    @Test
    void an_erased_body_is_no_lie() throws LogBroken {
        LogPage page = truth.page(3, 10, 12);
        List<Event> erased = page.events().stream().map(Lies::erased).toList();
        new LogPage(page.before(), erased, page.proof()).verify(LOG, truth.head(12));
    }

    /// Shows events 3 to 10 with one of them changed, each in its turn.
    private void assertReported(Kind kind, UnaryOperator<Event> lie) {
        for (int place = 3; place <= 10; place++) {
            List<Event> events = events();
            events.set(place - 3, lie.apply(truth.event(place)));
            assertBroken(kind, () -> verify(events));
        }
    }

    private void assertRewritten(World lie) {
        assertBroken(Kind.REWRITTEN, () -> lie.page(1, 12, 12).verify(LOG, truth.head(12)));
    }

    private List<Event> events() {
        return new ArrayList<>(truth.events(3, 10));
    }

    private void verify(List<Event> events) throws LogBroken {
        LogPage page = truth.page(3, 10, 12);
        new LogPage(page.before(), events, page.proof()).verify(LOG, truth.head(12));
    }
}
