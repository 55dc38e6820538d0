package chatbois.terminal.screen;

import static org.assertj.core.api.Assertions.assertThat;

import chatbois.cellart.Colors;
import chatbois.cellart.Picture;
import chatbois.cellart.Reel;
import chatbois.cellart.Size;
import chatbois.terminal.cell.Cells;
import chatbois.terminal.cell.Color;
import chatbois.terminal.cell.ColorDepth;
import chatbois.terminal.cell.Dress;
import chatbois.terminal.cell.Painter;
import chatbois.terminal.cell.Style;
import chatbois.terminal.cell.Theme;
import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A film over a line that takes few bytes in a second, by a clock that goes on only as the line
/// takes them.
@Timeout(120)
class SlowLineTest {
    private static final Dress DRESS = new Dress(Theme.DARK, ColorDepth.TRUE, true);
    private static final Size SIZE = new Size(44, 12);
    private static final int HEIGHT = SIZE.rows() + 1;
    private static final long SECOND = TimeUnit.SECONDS.toNanos(1);
    private static final int FRAMES_A_SECOND = 25;
    private static final int FRAMES = 5 * FRAMES_A_SECOND;
    private static final int CUT = 30;

    private final AtomicLong now = new AtomicLong(TimeUnit.DAYS.toNanos(1));
    private final ByteArrayOutputStream sent = new ByteArrayOutputStream();
    private final Paper paper = new Paper(SIZE.columns(), HEIGHT);
    private final Outlet outlet =
            new Outlet(
                    new OutputStream() {
                        @Override
                        public void write(int b) {
                            write(new byte[] {(byte) b}, 0, 1);
                        }

                        @Override
                        public void write(byte[] bytes, int offset, int length) {
                            synchronized (sent) {
                                sent.write(bytes, offset, length);
                                sent.notifyAll();
                            }
                        }
                    },
                    new Painter(DRESS),
                    true,
                    now::get);

    private final Random random = new Random(8);
    private final Picture noise = noise();

    /// What the picture may look like: once for each frame that was drawn.
    private final Set<String> states = new HashSet<>();

    private final Set<String> seen = new HashSet<>();
    private String asked = "";
    private int taken;
    private byte[] coming = {};
    private int at;

    @AfterEach
    void end() {
        outlet.end();
    }

    @ParameterizedTest
    @ValueSource(ints = {64 * 1024, 256 * 1024})
    void every_frame_is_whole_and_a_key_waits_for_few_bytes(int bytesPerSecond) throws Exception {
        int mostBeforeEcho = bytesPerSecond / 20;
        Reel reel = new Reel(chatbois.cellart.Style.BLOCKS, Colors.FULL, SIZE);
        chatbois.cellart.Cells drawn = reel.next(film(0), Reel.USUAL_THRIFT);
        outlet.start();
        outlet.open("");
        show(drawn, "");
        take(bytesPerSecond, 2 * SECOND); // the first picture comes in pieces
        seen.clear();
        states.add(picture(drawn));
        String typed = "";
        for (int frame = 1; frame < FRAMES; frame++) {
            if (!outlet.traffic().behind()) {
                drawn = reel.next(film(frame), Reel.USUAL_THRIFT, outlet.traffic().frame());
                states.add(picture(drawn));
                show(drawn, typed);
            }
            take(bytesPerSecond, random.nextLong(SECOND / FRAMES_A_SECOND));
            if (random.nextInt(3) == 0) {
                typed = typed.length() > 40 ? "x" : typed + "x";
                int before = taken;
                show(drawn, typed);
                takeUntil(typed, bytesPerSecond);
                assertThat(taken - before).isLessThanOrEqualTo(mostBeforeEcho);
            }
        }
        assertThat(states).containsAll(seen);
        assertThat(seen).hasSizeGreaterThan(FRAMES / 3);
    }

    private void show(chatbois.cellart.Cells drawn, String typed) {
        outlet.show(screen(drawn, typed));
    }

    private static Cells screen(chatbois.cellart.Cells drawn, String typed) {
        Cells cells = new Cells(SIZE.columns(), HEIGHT);
        for (int y = 0; y < SIZE.rows(); y++) {
            for (int x = 0; x < SIZE.columns(); x++) {
                Style style =
                        Style.PLAIN
                                .foreground(Color.rgb(drawn.ink(x, y)))
                                .background(Color.rgb(drawn.ground(x, y)));
                cells.put(x, y, Character.toString(drawn.character(x, y)), style);
            }
        }
        cells.part(0, 0, SIZE.columns(), SIZE.rows()).later();
        cells.put(0, SIZE.rows(), typed, Style.PLAIN);
        cells.cursor(typed.length(), SIZE.rows());
        return cells;
    }

    private static String picture(chatbois.cellart.Cells drawn) {
        Paper whole = new Paper(SIZE.columns(), HEIGHT);
        byte[] bytes = new Painter(DRESS).paint(screen(drawn, "")).getBytes(StandardCharsets.UTF_8);
        whole.take(new String(bytes, StandardCharsets.ISO_8859_1));
        return whole.rows(0, SIZE.rows());
    }

    /// Lets so much time pass, in which the line takes what there is.
    private void take(int bytesPerSecond, long nanos) throws InterruptedException {
        long end = now.get() + nanos;
        while (now.get() < end) {
            takeOne(bytesPerSecond);
        }
    }

    private void takeUntil(String typed, int bytesPerSecond) throws InterruptedException {
        while (!paper.rows(SIZE.rows(), HEIGHT).replaceAll("[^x]", "").equals(typed)) {
            takeOne(bytesPerSecond);
        }
        assertThat(states).contains(paper.rows(0, SIZE.rows()));
    }

    /// One byte or, where there is none, a moment.
    private void takeOne(int bytesPerSecond) throws InterruptedException {
        if (at == coming.length) {
            look();
            now.addAndGet(SECOND / 1_000);
            return;
        }
        String latin = String.valueOf((char) (coming[at++] & 0xFF));
        now.addAndGet(SECOND / bytesPerSecond);
        taken++;
        paper.take(latin);
        if (latin.equals("l") || at == coming.length) {
            look();
        }
        asked = (asked + latin).substring(Math.max(asked.length() - 3, 0));
        if (asked.equals(Outlet.ASK)) {
            outlet.ready();
        }
    }

    /// What a person sees now, and what comes next.
    private void look() throws InterruptedException {
        if (!paper.isHeld()) {
            seen.add(paper.rows(0, SIZE.rows()));
        }
        if (at == coming.length) {
            synchronized (sent) {
                if (sent.size() == 0) {
                    sent.wait(1);
                }
                coming = sent.toByteArray();
                at = 0;
                sent.reset();
            }
        }
    }

    /// A camera goes over something with many colours, and at some time over something else.
    private Picture film(int frame) {
        int[] pixels = new int[160 * 90];
        for (int i = 0; i < pixels.length; i++) {
            int x = i % 160 + 2 * frame;
            int y = i / 160;
            int wave = (int) (127 + 120 * Math.sin(x / 23.0) * Math.cos(y / 17.0));
            int grain = noise.pixel(x / 12 % 64, y / 12 % 64);
            pixels[i] = frame % (2 * CUT) < CUT ? wave * 0x010203 & 0xFFFFFF : grain;
        }
        return new Picture(160, 90, pixels);
    }

    private Picture noise() {
        int[] pixels = new int[64 * 64];
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = random.nextInt(1 << 24);
        }
        return new Picture(64, 64, pixels);
    }
}
