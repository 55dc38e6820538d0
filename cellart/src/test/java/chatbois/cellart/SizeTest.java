package chatbois.cellart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class SizeTest {
    @Test
    void a_size_is_read_and_refused_with_what_it_should_be() {
        assertThat(Size.parse("80x24")).isEqualTo(new Size(80, 24));
        for (String wrong :
                new String[] {"80", "80x", "x24", "80x24x3", "eighty", "0x5", "1001x5"}) {
            assertThatThrownBy(() -> Size.parse(wrong))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void a_picture_keeps_its_proportions_in_cells_twice_as_high_as_wide() {
        Size most = new Size(80, 24);
        assertThat(most.fitting(new Picture(2, 2, new int[4]))).isEqualTo(new Size(48, 24));
        assertThat(most.fitting(new Picture(4, 1, new int[4]))).isEqualTo(new Size(80, 10));
        assertThat(most.fitting(new Picture(1, 4, new int[4]))).isEqualTo(new Size(12, 24));
    }
}
