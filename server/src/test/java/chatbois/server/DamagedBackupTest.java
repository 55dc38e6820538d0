package chatbois.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import chatbois.log.Sha256;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What is not a whole and true backup is refused, and nothing is left behind.
class DamagedBackupTest {
    private static final int HEAD = 28;
    private static final int SEAL = 32;
    private static final int STEP = 97;

    @TempDir Path folder;

    private byte[] good;
    private Path backup;

    @BeforeEach
    void make() throws Exception {
        backup = folder.resolve("some.backup");
        try (House house = House.found(folder.resolve("data"))) {
            Client anna = house.member("anna");
            anna.say(anna.makeChat("plans", house.owner()), "hello");
            house.stop();
            try (Foundation foundation = Foundation.open(house.data)) {
                foundation.backUp(backup, house.clock);
            }
        }
        good = Files.readAllBytes(backup);
    }

    @Test
    void a_flipped_bit_in_any_structure_and_every_so_often_elsewhere_is_refused() throws Exception {
        Set<Integer> places = structure();
        for (int i = 0; i < good.length; i += STEP) {
            places.add(i);
        }
        for (int place : places) {
            assertFlipRefused(place, 1);
            assertFlipRefused(place, 0x80);
        }
        assertNothingLeft();
    }

    @Test
    @Tag("fault")
    void a_flipped_byte_anywhere_is_refused() throws Exception {
        for (int place = 0; place < good.length; place++) {
            assertFlipRefused(place, 0xFF);
        }
        assertNothingLeft();
    }

    private void assertFlipRefused(int place, int bits) throws IOException {
        byte[] bad = good.clone();
        bad[place] ^= (byte) bits;
        assertRefused(bad, place < 16 ? "is no backup of chatbois" : "is damaged or not whole");
    }

    @Test
    void a_cut_or_extended_file_is_refused() throws Exception {
        for (int length : new int[] {0, 1, 15, 16, 60, 61, good.length / 2, good.length - 1}) {
            assertRefused(
                    Arrays.copyOf(good, length),
                    length < 16 ? "is no backup of chatbois" : "is damaged or not whole");
        }
        assertRefused(Arrays.copyOf(good, good.length + 1), "is damaged or not whole");
        assertRefused(Arrays.copyOf(good, good.length + 4096), "is damaged or not whole");
        assertNothingLeft();
    }

    @Test
    void a_hostile_file_with_a_right_seal_is_refused_before_anything_is_believed()
            throws Exception {
        assertRefused(part(9, new byte[4], 4), "part 9 should not stand where it does");
        assertRefused(part(1, new byte[4], Long.MAX_VALUE), "longer than it can be");
        assertRefused(part(1, new byte[4], -1), "longer than it can be");
        assertRefused(part(1, new byte[4], 5), "longer than it can be");
        assertRefused(part(1, new byte[70_000], 70_000), "genesis is said to be longer");
        assertRefused(part(1, new byte[4], 3), "something follows its last part");
        assertRefused(part(1, new byte[4], 4), "server.key is not in it");
        assertRefused(sealed(ByteBuffer.allocate(1).array()), "genesis is not in it");
        assertRefused(sealed(ByteBuffer.allocate(2).array()), "something follows its last part");
        assertRefused(twice(), "part 1 should not stand where it does");
        assertNothingLeft();
    }

    @Test
    void a_backup_of_a_later_form_says_which_program_to_take() throws Exception {
        byte[] later = good.clone();
        later[19] = 3;
        assertRefused(reseal(later), "restore it with the program that made it, or a newer one");
    }

    @Test
    void a_store_of_a_later_version_says_which_program_to_take() throws Exception {
        byte[] later = good.clone();
        later[store() + 63] = 99; // user_version in SQLite's header
        assertRefused(reseal(later), "written by a newer version of chatbois");
        assertNothingLeft();
    }

    @Test
    void a_backup_that_is_whole_but_not_true_is_refused() throws Exception {
        byte[] text = "hello".getBytes(StandardCharsets.UTF_8);
        byte[] forged = good.clone();
        int place = new String(good, StandardCharsets.ISO_8859_1).indexOf("hello");
        assertThat(place).isGreaterThan(HEAD);
        forged[place + text.length - 1] = 'x';
        assertRefused(reseal(forged), "has a wrong signature or body");
        assertNothingLeft();
    }

    @Test
    void nothing_is_restored_over_what_is_there() throws Exception {
        Path there = Files.createDirectory(folder.resolve("there"));
        Files.writeString(there.resolve("mine"), "mine");
        assertThatThrownBy(() -> Restoration.restore(backup, there))
                .hasMessageContaining("is not empty");
        assertThat(there.resolve("mine")).hasContent("mine");
        assertThat(there).isDirectoryContaining(file -> file.endsWith("mine"));
        Files.delete(there.resolve("mine"));
        assertThat(Restoration.restore(backup, there).members()).isEqualTo(2);
        assertThatThrownBy(() -> Restoration.restore(backup, there))
                .hasMessageContaining("is not empty");
    }

    @Test
    void a_restoration_that_was_killed_does_not_stand_in_the_way() throws Exception {
        Path stage = Files.createDirectories(folder.resolve("later").resolve("restoring"));
        Files.writeString(stage.resolve("chatbois.db"), "half of it");
        Files.writeString(folder.resolve("later").resolve("lock"), "");
        assertThat(Restoration.restore(backup, folder.resolve("later")).members()).isEqualTo(2);
        assertThat(stage).doesNotExist();
    }

    private void assertRefused(byte[] bytes, String why) throws IOException {
        Files.write(backup, bytes);
        assertThatThrownBy(() -> Restoration.restore(backup, target()))
                .isInstanceOf(IOException.class)
                .hasMessageContaining(why);
    }

    private Path target() {
        return folder.resolve("new").resolve("server");
    }

    private void assertNothingLeft() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrder("data", "some.backup");
        }
    }

    /// The head, each part's number and length, the end and the seal.
    private Set<Integer> structure() {
        Set<Integer> places = new TreeSet<>();
        add(places, 0, HEAD);
        int at = HEAD;
        while (good[at] != 0) {
            add(places, at, 9);
            at += 9 + (int) ByteBuffer.wrap(good).getLong(at + 1);
        }
        add(places, at, 1 + SEAL);
        assertThat(at + 1 + SEAL).isEqualTo(good.length);
        return places;
    }

    private static void add(Set<Integer> places, int from, int count) {
        for (int i = 0; i < count; i++) {
            places.add(from + i);
        }
    }

    /// Where the store begins.
    private int store() {
        int at = HEAD;
        while (good[at] != 5) {
            at += 9 + (int) ByteBuffer.wrap(good).getLong(at + 1);
        }
        return at + 9;
    }

    private byte[] part(int number, byte[] bytes, long said) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        DataOutputStream data = new DataOutputStream(out);
        data.writeByte(number);
        data.writeLong(said);
        data.write(bytes);
        data.writeByte(0);
        return sealed(out.toByteArray());
    }

    private byte[] twice() {
        return sealed(
                ByteBuffer.allocate(19).put((byte) 1).putLong(0).put((byte) 1).putLong(0).array());
    }

    private byte[] sealed(byte[] parts) {
        byte[] all = Arrays.copyOf(good, HEAD + parts.length + SEAL);
        System.arraycopy(parts, 0, all, HEAD, parts.length);
        return reseal(all);
    }

    private static byte[] reseal(byte[] all) {
        byte[] seal = Sha256.of(Arrays.copyOf(all, all.length - SEAL)).bytes();
        System.arraycopy(seal, 0, all, all.length - SEAL, SEAL);
        return all;
    }
}
