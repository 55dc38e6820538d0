package chatbois.terminal.cell;

import static chatbois.terminal.cell.PixelTerminal.CELL_HEIGHT;
import static chatbois.terminal.cell.PixelTerminal.CELL_WIDTH;
import static chatbois.terminal.cell.PixelTerminal.NOTHING;
import static org.assertj.core.api.Assertions.assertThat;

import chatbois.cellart.Picture;
import chatbois.cellart.Size;
import chatbois.cellart.pixel.Medium;
import chatbois.cellart.pixel.Press;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Pictures of pixels among text, as a terminal that takes them shows them in the end.
class EaselTest {
    private static final int WIDTH = 20;
    private static final int HEIGHT = 12;
    private static final int PLENTY = 10_000_000;

    private final PixelTerminal terminal = new PixelTerminal(WIDTH, HEIGHT);
    private final Painter painter = new Painter(new Dress(Theme.DARK, ColorDepth.TRUE, true));
    private int number;

    /// Each cell of it has another colour.
    private Pixels picture(Medium medium, int columns, int rows, int blue) {
        int width = columns * CELL_WIDTH;
        int[] pixels = new int[width * rows * CELL_HEIGHT];
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = rgb(i % width / CELL_WIDTH, i / width / CELL_HEIGHT, blue);
        }
        Press press = new Press(medium, new Size(columns, rows), CELL_WIDTH, CELL_HEIGHT);
        Picture picture = new Picture(width, rows * CELL_HEIGHT, pixels);
        return new Pixels(0x420000 | ++number, press.print(picture, PLENTY));
    }

    private static int rgb(int column, int row, int blue) {
        return column * 12 << 16 | row * 20 << 8 | blue;
    }

    /// Text all over, and the rows of a picture from some row on, as far as they are in the screen.
    private static Cells screen(String text, Pixels picture, int x, int y) {
        Cells cells = new Cells(WIDTH, HEIGHT);
        for (int row = 0; row < HEIGHT; row++) {
            cells.put(0, row, text.repeat(WIDTH), Style.PLAIN);
        }
        for (int row = 0; row < picture.print().size().rows(); row++) {
            if (y + row >= 0 && y + row < HEIGHT) {
                Cells place = cells.part(x, y + row, WIDTH, 1);
                picture.draw(place, 0, 0, row);
                cells.part(x, y + row, picture.print().size().columns(), 1).later();
            }
        }
        return cells;
    }

    private void show(Cells cells) {
        for (String p = pixels(cells); !p.isEmpty(); p = pixels(cells)) {
            terminal.write(p);
        }
        terminal.write(painter.paint(cells));
        for (String p = pixels(cells); !p.isEmpty(); p = pixels(cells)) {
            terminal.write(p);
        }
        for (String p = strips(cells); !p.isEmpty(); p = strips(cells)) {
            terminal.write(p);
        }
    }

    private String strips(Cells cells) {
        return painter.strips(cells, 100);
    }

    private String pixels(Cells cells) {
        return painter.easel().pixels(cells, 100);
    }

    private void assertSeen(Pixels picture, int left, int top, int blue) {
        Size size = picture.print().size();
        for (int y = 0; y < HEIGHT; y++) {
            for (int x = 0; x < WIDTH; x++) {
                boolean inside =
                        x >= left && x < left + size.columns() && y >= top && y < top + size.rows();
                assertAlike(terminal.rgb(x, y), inside ? rgb(x - left, y - top, blue) : NOTHING);
            }
        }
    }

    /// As near as Sixel can say it.
    private static void assertAlike(int got, int wanted) {
        if (got == NOTHING || wanted == NOTHING) {
            assertThat(got).isEqualTo(wanted);
            return;
        }
        for (int shift = 0; shift <= 16; shift += 8) {
            assertThat(Math.abs((got >> shift & 255) - (wanted >> shift & 255))).isLessThan(3);
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_picture_is_seen_where_it_hangs_and_nowhere_else(Medium medium) {
        Pixels picture = picture(medium, 6, 4, 99);
        show(screen("a", picture, 3, 2));
        assertSeen(picture, 3, 2, 99);
        assertThat(terminal.row(2)).startsWith("aaa").endsWith("a".repeat(11));
    }

    @ParameterizedTest
    @EnumSource
    void it_moves_with_the_text_and_is_cut_at_the_edges(Medium medium) {
        Pixels picture = picture(medium, 6, 4, 99);
        for (int y = 9; y >= -4; y--) {
            show(screen(Integer.toString(Math.abs(y)), picture, 3, y));
            assertSeen(picture, 3, y, 99);
        }
    }

    @ParameterizedTest
    @EnumSource
    void text_goes_over_it_and_it_is_whole_again_when_the_text_is_gone(Medium medium) {
        Pixels picture = picture(medium, 6, 4, 99);
        show(screen("a", picture, 3, 2));
        Cells covered = screen("a", picture, 3, 2);
        covered.put(4, 3, "over", Style.PLAIN);
        covered.cursor(5, 3);
        show(covered);
        assertThat(terminal.row(3)).contains("over");
        assertThat(terminal.rgb(3, 3)).isNotEqualTo(NOTHING);
        assertThat(terminal.rgb(4, 3)).isEqualTo(NOTHING);
        assertThat(terminal.cursor()).isEqualTo("5,3");
        show(screen("a", picture, 3, 2));
        assertSeen(picture, 3, 2, 99);
    }

    @ParameterizedTest
    @EnumSource
    void the_next_frame_takes_its_place(Medium medium) {
        for (int frame = 0; frame < 40; frame++) {
            Pixels picture = picture(medium, 6, 4, 5 * frame);
            show(screen("a", picture, 3, 2));
            assertSeen(picture, 3, 2, 5 * frame);
            assertThat(terminal.kept()).hasSizeLessThan(12);
        }
    }

    @Test
    void rows_that_stay_the_same_in_the_next_frame_are_not_sent_again() {
        show(screen("a", picture(Medium.ITERM2, 6, 4, 7), 3, 2));
        int bytes = terminal.bytes();
        show(screen("a", picture(Medium.ITERM2, 6, 4, 7), 3, 2));
        assertThat(terminal.bytes()).isEqualTo(bytes);
    }

    @ParameterizedTest
    @EnumSource
    void what_is_there_is_not_sent_again(Medium medium) {
        Pixels picture = picture(medium, 6, 4, 99);
        show(screen("a", picture, 3, 2));
        int bytes = terminal.bytes();
        show(screen("b", picture, 3, 2));
        show(screen("c", picture, 3, 2));
        assertThat(terminal.bytes()).isEqualTo(bytes);
        assertSeen(picture, 3, 2, 99);
    }

    @ParameterizedTest
    @EnumSource
    void a_screen_that_was_cleared_has_it_again(Medium medium) {
        Pixels picture = picture(medium, 6, 4, 99);
        show(screen("a", picture, 3, 2));
        painter.forget();
        show(screen("a", picture, 3, 2));
        assertSeen(picture, 3, 2, 99);
    }

    @ParameterizedTest
    @EnumSource
    void whatever_happens_what_is_seen_is_what_should_be(Medium medium) {
        Random random = new Random(7);
        Pixels picture = picture(medium, 6, 4, 99);
        for (int i = 0; i < 300; i++) {
            int blue = random.nextInt(256);
            if (random.nextInt(4) == 0) {
                picture = picture(medium, 1 + random.nextInt(12), 1 + random.nextInt(6), blue);
            }
            int x = random.nextInt(8);
            int y = random.nextInt(HEIGHT + 4) - 4;
            Cells cells = screen(random.nextBoolean() ? "a" : "b", picture, x, y);
            boolean over = random.nextInt(3) == 0;
            int row = random.nextInt(HEIGHT);
            int column = random.nextInt(WIDTH);
            if (over) {
                cells.put(column, row, "界x", Style.PLAIN);
            }
            show(cells);
            for (int at = 0; at < HEIGHT; at++) {
                assertThat(terminal.row(at)).isEqualTo(cells.row(at));
            }
            Size size = picture.print().size();
            int seen = 0;
            for (int at = 0; at < WIDTH * HEIGHT; at++) {
                seen += terminal.rgb(at % WIDTH, at / WIDTH) == NOTHING ? 0 : 1;
            }
            int rows = Math.max(Math.min(y + size.rows(), HEIGHT) - Math.max(y, 0), 0);
            assertThat(seen).isBetween(size.columns() * rows - 3, size.columns() * rows);
        }
    }

    @Test
    void farewell_takes_all_pictures_away_even_half_a_one() {
        show(screen("a", picture(Medium.KITTY, 6, 4, 1), 3, 2));
        int[] noise = new Random(1).ints(200 * 240, 0, 1 << 24).toArray();
        Press press = new Press(Medium.KITTY, new Size(20, 12), CELL_WIDTH, CELL_HEIGHT);
        Pixels large = new Pixels(7, press.print(new Picture(200, 240, noise), PLENTY));
        terminal.write(painter.easel().pixels(screen("a", large, 0, 0), 10));
        assertThat(terminal.kept()).hasSize(1);
        terminal.write(painter.easel().farewell());
        assertThat(terminal.kept()).isEmpty();
        assertThat(painter.easel().farewell()).isEmpty();
    }

    @Test
    void a_picture_that_has_begun_is_sent_to_its_end_before_another() {
        int[] noise = new Random(1).ints(200 * 240, 0, 1 << 24).toArray();
        Press press = new Press(Medium.KITTY, new Size(20, 12), CELL_WIDTH, CELL_HEIGHT);
        Pixels large = new Pixels(7, press.print(new Picture(200, 240, noise), PLENTY));
        terminal.write(painter.easel().pixels(screen("a", large, 0, 0), 10));
        Pixels small = picture(Medium.KITTY, 6, 4, 1);
        show(screen("a", small, 3, 2));
        assertSeen(small, 3, 2, 1);
    }

    @Test
    void the_characters_are_those_of_the_protocol() {
        assertThat(Placeholders.of(0, 0).text()).isEqualTo("\uDBFB\uDEEE\u0305\u0305");
        assertThat(Placeholders.of(0, 1).text()).isEqualTo("\uDBFB\uDEEE\u0305\u030D");
        assertThat(Placeholders.of(2, 296).text()).isEqualTo("\uDBFB\uDEEE\u030E\uD834\uDE44");
        assertThat(Placeholders.of(0, 297).text()).isEqualTo(" ");
    }
}
