package chatbois.terminal.cell;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class ColorDepthTest {
    @Test
    void the_environment_says_how_many_colours_there_are() {
        assertThat(ColorDepth.of(Map.of())).isEqualTo(ColorDepth.NONE);
        assertThat(ColorDepth.of(Map.of("TERM", "dumb"))).isEqualTo(ColorDepth.NONE);
        assertThat(ColorDepth.of(Map.of("TERM", "linux"))).isEqualTo(ColorDepth.SIXTEEN);
        assertThat(ColorDepth.of(Map.of("TERM", "tmux-256color"))).isEqualTo(ColorDepth.PALETTE);
        assertThat(ColorDepth.of(Map.of("TERM", "xterm-kitty"))).isEqualTo(ColorDepth.TRUE);
        assertThat(ColorDepth.of(Map.of("TERM", "xterm", "COLORTERM", "truecolor")))
                .isEqualTo(ColorDepth.TRUE);
    }

    @Test
    void no_color_wins_over_all_but_not_when_empty() {
        Map<String, String> wish = Map.of("NO_COLOR", "1", "TERM", "xterm-kitty");
        assertThat(ColorDepth.of(wish)).isEqualTo(ColorDepth.NONE);
        Map<String, String> empty = Map.of("NO_COLOR", "", "TERM", "xterm-kitty");
        assertThat(ColorDepth.of(empty)).isEqualTo(ColorDepth.TRUE);
    }

    @Test
    void a_colour_becomes_the_nearest_there_is() {
        Color orange = Color.rgb(0xFF8700);
        assertThat(ColorDepth.TRUE.nearest(orange)).isEqualTo(orange);
        assertThat(ColorDepth.PALETTE.nearest(orange)).isEqualTo(Color.indexed(208));
        assertThat(ColorDepth.PALETTE.nearest(Color.rgb(0x767676))).isEqualTo(Color.indexed(243));
        assertThat(ColorDepth.SIXTEEN.nearest(Color.rgb(0xF01010))).isEqualTo(Color.indexed(9));
        assertThat(ColorDepth.SIXTEEN.nearest(Color.indexed(21))).isEqualTo(Color.indexed(4));
        assertThat(ColorDepth.SIXTEEN.nearest(Color.indexed(12))).isEqualTo(Color.indexed(12));
        assertThat(ColorDepth.NONE.nearest(orange)).isEqualTo(Color.DEFAULT);
    }

    @Test
    void every_place_of_the_palette_is_its_own_nearest() {
        for (int index = 16; index < 256; index++) {
            Color.Rgb exact = ColorDepth.exact(index);
            Color nearest = ColorDepth.PALETTE.nearest(exact);
            assertThat(nearest).isInstanceOf(Color.Indexed.class);
            assertThat(ColorDepth.exact(((Color.Indexed) nearest).index())).isEqualTo(exact);
        }
    }
}
