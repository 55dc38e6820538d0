package chatbois.terminal.setting;

import static org.assertj.core.api.Assertions.assertThat;

import chatbois.client.home.Home;
import chatbois.terminal.cell.Color;
import chatbois.terminal.cell.Ink;
import chatbois.terminal.cell.Theme;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ThemesTest {
    @TempDir private Path root;

    @Test
    void a_theme_is_a_base_and_colours_for_what_is_to_be_another() throws IOException {
        write(
                "sea.toml",
                """
                base = "light"
                background = "#fdf6e3"
                link = "#268BD2"
                own-name = "bright-blue"
                faint = 245
                text = "default"
                """);
        Themes themes = Themes.read(new Home(root));
        assertThat(themes.names()).containsExactly("auto", "dark", "light", "sea");
        assertThat(themes.problems("sea")).isEmpty();
        assertThat(themes.named("sea"))
                .contains(
                        Theme.LIGHT
                                .on(0xFDF6E3)
                                .with(
                                        Map.of(
                                                Ink.LINK, Color.rgb(0x268BD2),
                                                Ink.OWN_NAME, Color.indexed(12),
                                                Ink.FAINT, Color.indexed(245),
                                                Ink.TEXT, Color.DEFAULT)));
    }

    @Test
    void wrong_lines_are_told_and_the_others_count() throws IOException {
        write(
                "odd.toml",
                """
                base = "grey"
                link = "#12345"
                own-nam = "red"
                faint = 300
                background = "#ffffff"
                code = "green"
                [more]
                error = "red"
                """);
        Themes themes = Themes.read(new Home(root));
        assertThat(themes.named("odd"))
                .contains(Theme.DARK.with(Map.of(Ink.CODE, Color.indexed(2))));
        assertThat(themes.problems("odd"))
                .satisfiesExactly(
                        one ->
                                assertThat(one)
                                        .isEqualTo(
                                                "themes/odd.toml, line 1: base is \"dark\" or"
                                                        + " \"light\"; it stays \"dark\"."),
                        one ->
                                assertThat(one)
                                        .startsWith("themes/odd.toml, line 2: link is a colour:"),
                        one ->
                                assertThat(one)
                                        .startsWith(
                                                "themes/odd.toml, line 3: own-nam is nothing that")
                                        .contains("own-name"),
                        one ->
                                assertThat(one)
                                        .startsWith("themes/odd.toml, line 4: faint is a colour:"),
                        one -> assertThat(one).contains("line 5", "not as dark or light"),
                        one -> assertThat(one).contains("line 8", "more.error"));
    }

    @Test
    void what_is_no_theme_is_never_fatal() throws IOException {
        write("broken.toml", "link = \n");
        write("dark.toml", "link = \"red\"\n");
        write("Not A Name.toml", "");
        write("readme.txt", "");
        write("large.toml", "# ".repeat(40_000));
        Files.createDirectory(root.resolve("themes/folder.toml"));
        Themes themes = Themes.read(new Home(root));
        assertThat(themes.names())
                .containsExactly("auto", "dark", "light", "broken", "folder", "large");
        assertThat(themes.named("dark")).contains(Theme.DARK);
        assertThat(themes.problems("broken").getFirst()).contains("line 1", "is not TOML");
        assertThat(themes.problems("large").getFirst()).contains("longer than 65536 bytes");
        assertThat(themes.problems("folder")).hasSize(1);
        assertThat(themes.problems("gone").getFirst()).contains("There is no theme gone");
        assertThat(themes.named("gone")).isEmpty();
    }

    private void write(String name, String text) throws IOException {
        Files.createDirectories(root.resolve("themes"));
        Files.writeString(root.resolve("themes").resolve(name), text);
    }
}
