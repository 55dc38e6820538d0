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
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A reader saw the true log up to event 8 or 12, kept a pin, and comes back to another server.
class RestartTest {
    private static final List<Integer> PLACES = List.of(1, 2, 3, 4, 5, 6, 7, 8);

    private final World truth = World.ofTwelve();

    @Test
    void the_true_log_is_believed_from_every_pin_and_every_start() throws LogBroken {
        for (int pinned = 0; pinned <= 12; pinned++) {
            Pin pin = truth.reader(pinned).pin();
            for (int after = 0; after <= 12; after++) {
                Follower back = truth.restarted(pin, after);
                assertThat(back.newest()).isEqualTo(truth.head(12));
                for (int seq = after + 1; seq <= 12; seq++) {
                    back.accept(truth.events(seq, seq), truth.signedHead(seq));
                }
                assertThat(back.head()).isEqualTo(truth.head(12));
            }
        }
    }

    @Test
    void an_event_altered_before_the_pin_is_reported() {
        for (int place : PLACES) {
            List<SignedEvent> signed = truth.signed();
            signed.set(place - 1, Lies.invented(truth.event(place)).signed());
            assertReported(Kind.REWRITTEN, World.placing(signed));
        }
    }

    @Test
    void an_event_dropped_before_the_pin_is_reported() {
        for (int place : PLACES) {
            List<SignedEvent> signed = truth.signed();
            signed.remove(place - 1);
            assertReported(Kind.REWRITTEN, World.placing(signed));
        }
    }

    @Test
    void an_event_doubled_before_the_pin_is_reported() {
        for (int place : PLACES.subList(0, 7)) {
            List<SignedEvent> signed = truth.signed();
            signed.add(place - 1, signed.get(place - 1));
            assertReported(Kind.REWRITTEN, World.placing(signed));
        }
    }

    @Test
    void events_reordered_before_the_pin_are_reported() {
        for (int place : PLACES.subList(1, 8)) {
            List<SignedEvent> signed = truth.signed();
            Collections.swap(signed, place - 2, place - 1);
            assertReported(Kind.REWRITTEN, World.placing(signed));
        }
    }

    @Test
    void a_time_altered_before_the_pin_is_reported() {
        for (int place : PLACES) {
            List<Event> events = new ArrayList<>(truth.events(1, 12));
            events.set(place - 1, Lies.otherTime(truth.event(place)));
            assertReported(Kind.REWRITTEN, World.over(events));
        }
    }

    @Test
    void a_truncated_log_is_reported() throws LogBroken {
        Pin pin = truth.reader(12).pin();
        for (int size = 0; size < 12; size++) {
            World shorter = World.over(truth.events(1, size));
            assertBroken(Kind.TRUNCATED, () -> shorter.restarted(pin, 0));
        }
    }

    @Test
    void a_head_that_was_only_promised_is_pinned_too() throws LogBroken {
        Pin pin = truth.restarted(truth.reader(4).pin(), 4).pin();
        assertThat(pin.newest()).isEqualTo(truth.head(12));
        World shorter = World.over(truth.events(1, 8));
        assertBroken(Kind.TRUNCATED, () -> shorter.restarted(pin, 4));
    }

    @Test
    void a_start_that_is_not_of_this_log_is_reported() {
        World lie = World.placing(truth.signed().subList(1, 12)).place(truth.event(1).signed());
        for (int after = 1; after <= 11; after++) {
            Follower.Offer honest = truth.offer(8, after);
            Follower.Offer lying = lie.offer(8, after);
            Follower.Offer mixed =
                    new Follower.Offer(
                            honest.head(), honest.fromPinned(), lying.at(), honest.fromStart());
            assertBroken(Kind.REWRITTEN, () -> start(mixed));
            Follower.Offer swapped =
                    new Follower.Offer(
                            honest.head(), honest.fromPinned(), lying.at(), lying.fromStart());
            assertBroken(Kind.REWRITTEN, () -> start(swapped));
        }
    }

    @Test
    void a_start_beyond_the_head_is_reported() {
        Follower.Offer shorter = World.over(truth.events(1, 10)).offer(8, 8);
        Follower.Offer beyond =
                new Follower.Offer(
                        shorter.head(),
                        shorter.fromPinned(),
                        truth.offer(8, 11).at(),
                        shorter.fromStart());
        assertBroken(Kind.REWRITTEN, () -> start(beyond));
    }

