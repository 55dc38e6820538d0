package chatbois.cellart.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import chatbois.cellart.Cells;
import chatbois.cellart.Size;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WireTest {
    @Test
    void cells_arrive_as_they_were_drawn() throws IOException {
        int[] characters = {'a', '▌', 'a' + 512, 'a'};
        int[] inks = {1, Cells.OWN, 3, 4};
        int[] grounds = {Cells.OWN, 0xFFFFFF, 7, 8};
        Cells cells = sent(new Cells(new Size(2, 2), characters, inks, grounds));
        for (int i = 0; i < 4; i++) {
            assertThat(cells.character(i % 2, i / 2)).isEqualTo(characters[i]);
            assertThat(cells.ink(i % 2, i / 2)).isEqualTo(inks[i]);
            assertThat(cells.ground(i % 2, i / 2)).isEqualTo(grounds[i]);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 0x1B, 0x9B, 0x202E, 0xD800, 0x110000, -1, Integer.MIN_VALUE})
    void no_cell_is_without_a_character_that_is_seen(int character) {
        int[] characters = {'a', character, character};
        int[] colors = new int[3];
        assertThatThrownBy(() -> sent(new Cells(new Size(3, 1), characters, colors, colors)))
                .isInstanceOf(IOException.class);
    }

    private static Cells sent(Cells cells) throws IOException {
        ByteArrayOutputStream pipe = new ByteArrayOutputStream();
        Wire.write(pipe, new Answer.Drawn(cells));
        Answer answer = Wire.readAnswer(new ByteArrayInputStream(pipe.toByteArray()));
        assertThat(answer).isInstanceOf(Answer.Drawn.class);
        return ((Answer.Drawn) answer).cells();
    }
}
