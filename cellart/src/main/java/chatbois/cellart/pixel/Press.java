package chatbois.cellart.pixel;

import chatbois.cellart.Picture;
import chatbois.cellart.Size;
import chatbois.cellart.track.Shrink;
import java.util.ArrayList;
import java.util.List;

/// Prints pictures, or the frames of one, in about as many bytes as they may have: with fewer
/// pixels where the terminal can enlarge them, else with fewer colours. For one thread.
public final class Press {
    /// What is printed as one, in pixels; of more nothing more is seen.
    private static final int MOST_PIXELS = 2_000_000;

    private static final int TRIES = 5;

    /// The least a side is shrunk to.
    private static final double SMALLEST = 1 / 16.0;

    private static final int[] COLORS = {256, 64, 16};

    private final Medium medium;
    private final Size size;
    private final int cellWidth;
    private final int cellHeight;

    /// By how much the frame before was shrunk so that it fitted.
    private double shrunk = 1;

    /// @param cellWidth the pixels of a cell
    /// @throws IllegalArgumentException if these can't be
    public Press(Medium medium, Size size, int cellWidth, int cellHeight) {
        if (cellWidth < 1 || cellHeight < 1 || cellWidth > 256 || cellHeight > 256) {
            throw new IllegalArgumentException("no terminal has such cells");
        }
        this.medium = medium;
        this.size = size;
        this.cellWidth = cellWidth;
        this.cellHeight = cellHeight;
    }

    /// Prints one picture; it fills the cells, whatever becomes of its proportions.
    ///
    /// @param most about how many bytes it may have
    public Print print(Picture picture, int most) {
        return medium == Medium.SIXEL ? sixel(picture, most) : png(picture, most);
    }

    private Print png(Picture picture, int most) {
        double needed =
                Math.max(
                        (double) picture.width() / (size.columns() * cellWidth),
                        (double) picture.height() / (size.rows() * cellHeight));
        double pixels = (double) size.columns() * cellWidth * size.rows() * cellHeight;
        double whole = Math.min(Math.min(needed, 1), Math.sqrt(MOST_PIXELS / pixels));
        shrunk = Math.min(shrunk * 1.1, 1);
        Print print = png(picture, whole * shrunk);
        for (int i = 0; i < TRIES && print.bytes() > most && shrunk > SMALLEST; i++) {
            shrunk *= Math.sqrt((double) most / print.bytes()) * 0.95;
            print = png(picture, whole * shrunk);
        }
        return print;
    }

    private Print png(Picture picture, double scale) {
        int width = Math.max((int) Math.round(size.columns() * cellWidth * scale), 1);
        int rows = medium.isInStrips() ? size.rows() : 1;
        double height = (double) size.rows() * cellHeight * scale / rows;
        int strip = Math.max((int) Math.round(height), 1);
        Picture scaled = scaled(picture, width, strip * rows);
        List<byte[]> parts = new ArrayList<>();
        for (int row = 0; row < rows; row++) {
            parts.add(PngWriter.write(scaled, row * strip, strip));
        }
        return new Print(medium, size, parts);
    }

    /// A terminal shows each pixel of Sixel as one of its own.
    private Print sixel(Picture picture, int most) {
        int width = size.columns() * cellWidth;
        int height = size.rows() * cellHeight;
        Picture.check(width, height);
        Picture scaled = scaled(picture, width, height);
        Print print = inColors(scaled, COLORS[0]);
        for (int i = 1; i < COLORS.length && print.bytes() > most; i++) {
            print = inColors(scaled, COLORS[i]);
        }
        return print;
    }

    private Print inColors(Picture scaled, int colors) {
        Indexed indexed = Indexed.of(scaled, colors);
        List<byte[]> parts = new ArrayList<>();
        for (int row = 0; row < size.rows(); row++) {
            parts.add(SixelWriter.write(indexed, row * cellHeight, cellHeight));
        }
        return new Print(medium, size, parts);
    }

    private static Picture scaled(Picture picture, int width, int height) {
        return width <= picture.width() && height <= picture.height()
                ? Shrink.to(picture, width, height)
                : Enlarged.to(picture, width, height);
    }
}
