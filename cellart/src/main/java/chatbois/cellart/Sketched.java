package chatbois.cellart;

import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// A moving picture without colours, as [Engraver] draws one that stays, but for what fonts have in
/// common only, and from the characters on that are there. Not safe for more than one thread.
final class Sketched implements Reel.Screen {
    private static final int FIRST_ROUNDS = 4;
    private static final int ROUNDS = 2;

    /// In so many parts of the light of a white screen light is counted: in whole numbers, and few
    /// enough that [Products] are exact.
    private static final int FINE = 1024;

    /// What a saved byte is worth in light, beside what it is worth in colours.
    private static final double LIGHT_THRIFT = 1e-5;

    /// What it may take to go to another place.
    private static final int MOVE_BYTES = 10;

    private final List<Glyph> glyphs;
    private final Size size;
    private final Footprints prints;
    private final int[] shown;
    private final boolean[] open;

    /// Makes products of light with what each character adds, both counted in [#FINE].
    private final Products products;

    /// Of what each character adds, the sum of the squares.
    private final float[] squares;

    private final float[] missing;
    private final float[] shared;
    private @Nullable Tone tone;

    /// With which thrift the cells were chosen.
    private double before;

    private final Pressure pressure = new Pressure();

    Sketched(List<Glyph> glyphs, Size size, Function<float[][], Products> ranking) {
        this.glyphs = glyphs;
        this.size = size;
        prints = new Footprints(glyphs.stream().map(Glyph::coverage).toList());
        shown = new int[size.columns() * size.rows()];
        open = new boolean[shown.length];
        Arrays.fill(shown, -1);
        float[][] fine = new float[glyphs.size()][];
        squares = new float[fine.length];
        for (int glyph = 0; glyph < fine.length; glyph++) {
            fine[glyph] = fine(prints.of(glyph), new float[Footprints.WIDTH * Footprints.HEIGHT]);
            for (float part : fine[glyph]) {
                squares[glyph] += part * part;
            }
        }
        products = ranking.apply(fine);
        missing = new float[fine[0].length];
        shared = new float[fine.length];
    }

    private static float[] fine(float[] light, float[] into) {
        for (int i = 0; i < into.length; i++) {
            into[i] = Math.round(light[i] * FINE);
        }
        return into;
    }

    @Override
    public Cells next(Raster raster, Scaler scaler, double thrift, int most) {
        float[] seen = Seen.quickly(raster);
        Tone old = tone;
        Tone next = old == null ? Tone.of(seen) : old.next(seen);
        boolean all = !next.equals(old) || thrift < before;
        tone = next;
        for (int cell = 0; cell < shown.length; cell++) {
            open[cell] = all || changedNear(scaler, cell);
        }
        int[] stand = shown.clone();
        if (old == null) {
            draw(new Plate(prints, seen, next, size), thrift, FIRST_ROUNDS);
            before = thrift;
        } else {
            before = pressure.fitting(thrift, most, some -> drawFrom(stand, seen, next, some));
            drawFrom(stand, seen, next, before);
        }
        return cells();
    }

    /// Draws on what stood there, and says how many bytes it takes.
    private int drawFrom(int[] stand, float[] seen, Tone next, double thrift) {
        System.arraycopy(stand, 0, shown, 0, shown.length);
        Plate plate = new Plate(prints, seen, next, size);
        for (int cell = 0; cell < shown.length; cell++) {
            plate.put(cell, -1, shown[cell]);
        }
        draw(plate, thrift, ROUNDS);
        return bytes(stand);
    }

    private void draw(Plate plate, double thrift, int rounds) {
        for (int round = rounds; round > 0; round--) {
            draw(plate, thrift);
        }
    }

    /// At most so many a painter needs for what is other than before.
    private int bytes(int[] stand) {
        int sum = 0;
        int last = -1;
        for (int cell = 0; cell < shown.length; cell++) {
            if (shown[cell] != stand[cell]) {
                boolean next = last == cell - 1 && cell % size.columns() > 0;
                sum += glyphs.get(shown[cell]).bytes() + (next ? 0 : MOVE_BYTES);
                last = cell;
            }
        }
        return sum;
    }

    /// Whether a cell or one that it touches has changed: light reaches over.
    private boolean changedNear(Scaler scaler, int cell) {
        int column = cell % size.columns();
        for (int row = cell / size.columns() - 1; row <= cell / size.columns() + 1; row++) {
            for (int x = column - 1; x <= column + 1; x++) {
                boolean inside = row >= 0 && row < size.rows() && x >= 0 && x < size.columns();
                if (inside && scaler.changed(row * size.columns() + x)) {
                    return true;
                }
            }
        }
        return false;
    }

    private void draw(Plate plate, double thrift) {
        for (int cell = 0; cell < shown.length; cell++) {
            if (open[cell]) {
                int now = shown[cell];
                products.of(fine(plate.missing(cell, now), missing), shared);
                int best = best();
                double worth =
                        thrift * LIGHT_THRIFT * glyphs.get(best).bytes() / plate.weight(cell);
                if (now < 0 || error(best) + worth * FINE * FINE < error(now)) {
                    plate.put(cell, now, best);
                    shown[cell] = best;
                }
            }
        }
    }

    /// How wrong the light would be with a character, up to what is the same with all.
    private float error(int glyph) {
        return squares[glyph] - 2 * shared[glyph];
    }

    private int best() {
        int best = 0;
        for (int glyph = 1; glyph < shared.length; glyph++) {
            best = error(glyph) < error(best) ? glyph : best;
        }
        return best;
    }

    private Cells cells() {
        int[] characters = new int[shown.length];
        for (int cell = 0; cell < shown.length; cell++) {
            characters[cell] = glyphs.get(shown[cell]).character();
        }
        int[] own = new int[shown.length];
        Arrays.fill(own, Cells.OWN);
        return new Cells(size, characters, own, own);
    }
}
