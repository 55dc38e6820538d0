package chatbois.log;

import static chatbois.log.Lies.assertBroken;
import static chatbois.log.World.ANNA;
import static chatbois.log.World.BEN;
import static chatbois.log.World.CARLA;
import static chatbois.log.World.EPOCH;
import static chatbois.log.World.LOG;
import static chatbois.log.World.SERVER;
import static org.assertj.core.api.Assertions.assertThat;

import chatbois.log.LogBroken.Kind;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// A reader has read events 1 to 8 of twelve as they came; now the server shows something else.
class LiveReadingTest {
    private final World truth = World.ofTwelve();
    private Follower reader = World.newFollower();

    @BeforeEach
    void read_the_first_eight() throws LogBroken {
        reader = truth.reader(8);
    }

    @AfterEach
    void whatever_was_shown_the_truth_can_still_be_read() throws LogBroken {
        assertThat(reader.head()).isEqualTo(truth.head(8));
        reader.accept(truth.events(9, 12), truth.signedHead(12));
        assertThat(reader.head()).isEqualTo(truth.head(12));
        assertThat(reader.newest()).isEqualTo(truth.head(12));
    }

    @Test
    void the_true_log_is_believed_in_stretches_of_any_length() throws LogBroken {
        for (int length = 1; length <= 12; length++) {
            Follower other = World.newFollower();
            for (int first = 1; first <= 12; first += length) {
                int last = Math.min(12, first + length - 1);
                other.accept(truth.events(first, last), truth.signedHead(last));
            }
            assertThat(other.head()).isEqualTo(truth.head(12));
            assertThat(other.frontier().head()).isEqualTo(truth.head(12));
        }
    }

    @Test
    void an_altered_event_is_reported() {
        assertShown(Kind.FORGED, Lies.otherBody(truth.event(9)));
        assertShown(Kind.FORGED, Lies.otherClock(truth.event(9)));
        assertShown(Kind.REWRITTEN, Lies.otherTime(truth.event(9)));
    }

    @Test
    void an_invented_event_is_reported() {
        assertShown(Kind.FORGED, Lies.invented(truth.event(9)));
    }

    @Test
    void an_event_of_another_log_is_reported() {
        Content content = new Content(new byte[16], World.bytes("said elsewhere"));
        Header here = World.header(BEN, 4, truth.head(8), content);
        Header there =
                new Header(
                        new LogId(Bytes32.ZERO),
                        here.author(),
                        here.device(),
                        here.authorSeq(),
                        here.seen(),
                        here.clock(),
                        here.kind(),
                        here.commitment());
        assertShown(Kind.FORGED, new Event(9, 5, SignedEvent.sign(there, content, BEN)));
    }

    @Test
    void a_dropped_event_is_reported() {
        assertBroken(
                Kind.OUT_OF_ORDER, () -> reader.accept(truth.events(10, 10), truth.signedHead(10)));
    }

    @Test
    void a_dropped_event_is_reported_though_the_rest_moved_up() {
        World lie = placedWithout(9);
        // Ben, who wrote next, had seen what was dropped.
        assertBroken(Kind.SPLIT, () -> reader.accept(lie.events(9, 9), lie.signedHead(9)));
    }

    @Test
    void a_withheld_event_is_reported_when_its_author_speaks_again() {
        World lie = truth.copy();
        lie.place(World.sign(CARLA, 4, TreeHead.EMPTY));
        assertBroken(Kind.WITHHELD, () -> acceptAfter(truth, lie, 13));
    }

    @Test
    void a_withheld_first_event_is_reported_to_who_reads_from_the_start() {
        World lie = new World().place(World.sign(ANNA, 2, TreeHead.EMPTY));
        Follower other = World.newFollower();
        assertBroken(Kind.WITHHELD, () -> other.accept(lie.events(1, 1), lie.signedHead(1)));
    }

    @Test
    void a_doubled_event_is_reported() {
        assertBroken(
                Kind.OUT_OF_ORDER,
                () -> reader.accept(List.of(truth.event(9), truth.event(9)), truth.signedHead(9)));
        assertBroken(
                Kind.OUT_OF_ORDER, () -> reader.accept(truth.events(8, 8), truth.signedHead(8)));
    }

    @Test
    void an_event_appended_again_is_reported() {
        for (int seq = 1; seq <= 8; seq++) {
            World lie = World.over(truth.events(1, 8)).place(truth.event(seq).signed());
            assertBroken(Kind.REPLAYED, () -> reader.accept(lie.events(9, 9), lie.signedHead(9)));
        }
    }

