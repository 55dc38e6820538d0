package chatbois.server;

import static org.assertj.core.api.Assertions.assertThat;

import chatbois.protocol.LogLevel;
import chatbois.protocol.Push;
import chatbois.protocol.Refusal.Code;
import chatbois.protocol.Reply;
import chatbois.protocol.Request;
import chatbois.protocol.event.EventBody.RoleGiven;
import chatbois.protocol.event.EventBody.ShutdownCalledOff;
import chatbois.protocol.event.EventBody.ShutdownPlanned;
import chatbois.protocol.view.PlannedEnd;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// An end that a member plans, and how the server is until then.
class PlannedEndTest {
    @TempDir Path folder;

    private House house;
    private Client owner;
    private Client anna;

    @BeforeEach
    void found() throws Exception {
        house = House.found(folder.resolve("data"));
        owner = house.owner();
        anna = house.member("anna");
    }

    @AfterEach
    void close() {
        house.close();
    }

    @Test
    void a_server_ends_when_its_time_has_come_and_says_why() throws Exception {
        owner.write(house.community, new ShutdownPlanned(0, true, "a new disk"));
        PlannedEnd end = house.server().plannedEnd().get(Wire.SECONDS, TimeUnit.SECONDS);
        assertThat(end.restart()).isTrue();
        assertThat(end.by()).isEqualTo(owner.id);
        house.stop();
        assertThat(anna.await(Push.Closing.class).why().sentence())
                .isEqualTo(
                        "The server is restarting (a new disk); you'll be reconnected when it is"
                                + " back.");
    }

    @Test
    void a_plan_that_is_called_off_comes_to_nothing() throws Exception {
        owner.write(house.community, new ShutdownPlanned(3_600, false, ""));
        owner.write(house.community, new ShutdownCalledOff());
        house.journal.await("event=end_called_off");
        assertThat(house.server().plannedEnd()).isNotDone();
    }

    @Test
    void a_plan_for_later_outlives_a_restart_but_not_its_own_time() throws Exception {
        owner.write(house.community, new ShutdownPlanned(3_600, false, ""));
        house.journal.await("event=end_planned what=shutdown");
        house.stop();
        house.clock.move(Duration.ofMinutes(59));
        house.start();
        assertThat(house.journal.text().split("event=end_planned", -1)).hasSize(3);
        house.stop();
        house.clock.move(Duration.ofMinutes(2));
        house.start();
        assertThat(house.journal.text().split("event=end_planned", -1)).hasSize(3);
        assertThat(house.server().plannedEnd()).isNotDone();
    }

    @Test
    void a_member_may_neither_plan_nor_call_off_an_end() throws Exception {
        Refusals.assertRefused(
                Code.NOT_ALLOWED,
                () -> anna.write(house.community, new ShutdownPlanned(0, true, "")));
        owner.write(house.community, new ShutdownPlanned(3_600, true, ""));
        Refusals.assertRefused(
                Code.NOT_ALLOWED, () -> anna.write(house.community, new ShutdownCalledOff()));
        assertThat(house.server().plannedEnd()).isNotDone();
    }

    @Test
    void an_admin_sees_how_the_server_is() throws Exception {
        owner.write(house.community, new RoleGiven(anna.id, "admin"));
        house.clock.move(Duration.ofSeconds(10));
        anna.makeChat("plans", owner);
        Reply.Status status = (Reply.Status) anna.wire().ask(new Request.Status());
        assertThat(status.connections()).isEqualTo(2);
        assertThat(status.members()).isEqualTo(2);
        assertThat(status.logs()).isEqualTo(new Reply.Status.Logs(2, 7, 6));
        assertThat(status.events()).isEqualTo(6);
        assertThat(status.lastBackup()).isNull();
        assertThat(status.now() - status.started()).isEqualTo(10_000);
        assertThat(status.disk().store()).isPositive();
        assertThat(status.memory().used()).isBetween(1L, status.memory().most());
        house.clock.move(Duration.ofMinutes(2));
        assertThat(((Reply.Status) anna.wire().ask(new Request.Status())).events()).isZero();
    }

    @Test
    void the_log_level_holds_at_once_and_after_the_next_start() throws Exception {
        owner.wire().ask(new Request.SetLogLevel(LogLevel.DEBUG));
        anna.wire().ask(new Request.Who());
        house.journal.await("level=debug event=asked what=Who by=" + anna.id);
        house.restart();
        owner.reconnect();
        assertThat(((Reply.Status) owner.wire().ask(new Request.Status())).logLevel())
                .isEqualTo(LogLevel.DEBUG);
        owner.wire().ask(new Request.SetLogLevel(LogLevel.QUIET));
        int before = house.journal.text().length();
        anna.reconnect();
        assertThat(house.journal.text().substring(before)).isEmpty();
    }

    @Test
    void a_refusal_is_written_down_when_that_is_wanted() throws Exception {
        owner.wire().ask(new Request.SetLogLevel(LogLevel.VERBOSE));
        Refusals.assertRefused(
                Code.NOT_ALLOWED, () -> anna.wire().ask(new Request.SetLogLevel(LogLevel.QUIET)));
        house.journal.await("level=verbose event=declined code=NOT_ALLOWED by=" + anna.id);
    }
}
