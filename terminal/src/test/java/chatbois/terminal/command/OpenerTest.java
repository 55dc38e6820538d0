package chatbois.terminal.command;

import static org.assertj.core.api.Assertions.assertThat;

import chatbois.terminal.markup.Link;
import chatbois.terminal.setting.Setting;
import chatbois.terminal.setting.Settings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Which program opens a link, and what it is given.
class OpenerTest {
    @TempDir Path directory;

    private static Settings set(String command) {
        return Settings.STANDARD.with(Setting.LINKS_OPEN, command);
    }

    @Test
    void what_is_set_comes_before_the_environment_and_that_before_the_desktop() {
        Map<String, String> desktop = Map.of("DISPLAY", ":0");
        Map<String, String> both = Map.of("DISPLAY", ":0", "BROWSER", "lynx -x:w3m");
        Settings none = Settings.STANDARD;
        assertThat(new Opener(both, "Linux").command(set("firefox  --new-tab")))
                .containsExactly("firefox", "--new-tab");
        assertThat(new Opener(both, "Linux").command(none)).containsExactly("lynx", "-x");
        assertThat(new Opener(desktop, "Linux").command(none)).containsExactly("xdg-open");
        assertThat(new Opener(desktop, "Linux").command(set("auto"))).containsExactly("xdg-open");
        assertThat(new Opener(Map.of(), "Mac OS X").command(none)).containsExactly("open");
        assertThat(new Opener(Map.of(), "Linux").command(none)).isEmpty();
    }

    @Test
    void an_address_is_one_argument_whatever_is_in_it() throws Exception {
        Path seen = directory.resolve("seen");
        Path program = directory.resolve("browser");
        Files.writeString(program, "#!/bin/sh\nprintf '%s\\n' \"$@\" > '" + seen + "'\n");
        Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwx------"));
        String address = "https://example.org/$(touch+x);a&b=-c'd";
        Opener opener = new Opener(Map.of(), "Linux");
        assertThat(opener.open(address, set(program + " --tab"))).isTrue();
        assertThat(seen).hasContent("--tab\n" + address + "\n");
        assertThat(opener.open(address, set("false"))).isFalse();
        assertThat(opener.open(address, set("/no/such/program"))).isFalse();
        assertThat(opener.open(address, Settings.STANDARD)).isFalse();
    }

    @Test
    void only_addresses_of_the_web_that_hide_nothing_are_links_to_open() {
        assertThat(
                        Link.web(
                                "see https://a.example/x, http://b.example. https://a.example/x"
                                        + " mailto:c@d.example https://good.example@bad.example/"
                                        + " file:///etc/passwd -https://e.example"
                                        + " https://\u0430.example",
                                9))
                .containsExactly("https://a.example/x", "http://b.example", "https://e.example");
        assertThat(Link.web("https://a.example https://b.example", 1)).hasSize(1);
    }
}
