package chatbois.cellart;

import java.util.Arrays;

/// Where the smallest of some numbers stand.
final class Smallest {
    private Smallest() {}

    /// The places of so many of them, or of all if there are fewer, the smallest first.
    static int[] places(float[] numbers, int most) {
        int[] places = new int[Math.min(most, numbers.length)];
        float[] found = new float[places.length];
        Arrays.fill(found, Float.POSITIVE_INFINITY);
        int last = places.length - 1;
        float worst = found[last];
        for (int i = 0; i < numbers.length; i++) {
            if (numbers[i] < worst) {
                int at = last;
                while (at > 0 && found[at - 1] > numbers[i]) {
                    found[at] = found[at - 1];
                    places[at] = places[at - 1];
                    at--;
                }
                found[at] = numbers[i];
                places[at] = i;
                worst = found[last];
            }
        }
        return places;
    }
}
