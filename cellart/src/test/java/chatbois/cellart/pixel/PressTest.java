package chatbois.cellart.pixel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import chatbois.cellart.Picture;
import chatbois.cellart.Size;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

/// Pictures as the bytes of their pixels, read again by somebody else's decoder or a plain one.
class PressTest {
    private static final int PLENTY = 10_000_000;

    @Test
    void a_picture_of_the_size_of_its_cells_is_the_very_same_in_PNG() throws Exception {
        Picture noise = noise(30, 40, 1);
        Print print = new Press(Medium.KITTY, new Size(3, 2), 10, 20).print(noise, PLENTY);
        assertThat(print.parts()).hasSize(1);
        assertSame(noise, png(print.parts().getFirst()), 0);
    }

    @Test
    void for_iterm2_each_row_of_cells_is_a_PNG_of_its_own() throws Exception {
        Picture noise = noise(30, 40, 2);
        Print print = new Press(Medium.ITERM2, new Size(3, 2), 10, 20).print(noise, PLENTY);
        assertThat(print.parts()).hasSize(2);
        assertSame(part(noise, 20, 20), png(print.parts().get(1)), 0);
    }

    @Test
    void sixel_read_again_is_like_the_picture_whatever_its_size() {
        Random random = new Random(3);
        for (int i = 0; i < 60; i++) {
            int cellWidth = 1 + random.nextInt(14);
            int cellHeight = 1 + random.nextInt(30);
            Size size = new Size(1 + random.nextInt(20), 1 + random.nextInt(8));
            int width = size.columns() * cellWidth;
            int height = size.rows() * cellHeight;
            Picture smooth = smooth(width, height, random);
            Print print =
                    new Press(Medium.SIXEL, size, cellWidth, cellHeight).print(smooth, PLENTY);
            for (int row = 0; row < size.rows(); row++) {
                Picture strip = Sixels.read(text(print.parts().get(row)));
                assertThat(strip.width()).isEqualTo(width);
                assertThat(strip.height()).isEqualTo(cellHeight);
                assertSame(part(smooth, row * cellHeight, cellHeight), strip, 32);
            }
        }
    }

    @Test
    void what_has_few_colours_keeps_them() {
        int[] pixels = new int[24 * 24];
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = List.of(0x000000, 0xFFFFFF, 0xFF0000, 0x0000FF).get(i / 7 % 4);
        }
        Picture flag = new Picture(24, 24, pixels);
        Print print = new Press(Medium.SIXEL, new Size(2, 1), 12, 24).print(flag, PLENTY);
        assertSame(flag, Sixels.read(text(print.parts().getFirst())), 0);
    }

    @Test
    void no_more_bytes_are_taken_than_there_are() {
        Picture noise = noise(400, 400, 4);
        for (Medium medium : Medium.values()) {
            Press press = new Press(medium, new Size(40, 20), 10, 20);
            int whole = press.print(noise, PLENTY).bytes();
            Print small = press.print(noise, whole / 3);
            assertThat(small.bytes()).as(medium.word()).isLessThan(whole / 2);
        }
    }

    @Test
    void no_more_pixels_are_sent_than_the_picture_has_where_the_terminal_enlarges_it()
            throws Exception {
        Print print =
                new Press(Medium.KITTY, new Size(80, 24), 10, 20).print(noise(40, 24, 5), PLENTY);
        assertThat(png(print.parts().getFirst()).width()).isEqualTo(40);
    }

    @Test
    void sixel_that_says_anything_else_to_a_terminal_is_refused() {
        for (String bad : List.of("~\u001b[2J", "\u0007", "\u009c", "~ ~", "\n")) {
            byte[] bytes = bad.getBytes(StandardCharsets.ISO_8859_1);
            assertThatThrownBy(() -> new Print(Medium.SIXEL, new Size(1, 1), List.of(bytes)))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }

    private static String text(byte[] strip) {
        return new String(strip, StandardCharsets.US_ASCII);
    }

    private static Picture png(byte[] bytes) throws IOException {
        BufferedImage image = ImageIO.read(new ByteArrayInputStream(bytes));
        int[] pixels = new int[image.getWidth() * image.getHeight()];
        image.getRGB(0, 0, image.getWidth(), image.getHeight(), pixels, 0, image.getWidth());
        return new Picture(image.getWidth(), image.getHeight(), pixels);
    }

    private static Picture part(Picture whole, int from, int height) {
        int[] pixels = new int[whole.width() * height];
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = whole.pixel(i % whole.width(), from + i / whole.width());
        }
        return new Picture(whole.width(), height, pixels);
    }

    private static Picture noise(int width, int height, int seed) {
        int[] pixels = new Random(seed).ints(width * height, 0, 1 << 24).toArray();
        return new Picture(width, height, pixels);
    }

    /// A sky of some colours.
    private static Picture smooth(int width, int height, Random random) {
        int from = random.nextInt(1 << 24);
        int to = random.nextInt(1 << 24);
        int[] pixels = new int[width * height];
        for (int i = 0; i < pixels.length; i++) {
            double share = (i % width + i / width) / (double) (width + height);
            for (int shift = 0; shift <= 16; shift += 8) {
                int a = from >> shift & 255;
                int b = to >> shift & 255;
                pixels[i] |= (int) (a + (b - a) * share) << shift;
            }
        }
        return new Picture(width, height, pixels);
    }

    /// @param most how far a level may be off
    private static void assertSame(Picture wanted, Picture got, int most) {
        assertThat(got.width()).isEqualTo(wanted.width());
        assertThat(got.height()).isEqualTo(wanted.height());
        for (int y = 0; y < wanted.height(); y++) {
            for (int x = 0; x < wanted.width(); x++) {
                for (int shift = 0; shift <= 16; shift += 8) {
                    int a = wanted.pixel(x, y) >> shift & 255;
                    int b = got.pixel(x, y) >> shift & 255;
                    assertThat(Math.abs(a - b)).as(x + ", " + y).isLessThanOrEqualTo(most);
                }
            }
        }
    }
}
