package chatbois.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import chatbois.client.session.Session;
import chatbois.log.LogId;
import chatbois.protocol.name.ChatName;
import chatbois.protocol.right.Role;
import chatbois.server.Restoration;
import chatbois.server.Restoration.Restored;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// `/backup`, typed by members of a real community.
@Timeout(60)
class BackupCommandTest {
    @TempDir Path directory;
    private TestCommunity shed;
    private Session ann;
    private LogId tools;

    @BeforeEach
    void found() throws Exception {
        shed = new TestCommunity(directory);
        ann = shed.owner("ann");
        tools = ann.makeChat(new ChatName("tools"), List.of()).get();
        for (int i = 0; i < 40; i++) {
            ann.send(tools, "x".repeat(16_000), false).get();
        }
    }

    @AfterEach
    void close() {
        shed.close();
    }

    @Test
    void the_owner_makes_a_backup_on_the_server() throws Exception {
        assertThat(type(ann, "/backup")).contains("The backup is on the server", "Z.backup");
        try (Stream<Path> files = Files.list(directory.resolve("server").resolve("backups"))) {
            assertThat(files).hasSize(1);
        }
    }

    @Test
    void the_owner_brings_it_home_and_it_can_be_restored() throws Exception {
        Path file = directory.resolve("shed.backup");
        assertThat(type(ann, "/backup " + file)).contains("The backup is here: " + file);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        Restored restored = Restoration.restore(file, directory.resolve("restored"));
        assertThat(restored.name()).isEqualTo("The Shed");
        assertThat(restored.events()).isEqualTo(44);
        assertThat(type(ann, "/backup " + file)).contains("exists already");
    }

    @Test
    void what_was_begun_goes_on_where_it_ended() throws Exception {
        Path file = directory.resolve("shed.backup");
        type(ann, "/backup");
        Path kept = kept();
        byte[] all = Files.readAllBytes(kept);
        Path part = directory.resolve("shed.backup." + kept.getFileName() + ".part");
        Files.write(part, java.util.Arrays.copyOf(all, 300_000));
        assertThat(type(ann, "/backup " + file)).contains("The backup is here");
        assertThat(file).hasBinaryContent(all);
        assertThat(part).doesNotExist();
        assertThat(kept()).isEqualTo(kept);
    }

    @Test
    void what_came_damaged_is_thrown_away() throws Exception {
        Path file = directory.resolve("shed.backup");
        type(ann, "/backup");
        Path part = directory.resolve("shed.backup." + kept().getFileName() + ".part");
        Files.write(part, new byte[300_000]);
        assertThat(type(ann, "/backup " + file)).contains("is not the backup that the server");
        assertThat(part).doesNotExist();
        assertThat(file).doesNotExist();
    }

    @Test
    void nobody_else_may_not_even_an_admin() throws Exception {
        Session bob = shed.invited(ann, "bob");
        ann.giveRole(bob.snapshot().me().id(), Role.ADMIN).get();
        assertThat(type(bob, "/backup"))
                .isEqualTo(
                        "Your role here, admin, lacks the permission backup; /role lists who has"
                                + " it.");
        assertThatThrownBy(this::kept).isInstanceOf(IOException.class);
    }

    /// The only one on the server.
    private Path kept() throws IOException {
        try (Stream<Path> files = Files.list(directory.resolve("server").resolve("backups"))) {
            List<Path> all = files.toList();
            assertThat(all).hasSize(1);
            return all.getFirst();
        }
    }

    private String type(Session session, String line) throws Exception {
        return new Typist(shed, session, tools).types(line);
    }
}
