package chatbois.cellart;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
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
}
