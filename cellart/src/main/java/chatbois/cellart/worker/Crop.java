package chatbois.cellart.worker;

import chatbois.cellart.Picture;

/// The part of a picture that is shown, in shares of its sides.
public record Crop(double left, double top, double width, double height) {
    public static final Crop WHOLE = new Crop(0, 0, 1, 1);

    /// So much is seen at least: a picture is never enlarged without end.
    private static final double SMALLEST = 1 / 64.0;

    /// @throws IllegalArgumentException if it isn't inside of the picture
    public Crop {
        boolean inside =
                left >= 0
                        && top >= 0
                        && width >= SMALLEST
                        && height >= SMALLEST
                        && left + width <= 1 + 1e-9
                        && top + height <= 1 + 1e-9;
        if (!inside) {
            throw new IllegalArgumentException("That is no part of a picture.");
        }
    }

    /// The same picture if all of it is shown.
    Picture of(Picture whole) {
        if (equals(WHOLE)) {
            return whole;
        }
        int x = (int) (left * whole.width());
        int y = (int) (top * whole.height());
        int columns = Math.clamp(Math.round(width * whole.width()), 1, whole.width() - x);
        int rows = Math.clamp(Math.round(height * whole.height()), 1, whole.height() - y);
        int[] pixels = new int[columns * rows];
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = whole.pixel(x + i % columns, y + i / columns);
        }
        return new Picture(columns, rows, pixels);
    }
}
