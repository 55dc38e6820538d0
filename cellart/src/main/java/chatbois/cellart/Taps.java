package chatbois.cellart;

/// Of which numbers of a row each number of a longer or shorter row is made, and what each of them
/// counts, 1 together. By triangles, stretched over as many as become one: less sharp than
/// [Lanczos], but quick, and it never overshoots.
final class Taps {
    private final int[] first;
    private final float[][] weights;

    Taps(int from, int to) {
        first = new int[to];
        weights = new float[to][];
        double scale = (double) from / to;
        double reach = Math.max(scale, 1);
        for (int i = 0; i < to; i++) {
            double center = (i + 0.5) * scale - 0.5;
            int start = Math.clamp((int) Math.floor(center - reach) + 1, 0, from - 1);
            int end = Math.clamp((int) Math.ceil(center + reach), start + 1, from);
            first[i] = start;
            weights[i] = weights(start, end, center, reach);
        }
    }

    private static float[] weights(int start, int end, double center, double reach) {
        double[] exact = new double[end - start];
        double sum = 0;
        for (int k = 0; k < exact.length; k++) {
            exact[k] = Math.max(1 - Math.abs(start + k - center) / reach, 1e-9);
            sum += exact[k];
        }
        float[] weights = new float[exact.length];
        for (int k = 0; k < weights.length; k++) {
            weights[k] = (float) (exact[k] / sum);
        }
        return weights;
    }

    /// The first number that one is made of.
    int first(int place) {
        return first[place];
    }

    /// What that one and those behind it count.
    float[] weights(int place) {
        return weights[place];
    }

    /// The number behind the last one that one is made of.
    int end(int place) {
        return first[place] + weights[place].length;
    }
}
