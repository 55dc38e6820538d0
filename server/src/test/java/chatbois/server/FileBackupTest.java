package chatbois.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import chatbois.log.LogId;
import chatbois.protocol.Reply;
import chatbois.protocol.Request;
import chatbois.server.files.Shelf;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Files that come with messages are in backups, and are looked through.
class FileBackupTest {
    @TempDir Path folder;

    private final Sent file = Sent.ofSize(200_000, 1);
    private final Sent other = Sent.ofSize(1_000, 2);
    private House house;
    private Client owner;
    private LogId chat;
    private long seq;

    @BeforeEach
    void found() throws Exception {
        house = House.found(folder.resolve("data"));
        owner = house.owner();
        chat = owner.makeChat("plans");
        file.send(owner);
        other.send(owner);
        seq = owner.write(chat, file.message()).seq();
        owner.write(chat, other.message());
    }

    @AfterEach
    void close() {
        house.close();
    }

    private Path path(Sent sent) {
        return Shelf.whole(house.data, sent.hash());
    }

    private Path backUp() throws IOException {
        house.stop();
        Path backup = folder.resolve("a.backup");
        try (Foundation foundation = Foundation.open(house.data)) {
            foundation.backUp(backup, house.clock);
        }
        return backup;
    }

    private List<String> findings() throws IOException {
        try (Foundation foundation = Foundation.open(house.data)) {
            return foundation.check();
        }
    }

    @Test
    void what_is_restored_has_the_files() throws Exception {
        Path backup = backUp();
        Path restored = folder.resolve("restored");
        Restoration.restore(backup, restored);
        assertThat(Files.readAllBytes(Shelf.whole(restored, file.hash()))).isEqualTo(file.bytes());
        try (Foundation foundation = Foundation.open(restored)) {
            assertThat(foundation.check()).isEmpty();
        }
    }

    @Test
    void a_running_server_backs_them_up_too() throws Exception {
        owner.wire().ask(new Request.Backup());
        Reply.BackupList list;
        do {
            list = (Reply.BackupList) owner.wire().ask(new Request.Backups());
        } while (list.running());
        assertThat(list.failed()).isNull();
        Path backup = house.data.resolve("backups").resolve(list.kept().getLast().name().value());
        Path restored = folder.resolve("restored");
        Restoration.restore(backup, restored);
        assertThat(Shelf.whole(restored, other.hash())).hasBinaryContent(other.bytes());
    }

    @Test
    void a_file_that_is_missing_or_changed_is_found() throws Exception {
        house.stop();
        assertThat(findings()).isEmpty();
        byte[] changed = file.bytes().clone();
        changed[77]++;
        Files.write(path(file), changed);
        Files.delete(path(other));
        assertThat(findings())
                .hasSize(2)
                .anySatisfy(f -> assertThat(f).contains("is not what was sent"))
                .anySatisfy(f -> assertThat(f).contains("is missing"));
    }

    @Test
    void a_backup_with_another_file_under_a_hash_is_not_restored() throws Exception {
        house.stop();
        Files.write(path(other), new byte[1_000]);
        Path backup = backUpStopped();
        Path restored = folder.resolve("restored");
        assertThatThrownBy(() -> Restoration.restore(backup, restored))
                .hasMessageContaining("is not what was sent");
        assertThat(restored).doesNotExist();
    }

    private Path backUpStopped() throws IOException {
        Path backup = folder.resolve("b.backup");
        try (Foundation foundation = Foundation.open(house.data)) {
            foundation.backUp(backup, house.clock);
        }
        return backup;
    }

    @Test
    void without_files_the_form_is_still_the_first_one() throws Exception {
        try (House empty = House.found(folder.resolve("empty"))) {
            empty.stop();
            Path backup = folder.resolve("empty.backup");
            try (Foundation foundation = Foundation.open(empty.data)) {
                foundation.backUp(backup, empty.clock);
            }
            assertThat(Files.readAllBytes(backup)[19]).isEqualTo((byte) 1);
        }
        assertThat(Files.readAllBytes(backUp())[19]).isEqualTo((byte) 2);
    }

    @Test
    void what_the_store_knows_nothing_of_goes_at_the_next_start() throws Exception {
        house.stop();
        Sent stray = Sent.ofSize(100, 9);
        Files.write(Shelf.makeRoom(house.data, stray.hash()), stray.bytes());
        house.start();
        house.journal.await("event=files_removed files=1");
        assertThat(path(stray)).doesNotExist();
        assertThat(path(file)).exists();
        owner.reconnect();
        assertThat(file.fetch(owner, chat, seq)).isEqualTo(file.bytes());
    }
}
