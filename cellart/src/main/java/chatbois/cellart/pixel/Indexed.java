package chatbois.cellart.pixel;

import chatbois.cellart.Picture;
import java.util.Arrays;

/// A picture in few colours, of its own choice; what a pixel is off by is made up for by those
/// around it (Floyd and Steinberg). Never changes.
final class Indexed {
    private static final int CHANNELS = 3;
    private static final int RIGHT = 7;
    private static final int LEFT_BELOW = 3;
    private static final int BELOW = 5;
    private static final int RIGHT_BELOW = 1;
    private static final int SHARES = 16;

    private final int width;
    private final int[] palette;
    private final byte[] places;

    private Indexed(int width, int[] palette, byte[] places) {
        this.width = width;
        this.palette = palette;
        this.places = places;
    }

    /// @param colors the most of them, at most 256
    static Indexed of(Picture picture, int colors) {
        ColorCut cut = new ColorCut(picture, colors);
        int width = picture.width();
        byte[] places = new byte[width * picture.height()];
        int[] off = new int[(width + 2) * CHANNELS];
        for (int y = 0; y < picture.height(); y++) {
            int[] below = new int[off.length];
            for (int x = 0; x < width; x++) {
                places[y * width + x] = (byte) place(picture.pixel(x, y), x, off, below, cut);
            }
            off = below;
        }
        return new Indexed(width, cut.palette(), places);
    }

    /// The place of a pixel's colour, of which what it is off by goes on.
    ///
    /// @param off what this row is off by, one pixel more on each side
    private static int place(int rgb, int x, int[] off, int[] below, ColorCut cut) {
        int at = (x + 1) * CHANNELS;
        int wanted = 0;
        for (int i = 0; i < CHANNELS; i++) {
            int level = (rgb >> 16 - 8 * i & 255) + off[at + i] / SHARES;
            wanted = wanted << 8 | Math.clamp(level, 0, 255);
        }
        int place = cut.nearest(wanted);
        int got = cut.palette()[place];
        for (int i = 0; i < CHANNELS; i++) {
            int error = (wanted >> 16 - 8 * i & 255) - (got >> 16 - 8 * i & 255);
            off[at + CHANNELS + i] += error * RIGHT;
            below[at - CHANNELS + i] += error * LEFT_BELOW;
            below[at + i] += error * BELOW;
            below[at + CHANNELS + i] += error * RIGHT_BELOW;
        }
        return place;
    }

    int width() {
        return width;
    }

    int height() {
        return places.length / width;
    }

    /// The colours, `0xRRGGBB`.
    int[] palette() {
        return Arrays.copyOf(palette, palette.length);
    }

    /// Which of the colours a pixel has.
    int place(int x, int y) {
        return places[y * width + x] & 255;
    }
}
