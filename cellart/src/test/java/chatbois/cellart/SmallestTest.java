package chatbois.cellart;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Comparator;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SmallestTest {
    @Test
    void the_smallest_are_found_whatever_was_found_before() {
        Random random = new Random(5);
        Smallest smallest = new Smallest(4, 50);
        for (int round = 0; round < 500; round++) {
            float[] numbers = new float[50];
            for (int i = 0; i < numbers.length; i++) {
                numbers[i] = random.nextInt(40);
            }
            assertThat(smallest.of(numbers)).isEqualTo(sorted(numbers, 4));
        }
    }

    @Test
    void where_there_are_fewer_all_are_found() {
        assertThat(new Smallest(4, 3).of(new float[] {2, 3, 1})).containsExactly(2, 0, 1);
    }

    /// Of equal ones the first comes first.
    private static int[] sorted(float[] numbers, int most) {
        return IntStream.range(0, numbers.length)
                .boxed()
                .sorted(Comparator.comparing(i -> numbers[i]))
                .mapToInt(i -> i)
                .limit(most)
                .toArray();
    }
}
