package chatbois.cellart.track;

import chatbois.cellart.Picture;

/// Makes pictures smaller: each pixel is the mean, in light, of those that it stands for.
public final class Shrink {
    /// The light of each value, as a number in 16 bits.
    private static final int[] LIGHT = new int[256];

    /// The value of each light, in 12 bits.
    private static final byte[] VALUE = new byte[4097];

    static {
        for (int i = 0; i < LIGHT.length; i++) {
            double value = i / 255.0;
            double light =
                    value <= 0.04045 ? value / 12.92 : Math.pow((value + 0.055) / 1.055, 2.4);
            LIGHT[i] = (int) Math.round(light * 65535);
        }
        for (int i = 0; i < VALUE.length; i++) {
            double light = i / 4096.0;
            double value =
                    light <= 0.0031308 ? light * 12.92 : 1.055 * Math.pow(light, 1 / 2.4) - 0.055;
            VALUE[i] = (byte) Math.round(value * 255);
        }
    }

    private Shrink() {}

    /// @param width at most the picture's
    /// @param height at most the picture's
    public static Picture to(Picture picture, int width, int height) {
        if (picture.width() == width && picture.height() == height) {
            return picture;
        }
        int[] pixels = new int[width * height];
        Span[] columns = Span.of(picture.width(), width);
        Span[] rows = Span.of(picture.height(), height);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                pixels[y * width + x] = mean(picture, columns[x], rows[y]);
            }
        }
        return new Picture(width, height, pixels);
    }

    /// Which pixels one stands for, the first and the last in part.
    private record Span(int from, float[] shares) {
        static Span[] of(int from, int to) {
            Span[] spans = new Span[to];
            double scale = (double) from / to;
            for (int i = 0; i < to; i++) {
                int first = Math.min((int) (i * scale), from - 1);
                int end = Math.clamp((int) Math.ceil((i + 1) * scale - 1e-9), first + 1, from);
                float[] shares = new float[end - first];
                for (int k = 0; k < shares.length; k++) {
                    double begin = Math.max(i * scale, first + k);
                    shares[k] = (float) (Math.min((i + 1) * scale, first + k + 1) - begin);
                }
                spans[i] = new Span(first, shares);
            }
            return spans;
        }
    }

    private static int mean(Picture picture, Span columns, Span rows) {
        float red = 0;
        float green = 0;
        float blue = 0;
        float all = 0;
        for (int y = 0; y < rows.shares.length; y++) {
            for (int x = 0; x < columns.shares.length; x++) {
                float share = rows.shares[y] * columns.shares[x];
                int rgb = picture.pixel(columns.from + x, rows.from + y);
                red += share * LIGHT[rgb >> 16];
                green += share * LIGHT[rgb >> 8 & 0xFF];
                blue += share * LIGHT[rgb & 0xFF];
                all += share;
            }
        }
        return value(red / all) << 16 | value(green / all) << 8 | value(blue / all);
    }

    private static int value(float light) {
        return VALUE[Math.clamp(Math.round(light / 16), 0, 4096)] & 0xFF;
    }
}
