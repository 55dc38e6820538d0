package chatbois.terminal.media;

import static org.assertj.core.api.Assertions.assertThat;

import chatbois.cellart.Colors;
import chatbois.cellart.Style;
import chatbois.terminal.cell.ColorDepth;
import chatbois.terminal.screen.Optics;
import chatbois.terminal.setting.Kind;
import chatbois.terminal.setting.Setting;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// Which characters a picture is made of.
class DrawingTest {
    private static final Optics KITTY = kitty("kitty(0.35.2)");

    /// Of a terminal that takes pixels in any way but Kitty's.
    private static final Optics ALL = new Optics(true, "wezterm 1", true, true, 8, 16);

    private static Optics kitty(String program) {
        return new Optics(true, program, true, false, 8, 16);
    }

    private static Drawing auto(Map<String, String> environment) {
        return Drawing.of("auto", ColorDepth.of(environment), environment, Optics.NONE)
                .orElseThrow();
    }

    @Test
    void without_colours_it_is_made_of_letters() {
        assertThat(auto(Map.of("TERM", "xterm-256color", "NO_COLOR", "1")))
                .isEqualTo(new Drawing(Style.ASCII, Colors.NONE));
    }

    @Test
    void any_terminal_with_colours_gets_blocks_in_as_many_as_it_has() {
        assertThat(auto(Map.of("TERM", "xterm-256color")))
                .isEqualTo(new Drawing(Style.BLOCKS, Colors.INDEXED));
        assertThat(auto(Map.of("TERM", "xterm", "COLORTERM", "truecolor")))
                .isEqualTo(new Drawing(Style.BLOCKS, Colors.FULL));
        assertThat(auto(Map.of("TERM", "xterm")))
                .isEqualTo(new Drawing(Style.BLOCKS, Colors.SIXTEEN));
    }

    @Test
    void those_that_draw_sixths_by_themselves_get_them_but_not_through_tmux() {
        assertThat(auto(Map.of("TERM", "xterm-kitty")).word()).isEqualTo("sextant");
        assertThat(auto(Map.of("TERM", "xterm-kitty", "TMUX", "/tmp/x")).word())
                .isEqualTo("blocks");
        assertThat(drawn("auto", new Optics(true, "foot(1.16)", false, false, 8, 16)))
                .isEqualTo("sextant"); // though the environment says nothing of it
    }

    @Test
    void the_console_of_old_has_few_blocks() {
        assertThat(auto(Map.of("TERM", "linux")))
                .isEqualTo(new Drawing(Style.ASCII, Colors.SIXTEEN));
    }

    private static String drawn(String chosen, Optics optics) {
        return Drawing.of(chosen, ColorDepth.TRUE, Map.of(), optics).orElseThrow().word();
    }

    @Test
    void pixels_are_taken_where_the_terminal_said_that_it_takes_them() {
        assertThat(drawn("auto", KITTY)).isEqualTo("kitty");
        assertThat(drawn("auto", ALL)).isEqualTo("iterm2");
        assertThat(drawn("auto", new Optics(true, "foot(1.16)", false, true, 8, 16)))
                .isEqualTo("sixel");
    }

    @Test
    void what_would_show_the_characters_that_pictures_hang_behind_gets_none_of_them() {
        for (String program : List.of("kitty(0.26.5)", "kitty(0.9.1)", "konsole 22.12.3")) {
            assertThat(drawn("auto", kitty(program))).as(program).isNotEqualTo("kitty");
            assertThat(drawn("kitty", kitty(program))).as(program).isNotEqualTo("kitty");
        }
        for (String program : List.of("kitty(0.28.0)", "kitty(1.0)", "ghostty 1.1.3")) {
            assertThat(drawn("auto", kitty(program))).as(program).isEqualTo("kitty");
        }
    }

    @Test
    void what_the_terminal_did_not_say_is_made_of_characters() {
        for (String word : List.of("auto", "kitty", "iterm2", "sixel")) {
            assertThat(drawn(word, Optics.NONE)).isEqualTo("blocks");
        }
        assertThat(drawn("sixel", new Optics(true, "mlterm", false, true, 0, 0)))
                .isEqualTo("blocks"); // nobody knows how large its cells are
    }

    @Test
    void what_leaves_pictures_behind_text_gets_them_only_if_they_are_wished() {
        Optics konsole = new Optics(true, "konsole 22.12.3", true, true, 8, 18);
        assertThat(drawn("auto", konsole)).isEqualTo("blocks");
        assertThat(drawn("sixel", konsole)).isEqualTo("sixel");
    }

    @Test
    void what_hands_on_to_other_terminals_gets_pixels_only_if_they_are_wished() {
        Optics tmux = new Optics(true, "tmux 3.4", false, true, 8, 16);
        assertThat(drawn("auto", tmux)).isEqualTo("blocks");
        assertThat(drawn("sixel", tmux)).isEqualTo("sixel");
    }

    @Test
    void without_colours_there_are_no_pixels_unless_they_are_wished() {
        assertThat(Drawing.of("auto", ColorDepth.NONE, Map.of(), ALL).orElseThrow())
                .isEqualTo(new Drawing(Style.ASCII, Colors.NONE));
    }

    @Test
    void whatever_can_be_set_is_known() {
        for (String word : ((Kind.Choice) Setting.MEDIA_STYLE.kind()).words()) {
            assertThat(Drawing.of(word, ColorDepth.TRUE, Map.of(), ALL).isEmpty())
                    .as(word)
                    .isEqualTo(word.equals("off"));
        }
        for (String word : Drawing.WORDS) {
            assertThat(drawn(word, word.equals("kitty") ? KITTY : ALL)).isEqualTo(word);
        }
    }
}
