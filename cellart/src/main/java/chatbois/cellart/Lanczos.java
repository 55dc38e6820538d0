package chatbois.cellart;

import java.util.Arrays;

/// Scales rows of numbers by the windowed sinc of three lobes, stretched over as many pixels as
/// become one, so that nothing flickers when a picture is made smaller (Duchon, "Lanczos Filtering
/// in One and Two Dimensions", 1979).
final class Lanczos {
    private static final int LOBES = 3;

    private final int from;
    private final int to;

    /// For each number in the result, the first one that it is made of.
    private final int[] first;

    /// And what each of them counts.
    private final float[][] weights;

    Lanczos(int from, int to) {
        this.from = from;
        this.to = to;
        first = new int[to];
        weights = new float[to][];
        double scale = (double) from / to;
        double stretch = Math.max(scale, 1);
        for (int i = 0; i < to; i++) {
            double center = (i + 0.5) * scale;
            first[i] = (int) Math.max(Math.round(center - LOBES * stretch), 0);
            int end = (int) Math.min(Math.round(center + LOBES * stretch), from);
            weights[i] = weights(first[i], end, center, stretch);
        }
    }

    private static float[] weights(int first, int end, double center, double stretch) {
        double[] exact = new double[end - first];
        double sum = 0;
        for (int k = 0; k < exact.length; k++) {
            exact[k] = kernel((first + k + 0.5 - center) / stretch);
            sum += exact[k];
        }
        float[] weights = new float[exact.length];
        for (int k = 0; k < weights.length; k++) {
            weights[k] = (float) (exact[k] / sum);
        }
        return weights;
    }

    private static double kernel(double x) {
        return Math.abs(x) < LOBES ? sinc(x) * sinc(x / LOBES) : 0;
    }

    private static double sinc(double x) {
        return x == 0 ? 1 : Math.sin(Math.PI * x) / (Math.PI * x);
    }

    /// Scales so many rows, each by itself.
    float[] across(float[] plane, int rows) {
        float[] scaled = new float[to * rows];
        for (int y = 0; y < rows; y++) {
            for (int x = 0; x < to; x++) {
                float sum = 0;
                int at = y * from + first[x];
                for (float weight : weights[x]) {
                    sum += weight * plane[at++];
                }
                scaled[y * to + x] = shown(sum);
            }
        }
        return scaled;
    }

    /// Scales so many columns, each by itself.
    float[] down(float[] plane, int columns) {
        float[] scaled = new float[columns * to];
        float[] sums = new float[columns];
        for (int y = 0; y < to; y++) {
            Arrays.fill(sums, 0);
            int at = first[y] * columns;
            for (float weight : weights[y]) {
                for (int x = 0; x < columns; x++) {
                    sums[x] += weight * plane[at + x];
                }
                at += columns;
            }
            for (int x = 0; x < columns; x++) {
                scaled[y * columns + x] = shown(sums[x]);
            }
        }
        return scaled;
    }

    /// The kernel overshoots at edges, but nothing is darker than black or brighter than white.
    private static float shown(float value) {
        return Math.clamp(Math.round(value), 0, 255);
    }
}
