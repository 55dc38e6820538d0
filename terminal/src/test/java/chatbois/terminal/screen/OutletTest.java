package chatbois.terminal.screen;

import static org.assertj.core.api.Assertions.assertThat;

import chatbois.cellart.Picture;
import chatbois.cellart.Size;
import chatbois.cellart.pixel.Medium;
import chatbois.cellart.pixel.Press;
import chatbois.terminal.cell.Cells;
import chatbois.terminal.cell.Color;
import chatbois.terminal.cell.ColorDepth;
import chatbois.terminal.cell.Dress;
import chatbois.terminal.cell.Painter;
import chatbois.terminal.cell.Pixels;
import chatbois.terminal.cell.Style;
import chatbois.terminal.cell.Theme;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Random;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class OutletTest {
    private static final Duration LONG = Duration.ofSeconds(10);
    private static final Duration SHORT = Duration.ofMillis(1);

    /// A terminal so slow that each write waits for the test to take it.
    private static final class SlowTerminal extends OutputStream {
        private final SynchronousQueue<byte[]> writes = new SynchronousQueue<>();

        @Override
        public void write(int b) throws IOException {
            write(new byte[] {(byte) b}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            try {
                writes.put(Arrays.copyOfRange(bytes, offset, offset + length));
            } catch (InterruptedException _) {
                throw new InterruptedIOException();
            }
        }

        String takeUntil(String end) throws InterruptedException {
            StringBuilder taken = new StringBuilder();
            while (!taken.toString().contains(end)) {
                taken.append(take());
            }
            return taken.toString();
        }

        String poll() throws InterruptedException {
            byte[] bytes = writes.poll(10, TimeUnit.MILLISECONDS);
            return bytes == null ? "" : new String(bytes, StandardCharsets.UTF_8);
        }

        String take() throws InterruptedException {
            return new String(writes.take(), StandardCharsets.UTF_8);
        }
    }

    private final SlowTerminal terminal = new SlowTerminal();
    private final Outlet outlet =
            new Outlet(terminal, new Painter(new Dress(Theme.DARK, ColorDepth.TRUE, true)), true);

    @BeforeEach
    void start() {
        outlet.start();
    }

    @Test
    void of_the_pictures_a_slow_terminal_missed_only_the_latest_is_painted() throws Exception {
        outlet.open("hello");
        outlet.show(picture("first"));
        outlet.show(picture("second"));
        outlet.show(picture("third"));
        assertThat(terminal.take()).isEqualTo("hello");
        assertThat(terminal.take()).contains("third");
        outlet.show(picture("XYZ"));
        assertThat(terminal.take()).contains("XYZ");
    }

    @Test
    void farewell_is_said_in_the_middle_of_a_picture_and_the_rest_is_dropped() throws Exception {
        outlet.open("hello");
        assertThat(terminal.take()).isEqualTo("hello");
        outlet.show(hugePicture());
        terminal.take();
        outlet.close("bye", SHORT);
        int moreWrites = 0;
        while (!terminal.take().equals("bye")) {
            moreWrites++;
        }
        assertThat(moreWrites).isLessThan(2);
    }

    @Test
    void nobody_waits_for_a_stuck_terminal() {
        outlet.open("hello");
        outlet.show(hugePicture());
        outlet.close("bye", SHORT);
        outlet.end();
        outlet.close("again", LONG);
    }

    @Test
    void what_was_shown_while_closed_is_painted_whole_when_open_again() throws Exception {
        outlet.open("hello");
        terminal.take();
        outlet.show(picture("first"));
        terminal.take();
        outlet.close("bye", SHORT);
        outlet.show(picture("firsts"));
        outlet.open("again");
        String said = terminal.take();
        assertThat(said.equals("bye") ? said + terminal.take() : said).isEqualTo("byeagain");
        assertThat(terminal.take()).contains("firsts");
    }

    @Test
    void what_is_typed_overtakes_a_picture_that_the_line_is_too_slow_for() throws Exception {
        outlet.open("hello");
        terminal.take();
        outlet.show(withPicture("", 0));
        terminal.take();
        outlet.show(withPicture("", 1));
        terminal.takeUntil("\u001b[5n");
        outlet.show(withPicture("typed", 1));
        // One more piece may have been on its way already.
        assertThat(terminal.takeUntil("typed").split("\u001b\\[5n", -1)).hasSizeLessThan(3);
        int pieces = 0;
        while (outlet.traffic().behind()) {
            outlet.ready();
            pieces += terminal.poll().contains("\u001b[5n") ? 1 : 0;
        }
        assertThat(pieces).isGreaterThan(5);
        assertThat(outlet.traffic().laterBytes()).isGreaterThan(100_000);
    }

    @Test
    void what_the_line_takes_in_a_moment_is_shown_whole_and_not_before_a_key() throws Exception {
        outlet.open("hello");
        terminal.take();
        outlet.show(withFrame("", 0));
        terminal.takeUntil(Painter.END);
        outlet.show(withFrame("", 1));
        terminal.takeUntil(Outlet.ASK);
        terminal.takeUntil(Outlet.ASK); // the line is busy with it
        outlet.show(withFrame("", 2));
        assertThat(terminal.poll()).isEmpty();
        outlet.show(withFrame("typed", 2));
        assertThat(terminal.takeUntil("typed")).doesNotContain("48;2");
        outlet.ready();
        outlet.ready();
        assertThat(terminal.takeUntil(Painter.END).split("48;2", -1)).hasSize(51);
    }

    /// With as many bytes as may be on their way at first, nearly.
    private static Cells withFrame(String text, int shade) {
        Cells cells = new Cells(100, 2);
        cells.put(0, 1, text, Style.PLAIN);
        Cells frame = cells.part(0, 0, 100, 1);
        for (int i = 0; i < 50; i++) {
            frame.put(2 * i, 0, "x", Style.PLAIN.background(Color.rgb(0x7F7F00 + 8 * i + shade)));
            frame.put(2 * i + 1, 0, "y", Style.PLAIN);
        }
        frame.later();
        return cells;
    }

    @Test
    void what_is_typed_overtakes_pixels_between_their_chunks_and_they_come_to_their_end()
            throws Exception {
        Pixels noise = noise();
        outlet.open("hello");
        terminal.take();
        outlet.show(withPixels("", noise));
        String sent = terminal.takeUntil("\u001b[5n");
        outlet.show(withPixels("typed", noise));
        String next = terminal.takeUntil("typed");
        assertThat(next.split("\u001b\\[5n", -1)).hasSizeLessThan(3);
        sent += next;
        while (!sent.contains("a=p,U=1")) {
            outlet.ready();
            sent += terminal.poll();
        }
        String chunks = sent.replaceAll("(?s).*?(\u001b_G[^;]*;)[^\u001b]*\u001b", "$1");
        assertThat(chunks).contains("m=1").containsOnlyOnce("m=0").containsOnlyOnce("a=t");
    }

    @Test
    void farewell_takes_pixels_away_that_have_come_in_part() throws Exception {
        outlet.open("hello");
        terminal.take();
        outlet.show(withPixels("", noise()));
        terminal.takeUntil("\u001b[5n");
        outlet.close("bye", SHORT);
        assertThat(terminal.takeUntil("bye"))
                .contains("m=0;\u001b\\")
                .endsWith("a=d,d=I,i=7,q=2\u001b\\bye");
    }

    @Test
    void painting_all_anew_ends_a_picture_that_has_come_in_part_and_leaves_none_behind()
            throws Exception {
        outlet.open("hello");
        terminal.take();
        outlet.show(withPixels("", noise()));
        terminal.takeUntil("m=1");
        outlet.repaintAnew();
        assertThat(terminal.takeUntil("a=t,f=100"))
                .contains("m=0;\u001b\\\u001b_Ga=d,d=I,i=7,q=2\u001b\\");
    }

    private static Pixels noise() {
        int[] pixels = new Random(1).ints(100 * 100, 0, 1 << 24).toArray();
        Press press = new Press(Medium.KITTY, new Size(10, 5), 10, 20);
        return new Pixels(7, press.print(new Picture(100, 100, pixels), 1_000_000));
    }

    private static Cells withPixels(String text, Pixels pixels) {
        Cells cells = new Cells(20, 6);
        cells.put(0, 5, text, Style.PLAIN);
        for (int row = 0; row < 5; row++) {
            pixels.draw(cells, 0, row, row);
        }
        cells.part(0, 0, 10, 5).later();
        return cells;
    }

    private static Cells withPicture(String text, int shade) {
        Cells cells = new Cells(200, 51);
        cells.put(0, 50, text, Style.PLAIN);
        Cells picture = cells.part(0, 0, 200, 50);
        for (int i = 0; i < 200; i++) {
            picture.part(i, 0, 1, 50).fill(Style.PLAIN.background(Color.rgb(i * 1000 + shade)));
        }
        picture.later();
        return cells;
    }

    private static Cells picture(String text) {
        Cells cells = new Cells(20, 2);
        cells.put(0, 0, text, Style.PLAIN);
        return cells;
    }

    private static Cells hugePicture() {
        Cells cells = new Cells(200, 50);
        for (int i = 0; i < 200; i++) {
            Style style = Style.PLAIN.background(Color.rgb(i * 1000));
            cells.part(i, 0, 1, 50).fill(style);
        }
        return cells;
    }
}
