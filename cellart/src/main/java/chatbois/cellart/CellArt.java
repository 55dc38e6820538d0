package chatbois.cellart;

import java.util.List;

/// Makes cells of pictures, for one choice of characters and colours. Safe for any thread.
public final class CellArt {
    private final Style style;
    private final Colors colors;
    private final List<Glyph> glyphs;

    public CellArt(Style style, Colors colors) {
        this.style = style;
        this.colors = colors;
        glyphs = style.glyphs();
    }

    /// How much work is put into a picture.
    public enum Care {
        /// Each cell by itself: for pictures that move.
        QUICK,
        /// Cells together with their neighbours: for those that stay.
        FULL
    }

    /// Shows a picture in so many cells, whatever becomes of its proportions: see [Size#fitting].
    public Cells draw(Picture picture, Size size, Care care) {
        if (care == Care.QUICK) {
            return new Reel(style, colors, size, PlainProducts::new).next(picture, 0);
        }
        Raster raster = Raster.of(picture, size);
        return colors == Colors.NONE
                ? new Engraver(style, glyphs).draw(raster, size)
                : cells(size, new Refiner(raster, size, style, colors).draw());
    }

    private Cells cells(Size size, Fitter.Fit[] drawn) {
        int[] characters = new int[drawn.length];
        int[] inks = new int[drawn.length];
        int[] grounds = new int[drawn.length];
        for (int cell = 0; cell < drawn.length; cell++) {
            characters[cell] = glyphs.get(drawn[cell].glyph()).character();
            inks[cell] = drawn[cell].ink();
            grounds[cell] = drawn[cell].ground();
        }
        return new Cells(size, characters, inks, grounds);
    }
}
