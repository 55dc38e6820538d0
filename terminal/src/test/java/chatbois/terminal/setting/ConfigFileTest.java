package chatbois.terminal.setting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import chatbois.client.home.Home;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ConfigFileTest {
    @TempDir Path root;
    private Path path;

    @BeforeEach
    void find() {
        path = root.resolve("config.toml");
    }

    @Test
    void there_is_no_file_before_something_is_set() throws IOException {
        ConfigFile file = open();
        assertThat(file.now()).isEqualTo(Config.NONE);
        assertThat(path).doesNotExist();
        file.set(Setting.LOOKS_CLOCK, "12h");
        assertThat(Files.getPosixFilePermissions(path))
                .isEqualTo(PosixFilePermissions.fromString("rw-------"));
        assertThat(Files.readString(path)).contains("\nclock = \"12h\"\n", "\n#title = true\n");
        assertThat(value(open(), Setting.LOOKS_CLOCK)).isEqualTo("12h");
        assertThat(open().now().problems()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Setting.class)
    void every_setting_can_be_set_and_taken_back(Setting setting) throws IOException {
        ConfigFile file = open();
        file.set(setting, setting.standard());
        String made = Files.readString(path);
        assertThat(open().now().settings().isChosen(setting)).isTrue();
        file.reset(setting);
        assertThat(open().now().settings()).isEqualTo(Settings.STANDARD);
        file.set(setting, setting.standard());
        assertThat(Files.readString(path)).isEqualTo(made);
    }

    @Test
    void an_alias_that_would_lead_back_to_itself_is_not_kept() throws IOException {
        ConfigFile file = open();
        file.alias("a", "/b $*");
        assertThatThrownBy(() -> file.alias("b", "/a"))
                .hasMessage("Nothing was changed: /b leads in a circle: /b, /a, /b.");
        assertThat(open().now().aliases().texts()).containsOnlyKeys("a");
        assertThatThrownBy(() -> file.alias("a", "/A $*")).hasMessageContaining("/a, /a.");
    }

    @Test
    void comments_and_order_stay_as_somebody_has_written_them() throws IOException {
        Files.writeString(
                path,
                """
                # how I like it
                [plain]
                entries=3 # few

                [looks]   # my eyes
                  title = false
                """);
        ConfigFile file = open();
        file.set(Setting.PLAIN_ENTRIES, "4");
        file.set(Setting.LOOKS_CLOCK, "12h");
        file.set(Setting.WRITING_ROWS, "7");
        assertThat(Files.readString(path))
                .isEqualTo(
                        """
                        # how I like it
                        [plain]
                        entries=4 # few

                        [looks]   # my eyes
                          title = false
                        clock = "12h"

                        [writing]
                        rows = 7
                        """);
        file.reset(Setting.PLAIN_ENTRIES);
        assertThat(Files.readString(path)).contains("[plain]\n#entries = 10\n\n[looks]");
    }

    @Test
    void what_was_edited_meanwhile_is_neither_lost_nor_ignored() throws IOException {
        ConfigFile file = open();
        Files.writeString(path, "[plain]\nentries = 7\n");
        file.set(Setting.LOOKS_CLOCK, "12h");
        assertThat(file.now().settings().number(Setting.PLAIN_ENTRIES)).isEqualTo(7);
        assertThat(Files.readString(path)).startsWith("[plain]\nentries = 7\n");
    }

    @Test
    void every_change_is_told() throws IOException {
        ConfigFile file = open();
        List<Config> told = new ArrayList<>();
        file.onChange(told::add);
        file.set(Setting.LOOKS_CLOCK, "12h");
        assertThat(told).containsExactly(file.now());
    }

    @Test
    void what_can_only_be_changed_by_hand_is_left_alone() throws IOException {
        for (String text :
                List.of(
                        "looks = { clock = \"24h\" }\n",
                        "[looks]\nclock = '''\n24h'''\n",
                        "[looks]\ntitle = \n")) {
            Files.writeString(path, text);
            ConfigFile file = open();
            assertThatThrownBy(() -> file.set(Setting.LOOKS_CLOCK, "12h"))
                    .isInstanceOf(IOException.class)
                    .hasMessageStartingWith("Nothing was changed");
            assertThat(Files.readString(path)).isEqualTo(text);
        }
    }

    @Test
    void a_link_to_the_file_stays_a_link() throws IOException {
        Path real = Files.writeString(root.resolve("dotfile"), "[plain]\nentries = 7\n");
        Files.createSymbolicLink(path, real);
        open().set(Setting.PLAIN_ENTRIES, "8");
        assertThat(path).isSymbolicLink();
        assertThat(Files.readString(real)).contains("entries = 8");
    }

    @Test
    void a_file_that_cannot_be_read_is_told_and_not_fatal() throws IOException {
        Files.write(path, new byte[] {'#', (byte) 0xFF});
        assertThat(open().now().problems())
                .containsExactly("The settings can't be read: " + path + " is not in UTF-8.");
        Files.writeString(path, "#".repeat(65_537));
        assertThat(open().now().problems())
                .containsExactly(
                        "The settings can't be read: " + path + " is longer than 65536 bytes.");
        Files.delete(path);
        Files.createDirectory(path);
        assertThat(open().now().problems()).hasSize(1);
    }

    private ConfigFile open() {
        return new ConfigFile(new Home(root), "go"::equals);
    }

    private static String value(ConfigFile file, Setting setting) {
        return file.now().settings().value(setting);
    }
}
