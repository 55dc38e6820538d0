package chatbois.cellart;

import java.util.Arrays;

/// A picture scaled so that each cell has the same number of pixels; its colours as numbers that
/// can be reckoned with, 0 to 255.
///
/// @param planes red, green and blue, row by row
record Raster(int width, int height, float[][] planes) {
    static final int CHANNELS = 3;

    /// Scales a picture to as many cells, whatever becomes of its proportions.
    static Raster of(Picture picture, Size size) {
        int width = size.columns() * Glyph.WIDTH;
        int height = size.rows() * Glyph.HEIGHT;
        Lanczos columns = new Lanczos(picture.width(), width);
        Lanczos rows = new Lanczos(picture.height(), height);
        float[][] planes = new float[CHANNELS][];
        for (int channel = 0; channel < CHANNELS; channel++) {
            planes[channel] =
                    rows.down(columns.across(plane(picture, channel), picture.height()), width);
        }
        return new Raster(width, height, planes);
    }

    private static float[] plane(Picture picture, int channel) {
        float[] plane = new float[picture.width() * picture.height()];
        int shift = 16 - 8 * channel;
        for (int y = 0; y < picture.height(); y++) {
            for (int x = 0; x < picture.width(); x++) {
                plane[y * picture.width() + x] = picture.pixel(x, y) >> shift & 255;
            }
        }
        return plane;
    }

    /// Copies what one cell is to show.
    void cell(int column, int row, float[][] into) {
        for (int channel = 0; channel < CHANNELS; channel++) {
            for (int y = 0; y < Glyph.HEIGHT; y++) {
                System.arraycopy(
                        planes[channel],
                        (row * Glyph.HEIGHT + y) * width + column * Glyph.WIDTH,
                        into[channel],
                        y * Glyph.WIDTH,
                        Glyph.WIDTH);
            }
        }
    }

    /// Whether a cell is to show the same as in another picture of this size.
    boolean isAlike(Raster other, int column, int row) {
        for (int channel = 0; channel < CHANNELS; channel++) {
            for (int y = 0; y < Glyph.HEIGHT; y++) {
                int from = (row * Glyph.HEIGHT + y) * width + column * Glyph.WIDTH;
                int to = from + Glyph.WIDTH;
                if (!Arrays.equals(planes[channel], from, to, other.planes[channel], from, to)) {
                    return false;
                }
            }
        }
        return true;
    }

    /// How bright each pixel is, 0 to 255.
    float[] luma() {
        float[] luma = new float[width * height];
        for (int i = 0; i < luma.length; i++) {
            luma[i] = Eye.luma(planes[0][i], planes[1][i], planes[2][i]);
        }
        return luma;
    }
}
