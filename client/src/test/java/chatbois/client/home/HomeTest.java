package chatbois.client.home;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import chatbois.log.Bytes32;
import chatbois.log.LogBroken;
import chatbois.log.LogId;
import chatbois.log.MemberId;
import chatbois.log.Pin;
import chatbois.log.SigningKey;
import chatbois.log.TreeHead;
import chatbois.protocol.Address;
import chatbois.protocol.name.MemberName;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HomeTest {
    private static final LogId COMMUNITY = new LogId(new Bytes32(1, 2, 3, 4));
    private static final LogId CHAT = new LogId(new Bytes32(5, 6, 7, 8));
    private static final SigningKey KEY = SigningKey.generate(new SecureRandom());

    @TempDir Path directory;

    @Test
    void its_place_is_the_environments_choice_then_xdg_then_the_users_home() {
        assertThat(Home.place(Map.of("CHATBOIS_HOME", "/x", "XDG_CONFIG_HOME", "/y")))
                .isEqualTo(Path.of("/x"));
        assertThat(Home.place(Map.of("XDG_CONFIG_HOME", "/y"))).isEqualTo(Path.of("/y/chatbois"));
        assertThat(Home.place(Map.of("XDG_CONFIG_HOME", "not/absolute", "HOME", "/home/ann")))
                .isEqualTo(Path.of("/home/ann/.config/chatbois"));
        assertThat(Home.place(Map.of()))
                .isEqualTo(Path.of(System.getProperty("user.home"), ".config", "chatbois"));
    }

    @Test
    void everything_comes_back_as_it_was_saved() throws IOException {
        Folder folder = new Home(directory).folder(COMMUNITY);
        Pins pins = new Pins(Map.of(CHAT, pin(7, 5)), Map.of(CHAT, broken()));
        folder.save(KEY);
        folder.save(profile("ann"));
        folder.add(pins);

        Home again = new Home(directory);
        assertThat(again.communities()).containsExactly(COMMUNITY);
        assertThat(again.folder(COMMUNITY).profile()).contains(profile("ann"));
        assertThat(again.folder(COMMUNITY).needKey().seed()).isEqualTo(KEY.seed());
        assertThat(again.folder(COMMUNITY).pins()).isEqualTo(pins);
    }

    @Test
    void only_the_owner_can_look() throws IOException {
        Folder folder = new Home(directory.resolve("new")).folder(COMMUNITY);
        folder.save(KEY);
        folder.save(profile("ann"));
        folder.add(new Pins(Map.of(CHAT, pin(1, 1)), Map.of()));
        folder.keep(List.of());
        try (Stream<Path> all = Files.walk(directory.resolve("new"))) {
            for (Path path : all.toList()) {
                assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(path)))
                        .as(path.toString())
                        .isEqualTo(Files.isDirectory(path) ? "rwx------" : "rw-------");
            }
        }
    }

    @Test
    void who_is_killed_at_any_step_leaves_the_old_file_or_the_new_one() throws IOException {
        new Home(directory).folder(COMMUNITY).save(profile("old"));
        boolean survived = false;
        for (int steps = 1; !survived; steps++) {
            FailingDisk disk = new FailingDisk(steps);
            try {
                new Home(directory, disk).folder(COMMUNITY).save(profile("new"));
            } catch (IOException e) {
                assertThat(e).hasMessage("killed");
            }
            survived = disk.survived();
            Folder after = new Home(directory).folder(COMMUNITY);
            assertThat(after.profile().orElseThrow().memberName().value()).isIn("old", "new");
            after.save(profile("old"));
            assertThat(after.profile()).contains(profile("old"));
        }
        try (Stream<Path> files = Files.walk(directory)) {
            assertThat(files).noneMatch(path -> path.toString().endsWith(".unfinished"));
        }
    }

    @Test
    void two_processes_keep_the_longer_of_what_they_have_seen() throws IOException {
        Folder one = new Home(directory).folder(COMMUNITY);
        Folder other = new Home(directory).folder(COMMUNITY);
        one.add(new Pins(Map.of(CHAT, pin(9, 3)), Map.of()));
        other.add(new Pins(Map.of(CHAT, pin(7, 5), COMMUNITY, pin(2, 2)), Map.of()));

        Pins both = one.pins();
        assertThat(both.of(CHAT).newest().size()).isEqualTo(9);
        assertThat(both.of(CHAT).readUpTo()).isEqualTo(5);
        assertThat(both.of(COMMUNITY).newest().size()).isEqualTo(2);
    }

    @Test
    void what_two_processes_wish_stands_both() throws IOException {
        Folder one = new Home(directory).folder(COMMUNITY);
        Folder other = new Home(directory).folder(COMMUNITY);
        one.wish("typing", "off");
        other.wish("quiet", "22:00-07:00");
        assertThat(one.wishes()).isEqualTo(Map.of("typing", "off", "quiet", "22:00-07:00"));
        one.wish("typing", "");
        assertThat(other.wishes()).isEqualTo(Map.of("quiet", "22:00-07:00"));
    }

    @Test
    void a_report_stays_until_it_is_dismissed() throws IOException {
        Folder folder = new Home(directory).folder(COMMUNITY);
        folder.add(new Pins(Map.of(CHAT, pin(9, 9)), Map.of(CHAT, broken())));
        folder.add(new Pins(Map.of(CHAT, pin(10, 10)), Map.of()));
        assertThat(folder.pins().broken()).containsEntry(CHAT, broken());

        folder.dismiss(CHAT);
        assertThat(folder.pins()).isEqualTo(Pins.NONE);
    }

    @Test
    void a_damaged_file_is_named_and_never_replaced() throws IOException {
        Folder folder = new Home(directory).folder(COMMUNITY);
        folder.save(KEY);
        folder.save(profile("ann"));
        folder.add(new Pins(Map.of(CHAT, pin(1, 1)), Map.of()));
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path file :
                    files.filter(Files::isRegularFile).filter(f -> length(f) > 0).toList()) {
                byte[] whole = Files.readAllBytes(file);
                for (int cut = 0; cut < whole.length - 1; cut++) {
                    Files.write(file, java.util.Arrays.copyOf(whole, cut));
                    assertThatThrownBy(() -> readAll(folder))
                            .isInstanceOf(CorruptFile.class)
                            .hasMessageContaining(file.toString());
                }
                Files.write(file, whole);
            }
        }
        readAll(folder);
    }

    private static long length(Path file) {
        return file.toFile().length();
    }

    private static void readAll(Folder folder) throws IOException {
        folder.needKey();
        folder.profile();
        folder.pins();
    }

    private static Profile profile(String name) {
        return new Profile(
                COMMUNITY,
                "The Shed",
                List.of(new Address("shed.example.org", 7777), new Address("::1", 1)),
                new MemberId(new UUID(1, 2)),
                new MemberName(name),
                KEY.verifyKey(),
                1,
                /* joined= */ true);
    }

    private static Pin pin(long size, long readUpTo) {
        return new Pin(
                new TreeHead(size, new Bytes32(size, 0, 0, 0)),
                readUpTo,
                Map.of(KEY.verifyKey(), new Pin.Last(3, readUpTo == size)));
    }

    private static Broken broken() {
        return new Broken(CHAT, LogBroken.Kind.TRUNCATED, 99, "it had 3 events and now has 2");
    }
}
