package chatbois.terminal.cell;

import static org.assertj.core.api.Assertions.assertThat;

import chatbois.terminal.text.Cluster;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// The way to a screen with pictures.
class PassageTest {
    private final Painter painter = new Painter(new Dress(Theme.DARK, ColorDepth.TRUE, true));

    private static Cells screen(String text, String picture) {
        Cells cells = new Cells(12, 4);
        cells.put(0, 3, text, Style.PLAIN);
        Cells part = cells.part(2, 0, 6, 2);
        part.put(0, 0, picture.repeat(6), Style.PLAIN);
        part.put(0, 1, picture.repeat(6), Style.PLAIN);
        part.later();
        return cells;
    }

    @Test
    void what_people_write_comes_first_and_then_the_picture_piece_by_piece() {
        painter.paint(screen("hel", "a"));
        Passage passage = painter.passage(screen("hello", "b")).orElseThrow();
        assertThat(rows(passage)).containsExactly("  aaaaaa", "  aaaaaa", "", "hello");
        assertThat(passage.goOn(4)).isTrue();
        assertThat(rows(passage)).containsExactly("  bbbbaa", "  aaaaaa", "", "hello");
        assertThat(passage.goOn(4)).isTrue();
        assertThat(rows(passage)).containsExactly("  bbbbbb", "  bbaaaa", "", "hello");
        assertThat(passage.goOn(100)).isTrue();
        assertThat(rows(passage)).containsExactly("  bbbbbb", "  bbbbbb", "", "hello");
        assertThat(passage.goOn(1)).isFalse();
    }

    @Test
    void where_only_text_is_new_there_is_one_step() {
        painter.paint(screen("hel", "a"));
        assertThat(painter.passage(screen("hello", "a"))).isEmpty();
        assertThat(painter.passage(new Cells(12, 4))).isEmpty();
    }

    @Test
    void what_is_wide_is_never_cut() {
        painter.paint(screen("", "a"));
        Cells next = screen("", "b");
        next.put(1, 0, List.of(new Cluster("界", 2, false)), Style.PLAIN);
        next.put(7, 0, List.of(new Cluster("界", 2, false)), Style.PLAIN);
        Passage passage = painter.passage(next).orElseThrow();
        assertThat(passage.reached().row(0)).isEqualTo(" 界aaaa界");
        assertThat(passage.goOn(100)).isTrue();
        assertThat(passage.reached().row(0)).isEqualTo(" 界bbbb界");
    }

    private static List<String> rows(Passage passage) {
        Cells cells = passage.reached();
        return IntStream.range(0, cells.height()).mapToObj(cells::row).toList();
    }
}
