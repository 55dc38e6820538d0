package chatbois.terminal.media;

import static org.assertj.core.api.Assertions.assertThat;

import chatbois.cellart.Colors;
import chatbois.cellart.Style;
import chatbois.terminal.cell.ColorDepth;
import chatbois.terminal.setting.Kind;
import chatbois.terminal.setting.Setting;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// Which characters a picture is made of.
class DrawingTest {
    private static Drawing auto(Map<String, String> environment) {
        return Drawing.of("auto", ColorDepth.of(environment), environment).orElseThrow();
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
        assertThat(auto(Map.of("TERM", "xterm-kitty")).style()).isEqualTo(Style.SEXTANT);
        assertThat(auto(Map.of("TERM", "xterm-kitty", "TMUX", "/tmp/x")).style())
                .isEqualTo(Style.BLOCKS);
    }

    @Test
    void the_console_of_old_has_few_blocks() {
        assertThat(auto(Map.of("TERM", "linux")))
                .isEqualTo(new Drawing(Style.ASCII, Colors.SIXTEEN));
    }

    @Test
    void whatever_can_be_set_is_known() {
        for (String word : ((Kind.Choice) Setting.MEDIA_STYLE.kind()).words()) {
            assertThat(Drawing.of(word, ColorDepth.TRUE, Map.of()).isEmpty())
                    .as(word)
                    .isEqualTo(word.equals("off"));
        }
        for (String word : Drawing.WORDS) {
            assertThat(Drawing.of(word, ColorDepth.TRUE, Map.of()).orElseThrow().word())
                    .isEqualTo(word);
        }
    }
}
