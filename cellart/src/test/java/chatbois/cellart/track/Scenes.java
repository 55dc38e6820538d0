package chatbois.cellart.track;

import chatbois.cellart.Picture;
import java.util.function.IntBinaryOperator;
import java.util.random.RandomGenerator;

/// Pictures to write and to compare.
final class Scenes {
    private Scenes() {}

    static Picture drawn(int width, int height, IntBinaryOperator color) {
        int[] pixels = new int[width * height];
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = color.applyAsInt(i % width, i / width);
        }
        return new Picture(width, height, pixels);
    }

    /// Soft hills of colour, further along with each step.
    static Picture hills(int width, int height, int step) {
        return drawn(
                width,
                height,
                (x, y) -> {
                    double along = (x + 3 * step) / 40.0;
                    int red = (int) (128 + 100 * Math.sin(along) * Math.cos(y / 30.0));
                    int green = (int) (128 + 80 * Math.cos(along / 2 + y / 50.0));
                    int blue = (int) (100 + 60 * Math.sin(y / 25.0));
                    return red << 16 | green << 8 | blue;
                });
    }

    /// A white square on blue with a red frame, further right with each step.
    static Picture square(int width, int height, int step) {
        return drawn(
                width,
                height,
                (x, y) -> {
                    boolean inside = x >= step && x < step + 8 && y >= 4 && y < 12;
                    boolean edge = x == 0 || y == 0 || x == width - 1 || y == height - 1;
                    return inside ? 0xFFFFFF : edge ? 0xCC0000 : 0x203060;
                });
    }

    static Picture noise(RandomGenerator random, int width, int height) {
        return drawn(width, height, (_, _) -> random.nextInt(0x1000000));
    }

    static boolean same(Picture one, Picture other) {
        return likeness(one, other) == Double.POSITIVE_INFINITY;
    }

    /// The signal-to-noise ratio in dB; infinite for equal ones.
    static double likeness(Picture one, Picture other) {
        double sum = 0;
        for (int i = 0; i < one.width() * one.height(); i++) {
            int a = one.pixel(i % one.width(), i / one.width());
            int b = other.pixel(i % one.width(), i / one.width());
            for (int shift = 0; shift < 24; shift += 8) {
                int difference = (a >> shift & 255) - (b >> shift & 255);
                sum += difference * difference;
            }
        }
        double mean = sum / (3.0 * one.width() * one.height());
        return 10 * Math.log10(255 * 255 / mean);
    }
}
