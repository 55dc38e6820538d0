package chatbois.terminal.cell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import chatbois.terminal.cell.Style.Attribute;
import java.util.SplittableRandom;
import org.jline.utils.ScreenTerminal;
import org.junit.jupiter.api.Test;

class PainterTest {
    private static final int WIDTH = 30;
    private static final int HEIGHT = 5;
    private static final String NO_WRAP = "\u001b[?7l";

    @Test
    void a_picture_arrives_on_a_real_terminal() {
        ScreenTerminal terminal = terminal();
        Cells cells = new Cells(WIDTH, HEIGHT);
        cells.put(0, 0, "plain", Style.PLAIN);
        cells.put(3, 4, "漢 bold", Style.PLAIN.with(Attribute.BOLD).foreground(Color.rgb(0xFF0000)));
        cells.cursor(7, 2);
        terminal.write(new Painter(new Dress(Theme.DARK, ColorDepth.TRUE, true)).paint(cells));
        int[] cursor = new int[2];
        long[] screen = new long[WIDTH * HEIGHT];
        terminal.dump(screen, cursor);
        assertThat(row(screen, 0)).isEqualTo("plain");
        assertThat(row(screen, 4)).isEqualTo("   漢 bold");
        assertThat(cursor).containsExactly(7, 2);
        long bold = screen[4 * WIDTH + 6];
        assertThat(ScreenTerminal.cellBold(bold)).isTrue();
        assertThat(ScreenTerminal.cellHasForeground(bold)).isTrue();
    }

    @Test
    void nothing_is_written_when_nothing_changed() {
        Painter painter = new Painter(new Dress(Theme.DARK, ColorDepth.TRUE, true));
        Cells cells = new Cells(WIDTH, HEIGHT);
        cells.put(0, 0, "❤\ufe0f hello", Style.PLAIN);
        painter.paint(cells);
        assertThat(painter.paint(Frames.copy(cells))).isEmpty();
    }

    @Test
    void the_windows_title_is_written_when_it_changes_and_holds_no_controls() {
        Painter painter = new Painter(new Dress(Theme.DARK, ColorDepth.TRUE, true));
        Cells cells = new Cells(WIDTH, HEIGHT);
        painter.paint(cells);
        Cells titled = Frames.copy(cells);
        titled.title("(3) #plans\u001b]2;evil\u0007");
        String written = painter.paint(titled);
        assertThat(written).startsWith("\u001b]2;(3) #plans").endsWith("\u0007");
        assertThat(written.chars().filter(c -> c < ' ').count()).isEqualTo(2);
        Cells again = Frames.copy(cells);
        again.title("(3) #plans\u001b]2;evil\u0007");
        assertThat(painter.paint(again)).isEmpty();
        painter.forget();
        assertThat(painter.paint(again)).startsWith("\u001b]2;");
    }

    @Test
    void a_key_press_costs_a_few_bytes() {
        Painter painter = new Painter(new Dress(Theme.DARK, ColorDepth.TRUE, true));
        Cells cells = new Cells(WIDTH, HEIGHT);
        cells.put(0, 4, "> hell", Style.PLAIN);
        cells.cursor(6, 4);
        painter.paint(cells);
        Cells next = Frames.copy(cells);
        next.put(6, 4, "o", Style.PLAIN);
        next.cursor(7, 4);
        assertThat(painter.paint(next)).isEqualTo("o");
        assertThat(painter.paint(cells)).isEqualTo("\b\u001b[K");
    }

    @Test
    void an_exact_colour_is_written_with_its_three_numbers() {
        for (int value = 0; value < 256; value++) {
            Cells cells = new Cells(WIDTH, HEIGHT);
            Style colored =
                    Style.PLAIN.foreground(Color.rgb(value << 16 | value << 8 | 255 - value));
            cells.put(0, 0, "x", colored);
            assertThat(new Painter(new Dress(Theme.DARK, ColorDepth.TRUE, true)).paint(cells))
                    .contains("\u001b[38;2;%d;%d;%dmx".formatted(value, value, 255 - value));
        }
    }

    @Test
    void a_picture_that_comes_in_pieces_is_shown_at_once() {
        Painter painter = new Painter(new Dress(Theme.DARK, ColorDepth.TRUE, true));
        Cells cells = new Cells(WIDTH, HEIGHT);
        cells.cursor(6, 4);
        painter.paint(cells);
        Cells next = Frames.copy(cells);
        for (int y = 0; y < HEIGHT; y++) {
            next.put(0, y, "a whole row of something else", Style.PLAIN);
        }
        assertThat(painter.paint(next))
                .startsWith("\u001b[?2026h\u001b[?25l")
                .endsWith("\u001b[?25h\u001b[?2026l");
    }

    @Test
    void rows_that_move_are_moved_and_what_stands_beside_them_is_mended() {
        Painter painter = new Painter(new Dress(Theme.DARK, ColorDepth.TRUE, true));
        ScreenTerminal terminal = terminal();
        terminal.write(painter.paint(talk(0)));
        for (int first = 1; first < 20; first++) {
            String painted = painter.paint(talk(first));
            terminal.write(painted);
            assertThat(painted.length()).as(painted).isLessThan(90);
            ScreenTerminal whole = terminal();
            whole.write(
                    new Painter(new Dress(Theme.DARK, ColorDepth.TRUE, true)).paint(talk(first)));
            assertThat(screen(terminal)).as("from %d", first).isEqualTo(screen(whole));
        }
        assertThat(painter.paint(talk(18))).contains("\u001b[1;4r").contains("\u001b[1L");
    }

