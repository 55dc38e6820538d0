package chatbois.app;

import static chatbois.app.TestCommunity.await;
import static org.assertj.core.api.Assertions.assertThat;

import chatbois.client.session.Notice;
import chatbois.client.session.Session;
import chatbois.log.LogId;
import chatbois.protocol.name.ChatName;
import chatbois.protocol.view.PlannedEnd;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// What is typed to look at the server and to end it, in a real community.
@Timeout(60)
class ServerCommandsTest {
    @TempDir Path directory;
    private TestCommunity shed;
    private Session ann;
    private Session bob;

    @BeforeEach
    void found() throws Exception {
        shed = new TestCommunity(directory);
        ann = shed.owner("ann");
        bob = shed.invited(ann, "bob");
    }

    @AfterEach
    void close() {
        shed.close();
    }

    @Test
    void the_owner_sees_how_the_server_is() throws Exception {
        assertThat(type(ann, "/server"))
                .containsPattern("connections +2")
                .containsPattern("last backup +never")
                .containsPattern("log level +normal")
                .containsPattern("planned +nothing");
        type(ann, "/restart 90 new disk");
        assertThat(type(ann, "/server")).containsPattern("planned +restart at .*: new disk");
    }

    @Test
    void which_files_are_taken_is_shown_and_set() throws Exception {
        assertThat(type(ann, "/server files"))
                .isEqualTo(
                        "Files: up to 100 MB each, up to 2.00 GB of each member, kept as long as the"
                                + " messages.");
        assertThat(type(ann, "/server files limit 1.5 MB")).contains("up to 1.50 MB each");
        assertThat(type(ann, "/server files quota 300kB")).contains("up to 300 kB of each member");
        assertThat(type(ann, "/server files days 30"))
                .startsWith("Removed for good would be no file now, and each that gets older");
        assertThat(type(ann, "/server files")).contains("kept as long");
        assertThat(type(ann, "/server files days 30 yes")).contains("kept for 30 days");
        assertThat(type(ann, "/server files limit none")).startsWith("Files: none");
        assertThat(type(ann, "/server files limit much")).contains("SIZE as 20 MB");
        assertThat(type(bob, "/server files quota 9 TB")).contains("lacks the permission files");
        assertThat(type(ann, "/audit files-set")).contains("set which files are taken");
    }

    @Test
    void the_log_level_can_be_looked_at_and_set() throws Exception {
        assertThat(type(ann, "/loglevel verbose")).isEqualTo("The log level is verbose now.");
        assertThat(type(ann, "/loglevel")).startsWith("The log level is verbose; there are: quiet");
        assertThat(type(ann, "/loglevel loud")).startsWith("There is no log level loud");
    }

    @Test
    void everybody_hears_of_a_planned_end_and_of_its_being_called_off() throws Exception {
        assertThat(type(ann, "/shutdown 10 the power is cut"))
                .isEqualTo(
                        "The server shuts down in 10 minutes; everybody is told. /calloff calls it"
                                + " off.");
        await(
                "bob hears",
                () ->
                        notices(bob)
                                .contains(
                                        "ann: the server shuts down in 10 minutes: the power is cut"));
        PlannedEnd end = Objects.requireNonNull(bob.snapshot().plannedEnd());
        assertThat(end.reason()).isEqualTo("the power is cut");
        assertThat(type(ann, "/calloff")).isEqualTo("The server goes on; everybody is told.");
        await("bob hears", () -> notices(bob).contains("ann called it off: the server goes on."));
        assertThat(bob.snapshot().plannedEnd()).isNull();
        assertThat(type(ann, "/calloff")).contains("there is nothing to call off");
    }

    @Test
    void clients_say_that_the_server_restarts_and_come_back() throws Exception {
        assertThat(type(ann, "/restart 0 new disk")).startsWith("The server restarts now");
        shed.awaitPlannedEnd();
        shed.stopServer();
        String goodbye =
                "The server is restarting (new disk); you'll be reconnected when it is back.";
        await("bob reads the goodbye", () -> notices(bob).contains(goodbye));
        shed.startServer();
        bob.retryNow();
        bob.online().get();
        assertThat(bob.snapshot().plannedEnd()).isNull();
    }

    @Test
    void a_member_is_refused_with_the_permission_that_is_missing() throws Exception {
        for (List<String> line :
                List.of(
                        List.of("/server", "see-status"),
                        List.of("/loglevel debug", "log-level"),
                        List.of("/shutdown", "shut-down"),
                        List.of("/restart 0", "shut-down"),
                        List.of("/backup", "backup"))) {
            assertThat(type(bob, line.getFirst()))
                    .isEqualTo(
                            "Your role here, member, lacks the permission "
                                    + line.getLast()
                                    + "; /role lists who has it.");
        }
    }

    @Test
    void how_long_messages_are_kept_is_set_only_after_what_goes_was_shown() throws Exception {
        LogId tools = ann.makeChat(new ChatName("tools"), List.of()).get();
        ann.send(tools, "hello", false).get();
        assertThat(type(ann, "/retention")).isEqualTo("Messages are kept forever.");
        assertThat(type(ann, "/retention preview 30"))
                .containsPattern("#tools +as everywhere +0 +0 bytes")
                .contains("would go: 0 messages, 0 bytes.");
        assertThat(type(ann, "/retention 30"))
                .isEqualTo(
                        "Erased for good would be: 0 messages, 0 bytes.\n"
                                + "Type /retention 30 yes to do that.");
        assertThat(ann.retentionDays()).isZero();
        assertThat(type(ann, "/retention 30 yes")).isEqualTo("Messages are kept for 30 days now.");
        assertThat(new Typist(shed, ann, tools).types("/retention chat 7 yes"))
                .isEqualTo("Messages are kept here for 7 days.");
        assertThat(type(ann, "/retention"))
                .isEqualTo("Messages are kept for 30 days.\n#tools: for 7 days");
        assertThat(new Typist(shed, ann, tools).types("/retention chat default"))
                .contains("Type /retention chat default yes");
        await(
                "bob hears",
                () ->
                        notices(bob)
                                .contains(
                                        "ann: messages are kept for 30 days now, where a chat has"
                                                + " no rule of its own."));
        assertThat(type(bob, "/retention")).isEqualTo("Messages are kept for 30 days.");
        assertThat(type(bob, "/retention 1 yes")).contains("lacks the permission retention;");
        assertThat(type(bob, "/retention 1")).contains("lacks the permission retention;");
        assertThat(type(ann, "/retention soon")).startsWith("Type /retention DAYS");
    }

    private static List<String> notices(Session session) {
        return session.snapshot().notices().stream().map(Notice::sentence).toList();
    }

    private String type(Session session, String line) throws Exception {
        return new Typist(shed, session).types(line);
    }
}
