package chatbois.cellart;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

/// How like two pictures are held to be.
class LikenessTest {
    private static final int SIDE = 32;
    private static final float[] GREY = filled(SIDE * SIDE, 100);
    private static final float[] PIECE = filled(Glyph.PIXELS, 100);

    private static float[] filled(int length, float value) {
        float[] filled = new float[length];
        Arrays.fill(filled, value);
        return filled;
    }

    private static Likeness likeness(float[] shown) {
        return new Likeness(GREY, shown, SIDE, SIDE, Glyph.WIDTH, Glyph.HEIGHT);
    }

    @Test
    void nothing_is_missing_to_what_is_the_same() {
        assertThat(likeness(GREY.clone()).loss()).isLessThan(0.01);
    }

    @Test
    void what_looks_other_in_each_font_is_less_alike_even_if_it_is_right_in_the_mean() {
        Likeness likeness = likeness(GREY.clone());
        float sure = likeness.loss(8, 8, PIECE, 1);
        float unsure = likeness.loss(8, 8, PIECE, filled(Glyph.PIXELS, 50), 1);
        assertThat(unsure).isGreaterThan(sure + 10);
        likeness.put(8, 8, PIECE, filled(Glyph.PIXELS, 50));
        assertThat(likeness.loss(8, 8, 1)).isEqualTo(unsure);
        likeness.put(8, 8, PIECE);
        assertThat(likeness.loss()).isLessThan(0.01);
    }
}
