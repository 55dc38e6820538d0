package chatbois.cellart;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// Scales frame after frame of a moving picture to as many cells, and in each only what has
/// changed. Not safe for more than one thread.
final class Scaler {
    /// Rows of pixels in a cell: half as many as for pictures that stay.
    private static final int HEIGHT = Glyph.HEIGHT / 2;

    private final Size size;
    private final int width;
    private final Raster raster;
    private final boolean[] changed;
    private @Nullable Picture before;
    private Taps columns;
    private Taps rows;

    /// One row of the frame after it has been scaled from top to bottom, by channels.
    private float[][] line;

    Scaler(Size size) {
        this.size = size;
        width = size.columns() * Glyph.WIDTH;
        int height = size.rows() * HEIGHT;
        raster = new Raster(width, height, HEIGHT, new int[Raster.CHANNELS][width * height]);
        changed = new boolean[size.columns() * size.rows()];
        columns = new Taps(1, width);
        rows = new Taps(1, height);
        line = new float[Raster.CHANNELS][1];
    }

    /// The frame, scaled; changes with the next one.
    Raster scale(Picture frame) {
        Picture old = before;
        if (old == null || old.width() != frame.width() || old.height() != frame.height()) {
            columns = new Taps(frame.width(), width);
            rows = new Taps(frame.height(), raster.height());
            line = new float[Raster.CHANNELS][frame.width()];
            Arrays.fill(changed, true);
        } else {
            Arrays.fill(changed, false);
            for (int row = 0; row < size.rows(); row++) {
                compare(frame, old, row);
            }
        }
        before = frame;
        for (int row = 0; row < size.rows(); row++) {
            scale(frame, row);
        }
        return raster;
    }

    /// Whether a cell shows something else than in the frame before.
    boolean changed(int cell) {
        return changed[cell];
    }

    private void compare(Picture frame, Picture old, int row) {
        int end = rows.end((row + 1) * HEIGHT - 1);
        for (int y = rows.begin(row * HEIGHT); y < end; y++) {
            int difference = frame.difference(old, y, 0, frame.width());
            for (int column = 0; difference >= 0 && column < size.columns(); column++) {
                int cell = row * size.columns() + column;
                int to = columns.end((column + 1) * Glyph.WIDTH - 1);
                if (to > difference && !changed[cell]) {
                    int from = columns.begin(column * Glyph.WIDTH);
                    changed[cell] = frame.difference(old, y, from, to) >= 0;
                }
            }
        }
    }

    /// Scales what lies between the first and the last cell of a row that have changed.
    private void scale(Picture frame, int row) {
        int start = row * size.columns();
        int first = 0;
        int last = size.columns() - 1;
        while (first <= last && !changed[start + first]) {
            first++;
        }
        while (last >= first && !changed[start + last]) {
            last--;
        }
        if (first > last) {
            return;
        }
        int from = columns.begin(first * Glyph.WIDTH);
        int to = columns.end((last + 1) * Glyph.WIDTH - 1);
        for (int y = row * HEIGHT; y < (row + 1) * HEIGHT; y++) {
            down(frame, y, from, to);
            columns.make(
                    first * Glyph.WIDTH,
                    (last + 1) * Glyph.WIDTH,
                    line,
                    raster.planes(),
                    y * width);
        }
    }

    private void down(Picture frame, int y, int from, int to) {
        for (int channel = 0; channel < Raster.CHANNELS; channel++) {
            int shift = 16 - 8 * channel;
            Arrays.fill(line[channel], from, to, 0.5f);
            for (int source = rows.begin(y); source < rows.end(y); source++) {
                float weight = rows.weight(y, source - rows.first(y));
                frame.add(source, shift, weight, line[channel], from, to);
            }
        }
    }
}