    @Test
    void rows_of_a_picture_move_only_with_others() {
        for (boolean later : new boolean[] {true, false}) {
            Painter painter = new Painter(new Dress(Theme.DARK, ColorDepth.TRUE, true));
            painter.paint(picture(0, later));
            assertThat(painter.paint(picture(1, later)).contains("M")).isNotEqualTo(later);
        }
    }

    private static Cells picture(int first, boolean later) {
        Cells cells = new Cells(WIDTH, HEIGHT);
        for (int y = 0; y < HEIGHT; y++) {
            cells.put(0, y, "row %d".formatted(first + y), Style.PLAIN);
        }
        if (later) {
            cells.later();
        }
        return cells;
    }

    /// A list at the left, a talk beside it, and a line below.
    private static Cells talk(int first) {
        Cells cells = new Cells(WIDTH, HEIGHT);
        cells.put(0, 0, "#one", Style.PLAIN);
        cells.put(0, HEIGHT - 1, "> ", Style.PLAIN);
        for (int y = 0; y < HEIGHT - 1; y++) {
            int number = first + y;
            cells.put(6, y, "│", Style.PLAIN);
            String word = String.valueOf((char) ('a' + number)).repeat(9);
            cells.put(8, y, number + " " + word, Style.PLAIN);
        }
        cells.cursor(2, HEIGHT - 1);
        return cells;
    }

    @Test
    void where_widths_are_disputed_the_place_is_blanked_and_nothing_relies_on_the_cursor() {
        Painter painter = new Painter(new Dress(Theme.DARK, ColorDepth.TRUE, true));
        Cells cells = new Cells(WIDTH, HEIGHT);
        cells.put(0, 0, "a❤\ufe0fb", Style.PLAIN);
        assertThat(painter.paint(cells)).contains("a  \u001b[2G❤\ufe0f\u001b[4Gb");
        Cells next = Frames.copy(cells);
        next.put(9, 0, "c", Style.PLAIN);
        assertThat(painter.paint(next)).contains("\u001b[2G❤\ufe0f\u001b[4Gb     c");
    }

    @Test
    void a_link_is_told_once_and_closed_at_the_end_of_its_row() {
        Cells cells = new Cells(WIDTH, HEIGHT);
        Style link = Style.PLAIN.link("http://x.org/a");
        cells.put(0, 0, "ab", link);
        cells.put(2, 0, "c", Style.PLAIN);
        cells.put(WIDTH - 1, 1, "d", link);
        String painted = new Painter(new Dress(Theme.DARK, ColorDepth.TRUE, true)).paint(cells);
        String open = "\u001b]8;;http://x.org/a\u001b\\";
        String close = "\u001b]8;;\u001b\\";
        assertThat(painted).contains(open + "ab" + close + "c").contains(open + "d" + close);
        assertThat(new Painter(new Dress(Theme.DARK, ColorDepth.TRUE, false)).paint(cells))
                .doesNotContain("\u001b]8");
        assertThatThrownBy(() -> Style.PLAIN.link("http://x\u001b\\"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_depth_without_colours_writes_none() {
        Cells cells = new Cells(WIDTH, HEIGHT);
        cells.put(
                0,
                0,
                "x",
                Style.PLAIN.foreground(Color.rgb(0xABCDEF)).background(Color.indexed(3)));
        assertThat(new Painter(new Dress(Theme.DARK, ColorDepth.NONE, true)).paint(cells))
                .contains("\u001b[1;1Hx");
    }

    @Test
    void a_row_of_changes_shows_the_same_as_painting_it_all() {
        for (long seed = 0; seed < 300; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            ScreenTerminal patched = terminal();
            Painter painter = new Painter(new Dress(Theme.DARK, ColorDepth.TRUE, true));
            Cells cells = new Cells(WIDTH, HEIGHT);
            for (int i = 0; i < 12; i++) {
                Frames.scribble(cells, random);
                Cells picture = Frames.copy(cells);
                patched.write(painter.paint(picture));
                ScreenTerminal whole = terminal();
                whole.write(
                        new Painter(new Dress(Theme.DARK, ColorDepth.TRUE, true)).paint(picture));
                assertThat(screen(patched)).as("seed %d step %d", seed, i).isEqualTo(screen(whole));
            }
        }
    }

    @Test
    void after_forgetting_everything_is_painted_again() {
        Painter painter = new Painter(new Dress(Theme.DARK, ColorDepth.TRUE, true));
        Cells cells = new Cells(WIDTH, HEIGHT);
        cells.put(0, 0, "x", Style.PLAIN);
        String first = painter.paint(cells);
        painter.forget();
        assertThat(painter.paint(cells)).isEqualTo(first);
    }

    @Test
    void no_cursor_is_left_over_from_what_was_forgotten() {
        Painter painter = new Painter(new Dress(Theme.DARK, ColorDepth.TRUE, true));
        Cells cells = new Cells(WIDTH, HEIGHT);
        cells.cursor(3, 3);
        painter.paint(cells);
        painter.forget();
        assertThat(painter.paint(new Cells(WIDTH, HEIGHT))).contains("\u001b[?25l");
    }

    private static ScreenTerminal terminal() {
        ScreenTerminal terminal = new ScreenTerminal(WIDTH, HEIGHT);
        terminal.write(NO_WRAP);
        return terminal;
    }

    private static long[] screen(ScreenTerminal terminal) {
        long[] cells = new long[WIDTH * HEIGHT];
        terminal.dump(cells, new int[2]);
        return cells;
    }

    private static String row(long[] screen, int y) {
        StringBuilder row = new StringBuilder();
        for (int x = 0; x < WIDTH; x++) {
            int codePoint = ScreenTerminal.cellCodePoint(screen[y * WIDTH + x]);
            if (codePoint > 0) {
                row.appendCodePoint(codePoint);
            }
        }
        return row.toString().stripTrailing();
    }
}
