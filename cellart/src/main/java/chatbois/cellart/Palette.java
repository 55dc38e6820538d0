package chatbois.cellart;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// The colours of which a terminal takes numbers.
final class Palette {
    private static final int[] LEVELS = {0, 95, 135, 175, 215, 255};

    /// xterm's, which most terminals took over.
    static final Palette SIXTEEN =
            new Palette(
                    0,
                    new int[] {
                        0x000000, 0xCD0000, 0x00CD00, 0xCDCD00, 0x0000EE, 0xCD00CD, 0x00CDCD,
                        0xE5E5E5, 0x7F7F7F, 0xFF0000, 0x00FF00, 0xFFFF00, 0x5C5CFF, 0xFF00FF,
                        0x00FFFF, 0xFFFFFF
                    });

    static final Palette INDEXED =
            new Palette(16, IntStream.range(16, 256).map(Palette::of).toArray());

    /// So many near ones are tried.
    private static final int NEAR = 8;

    private final int first;
    private final int[] colors;

    /// What was asked for before, by the first five bits of each channel. Whoever finds nothing
    /// here puts the same there as any other thread would.
    private final int[] @Nullable [] near = new int[1 << 15][];

    private Palette(int first, int[] colors) {
        this.first = first;
        this.colors = colors;
    }

    private static int of(int number) {
        if (number >= 232) {
            return (8 + 10 * (number - 232)) * 0x010101;
        }
        int place = number - 16;
        return LEVELS[place / 36] << 16 | LEVELS[place / 6 % 6] << 8 | LEVELS[place % 6];
    }

    /// The number by which a terminal knows one of these colours.
    int number(int color) {
        return first
                + IntStream.range(0, colors.length)
                        .filter(place -> colors[place] == color)
                        .findFirst()
                        .orElseThrow();
    }

    /// Those that look most like a colour, the nearest first; not to be changed. They are the same
    /// for all colours that differ in their last bits only.
    int[] near(int color) {
        int place = (color >> 19 & 31) << 10 | (color >> 11 & 31) << 5 | color >> 3 & 31;
        int[] known = near[place];
        if (known == null) {
            known =
                    nearest(
                            (color >> 16 | 4) & 252,
                            (color >> 8 & 255 | 4) & 252,
                            (color & 255 | 4) & 252);
            near[place] = known;
        }
        return known;
    }

    private int[] nearest(int red, int green, int blue) {
        int[] nearest = new int[Math.min(NEAR, colors.length)];
        double[] distances = new double[nearest.length];
        Arrays.fill(distances, Double.MAX_VALUE);
        for (int color : colors) {
            double distance =
                    Eye.RED * square((color >> 16) - red)
                            + Eye.GREEN * square((color >> 8 & 255) - green)
                            + Eye.BLUE * square((color & 255) - blue);
            int place = nearest.length;
            while (place > 0 && distances[place - 1] > distance) {
                place--;
                if (place < nearest.length - 1) {
                    distances[place + 1] = distances[place];
                    nearest[place + 1] = nearest[place];
                }
            }
            if (place < nearest.length) {
                distances[place] = distance;
                nearest[place] = color;
            }
        }
        return nearest;
    }

    private static double square(double value) {
        return value * value;
    }
}
