package chatbois.cellart;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/// What characters add to the light of a screen.
class FootprintsTest {
    @Test
    void a_screen_full_of_what_reaches_from_edge_to_edge_is_calmer_than_one_of_dots() {
        List<Glyph> glyphs = Blocks.braille();
        Footprints prints = new Footprints(glyphs.stream().map(Glyph::coverage).toList());
        assertThat(prints.unrest(at(glyphs, '⣿'))).isLessThan(prints.unrest(at(glyphs, '⡇')));
        assertThat(prints.unrest(at(glyphs, '⡇'))).isLessThan(prints.unrest(at(glyphs, '⠁')));
    }

    private static int at(List<Glyph> glyphs, int character) {
        return glyphs.stream().map(Glyph::character).toList().indexOf(character);
    }
}
