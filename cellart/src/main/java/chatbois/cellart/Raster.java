package chatbois.cellart;

/// A picture scaled so that each cell has the same number of pixels; its colours as numbers that
/// can be reckoned with, 0 to 255.
///
/// @param planes red, green and blue, row by row
record Raster(int width, int height, int cellHeight, int[][] planes) {
    static final int CHANNELS = 3;

    /// Scales a picture to as many cells, whatever becomes of its proportions.
    static Raster of(Picture picture, Size size) {
        int width = size.columns() * Glyph.WIDTH;
        int height = size.rows() * Glyph.HEIGHT;
        Lanczos columns = new Lanczos(picture.width(), width);
        Lanczos rows = new Lanczos(picture.height(), height);
        int[][] planes = new int[CHANNELS][];
        for (int channel = 0; channel < CHANNELS; channel++) {
            float[] plane = columns.across(plane(picture, channel), picture.height());
            planes[channel] = whole(rows.down(plane, width));
        }
        return new Raster(width, height, Glyph.HEIGHT, planes);
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

    private static int[] whole(float[] plane) {
        int[] whole = new int[plane.length];
        for (int i = 0; i < whole.length; i++) {
            whole[i] = (int) plane[i];
        }
        return whole;
    }

    /// Copies what one cell is to show.
    void cell(int column, int row, int[][] into) {
        for (int channel = 0; channel < CHANNELS; channel++) {
            int from = row * cellHeight * width + column * Glyph.WIDTH;
            for (int y = 0; y < cellHeight; y++) {
                System.arraycopy(
                        planes[channel],
                        from + y * width,
                        into[channel],
                        y * Glyph.WIDTH,
                        Glyph.WIDTH);
            }
        }
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
