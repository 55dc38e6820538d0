package chatbois.cellart;

import java.util.stream.IntStream;

/// Finds where the smallest of some numbers stand. Not safe for more than one thread.
final class Smallest {
    /// Those that were found last, the smallest first.
    private final int[] places;

    private final float[] found;

    /// @param most so many are found
    /// @param count how many numbers there are, or more
    Smallest(int most, int count) {
        places = IntStream.range(0, Math.min(most, count)).toArray();
        found = new float[places.length];
    }

    /// The places, the smallest first; good until the next call. Numbers as those before are the
    /// quickest, since nothing has to be looked at twice that is larger than all that stand now
    /// where the smallest stood then.
    int[] of(float[] numbers) {
        float limit = Float.NEGATIVE_INFINITY;
        for (int place : places) {
            limit = Math.max(limit, numbers[place]);
        }
        int count = 0;
        for (int i = 0; i < numbers.length; i++) {
            if (numbers[i] <= limit) {
                count = insert(numbers[i], i, count);
                limit = count == places.length ? found[count - 1] : limit;
            }
        }
        return places;
    }

    /// Puts it behind those that aren't larger, if there is room.
    private int insert(float number, int place, int count) {
        int at = count < places.length ? count : count - 1;
        if (at < count && found[at] <= number) {
            return count;
        }
        while (at > 0 && found[at - 1] > number) {
            found[at] = found[at - 1];
            places[at] = places[at - 1];
            at--;
        }
        found[at] = number;
        places[at] = place;
        return Math.min(count + 1, places.length);
    }
}
