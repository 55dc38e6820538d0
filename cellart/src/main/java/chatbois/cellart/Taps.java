package chatbois.cellart;

/// Of which numbers of a row each number of a longer or shorter row is made, and what each of them
/// counts, 1 together. By triangles, stretched over as many as become one: less sharp than
/// [Lanczos], but quick, and it never overshoots.
final class Taps {
    private final int count;
    private final int[] first;
    private final float[] weights;

    Taps(int from, int to) {
        double scale = (double) from / to;
        double reach = Math.max(scale, 1);
        count = Math.min((int) Math.ceil(2 * reach), from);
        first = new int[to];
        weights = new float[to * count];
        for (int i = 0; i < to; i++) {
            double center = (i + 0.5) * scale - 0.5;
            first[i] = Math.clamp((int) Math.floor(center - reach) + 1, 0, from - count);
            weigh(i, center, reach);
        }
    }

    private void weigh(int place, double center, double reach) {
        double[] exact = new double[count];
        double sum = 0;
        for (int k = 0; k < count; k++) {
            exact[k] = Math.max(1 - Math.abs(first[place] + k - center) / reach, 0);
            sum += exact[k];
        }
        for (int k = 0; k < count; k++) {
            weights[place * count + k] = (float) (exact[k] / sum);
        }
    }

    /// Of how many numbers beside each other each one is made; some of them may count nothing.
    int count() {
        return count;
    }

    /// Where those begin, of which one is made.
    int first(int place) {
        return first[place];
    }

    /// What one of them counts.
    float weight(int place, int number) {
        return weights[place * count + number];
    }

    /// The first number that counts.
    int begin(int place) {
        int number = 0;
        while (weight(place, number) == 0) {
            number++;
        }
        return first[place] + number;
    }

    /// The one behind the last that counts.
    int end(int place) {
        int number = count;
        while (weight(place, number - 1) == 0) {
            number--;
        }
        return first[place] + number;
    }

    /// Makes a part of three rows at once, in whole numbers, since it takes longer to look up what
    /// counts than to reckon with it.
    ///
    /// @param from the first place
    /// @param to the one behind the last
    /// @param at where the row begins in what it is written to
    void make(int from, int to, float[][] rows, int[][] into, int at) {
        if (count == 2) {
            pairs(from, to, rows[0], rows[1], rows[2], into[0], into[1], into[2], at);
            return;
        }
        for (int place = from; place < to; place++) {
            for (int row = 0; row < rows.length; row++) {
                float sum = 0;
                for (int number = 0; number < count; number++) {
                    sum += weight(place, number) * rows[row][first[place] + number];
                }
                into[row][at + place] = (int) sum;
            }
        }
    }

    /// As it is where a row becomes longer, with all that it needs in hand.
    private void pairs(
            int from,
            int to,
            float[] reds,
            float[] greens,
            float[] blues,
            int[] intoReds,
            int[] intoGreens,
            int[] intoBlues,
            int at) {
        for (int place = from; place < to; place++) {
            int start = first[place];
            float left = weights[2 * place];
            float right = weights[2 * place + 1];
            intoReds[at + place] = (int) (left * reds[start] + right * reds[start + 1]);
            intoGreens[at + place] = (int) (left * greens[start] + right * greens[start + 1]);
            intoBlues[at + place] = (int) (left * blues[start] + right * blues[start + 1]);
        }
    }
}
