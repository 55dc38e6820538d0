package chatbois.cellart;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/// Chooses the characters of one picture, so that they are right in all fonts together.
final class Engraving {
    private static final int ROUNDS = 3;
    private static final int LIKENESS_ROUNDS = 2;
    private static final int FEW = 6;

    private final List<Plate> plates;
    private final Size size;
    private final int[] chosen;
    private final float[] errors;

    Engraving(List<Plate> plates, Size size, int glyphs) {
        this.plates = plates;
        this.size = size;
        chosen = new int[size.columns() * size.rows()];
        errors = new float[glyphs];
    }

    int[] choose() {
        Arrays.fill(chosen, -1);
        for (int round = 0; round < ROUNDS; round++) {
            for (int cell = 0; cell < chosen.length; cell++) {
                put(cell, likely(cell)[0]);
            }
        }
        for (int round = 0; round < LIKENESS_ROUNDS; round++) {
            for (int cell = 0; cell < chosen.length; cell++) {
                put(cell, likest(cell));
            }
        }
        return chosen;
    }

    /// The characters that make the light around a cell most nearly right, the best first.
    private int[] likely(int cell) {
        Arrays.fill(errors, 0);
        for (Plate plate : plates) {
            plate.judge(cell, chosen[cell], errors);
        }
        return Smallest.places(errors, FEW);
    }

    private int likest(int cell) {
        int best = chosen[cell];
        float least = loss(cell, best);
        for (int glyph : candidates(cell)) {
            if (glyph != chosen[cell]) {
                float loss = loss(cell, glyph);
                if (loss < least) {
                    least = loss;
                    best = glyph;
                }
            }
        }
        return best;
    }

    /// The likely ones, and those around: where the picture is calm, the same character again is
    /// calmer than another one as bright.
    private int[] candidates(int cell) {
        int column = cell % size.columns();
        int row = cell / size.columns();
        int[] around = {
            column > 0 ? chosen[cell - 1] : chosen[cell],
            column < size.columns() - 1 ? chosen[cell + 1] : chosen[cell],
            row > 0 ? chosen[cell - size.columns()] : chosen[cell],
            row < size.rows() - 1 ? chosen[cell + size.columns()] : chosen[cell]
        };
        return IntStream.concat(Arrays.stream(likely(cell)), Arrays.stream(around))
                .distinct()
                .toArray();
    }

    private float loss(int cell, int glyph) {
        float sum = 0;
        for (Plate plate : plates) {
            sum += plate.loss(cell, chosen[cell], glyph);
        }
        return sum;
    }

    private void put(int cell, int glyph) {
        if (glyph != chosen[cell]) {
            plates.forEach(plate -> plate.put(cell, chosen[cell], glyph));
            chosen[cell] = glyph;
        }
    }
}
