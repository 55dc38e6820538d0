package chatbois.cellart.track;

import chatbois.cellart.Picture;

/// A picture as brightness and two colours, of which there is one for four pixels; wide and high
/// enough for whole squares of 16 x 16 pixels.
final class Planes {
    /// The side of a square.
    static final int SQUARE = 16;

    /// A block of 8 x 8 numbers inside a square.
    ///
    /// @param plane 0 for brightness, 1 and 2 for blue and red
    record Part(int plane, int x, int y) {}

    /// In the order in which they are written.
    static final Part[] PARTS = {
        new Part(0, 0, 0),
        new Part(0, 8, 0),
        new Part(0, 0, 8),
        new Part(0, 8, 8),
        new Part(1, 0, 0),
        new Part(2, 0, 0)
    };

    final int columns;
    final int rows;
    private final int width;
    private final int height;
    private final byte[][] planes;

    Planes(int width, int height) {
        this.width = width;
        this.height = height;
        columns = (width + SQUARE - 1) / SQUARE;
        rows = (height + SQUARE - 1) / SQUARE;
        int area = columns * rows * SQUARE * SQUARE;
        planes = new byte[][] {new byte[area], new byte[area / 4], new byte[area / 4]};
    }

    byte[] plane(int plane) {
        return planes[plane];
    }

    /// How far one row of a plane is from the next.
    int stride(int plane) {
        return plane == 0 ? columns * SQUARE : columns * SQUARE / 2;
    }

    /// Where a block begins in its plane.
    int at(Part part, int column, int row) {
        int side = part.plane == 0 ? SQUARE : SQUARE / 2;
        return (row * side + part.y) * stride(part.plane) + column * side + part.x;
    }

    void copyFrom(Planes other) {
        for (int i = 0; i < planes.length; i++) {
            System.arraycopy(other.planes[i], 0, planes[i], 0, planes[i].length);
        }
    }

    /// Takes a picture in, the last pixels being repeated beyond its edges.
    void fill(Picture picture) {
        int stride = stride(0);
        for (int y = 0; y < rows * SQUARE; y += 2) {
            for (int x = 0; x < stride; x += 2) {
                int at = y * stride + x;
                int sum = 0;
                for (int i = 0; i < 4; i++) {
                    int column = Math.min(x + (i & 1), width - 1);
                    int row = Math.min(y + (i >> 1), height - 1);
                    int rgb = picture.pixel(column, row);
                    planes[0][at + (i & 1) + (i >> 1) * stride] = luma(rgb);
                    // Four of them, each part in ten bits.
                    sum += (rgb >> 16) << 20 | (rgb >> 8 & 0xFF) << 10 | rgb & 0xFF;
                }
                fillColor(y / 2 * (stride / 2) + x / 2, sum >>> 20, sum >> 10 & 0x3FF, sum & 0x3FF);
            }
        }
    }

    private static byte luma(int rgb) {
        return (byte)
                (19595 * (rgb >> 16) + 38470 * (rgb >> 8 & 0xFF) + 7471 * (rgb & 0xFF) + 32768
                        >> 16);
    }

    private void fillColor(int at, int red, int green, int blue) {
        int half = 1 << 17;
        planes[1][at] = clamped(128 + (-11058 * red - 21710 * green + 32768 * blue + half >> 18));
        planes[2][at] = clamped(128 + (32768 * red - 27439 * green - 5329 * blue + half >> 18));
    }

    private static byte clamped(int value) {
        return (byte) Math.clamp(value, 0, 255);
    }

    /// Makes pixels of a square.
    ///
    /// @param pixels all of the picture
    void paint(int column, int row, int[] pixels) {
        int end = Math.min((row + 1) * SQUARE, height);
        int right = Math.min((column + 1) * SQUARE, width);
        int stride = stride(0);
        for (int y = row * SQUARE; y < end; y++) {
            int chroma = y / 2 * (stride / 2);
            for (int x = column * SQUARE; x < right; x += 2) {
                int blue = (planes[1][chroma + x / 2] & 0xFF) - 128;
                int red = (planes[2][chroma + x / 2] & 0xFF) - 128;
                int r = 91881 * red + 32768 >> 16;
                int g = 22554 * blue + 46802 * red + 32768 >> 16;
                int b = 116130 * blue + 32768 >> 16;
                pixels[y * width + x] = rgb(planes[0][y * stride + x] & 0xFF, r, g, b);
                if (x + 1 < right) {
                    pixels[y * width + x + 1] = rgb(planes[0][y * stride + x + 1] & 0xFF, r, g, b);
                }
            }
        }
    }

    private static int rgb(int bright, int red, int green, int blue) {
        return shown(bright + red) << 16 | shown(bright - green) << 8 | shown(bright + blue);
    }

    private static int shown(int value) {
        return Math.min(Math.max(value, 0), 255);
    }
}
