package chatbois.protocol.view;

import static chatbois.protocol.view.Refusals.assertRefused;
import static chatbois.protocol.view.Town.ANNA;
import static org.assertj.core.api.Assertions.assertThat;

import chatbois.protocol.Limits;
import chatbois.protocol.Refusal.Code;
import chatbois.protocol.event.EventBody.FilesSet;
import chatbois.protocol.event.EventBody.RetentionSet;
import chatbois.protocol.event.EventBody.ShutdownCalledOff;
import chatbois.protocol.event.EventBody.ShutdownPlanned;
import org.junit.jupiter.api.Test;

/// What is planned with the server, seen from the events. Anna is the owner.
class ServerPlanTest {
    private final Town town = Town.ofThree();

    @Test
    void an_end_is_planned_until_its_time_comes() {
        town.take(ANNA, new ShutdownPlanned(60, true, "a new disk"));
        PlannedEnd end = town.view.plannedEnd(0).orElseThrow();
        assertThat(end.restart()).isTrue();
        assertThat(end.reason()).isEqualTo("a new disk");
        assertThat(end.by()).isEqualTo(ANNA.id());
        assertThat(town.view.plannedEnd(end.at() - 1)).isPresent();
        assertThat(town.view.plannedEnd(end.at())).isEmpty();
    }

    @Test
    void a_later_plan_takes_the_place_of_an_earlier_one() {
        town.take(ANNA, new ShutdownPlanned(60, true, ""));
        town.take(ANNA, new ShutdownPlanned(3_600, false, ""));
        assertThat(town.view.plannedEnd(0).orElseThrow().restart()).isFalse();
    }

    @Test
    void what_is_called_off_is_planned_no_more() {
        assertRefused(Code.BAD_REQUEST, () -> town.take(ANNA, new ShutdownCalledOff()));
        town.take(ANNA, new ShutdownPlanned(3_600, true, ""));
        town.take(ANNA, new ShutdownCalledOff());
        assertThat(town.view.plannedEnd(0)).isEmpty();
        assertRefused(Code.BAD_REQUEST, () -> town.take(ANNA, new ShutdownCalledOff()));
    }

    @Test
    void a_plan_out_of_bounds_is_refused() {
        for (int seconds : new int[] {-1, Limits.COUNTDOWN + 1, Integer.MAX_VALUE}) {
            assertRefused(
                    Code.BAD_REQUEST,
                    () -> town.take(ANNA, new ShutdownPlanned(seconds, true, "")));
        }
        assertRefused(
                Code.BAD_REQUEST,
                () -> town.take(ANNA, new ShutdownPlanned(1, true, "two\nlines")));
        assertRefused(
                Code.BAD_REQUEST,
                () -> town.take(ANNA, new ShutdownPlanned(1, true, "x".repeat(201))));
    }

    @Test
    void messages_are_kept_for_ever_until_somebody_says_otherwise() {
        assertThat(town.view.retentionDays()).isZero();
        town.take(ANNA, new RetentionSet(30));
        assertThat(town.view.retentionDays()).isEqualTo(30);
        for (int days : new int[] {-1, Limits.RETENTION_DAYS + 1}) {
            assertRefused(Code.BAD_REQUEST, () -> town.take(ANNA, new RetentionSet(days)));
        }
        town.take(ANNA, new RetentionSet(0));
        assertThat(town.view.retentionDays()).isZero();
    }

    @Test
    void what_is_set_of_files_changes_and_the_rest_stays() {
        assertThat(town.view.files()).isEqualTo(FileRules.USUAL);
        town.take(ANNA, new FilesSet(5L, null, null));
        town.take(ANNA, new FilesSet(null, 9L, 30));
        assertThat(town.view.files()).isEqualTo(new FileRules(5, 9, 30));
        assertRefused(Code.BAD_REQUEST, () -> town.take(ANNA, new FilesSet(null, null, null)));
        assertRefused(Code.BAD_REQUEST, () -> town.take(ANNA, new FilesSet(-1L, null, null)));
        assertRefused(Code.BAD_REQUEST, () -> town.take(ANNA, new FilesSet(null, 1L << 41, null)));
        assertRefused(Code.BAD_REQUEST, () -> town.take(ANNA, new FilesSet(null, null, -1)));
    }
}
