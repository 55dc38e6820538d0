package chatbois.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// Settings, keys and aliases are changed in lines.
@Timeout(60)
class LineSettingsTest {
    @TempDir Path directory;
    private LineTalk lines;

    @BeforeEach
    void found() throws Exception {
        lines = new LineTalk(directory);
    }

    @AfterEach
    void close() {
        lines.close();
    }

    @Test
    void settings_are_changed_and_kept_and_what_is_wrong_in_them_is_told() throws Exception {
        lines.ann.send(lines.tools, "one", false).get();
        lines.ann.send(lines.tools, "two", false).get();
        Path file = directory.resolve("bob/config.toml");
        assertThat(lines.pipe("bob", "/set looks.clock 12h\n/set plain.entries 1\n").printed())
                .contains("looks.clock is 12h now.", "plain.entries is 1 now.");
        assertThat(Files.readString(file)).contains("\nclock = \"12h\"\n", "\nentries = 1\n");
        Files.writeString(file, "[lokos]\n", StandardOpenOption.APPEND);
        Files.writeString(file, "clock = \"x\"\n", StandardOpenOption.APPEND);
        lines.ann.send(lines.tools, "three", false).get();
        assertThat(lines.pipe("bob", "/set writing.editor no-such-editor -w\n").printed())
                .contains("writing.editor is no-such-editor -w now.", "no such program here");
        LineTalk.Heard heard =
                lines.pipe(
                        "bob",
                        """
                        /set looks.clock
                        /set looks.clock 1
                        /set x 1
                        /set
                        /set notify
                        /set quiet 22:00-07:00
                        """);
        assertThat(heard.printed())
                .containsPattern(
                        "config.toml, line [0-9]+: lokos.clock is no setting; looks.clock\\?")
                .containsPattern("[0-9]{2}:[0-9]{2}[ap]m #tools #4 ann: three")
                .doesNotContain("ann: one")
                .contains("looks.clock is 24h or 12h. It is 12h now, as you have set it;")
                .contains("looks.clock is 24h or 12h.\n")
                .contains("x is no setting; ")
                .containsPattern("looks.clock +12h +you +How")
                .containsPattern("looks.title +true +default +Whether")
                .contains("What holds for one chat or community has a command of its own:")
                .contains("That has a command of its own.\n/notify [all | mentions | none")
                .contains("Nothing was changed: that has a command of its own, /quiet 22:00-07:00");
    }

    @Test
    void keys_of_the_screen_are_listed_and_bound_in_line_mode_too() throws Exception {
        Path file = directory.resolve("bob/config.toml");
        LineTalk.Heard heard =
                lines.pipe(
                        "bob",
                        """
                        /keys next-chat ctrl+g
                        /keys next-chat banana
                        /keys next-chat ctrl+n, f6
                        /set keys.undo f12
                        /keys switch f12
                        /keys fnid f5
                        /keys help ctrl+c
                        /keys unread
                        /keys f6
                        /keys undo default
                        /keys quark
                        """);
        assertThat(heard.printed())
                .contains("banana is no key;", "next-chat keeps ctrl+g.")
                .contains("next-chat: Ctrl+N, F6 now.", "undo: F12 now.", "undo: Ctrl+_, ")
                .contains(
                        "f12 is undo already;",
                        "fnid is nothing that a key can do. Did you mean find")
                .contains("ctrl+c is always stop, so that nobody gets stuck.")
                .containsPattern("next-unread +Alt\\+A +in a chat +go to the next chat")
                .containsPattern(
                        "next-chat +Ctrl\\+N, F6 \\(you\\) +in a chat +go to the next chat")
                .contains("line mode (--plain) has none.", "No key has to do with quark;");
        assertThat(Files.readString(file))
                .contains("\nnext-chat = \"ctrl+n, f6\"", "\n#undo = \"ctrl+_, ctrl+x ctrl+u\"")
                .contains("\n#stop = \"ctrl+c\"  # clear the line;");
    }

    @Test
    void aliases_are_made_and_used_and_removed() throws Exception {
        LineTalk.Heard heard =
                lines.pipe(
                        "bob",
                        """
                        /alias hi = Hello $1!
                        /alias /act = /me $*
                        /hi ann
                        /act waves
                        /alias go = /msg
                        /alias hi
                        /alias
                        /unalias hi
                        /hi ann
                        /unalias hi
                        /alias loop /loop
                        """);
        lines.assertSaid(lines.tools, "Hello ann!", "* waves");
        assertThat(heard.printed())
                .contains("/hi = Hello $1!", "/act = /me $*")
                .contains("/go is a command; an alias can't hide it.")
                .contains("/hi stands for nothing any more.", "There is no /hi; /help")
                .contains("There is no alias /hi; /alias lists them.")
                .contains("Nothing was changed: /loop leads in a circle: /loop, /loop.");
        assertThat(Files.readString(directory.resolve("bob/config.toml")))
                .contains("[aliases]\nact = \"/me $*\"\n");
    }
}
