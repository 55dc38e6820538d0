package chatbois.cellart;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/// Chooses the characters of one picture, so that they are right in all fonts together.
final class Engraving {
    private static final int ROUNDS = 3;
    private static final int FEW = 6;
    private static final int BLANK = 0;

    /// From how bright on a cell may be taken as bright, where there are only two kinds.
    private static final double[] THRESHOLDS = {0.25, 0.5, 0.75};

    private final List<Plate> plates;
    private final Size size;
    private final int[] all;
    private final int[] chosen;

    Engraving(List<Plate> plates, Size size, int glyphs) {
        this.plates = plates;
        this.size = size;
        all = IntStream.range(0, glyphs).toArray();
        chosen = new int[size.columns() * size.rows()];
        Arrays.fill(chosen, -1);
    }

    /// Makes what is most alike still more so. How the characters are that are there at first
    /// decides much, since they are changed one by one: so two ways are gone, one step each.
    ///
    /// @param calm the character of which a whole screen has the least unrest
    int[] choose(int calm) {
        double tones = drawTones();
        int[] fromTones = chosen.clone();
        double halves = drawHalves(calm);
        if (tones < halves) {
            take(fromTones);
        }
        loss();
        improve();
        return chosen;
    }

    /// All characters, by the light alone; then a step.
    private double drawTones() {
        for (int round = 0; round < ROUNDS; round++) {
            for (int cell = 0; cell < chosen.length; cell++) {
                put(cell, likely(cell, 1)[0]);
            }
        }
        loss();
        improve();
        return loss();
    }

    /// What is bright in one calm character and the rest blank, as is most alike; then a step.
    private double drawHalves(int calm) {
        int[] best = chosen;
        double least = Double.MAX_VALUE;
        for (double threshold : THRESHOLDS) {
            int[] halves = halves(calm, threshold);
            take(halves);
            double loss = loss();
            if (loss < least) {
                least = loss;
                best = halves;
            }
        }
        take(best);
        loss();
        improve();
        return loss();
    }

    private int[] halves(int calm, double threshold) {
        return IntStream.range(0, chosen.length)
                .map(cell -> plates.getFirst().brightness(cell) < threshold ? BLANK : calm)
                .toArray();
    }

    private void take(int[] characters) {
        plates.forEach(Plate::rest);
        for (int cell = 0; cell < chosen.length; cell++) {
            put(cell, characters[cell]);
        }
    }

    /// What is not alike in all; from now on the plates compare.
    private double loss() {
        return plates.stream().mapToDouble(Plate::compare).sum();
    }

    /// Goes once over all cells.
    private void improve() {
        for (int cell = 0; cell < chosen.length; cell++) {
            put(cell, likest(cell));
        }
    }

    /// The characters that make the light around a cell most nearly right, the best first.
    private int[] likely(int cell, int few) {
        float[] errors = new float[all.length];
        for (Plate plate : plates) {
            plate.judge(cell, chosen[cell], all, errors);
        }
        return new Smallest(few, errors.length).of(errors);
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
        return IntStream.concat(Arrays.stream(likely(cell, FEW)), Arrays.stream(around))
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
