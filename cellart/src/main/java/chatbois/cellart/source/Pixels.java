package chatbois.cellart.source;

import chatbois.cellart.Picture;
import java.awt.image.BufferedImage;
import java.awt.image.ColorModel;
import java.awt.image.ComponentColorModel;
import java.awt.image.DataBuffer;
import java.awt.image.DirectColorModel;
import java.awt.image.SampleModel;

/// The pixels of a decoded picture as `0xAARRGGBB`, as they stand in the file: what it says of
/// colour spaces doesn't count.
///
/// @param argb row by row; whoever has them may change them
record Pixels(int width, int height, int[] argb) {
    private static final int BLACK = 0;
    private static final int WHITE = 0xFFFFFF;

    /// What is darker than this, as a mean of 0 to 255, can't be seen on black.
    private static final int DARK = 64;

    static Pixels of(BufferedImage image) {
        int width = image.getWidth();
        int height = image.getHeight();
        int[] argb = new int[width * height];
        if (isPlain(image)) {
            plain(image, argb);
        } else {
            image.getRGB(0, 0, width, height, argb, 0, width);
        }
        return new Pixels(width, height, argb);
    }

    /// Whether its samples are the parts of its colours in whole numbers.
    private static boolean isPlain(BufferedImage image) {
        ColorModel colors = image.getColorModel();
        int type = image.getRaster().getTransferType();
        return (colors instanceof ComponentColorModel || colors instanceof DirectColorModel)
                && type != DataBuffer.TYPE_FLOAT
                && type != DataBuffer.TYPE_DOUBLE
                && !colors.isAlphaPremultiplied()
                && (colors.getNumColorComponents() == 1 || colors.getNumColorComponents() == 3);
    }

    private static void plain(BufferedImage image, int[] argb) {
        SampleModel samples = image.getSampleModel();
        int width = image.getWidth();
        int bands = samples.getNumBands();
        int[] row = new int[width * bands];
        for (int y = 0; y < image.getHeight(); y++) {
            image.getRaster().getPixels(0, y, width, 1, row);
            for (int x = 0; x < width; x++) {
                int at = x * bands;
                int red = eight(row[at], samples.getSampleSize(0));
                int green = bands < 3 ? red : eight(row[at + 1], samples.getSampleSize(1));
                int blue = bands < 3 ? red : eight(row[at + 2], samples.getSampleSize(2));
                int last = bands - 1;
                int alpha =
                        bands % 2 == 0 ? eight(row[at + last], samples.getSampleSize(last)) : 255;
                argb[y * width + x] = alpha << 24 | red << 16 | green << 8 | blue;
            }
        }
    }

    private static int eight(int sample, int bits) {
        return bits == 8
                ? sample
                : bits > 8 ? sample >>> bits - 8 : sample * 255 / ((1 << bits) - 1);
    }

    /// On which colour it is seen best: on black, but what is dark itself on white.
    int ground() {
        long light = 0;
        long seen = 0;
        boolean clear = false;
        for (int pixel : argb) {
            int alpha = pixel >>> 24;
            int luma = 2 * (pixel >> 16 & 255) + 5 * (pixel >> 8 & 255) + (pixel & 255);
            light += (long) alpha * luma / 8;
            seen += alpha;
            clear |= alpha < 128;
        }
        return clear && light < seen * DARK ? WHITE : BLACK;
    }

    /// What is seen on a ground. Its pixels become those of the picture.
    Picture on(int ground) {
        for (int i = 0; i < argb.length; i++) {
            argb[i] = over(argb[i], ground);
        }
        return new Picture(width, height, argb);
    }

    /// What is seen through a pixel.
    static int over(int pixel, int ground) {
        int alpha = pixel >>> 24;
        if (alpha == 255) {
            return pixel;
        }
        int mixed = 0xFF000000;
        for (int shift = 0; shift < 24; shift += 8) {
            int above = pixel >> shift & 255;
            int below = ground >> shift & 255;
            mixed |= (above * alpha + below * (255 - alpha) + 127) / 255 << shift;
        }
        return mixed;
    }
}
