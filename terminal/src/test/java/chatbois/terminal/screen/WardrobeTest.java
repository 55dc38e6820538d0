package chatbois.terminal.screen;

import static org.assertj.core.api.Assertions.assertThat;

import chatbois.terminal.cell.Abilities;
import chatbois.terminal.cell.ColorDepth;
import chatbois.terminal.cell.Dress;
import chatbois.terminal.cell.Theme;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class WardrobeTest {
    private static final int PAPER = 0xFDF6E3;
    private static final Map<String, String> XTERM = Map.of("TERM", "xterm-256color");

    @Test
    void the_theme_goes_with_the_background_that_the_terminal_tells() {
        Wardrobe wardrobe = wardrobe("15;0");
        assertThat(wardrobe.dress().theme()).isEqualTo(Theme.DARK);
        assertThat(wardrobe.background(PAPER).map(Dress::theme)).contains(Theme.LIGHT.on(PAPER));
        assertThat(wardrobe.background(PAPER)).isEmpty();
        assertThat(wardrobe.background(0).map(Dress::theme)).contains(Theme.DARK.on(0));
    }

    @Test
    void a_terminal_that_tells_nothing_is_believed_by_its_environment_or_taken_for_dark() {
        assertThat(wardrobe("0;15").dress().theme()).isEqualTo(Theme.LIGHT);
        assertThat(wardrobe("0;default;7").dress().theme()).isEqualTo(Theme.LIGHT);
        assertThat(wardrobe("7;8").dress().theme()).isEqualTo(Theme.DARK);
        assertThat(wardrobe("nonsense").dress().theme()).isEqualTo(Theme.DARK);
        assertThat(wardrobe("").dress().theme()).isEqualTo(Theme.DARK);
    }

    @Test
    void what_the_member_wishes_counts_more() {
        Wardrobe wardrobe = wardrobe("");
        wardrobe.background(PAPER);
        assertThat(wardrobe.wish(new Appearance(Optional.of(Theme.DARK), "256", "on")))
                .contains(new Dress(Theme.DARK, ColorDepth.PALETTE, true));
        assertThat(wardrobe.wish(new Appearance(Optional.of(Theme.LIGHT), "none", "off")))
                .contains(new Dress(Theme.LIGHT.on(PAPER), ColorDepth.NONE, false));
        assertThat(wardrobe.wish(Appearance.NONE))
                .contains(new Dress(Theme.LIGHT.on(PAPER), ColorDepth.TRUE, false));
    }

    @Test
    void a_terminal_that_is_known_for_it_is_painted_in_all_colours_unless_that_is_not_wished() {
        Wardrobe wardrobe = new Wardrobe(Abilities.of(XTERM), XTERM);
        assertThat(wardrobe.depth()).isEqualTo(ColorDepth.PALETTE);
        assertThat(wardrobe.inAllColors().map(Dress::depth)).contains(ColorDepth.TRUE);
        assertThat(wardrobe.depth()).isEqualTo(ColorDepth.TRUE);
        assertThat(wardrobe.wish(new Appearance(Optional.empty(), "16", "")).map(Dress::depth))
                .contains(ColorDepth.SIXTEEN);
    }

    @Test
    void without_colours_it_stays_without() {
        Map<String, String> plain = Map.of("TERM", "xterm-256color", "NO_COLOR", "1");
        Wardrobe wardrobe = new Wardrobe(Abilities.of(plain), plain);
        assertThat(wardrobe.inAllColors()).isEmpty();
        assertThat(wardrobe.depth()).isEqualTo(ColorDepth.NONE);
    }

    private static Wardrobe wardrobe(String colors) {
        Map<String, String> environment =
                Map.of("TERM", "xterm", "COLORTERM", "truecolor", "COLORFGBG", colors);
        return new Wardrobe(Abilities.of(environment), environment);
    }
}
