package chatbois.cellart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TapsTest {
    @ParameterizedTest
    @CsvSource({"1, 5", "2, 2", "3, 3", "4, 12", "320, 960", "320, 640", "192, 136", "999, 8"})
    void each_number_is_made_of_those_around_its_place(int from, int to) {
        Taps taps = new Taps(from, to);
        for (int place = 0; place < to; place++) {
            float sum = 0;
            double center = 0;
            for (int number = 0; number < taps.count(); number++) {
                sum += taps.weight(place, number);
                center += taps.weight(place, number) * (taps.first(place) + number);
            }
            assertThat(sum).isCloseTo(1, within(1e-5f));
            assertThat(center)
                    .isCloseTo(
                            (place + 0.5) * from / to - 0.5,
                            within(Math.max(0.5, from / 2.0 / to)));
            assertThat(taps.begin(place)).isGreaterThanOrEqualTo(0).isLessThan(taps.end(place));
            assertThat(taps.end(place)).isLessThanOrEqualTo(from);
        }
    }

    @ParameterizedTest
    @CsvSource({"1", "2", "7"})
    void a_row_of_the_same_length_stays_and_nothing_beside_a_number_counts(int length) {
        Taps taps = new Taps(length, length);
        float[] row = new float[length];
        for (int place = 0; place < length; place++) {
            row[place] = 30 * place + 0.5f;
            assertThat(taps.begin(place)).isEqualTo(place);
            assertThat(taps.end(place)).isEqualTo(place + 1);
        }
        int[][] made = new int[Raster.CHANNELS][length];
        taps.make(0, length, new float[][] {row, row, row}, made, 0);
        for (int place = 0; place < length; place++) {
            assertThat(made[2][place]).isEqualTo(30 * place);
        }
    }
}
