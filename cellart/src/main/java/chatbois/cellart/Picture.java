package chatbois.cellart;

import java.util.Arrays;

/// A picture: its pixels row by row, each red, green and blue in 8 bits, as sRGB. Never changes.
public final class Picture {
    /// The most pixels on a side.
    public static final int LONGEST = 16_384;

    /// The most pixels.
    public static final int MOST = 40_000_000;

    private final int width;
    private final int height;
    private final int[] pixels;

    /// @param pixels `0xRRGGBB`, row by row; what stands above these bits doesn't count. The caller
    ///   must not change them any more.
    /// @throws IllegalArgumentException if there are none, too many, or not as many as it says
    public Picture(int width, int height, int[] pixels) {
        check(width, height);
        if (pixels.length != width * height) {
            throw new IllegalArgumentException(
                    "%d pixels are no picture of %d x %d".formatted(pixels.length, width, height));
        }
        this.width = width;
        this.height = height;
        this.pixels = pixels;
    }

    /// Whether a picture may be that large; to be asked before its pixels are made room for.
    ///
    /// @throws IllegalArgumentException if not
    public static void check(int width, int height) {
        boolean fits =
                width > 0
                        && height > 0
                        && width <= LONGEST
                        && height <= LONGEST
                        && (long) width * height <= MOST;
        if (!fits) {
            throw new IllegalArgumentException(
                    "A picture of %d x %d pixels is too large; at most %d a side and %d million together."
                            .formatted(width, height, LONGEST, MOST / 1_000_000));
        }
    }

    public int width() {
        return width;
    }

    public int height() {
        return height;
    }

    /// `0xRRGGBB`.
    public int pixel(int x, int y) {
        return pixels[y * width + x] & 0xFFFFFF;
    }

    /// Where a part of a row first differs from another picture of this size, from the part's
    /// beginning on, or -1.
    int difference(Picture other, int y, int from, int to) {
        int start = y * width + from;
        int end = y * width + to;
        return Arrays.mismatch(pixels, start, end, other.pixels, start, end);
    }

    /// Adds one colour of a part of a row to sums, each as often as it counts.
    ///
    /// @param shift how many bits stand behind that colour
    void add(int y, int shift, float weight, float[] sums, int from, int to) {
        int start = y * width;
        for (int x = from; x < to; x++) {
            sums[x] += weight * (pixels[start + x] >> shift & 255);
        }
    }
}
