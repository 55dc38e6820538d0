package chatbois.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import chatbois.log.Base64Url;
import chatbois.log.Bytes32;
import chatbois.log.LogId;
import chatbois.log.Sha256;
import chatbois.log.TreeHead;
import chatbois.protocol.BackupName;
import chatbois.protocol.Refusal.Code;
import chatbois.protocol.Reply;
import chatbois.protocol.Reply.BackupList.Kept;
import chatbois.protocol.Request;
import chatbois.protocol.event.EventBody;
import chatbois.server.Restoration.Restored;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Backups that a running server makes, and what is made of them again.
class BackupTest {
    private static final int BACKUPS = 5;

    @TempDir Path folder;

    private House house;
    private Client anna;
    private LogId chat;

    @BeforeEach
    void found() throws Exception {
        house = House.found(folder.resolve("data"));
        anna = house.member("anna");
        chat = anna.makeChat("plans", house.owner());
    }

    @AfterEach
    void close() {
        house.close();
    }

    @Test
    void what_was_acknowledged_before_a_backup_is_in_it_though_others_write_on() throws Exception {
        List<CompletableFuture<Reply>> said = new ArrayList<>();
        for (int i = 0; i < 300; i++) {
            EventBody body = new EventBody.Message("no. " + i, false);
            said.add(
                    anna.wire()
                            .send(
                                    new Request.Append(
                                            anna.sign(chat, i + 2, TreeHead.EMPTY, body))));
        }
        Wire.get(said.get(100));
        Restored restored = restore(fetch(back().getLast()));
        Wire.get(said.getLast());
        assertThat(restored.name()).isEqualTo("The House");
        assertThat(restored.members()).isEqualTo(2);
        assertThat(restored.chats()).isEqualTo(1);
        // Founded, two joined, an invite, a chat here and there, and what was said.
        assertThat(restored.events()).isBetween(6L + 101, 6L + 300);
    }

    @Test
    void a_restored_server_goes_on_where_the_backup_was_made() throws Exception {
        anna.say(chat, "before");
        Path backup = fetch(back().getLast());
        house.stop();
        Restoration.restore(backup, folder.resolve("restored"));
        try (Foundation foundation = Foundation.open(folder.resolve("restored"));
                Foundation old = Foundation.open(house.data)) {
            assertThat(foundation.genesis()).isEqualTo(old.genesis());
            assertThat(foundation.serverKey().seed()).isEqualTo(old.serverKey().seed());
            assertThat(foundation.tls().keyHash()).isEqualTo(old.tls().keyHash());
            assertThat(foundation.check()).isEmpty();
        }
        try (Stream<Path> files = Files.list(folder.resolve("restored"))) {
            assertThat(files)
                    .allSatisfy(file ->
                            assertThat(permissions(file))
                                    .as(file.toString())
                                    .isEqualTo("rw-------"));
        }
        assertThat(permissions(folder.resolve("restored"))).isEqualTo("rwx------");
    }

    @Test
    void only_the_newest_backups_are_kept_and_only_their_owner_may_read_them() throws Exception {
        List<Kept> kept = List.of();
        for (int i = 0; i < BACKUPS; i++) {
            List<Kept> now = back();
            assertThat(now.getLast()).isNotIn(kept);
            kept = now;
        }
        assertThat(kept).hasSize(3).isSortedAccordingTo(Comparator.comparing(Kept::name));
        Path backups = house.data.resolve("backups");
        assertThat(permissions(backups)).isEqualTo("rwx------");
        try (Stream<Path> files = Files.list(backups)) {
            assertThat(files)
                    .hasSize(3)
                    .allSatisfy(file -> assertThat(permissions(file)).isEqualTo("rw-------"));
        }
    }

