package chatbois.terminal.cell;

import static org.assertj.core.api.Assertions.assertThat;

import chatbois.terminal.cell.Style.Attribute;
import chatbois.terminal.text.Cluster;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class CellsTest {
    private static final Style RED = Style.PLAIN.foreground(Color.indexed(1));

    @Test
    void text_is_drawn_where_it_was_put_and_says_where_it_ended() {
        Cells cells = new Cells(10, 2);
        assertThat(cells.put(2, 1, "漢x", RED)).isEqualTo(5);
        assertThat(cells.row(0)).isEmpty();
        assertThat(cells.row(1)).isEqualTo("  漢x");
        assertThat(cells.style(3, 1)).isEqualTo(RED);
        assertThat(cells.style(5, 1)).isEqualTo(Style.PLAIN);
    }

    @Test
    void a_wide_cluster_never_leaves_half_of_itself() {
        Cells cells = new Cells(6, 1);
        cells.put(0, 0, "漢字漢", Style.PLAIN);
        cells.put(1, 0, "ab", Style.PLAIN);
        assertThat(cells.row(0)).isEqualTo(" ab 漢");
        cells.put(4, 0, "x", Style.PLAIN);
        assertThat(cells.row(0)).isEqualTo(" ab x");
    }

    @Test
    void what_reaches_over_an_edge_is_blank_there() {
        Cells cells = new Cells(4, 1);
        cells.put(0, 0, "abcd", Style.PLAIN);
        cells.put(-1, 0, "漢", Style.PLAIN);
        cells.put(3, 0, "漢", Style.PLAIN);
        assertThat(cells.row(0)).isEqualTo(" bc");
        cells.put(0, 1, "below", Style.PLAIN);
        cells.put(0, -1, "above", Style.PLAIN);
        assertThat(cells.row(0)).isEqualTo(" bc");
    }

    @Test
    void a_row_of_narrow_clusters_is_drawn_as_one_after_the_other() {
        SplittableRandom random = new SplittableRandom(7);
        Cluster[] clusters = {Cluster.SPACE, new Cluster("▌", 1, false), Cluster.SPACE};
        Style[] styles = {RED, Style.PLAIN, RED};
        for (int i = 0; i < 500; i++) {
            int x = random.nextInt(-4, 8);
            int y = random.nextInt(-1, 3);
            int from = random.nextInt(3);
            Cells atOnce = new Cells(8, 2);
            atOnce.put(random.nextInt(6), 0, "漢", Style.PLAIN);
            Cells oneByOne = atOnce.copy();
            atOnce.part(1, 0, 6, 2).put(x, y, clusters, styles, from, 3 - from);
            for (int k = from; k < 3; k++) {
                oneByOne.part(1, 0, 6, 2).put(x + k - from, y, clusters[k], styles[k]);
            }
            for (int cell = 0; cell < 16; cell++) {
                assertThat(Painter.isSame(atOnce, oneByOne, cell % 8, cell / 8)).isTrue();
            }
        }
    }

    @Test
    void a_part_draws_only_inside_itself() {
        Cells cells = new Cells(6, 2);
        Cells part = cells.part(2, 1, 3, 5);
        assertThat(part.height()).isEqualTo(1);
        part.put(0, 0, "hello", Style.PLAIN);
        part.part(1, 0, 9, 9).put(0, 0, "漢漢", Style.PLAIN);
        part.cursor(1, 0);
        assertThat(cells.row(1)).isEqualTo("  h漢");
        assertThat(cells.cursor()).contains(new Cells.Point(3, 1));
        part.cursor(3, 0);
        assertThat(cells.cursor()).isEmpty();
    }

    @Test
    void a_new_look_keeps_what_is_in_the_cells() {
        Cells cells = new Cells(4, 1);
        cells.put(0, 0, "ab", RED);
        cells.part(1, 0, 1, 1).restyle(style -> style.with(Attribute.REVERSE));
        assertThat(cells.row(0)).isEqualTo("ab");
        assertThat(cells.style(0, 0)).isEqualTo(RED);
        assertThat(cells.style(1, 0)).isEqualTo(RED.with(Attribute.REVERSE));
    }

    @Test
    void hostile_text_steers_nothing() {
        Cells cells = new Cells(10, 1);
        cells.put(0, 0, "\u001b[2J\n\u202ex", Style.PLAIN);
        assertThat(cells.row(0)).isEqualTo("␛[2J␤\ufffdx");
    }

    @Test
    void every_cluster_is_whole_after_any_drawing() {
        for (long seed = 0; seed < 500; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            Cells cells = new Cells(20, 3);
            for (int i = 0; i < 20; i++) {
                Frames.scribble(cells, random);
                assertThat(cells).matches(CellsTest::isWhole);
            }
        }
    }

    private static boolean isWhole(Cells cells) {
        for (int y = 0; y < cells.height(); y++) {
            int x = 0;
            while (x < cells.width()) {
                int end = x + cells.cluster(x, y).width();
                if (end <= x || end > cells.width()) {
                    return false;
                }
                for (x++; x < end; x++) {
                    if (!cells.cluster(x, y).equals(Cells.REST)) {
                        return false;
                    }
                }
            }
        }
        return true;
    }
}
