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
        Raster raster = Raster.of(picture, size);
        if (colors == Colors.NONE) {
            return new Engraver(style, glyphs).draw(raster, size);
        }
        Fitter fitter = new Fitter(glyphs, colors);
        Fitter.Fit[] drawn = new Fitter.Fit[size.columns() * size.rows()];
        for (int cell = 0; cell < drawn.length; cell++) {
            drawn[cell] =
                    fitter.best(fitter.look(raster, cell % size.columns(), cell / size.columns()));
        }
        if (care == Care.FULL) {
            refine(raster, size, fitter, drawn);
        }
        return cells(size, drawn);
    }

    private void refine(Raster raster, Size size, Fitter fitter, Fitter.Fit[] drawn) {
        Refiner refiner = new Refiner(raster, glyphs, fitter, colors, drawn);
        for (int cell = 0; cell < drawn.length; cell++) {
            int column = cell % size.columns();
            int row = cell / size.columns();
            int[] likely = fitter.look(raster, column, row);
            drawn[cell] = refiner.refine(column, row, drawn[cell], likely);
        }
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
