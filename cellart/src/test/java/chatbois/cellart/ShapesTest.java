package chatbois.cellart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ShapesTest {
    private static final List<Glyph> GLYPHS = Style.QUAD.glyphs();

    @Test
    void what_covers_and_what_leaves_free_the_same_have_one_shape() {
        Shapes shapes = new Shapes(GLYPHS, PlainProducts::new);
        assertThat(shapes.count()).isEqualTo(GLYPHS.size() / 2);
        int[] all = new int[GLYPHS.size()];
        int[] each = new int[shapes.count()];
        for (int i = 0; i < each.length; i++) {
            each[i] = i;
        }
        shapes.glyphs(each, all);
        assertThat(all).doesNotHaveDuplicates();
        for (int i = 0; i < all.length; i += 2) {
            assertThat(shapes.areOpposite(all[i], all[i + 1])).isTrue();
        }
    }

    @Test
    void no_more_characters_are_given_than_there_is_room_for() {
        Shapes shapes = new Shapes(GLYPHS, PlainProducts::new);
        int[] three = new int[3];
        shapes.glyphs(new int[] {0, 1, 2}, three);
        assertThat(shapes.areOpposite(three[0], three[1])).isTrue();
        assertThat(shapes.areOpposite(three[1], three[2])).isFalse();
    }

    @Test
    void a_character_turned_over_shows_a_cell_as_its_opposite_does() {
        Random random = new Random(3);
        int[][] pixels = new int[Raster.CHANNELS][Glyph.PIXELS];
        for (int[] channel : pixels) {
            for (int p = 0; p < channel.length; p++) {
                channel[p] = random.nextInt(256);
            }
        }
        Inks inks = new Inks(pixels);
        Inks turned = new Inks(pixels);
        for (Glyph glyph : GLYPHS) {
            for (Glyph other : GLYPHS) {
                if (glyph.isOppositeOf(other)) {
                    inks.look();
                    inks.measure(glyph);
                    turned.look();
                    turned.measure(other);
                    turned.turnOver();
                    assertThat(turned.error(0x123456, 0xFEDCBA))
                            .isCloseTo(inks.error(0x123456, 0xFEDCBA), within(1e-6));
                }
            }
        }
    }
}
