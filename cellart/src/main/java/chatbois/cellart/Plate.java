package chatbois.cellart;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// The screen in one font while it is being drawn on: the light that is wanted in each sample, and
/// the light that is there.
final class Plate {
    /// Where there is little light, less of it is seen.
    private static final float LITTLE = 0.02f;

    private static final float[] FLAT = Footprints.flat();

    private final Footprints prints;
    private final Size size;
    private final int width;
    private final int height;
    private final float[] wanted;
    private final float[] counts;
    private final float[] light;
    private float scale;
    private float offset;
    private final float[] target;
    private final float[] missing = new float[Footprints.WIDTH * Footprints.HEIGHT];
    private final float[] weights = new float[missing.length];
    private final float[] piece = new float[missing.length];
    private @Nullable Likeness likeness;

    /// A plate with light all over as it is wanted, and no characters.
    ///
    /// @param seen how bright the picture is in each sample
    Plate(Footprints prints, float[] seen, Tone tone, Size size) {
        this.prints = prints;
        wanted = tone.wanted(seen, prints.brightest());
        this.size = size;
        width = size.columns() * Footprints.ACROSS;
        height = size.rows() * Footprints.DOWN;
        counts = new float[wanted.length];
        for (int i = 0; i < counts.length; i++) {
            counts[i] = 1 / (wanted[i] + LITTLE) / prints.brightest();
        }
        light = new float[wanted.length];
        for (int cell = 0; cell < size.columns() * size.rows(); cell++) {
            add(cell, own(cell, -1), 1);
        }
        // Likeness is that to the picture, not to what characters can show of it: how much the same
        // difference counts depends on how bright it is there.
        scale = 255 * (tone.bright() - tone.dark()) / Light.sent(prints.brightest());
        offset = 255 * tone.dark();
        target = shown(wanted);
    }

    private int left(int cell) {
        return cell % size.columns() * Footprints.ACROSS - Footprints.REACH;
    }

    private int top(int cell) {
        return cell / size.columns() * Footprints.DOWN - Footprints.REACH;
    }

    /// The place of a footprint's sample on the screen, or -1 if it is beyond.
    private int place(int cell, int sample) {
        int x = left(cell) + sample % Footprints.WIDTH;
        int y = top(cell) + sample / Footprints.WIDTH;
        return x < 0 || y < 0 || x >= width || y >= height ? -1 : y * width + x;
    }

    /// Adds to the errors, one for each character, by how much the light around a cell would be
    /// wrong with it.
    ///
    /// @param now the character that is there, or -1 for light all over as it is wanted
    void judge(int cell, int now, int[] glyphs, float[] errors) {
        look(cell, own(cell, now));
        for (int place = 0; place < glyphs.length; place++) {
            float[] print = prints.of(glyphs[place]);
            float sum = 0;
            for (int i = 0; i < print.length; i++) {
                float error = missing[i] - print[i];
                sum += weights[i] * error * error;
            }
            errors[place] += sum;
        }
    }

    private void look(int cell, float[] own) {
        for (int i = 0; i < missing.length; i++) {
            int at = place(cell, i);
            weights[i] = at < 0 ? 0 : counts[at];
            missing[i] = at < 0 ? 0 : wanted[at] - light[at] + own[i];
        }
    }

    /// The light that the cell should add, sample by sample, with [#judge]'s `now`; beyond the edge
    /// as if the screen went on alike. Good until the next cell is looked at.
    float[] missing(int cell, int now) {
        look(cell, own(cell, now));
        float mean = wanted(cell);
        for (int i = 0; i < missing.length; i++) {
            missing[i] = weights[i] == 0 ? mean * FLAT[i] : missing[i];
        }
        return missing;
    }

    /// What an error in light counts in a cell.
    float weight(int cell) {
        return counts[place(cell, Footprints.WIDTH * Footprints.HEIGHT / 2 + Footprints.WIDTH / 2)];
    }

    /// The mean light that is wanted in a cell.
    private float wanted(int cell) {
        float sum = 0;
        for (int y = 0; y < Footprints.DOWN; y++) {
            int row = (cell / size.columns() * Footprints.DOWN + y) * width;
            for (int x = 0; x < Footprints.ACROSS; x++) {
                sum += wanted[row + cell % size.columns() * Footprints.ACROSS + x];
            }
        }
        return sum / (Footprints.DOWN * Footprints.ACROSS);
    }

    /// How bright the picture is in a cell, 0 to 1, as it is sent to a screen.
    double brightness(int cell) {
        return Light.sent(wanted(cell)) / Light.sent(prints.brightest());
    }

    private float[] own(int cell, int now) {
        if (now >= 0) {
            return prints.of(now);
        }
        float mean = wanted(cell);
        float[] own = FLAT.clone();
        for (int i = 0; i < own.length; i++) {
            own[i] *= mean;
        }
        return own;
    }

    /// Puts a character in place of another one.
    void put(int cell, int before, int glyph) {
        float[] old = own(cell, before);
        float[] next = prints.of(glyph);
        if (likeness != null) {
            piece(cell, before, glyph);
            likeness.put(left(cell), top(cell), piece);
        }
        add(cell, old, -1);
        add(cell, next, 1);
    }

    private void add(int cell, float[] print, int sign) {
        for (int i = 0; i < print.length; i++) {
            int at = place(cell, i);
            if (at >= 0) {
                light[at] += sign * print[i];
            }
        }
    }

    /// By how much the surroundings of a cell are not alike with another character in it. Only
    /// after [#compare].
    float loss(int cell, int now, int glyph) {
        Likeness to = Objects.requireNonNull(likeness);
        if (glyph == now) {
            return to.loss(left(cell), top(cell), 1);
        }
        piece(cell, now, glyph);
        return to.loss(left(cell), top(cell), piece, 1);
    }

    /// Compares what is shown with the picture from now on, after the gain and offset by which they
    /// become most alike: an eye gets used to how bright a screen is.
    ///
    /// @return what is not alike in all
    double compare() {
        scale = 1;
        offset = 0;
        float[] there = shown(light);
        double mean = mean(there);
        double wantedMean = mean(target);
        double square = 0;
        double both = 0;
        for (int i = 0; i < there.length; i++) {
            square += (there[i] - mean) * (there[i] - mean);
            both += (there[i] - mean) * (target[i] - wantedMean);
        }
        scale = square < LITTLE ? 1 : (float) (both / square);
        offset = (float) (wantedMean - scale * mean);
        likeness =
                new Likeness(
                        target, shown(light), width, height, Footprints.WIDTH, Footprints.HEIGHT);
        return likeness.loss();
    }

    /// Compares no longer, until the next [#compare].
    void rest() {
        likeness = null;
    }

    private static double mean(float[] map) {
        double sum = 0;
        for (float value : map) {
            sum += value;
        }
        return sum / map.length;
    }

    private float[] shown(float[] from) {
        float[] shown = new float[from.length];
        for (int i = 0; i < shown.length; i++) {
            shown[i] = offset + scale * Light.sent(from[i]);
        }
        return shown;
    }

    private void piece(int cell, int now, int glyph) {
        float[] next = prints.of(glyph);
        float[] old = prints.of(now);
        for (int i = 0; i < piece.length; i++) {
            int at = place(cell, i);
            piece[i] = at < 0 ? 0 : offset + scale * Light.sent(light[at] + next[i] - old[i]);
        }
    }
}
