package chatbois.client.home;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import chatbois.log.Bytes32;
import chatbois.log.Sha256;
import chatbois.protocol.event.Attachment;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Where a file that came with a message lies until it is whole, in a folder that is not ours
/// alone.
class IncomingTest {
    private static final byte[] WHOLE = {1, 2, 3, 4, 5, 6};
    private static final byte[] FIRST = {1, 2, 3};
    private static final byte[] REST = {4, 5, 6};
    private static final Bytes32 HASH = Sha256.of(WHOLE);

    @TempDir Path folder;
    private Path target;
    private Path secret;

    @BeforeEach
    void lay() throws IOException {
        target = folder.resolve("cat.png");
        Path elsewhere = Files.createDirectory(folder.resolve("elsewhere"));
        secret = Files.write(elsewhere.resolve("secret"), new byte[] {9, 9, 9});
        only(secret, "rw-------");
    }

    private static void only(Path file, String mode) throws IOException {
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(mode));
    }

    private Path part() {
        return folder.resolve(".cat.png." + HASH.toString().substring(0, 24) + ".part");
    }

    private List<String> names() throws IOException {
        try (Stream<Path> all = Files.list(folder)) {
            return all.map(path -> path.getFileName().toString())
                    .filter(name -> !name.equals("elsewhere"))
                    .sorted()
                    .toList();
        }
    }

    private void cutOff() throws IOException {
        try (Incoming file = Incoming.open(target, HASH)) {
            file.add(FIRST);
        }
    }

    private void fetchWhole() throws IOException {
        try (Incoming file = Incoming.open(target, HASH)) {
            assertThat(file.size()).isZero();
            file.add(WHOLE);
            file.finish();
        }
        assertThat(target).hasBinaryContent(WHOLE);
        assertThat(Files.isSymbolicLink(target)).isFalse();
    }

    @Test
    void it_goes_on_where_it_was_cut_off() throws IOException {
        cutOff();
        assertThat(names()).containsExactly(part().getFileName().toString());
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(part())))
                .isEqualTo("rw-------");
        try (Incoming file = Incoming.open(target, HASH)) {
            assertThat(file.size()).isEqualTo(3);
            file.add(REST);
            assertThat(file.has(HASH)).isTrue();
            file.finish();
        }
        assertThat(target).hasBinaryContent(WHOLE);
        assertThat(names()).containsExactly("cat.png");
    }

    @Test
    void no_attachment_can_be_called_as_what_was_cut_off() throws IOException {
        cutOff();
        assertThat(Attachment.isName(part().getFileName().toString())).isFalse();
        Path long200 = folder.resolve("x".repeat(196) + ".png");
        Incoming.open(long200, HASH).close();
    }

    @Test
    void what_was_saved_under_the_name_with_part_stays_as_it_is() throws IOException {
        Path saved = Files.write(folder.resolve("cat.png.part"), FIRST);
        only(saved, "rw-------");
        fetchWhole();
        assertThat(saved).hasBinaryContent(FIRST);
    }

    @Test
    void nothing_is_written_through_a_link_that_lies_there() throws IOException {
        Files.createSymbolicLink(part(), secret);
        fetchWhole();
        assertThat(secret).hasBinaryContent(new byte[] {9, 9, 9});
        assertThat(part()).isSymbolicLink();
    }

    @Test
    void nothing_is_made_where_a_link_that_leads_nowhere_points_to() throws IOException {
        Path nowhere = folder.resolve("elsewhere/nowhere");
        Files.createSymbolicLink(part(), nowhere);
        fetchWhole();
        assertThat(nowhere).doesNotExist();
    }

    @Test
    void a_second_name_of_another_file_is_not_gone_on_with() throws IOException {
        Files.createLink(part(), secret);
        fetchWhole();
        assertThat(secret).hasBinaryContent(new byte[] {9, 9, 9});
    }

    @Test
    void what_others_may_read_or_what_is_no_file_is_not_gone_on_with() throws IOException {
        only(Files.write(part(), FIRST), "rw-r--r--");
        fetchWhole();
        assertThat(part()).hasBinaryContent(FIRST);
        Files.delete(part());
        Files.delete(target);
        Files.createDirectory(part());
        fetchWhole();
        assertThat(part()).isEmptyDirectory();
    }

    @Test
    void beside_what_is_not_ours_nothing_stays_of_what_was_cut_off() throws IOException {
        Files.createSymbolicLink(part(), secret);
        cutOff();
        assertThat(names()).containsExactly(part().getFileName().toString());
    }

    @Test
    void nothing_stays_of_what_was_given_up() throws IOException {
        cutOff();
        try (Incoming file = Incoming.open(target, HASH)) {
            file.clear();
        }
        assertThat(names()).isEmpty();
    }

    @Test
    void a_target_that_is_there_is_seen_before_anything_is_fetched() throws IOException {
        Files.createSymbolicLink(target, folder.resolve("nowhere"));
        assertThatThrownBy(() -> Incoming.open(target, HASH))
                .isInstanceOf(FileAlreadyExistsException.class)
                .hasMessageContaining("exists already");
        assertThat(names()).containsExactly("cat.png");
    }

    @Test
    void a_target_that_came_meanwhile_is_not_replaced() throws IOException {
        try (Incoming file = Incoming.open(target, HASH)) {
            file.add(WHOLE);
            Files.createSymbolicLink(target, folder.resolve("nowhere"));
            assertThatThrownBy(file::finish).hasMessageContaining("exists already");
        }
        assertThat(target).isSymbolicLink();
        assertThat(Files.exists(part(), LinkOption.NOFOLLOW_LINKS)).isTrue();
    }

    @Test
    void two_do_not_write_the_same() throws IOException {
        try (Incoming first = Incoming.open(target, HASH)) {
            first.add(FIRST);
            assertThatThrownBy(() -> Incoming.open(target, HASH))
                    .hasMessageContaining("is being written already");
        }
    }

    @Test
    void a_full_disk_is_told_with_the_file_and_keeps_what_has_come() throws Exception {
        Path disk = Files.createDirectory(folder.resolve("disk"));
        boolean mounted = ran("mount", "-t", "tmpfs", "-o", "size=64k", "tmpfs", disk.toString());
        assumeTrue(mounted, "only root can mount a small disk to fill");
        try (Incoming file = Incoming.open(disk.resolve("cat.png"), HASH)) {
            assertThatThrownBy(() -> file.add(new byte[100_000]))
                    .hasMessageContaining("disk/cat.png can't be written any further: No space")
                    .hasMessageContaining("What has come is kept");
            assertThat(file.part()).isNotEmptyFile();
        } finally {
            ran("umount", disk.toString());
        }
    }

    private static boolean ran(String... command) throws Exception {
        return new ProcessBuilder(command).inheritIO().start().waitFor() == 0;
    }
}
