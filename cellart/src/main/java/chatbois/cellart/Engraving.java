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
    private final List<int[]> starts;
    private final int[] all;
    private final int[] chosen;

    /// @param starts sets of characters to begin with, all of them last
    Engraving(List<Plate> plates, Size size, List<int[]> starts) {
        this.plates = plates;
        this.size = size;
        this.starts = starts;
        all = starts.getLast();
        chosen = new int[size.columns() * size.rows()];
    }

    int[] choose() {
        Arrays.fill(chosen, -1);
        start();
        for (int round = 0; round < LIKENESS_ROUNDS; round++) {
            plates.forEach(Plate::compare);
            for (int cell = 0; cell < chosen.length; cell++) {
                put(cell, likest(cell));
            }
        }
        return chosen;
    }

    /// Begins with the set by which the whole becomes most alike.
    private void start() {
        int[] best = chosen;
        double least = Double.MAX_VALUE;
        for (int[] set : starts) {
            double loss = start(set);
            if (loss < least) {
                least = loss;
                best = chosen.clone();
            }
        }
        for (int cell = 0; cell < chosen.length; cell++) {
            put(cell, best[cell]);
        }
    }

    private double start(int[] set) {
        for (int round = 0; round < ROUNDS; round++) {
            for (int cell = 0; cell < chosen.length; cell++) {
                put(cell, likely(cell, set, 1)[0]);
            }
        }
        return plates.stream().mapToDouble(Plate::compare).sum();
    }

    /// The characters of a set that make the light around a cell most nearly right, the best first.
    private int[] likely(int cell, int[] set, int few) {
        float[] errors = new float[set.length];
        for (Plate plate : plates) {
            plate.judge(cell, chosen[cell], set, errors);
        }
        int[] places = Smallest.places(errors, few);
        return Arrays.stream(places).map(place -> set[place]).toArray();
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
        return IntStream.concat(Arrays.stream(likely(cell, all, FEW)), Arrays.stream(around))
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