    /// What is listed may be deleted before it is read; a link to nowhere is always in that state.
    @Test
    void one_that_is_gone_when_it_is_looked_at_is_left_out() throws Exception {
        List<Kept> kept = back();
        Path gone = house.data.resolve("backups").resolve(BackupName.at(Instant.EPOCH).value());
        Files.createSymbolicLink(gone, Path.of("nowhere"));
        Reply.BackupList list = (Reply.BackupList) house.owner().wire().ask(new Request.Backups());
        assertThat(list.kept()).isEqualTo(kept);
        assertThat(back()).hasSize(2);
    }

    @Test
    void nobody_but_the_owner_gets_one() throws Exception {
        house.owner().write(house.community, new EventBody.RoleGiven(anna.id, "admin"));
        BackupName name = back().getLast().name();
        for (Request request :
                List.of(
                        new Request.Backup(),
                        new Request.Backups(),
                        new Request.BackupPart(name, 0))) {
            Refusals.assertRefused(Code.NOT_ALLOWED, () -> anna.wire().ask(request));
        }
    }

    @Test
    void one_that_is_not_kept_is_refused() throws Exception {
        Wire owner = house.owner().wire();
        Refusals.assertRefused(
                Code.BAD_REQUEST,
                () -> owner.ask(new Request.BackupPart(BackupName.at(Instant.EPOCH), 0)));
    }

    @Test
    void a_piece_outside_of_the_backup_is_refused() throws Exception {
        Kept kept = back().getLast();
        Wire owner = house.owner().wire();
        for (long offset : List.of(-1L, kept.size() + 1, Long.MAX_VALUE, Long.MIN_VALUE)) {
            Refusals.assertRefused(
                    Code.BAD_REQUEST, () -> owner.ask(new Request.BackupPart(kept.name(), offset)));
        }
        assertThat(owner.ask(new Request.BackupPart(kept.name(), kept.size())))
                .isEqualTo(new Reply.BackupBytes(kept.size(), ""));
    }

    @Test
    void a_server_that_ends_breaks_its_backup_off_and_leaves_nothing_of_it() throws Exception {
        house.owner().wire().ask(new Request.Backup());
        house.stop();
        Path backups = house.data.resolve("backups");
        if (Files.exists(backups)) {
            try (Stream<Path> files = Files.list(backups)) {
                assertThat(files).allMatch(file -> file.toString().endsWith("Z.backup"));
            }
        }
    }

    @Test
    void a_stopped_server_can_be_backed_up_too() throws Exception {
        anna.say(chat, "before");
        house.stop();
        Path file = folder.resolve("by-hand.backup");
        try (Foundation foundation = Foundation.open(house.data)) {
            foundation.backUp(file, house.clock);
            assertThatThrownBy(() -> foundation.backUp(file, house.clock))
                    .hasMessageContaining("exists already");
        }
        assertThat(permissions(file)).isEqualTo("rw-------");
        assertThat(restore(file).events()).isEqualTo(7);
    }

    private List<Kept> back() throws Exception {
        Wire owner = house.owner().wire();
        Reply.BackupList state = (Reply.BackupList) owner.ask(new Request.Backup());
        while (state.running()) {
            state = (Reply.BackupList) owner.ask(new Request.Backups());
        }
        assertThat(state.failed()).isNull();
        return state.kept();
    }

    /// Reads a backup from the server, piece by piece.
    private Path fetch(Kept kept) throws Exception {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        while (bytes.size() < kept.size()) {
            Reply.BackupBytes piece =
                    (Reply.BackupBytes)
                            house.owner()
                                    .wire()
                                    .ask(new Request.BackupPart(kept.name(), bytes.size()));
            bytes.writeBytes(Base64Url.decode(piece.data()));
        }
        byte[] all = bytes.toByteArray();
        int sealed = all.length - Bytes32.LENGTH;
        assertThat(Sha256.of(Arrays.copyOf(all, sealed)))
                .isEqualTo(kept.seal())
                .isEqualTo(Bytes32.of(Arrays.copyOfRange(all, sealed, all.length)));
        return Files.write(folder.resolve(kept.name().value()), all);
    }

    private Restored restore(Path backup) throws IOException {
        return Restoration.restore(backup, folder.resolve("restored"));
    }

    private static String permissions(Path file) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
    }
}
