package chatbois.cellart;

import java.util.Arrays;
import java.util.List;

/// Chooses the characters of one picture, so that they are right in all fonts together.
final class Engraving {
    private static final int ROUNDS = 5;
    private static final int LIKENESS_ROUNDS = 2;
    private static final int FEW = 6;

    private final List<Plate> plates;
    private final int[] chosen;
    private final float[] errors;

    Engraving(List<Plate> plates, Size size, int glyphs) {
        this.plates = plates;
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
        for (int glyph : likely(cell)) {
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
