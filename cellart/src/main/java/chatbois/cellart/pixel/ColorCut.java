package chatbois.cellart.pixel;

import chatbois.cellart.Picture;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/// Finds the colours that stand for those of a picture: what there is of them is cut in two where
/// it is widest, again and again (median cut). For one thread.
final class ColorCut {
    /// A level counts in so many bits; what is nearer than that is one colour here.
    private static final int BITS = 5;

    private static final int BINS = 1 << 3 * BITS;

    private final int[] palette;

    /// The nearest of each colour in [#BITS], plus one; 0 if nobody asked for it.
    private final int[] nearest = new int[BINS];

    ColorCut(Picture picture, int colors) {
        long[][] sums = new long[BINS][];
        for (int y = 0; y < picture.height(); y++) {
            for (int x = 0; x < picture.width(); x++) {
                count(sums, picture.pixel(x, y));
            }
        }
        List<long[]> used = Arrays.stream(sums).filter(sum -> sum != null).toList();
        palette = palette(used, colors);
    }

    /// A bin is red, green, blue, and how many.
    private static void count(long[][] sums, int rgb) {
        int bin = bin(rgb);
        if (sums[bin] == null) {
            sums[bin] = new long[4];
        }
        for (int i = 0; i < 3; i++) {
            sums[bin][i] += rgb >> 16 - 8 * i & 255;
        }
        sums[bin][3]++;
    }

    private static int bin(int rgb) {
        int shift = 8 - BITS;
        int mask = (1 << BITS) - 1;
        return (rgb >> 16 + shift & mask) << 2 * BITS
                | (rgb >> 8 + shift & mask) << BITS
                | rgb >> shift & mask;
    }

    /// Some colours, and how much is gained by cutting them.
    private record Box(List<long[]> bins, int channel, double spread) {
        static Box of(List<long[]> bins) {
            int widest = 0;
            double most = 0;
            for (int channel = 0; channel < 3; channel++) {
                double spread = spread(bins, channel);
                if (spread > most) {
                    most = spread;
                    widest = channel;
                }
            }
            return new Box(bins, widest, most);
        }

        /// How far its pixels are from their mean, by the sum of squares.
        private static double spread(List<long[]> bins, int channel) {
            double sum = 0;
            double squares = 0;
            long count = 0;
            for (long[] bin : bins) {
                double level = (double) bin[channel] / bin[3];
                sum += bin[channel];
                squares += level * level * bin[3];
                count += bin[3];
            }
            return squares - sum * sum / count;
        }

        List<Box> cut() {
            List<long[]> sorted = new ArrayList<>(bins);
            sorted.sort(Comparator.comparingDouble(bin -> (double) bin[channel] / bin[3]));
            long all = sorted.stream().mapToLong(bin -> bin[3]).sum();
            long below = sorted.getFirst()[3];
            int at = 1;
            while (at < sorted.size() - 1 && below + sorted.get(at)[3] <= all / 2) {
                below += sorted.get(at++)[3];
            }
            return List.of(of(sorted.subList(0, at)), of(sorted.subList(at, sorted.size())));
        }

        int mean() {
            int mean = 0;
            long count = bins.stream().mapToLong(bin -> bin[3]).sum();
            for (int i = 0; i < 3; i++) {
                int channel = i;
                long sum = bins.stream().mapToLong(bin -> bin[channel]).sum();
                mean = mean << 8 | (int) Math.round((double) sum / count);
            }
            return mean;
        }
    }

    private static int[] palette(List<long[]> used, int colors) {
        List<Box> boxes = new ArrayList<>(List.of(Box.of(used)));
        while (boxes.size() < colors) {
            Box widest = boxes.stream().max(Comparator.comparingDouble(Box::spread)).orElseThrow();
            if (widest.bins.size() < 2) {
                break;
            }
            boxes.remove(widest);
            boxes.addAll(widest.cut());
        }
        return boxes.stream().mapToInt(Box::mean).toArray();
    }

    int[] palette() {
        return palette;
    }

    /// The place of the nearest colour.
    int nearest(int rgb) {
        int bin = bin(rgb);
        if (nearest[bin] == 0) {
            nearest[bin] = search(rgb) + 1;
        }
        return nearest[bin] - 1;
    }

    private int search(int rgb) {
        int best = 0;
        for (int i = 1; i < palette.length; i++) {
            if (distance(palette[i], rgb) < distance(palette[best], rgb)) {
                best = i;
            }
        }
        return best;
    }

    private static int distance(int a, int b) {
        int red = (a >> 16) - (b >> 16);
        int green = (a >> 8 & 255) - (b >> 8 & 255);
        int blue = (a & 255) - (b & 255);
        return 2 * red * red + 4 * green * green + 3 * blue * blue;
    }
}
