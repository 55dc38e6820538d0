package chatbois.cellart;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One moving picture on one screen: makes cells of frame after frame and knows what stands on the
/// screen. A cell changes only if by that it becomes so much more alike as its bytes are worth, so
/// what doesn't move doesn't flicker. Not safe for more than one thread.
public final class Reel {
    /// A thrift by which about a third of the bytes go that exact frames take, and hardly anything
    /// of what is seen.
    public static final double USUAL_THRIFT = 300;

    private final Style style;
    private final Colors colors;
    private final Size size;
    private final List<Glyph> glyphs;
    private final Fitter fitter;
    private final int[] shown;
    private final int[] inks;
    private final int[] grounds;
    private @Nullable Raster before;

    public Reel(Style style, Colors colors, Size size) {
        this.style = style;
        this.colors = colors;
        this.size = size;
        glyphs = style.glyphs();
        fitter = new Fitter(glyphs, colors);
        int cells = size.columns() * size.rows();
        shown = new int[cells];
        inks = new int[cells];
        grounds = new int[cells];
        Arrays.fill(shown, -1);
    }

    /// The cells for the next frame; those of the frame before are taken to stand on the screen.
    ///
    /// @param thrift what a byte is worth: so much error, as the sum of squares over a cell's
    ///   pixels, is borne to save one. 0 for exact frames.
    public Cells next(Picture frame, double thrift) {
        Raster raster = Raster.of(frame, size);
        if (colors == Colors.NONE) {
            return new Engraver(style, glyphs).draw(raster, size);
        }
        for (int cell = 0; cell < shown.length; cell++) {
            int column = cell % size.columns();
            int row = cell / size.columns();
            if (before == null || !raster.isAlike(before, column, row)) {
                draw(cell, fitter.best(fitter.look(raster, column, row)), thrift);
            }
        }
        before = raster;
        return cells();
    }

    private void draw(int cell, Fitter.Fit best, double thrift) {
        if (shown[cell] >= 0) {
            double error = fitter.error(shown[cell], inks[cell], grounds[cell]);
            int bytes = 3;
            bytes += best.ink() == inks[cell] ? 0 : bytesOfColor();
            bytes += best.ground() == grounds[cell] ? 0 : bytesOfColor();
            if (error <= best.error() + thrift * bytes) {
                return;
            }
        }
        shown[cell] = best.glyph();
        inks[cell] = best.ink();
        grounds[cell] = best.ground();
    }

    private int bytesOfColor() {
        return switch (colors) {
            case NONE -> 0;
            case SIXTEEN -> 5;
            case INDEXED -> 10;
            case FULL -> 17;
        };
    }

    private Cells cells() {
        int[] characters = new int[shown.length];
        for (int cell = 0; cell < shown.length; cell++) {
            characters[cell] = glyphs.get(shown[cell]).character();
        }
        return new Cells(size, characters, inks.clone(), grounds.clone());
    }
}
