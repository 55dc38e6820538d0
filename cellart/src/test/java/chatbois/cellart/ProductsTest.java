package chatbois.cellart;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ProductsTest {
    @ParameterizedTest
    @EnumSource(Style.class)
    void both_ways_give_the_same_cells(Style style) {
        Random random = new Random(11);
        Size size = new Size(12, 6);
        for (Colors colors : Colors.values()) {
            Reel plain = new Reel(style, colors, size, PlainProducts::new);
            Reel vectors = new Reel(style, colors, size, VectorProducts::new);
            for (int frame = 0; frame < 5; frame++) {
                Picture picture = Pictures.noise(random, 40, 30);
                assertThat(Escapes.of(plain.next(picture, 50), colors))
                        .isEqualTo(Escapes.of(vectors.next(picture, 50), colors));
            }
        }
    }

    @Test
    void several_at_once_give_the_same_as_one_after_the_other() {
        Random random = new Random(12);
        Products products = new VectorProducts(whole(random, 70));
        float[][] vectors = whole(random, Products.TOGETHER);
        float[][] together = new float[Products.TOGETHER][70];
        products.of(vectors, together);
        for (int i = 0; i < Products.TOGETHER; i++) {
            float[] alone = new float[70];
            products.of(vectors[i], alone);
            assertThat(together[i]).isEqualTo(alone);
        }
    }

    private static float[][] whole(Random random, int count) {
        float[][] whole = new float[count][64];
        for (float[] vector : whole) {
            for (int i = 0; i < vector.length; i++) {
                vector[i] = random.nextInt(-500, 500);
            }
        }
        return whole;
    }
}
