package chatbois.cellart;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/// Characters as Unicode's charts show them.
class BlocksTest {
    private static final Offset<Float> NEARLY = Offset.offset(1 / 512f);

    private static final Map<Integer, Glyph> MOSAIC =
            Style.MOSAIC.glyphs().stream()
                    .collect(Collectors.toMap(Glyph::character, Function.identity()));

    @Test
    void each_covers_the_part_of_the_cell_that_its_name_says() {
        assertThat(part(0x2588)).isEqualTo(1, NEARLY); // full block
        assertThat(part(0x2580)).isEqualTo(1 / 2f, NEARLY); // upper half
        assertThat(part(0x2598)).isEqualTo(1 / 4f, NEARLY); // upper left quadrant
        assertThat(part(0x1FB00)).isEqualTo(1 / 6f, NEARLY); // sextant-1
        assertThat(part(0x1CD00)).isEqualTo(1 / 8f, NEARLY); // octant-3
        assertThat(part(0x2591)).isEqualTo(1 / 4f, NEARLY); // light shade
        assertThat(part(0x258F)).isEqualTo(1 / 8f, NEARLY); // left one eighth
    }

    @Test
    void an_octant_stands_where_its_name_says() {
        float[] third = glyph(0x1CD00).coverage(); // the left one of the second row
        assertThat(third[4 * Glyph.WIDTH]).isEqualTo(1);
        assertThat(third[0]).isZero();
        assertThat(third[4 * Glyph.WIDTH + 4]).isZero();
        assertThat(third[8 * Glyph.WIDTH]).isZero();
    }

    @Test
    void each_style_has_each_character_once() {
        assertThat(Style.ASCII.glyphs()).hasSize(95);
        assertThat(Style.SEXTANT.glyphs()).hasSize(1 + 60 + 15);
        assertThat(Style.OCTANT.glyphs()).hasSize(256);
        assertThat(Style.BRAILLE.glyphs()).hasSize(256);
        for (Style style : Style.values()) {
            assertThat(style.glyphs().stream().map(Glyph::character)).doesNotHaveDuplicates();
        }
    }

    private static float part(int character) {
        return (float) glyph(character).ink() / Glyph.PIXELS;
    }

    private static Glyph glyph(int character) {
        return Objects.requireNonNull(MOSAIC.get(character));
    }
}