    @Test
    void an_event_appended_again_in_the_same_stretch_is_reported() {
        World lie = World.over(truth.events(1, 9)).place(truth.event(9).signed());
        assertBroken(Kind.REPLAYED, () -> reader.accept(lie.events(9, 10), lie.signedHead(10)));
    }

    @Test
    void reordered_events_are_reported() {
        assertBroken(
                Kind.OUT_OF_ORDER,
                () ->
                        reader.accept(
                                List.of(truth.event(10), truth.event(9)), truth.signedHead(10)));
    }

    @Test
    void reordered_events_of_one_device_are_reported_though_placed_anew() {
        World lie = World.over(truth.events(1, 8));
        lie.place(World.sign(ANNA, 6, truth.head(8))).place(World.sign(ANNA, 5, truth.head(8)));
        assertBroken(Kind.WITHHELD, () -> reader.accept(lie.events(9, 10), lie.signedHead(10)));
    }

    @Test
    void a_split_view_is_reported_when_somebody_speaks_who_saw_the_other_log() {
        World others = World.over(truth.events(1, 7)).place(World.sign(BEN, 3, TreeHead.EMPTY));
        World lie = World.over(truth.events(1, 8)).place(World.sign(CARLA, 2, others.head(8)));
        assertBroken(Kind.SPLIT, () -> reader.accept(lie.events(9, 9), lie.signedHead(9)));
    }

    @Test
    void an_author_who_saw_more_than_there_is_is_reported() {
        World lie = World.over(truth.events(1, 8)).place(World.sign(CARLA, 2, truth.head(9)));
        assertBroken(Kind.SPLIT, () -> reader.accept(lie.events(9, 9), lie.signedHead(9)));
    }

    @Test
    void a_shortened_log_is_reported() {
        for (int size = 0; size < 8; size++) {
            SignedHead shorter = truth.signedHead(size);
            assertBroken(Kind.TRUNCATED, () -> reader.accept(List.of(), shorter));
        }
    }

    @Test
    void a_head_of_another_history_is_reported() {
        World other = World.over(truth.events(1, 7)).place(World.sign(BEN, 3, TreeHead.EMPTY));
        assertBroken(Kind.REWRITTEN, () -> reader.accept(List.of(), other.signedHead(8)));
        assertBroken(Kind.REWRITTEN, () -> reader.accept(truth.events(9, 9), truth.signedHead(10)));
        assertBroken(Kind.REWRITTEN, () -> reader.accept(truth.events(9, 10), truth.signedHead(9)));
    }

    @Test
    void a_head_signed_by_another_key_is_reported() {
        assertHeadUnsigned(SignedHead.sign(LOG, EPOCH, truth.head(9), ANNA));
    }

    @Test
    void a_head_of_another_epoch_is_reported() {
        assertHeadUnsigned(SignedHead.sign(LOG, EPOCH + 1, truth.head(9), SERVER));
        Signature signature = truth.signedHead(9).signature();
        assertHeadUnsigned(new SignedHead(LOG, EPOCH + 1, truth.head(9), signature));
    }

    @Test
    void a_head_of_another_log_is_reported() {
        LogId other = new LogId(Bytes32.ZERO);
        assertHeadUnsigned(SignedHead.sign(other, EPOCH, truth.head(9), SERVER));
        Signature signature = SignedHead.sign(other, EPOCH, truth.head(9), SERVER).signature();
        assertHeadUnsigned(new SignedHead(LOG, EPOCH, truth.head(9), signature));
    }

    @Test
    void an_erased_body_is_no_lie() throws LogBroken {
        Follower other = World.newFollower();
        List<Event> erased = truth.events(1, 12).stream().map(Lies::erased).toList();
        other.accept(erased, truth.signedHead(12));
        assertThat(other.head()).isEqualTo(truth.head(12));
    }

    private void assertShown(Kind kind, Event ninth) {
        assertBroken(kind, () -> reader.accept(List.of(ninth), truth.signedHead(9)));
        List<Event> amongOthers = List.of(ninth, truth.event(10));
        assertBroken(kind, () -> reader.accept(amongOthers, truth.signedHead(10)));
    }

    private void assertHeadUnsigned(SignedHead head) {
        assertBroken(Kind.HEAD_UNSIGNED, () -> reader.accept(truth.events(9, 9), head));
    }

    /// Reads on in the truth, then what the other world has there.
    private static void acceptAfter(World truth, World lie, int seq) throws LogBroken {
        Follower other = truth.reader(seq - 1);
        other.accept(lie.events(seq, seq), lie.signedHead(seq));
    }

    private World placedWithout(int seq) {
        List<SignedEvent> signed = truth.signed();
        Collections.rotate(signed.subList(seq - 1, signed.size()), -1);
        return World.placing(signed.subList(0, signed.size() - 1));
    }
}
