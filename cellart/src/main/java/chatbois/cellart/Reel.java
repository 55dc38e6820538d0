package chatbois.cellart;

import java.util.Arrays;
import java.util.List;
import java.util.function.Function;

/// One moving picture on one screen: makes cells of frame after frame and knows what stands on the
/// screen. A cell changes only if by that it becomes so much more alike as its bytes are worth, so
/// what doesn't move doesn't flicker. Not safe for more than one thread.
public final class Reel {
    /// A thrift by which about a third of the bytes go that exact frames take, and hardly anything
    /// of what is seen.
    public static final double USUAL_THRIFT = 300;

    /// So many ways to draw a cell are reckoned out.
    private static final int FEW = 6;

    private final Style style;
    private final Colors colors;
    private final Size size;
    private final List<Glyph> glyphs;
    private final Scaler scaler;
    private final Fitter fitter;
    private final int[] shown;
    private final int[] inks;
    private final int[] grounds;

    public Reel(Style style, Colors colors, Size size) {
        this(style, colors, size, Products::fastest);
    }

    Reel(Style style, Colors colors, Size size, Function<float[][], Products> ranking) {
        this.style = style;
        this.colors = colors;
        this.size = size;
        glyphs = style.glyphs();
        scaler = new Scaler(size);
        List<Glyph> halved = glyphs.stream().map(Glyph::halved).toList();
        fitter = new Fitter(halved, colors, FEW, ranking);
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
        if (colors == Colors.NONE) {
            return new Engraver(style, glyphs).draw(Raster.of(frame, size), size);
        }
        Raster raster = scaler.scale(frame);
        for (int cell = 0; cell < shown.length; cell++) {
            if (scaler.changed(cell)) {
                int[] likely = fitter.look(raster, cell % size.columns(), cell / size.columns());
                draw(cell, fitter.best(likely), thrift);
            }
        }
        return cells();
    }

    private void draw(int cell, Fitter.Fit best, double thrift) {
        if (shown[cell] >= 0) {
            double error = fitter.drawn(shown[cell], inks[cell], grounds[cell]).error();
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