    @ParameterizedTest
    @ValueSource(ints = {5, 6, 7, 8, 9, 10, 11, 12})
    void an_event_altered_on_the_way_up_to_the_promised_head_is_reported(int place)
            throws LogBroken {
        List<SignedEvent> signed = truth.signed();
        signed.set(place - 1, World.sign(World.key("mallory"), 1, TreeHead.EMPTY));
        World lie = World.placing(signed);
        Follower back = truth.restarted(truth.reader(4).pin(), 4);
        assertBroken(Kind.REWRITTEN, () -> back.accept(lie.events(5, 12), lie.signedHead(12)));
        assertThat(back.head()).isEqualTo(truth.head(4));
    }

    @Test
    void an_old_event_appended_again_after_the_restart_is_reported() throws LogBroken {
        Pin pin = truth.reader(12).pin();
        for (int seq = 1; seq <= 12; seq++) {
            World lie = truth.copy().place(truth.event(seq).signed());
            for (int after = 0; after <= 12; after++) {
                Follower back = lie.restarted(pin, after);
                List<Event> shown = lie.events(after + 1, 13);
                assertBroken(Kind.REPLAYED, () -> back.accept(shown, lie.signedHead(13)));
            }
        }
    }

    @Test
    void an_old_event_appended_again_is_reported_beyond_a_part_that_was_skipped() throws LogBroken {
        Pin pin = truth.reader(12).pin();
        World grown = truth.copy().say(CARLA).say(CARLA);
        for (int seq = 1; seq <= 12; seq++) {
            World lie = grown.copy().place(truth.event(seq).signed());
            Follower back = lie.restarted(pin, 14);
            assertBroken(Kind.REPLAYED, () -> back.accept(lie.events(15, 15), lie.signedHead(15)));
        }
    }

    @Test
    void what_was_written_in_a_part_that_was_skipped_is_not_held_against_anybody()
            throws LogBroken {
        World grown = truth.copy().say(ANNA).say(BEN).say(ANNA).say(BEN);
        Pin pin = truth.reader(12).pin();
        Follower back = grown.restarted(pin, 14);
        back.accept(grown.events(15, 16), grown.signedHead(16));

        Follower again = grown.copy().say(CARLA).restarted(back.pin(), 16);
        World more = grown.copy().say(CARLA);
        again.accept(more.events(17, 17), more.signedHead(17));
        assertThat(again.head()).isEqualTo(more.head(17));
    }

    @Test
    void an_event_withheld_over_the_restart_is_reported() throws LogBroken {
        Pin pin = truth.reader(12).pin();
        World lie = truth.copy().place(World.sign(BEN, 6, TreeHead.EMPTY));
        for (int after = 0; after <= 12; after++) {
            Follower back = lie.restarted(pin, after);
            List<Event> shown = lie.events(after + 1, 13);
            assertBroken(Kind.WITHHELD, () -> back.accept(shown, lie.signedHead(13)));
        }
    }

    @Test
    void a_pin_knows_at_least_what_the_one_before_knew() throws LogBroken {
        Pin pin = truth.reader(12).pin();
        for (int after = 0; after <= 12; after++) {
            Follower back = truth.restarted(pin, after);
            assertThat(back.pin()).isEqualTo(pin);
            back.accept(truth.events(after + 1, 12), truth.signedHead(12));
            assertThat(back.pin()).isEqualTo(pin);
        }
    }

    @Test
    void a_head_by_another_key_epoch_or_log_is_reported() {
        TreeHead head = truth.head(12);
        assertHeadUnsigned(SignedHead.sign(LOG, EPOCH, head, World.key("mallory")));
        assertHeadUnsigned(SignedHead.sign(LOG, EPOCH - 1, head, SERVER));
        assertHeadUnsigned(SignedHead.sign(LOG, EPOCH + 1, head, SERVER));
        assertHeadUnsigned(SignedHead.sign(new LogId(Bytes32.ZERO), EPOCH, head, SERVER));
    }

    private void assertHeadUnsigned(SignedHead head) {
        Follower.Offer honest = truth.offer(8, 8);
        Follower.Offer offer =
                new Follower.Offer(head, honest.fromPinned(), honest.at(), honest.fromStart());
        assertBroken(Kind.HEAD_UNSIGNED, () -> start(offer));
    }

    /// Whether the log was read to the pinned event or beyond, the lying server is found out.
    private void assertReported(Kind kind, World lie) {
        for (int after = 0; after <= 11; after++) {
            int place = after;
            assertBroken(kind, () -> lie.restarted(truth.reader(8).pin(), place));
        }
    }

    private Follower start(Follower.Offer offer) throws LogBroken {
        return Follower.start(LOG, SERVER.verifyKey(), EPOCH, truth.head(8), offer);
    }
}
