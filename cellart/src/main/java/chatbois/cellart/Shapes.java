package chatbois.cellart;

import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;

/// What characters cover, without mean and all equally long, to be multiplied with cells. Where one
/// character covers just what another one leaves free, there is one shape for both: the product is
/// the same but for its sign.
final class Shapes {
    /// Of a shape, as a vector. Pixels are reckoned in quarters ([Axis#project]), 128 of them
    /// differ by no more than 510 from their mean, so no product comes to more than 2^24.
    private static final double LENGTH = 2048;

    /// In place of a character where there is none.
    static final int NONE = -1;

    /// For each character the one that covers what it leaves free.
    private final int[] opposites;

    /// The character of each shape, the first if there are two.
    private final int[] glyphs;

    private final Products products;

    Shapes(List<Glyph> all, Function<float[][], Products> ranking) {
        opposites = opposites(all);
        glyphs =
                IntStream.range(0, all.size())
                        .filter(g -> opposites[g] == NONE || opposites[g] > g)
                        .toArray();
        products =
                ranking.apply(
                        Arrays.stream(glyphs)
                                .mapToObj(all::get)
                                .map(Shapes::shape)
                                .toArray(float[][]::new));
    }

    private static int[] opposites(List<Glyph> all) {
        int[] opposites = new int[all.size()];
        Arrays.fill(opposites, NONE);
        for (int g = 0; g < opposites.length; g++) {
            for (int other = 0; other < g; other++) {
                if (all.get(g).isOppositeOf(all.get(other))) {
                    opposites[g] = other;
                    opposites[other] = g;
                }
            }
        }
        return opposites;
    }

    private static float[] shape(Glyph glyph) {
        float[] coverage = glyph.coverage();
        float[] shape = new float[coverage.length];
        double mean = glyph.ink() / shape.length;
        double square = glyph.energy() - mean * mean * shape.length;
        double scale = square < 1e-3 ? 0 : LENGTH / Math.sqrt(square);
        for (int p = 0; p < shape.length; p++) {
            shape[p] = Math.round((coverage[p] - mean) * scale);
        }
        return shape;
    }

    /// How many there are.
    int count() {
        return glyphs.length;
    }

    Products products() {
        return products;
    }

    /// Whether one character covers what the other one leaves free.
    boolean areOpposite(int glyph, int other) {
        return opposites[glyph] == other && other != NONE;
    }

    /// Fills in the characters that have these shapes, as many as there is room for.
    void glyphs(int[] shapes, int[] into) {
        int count = 0;
        for (int i = 0; count < into.length; i++) {
            int glyph = glyphs[shapes[i]];
            into[count++] = glyph;
            if (opposites[glyph] != NONE && count < into.length) {
                into[count++] = opposites[glyph];
            }
        }
    }
}
