package chatbois.terminal.cell;

import static org.assertj.core.api.Assertions.assertThat;

import chatbois.terminal.text.Cluster;
import chatbois.terminal.text.Samples;
import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// No row is sheared, whatever a terminal thinks of widths: rows are painted from edge to edge,
/// with backgrounds and a border in the last column, full of what terminals dispute, and scrolled.
final class ShearTest {
    private static final int WIDTH = 44;
    private static final int HEIGHT = 7;
    private static final List<String> HOSTILE =
            List.of(
                    "👨\u200d👩\u200d👧\u200d👦",
                    "🏳\ufe0f\u200d🌈",
                    "🇩🇪🇫",
                    "❤\ufe0f",
                    "1\ufe0f\u20e3",
                    "👍🏽",
                    "क्षि",
                    "நி",
                    "각",
                    "ｶﾞ",
                    "ﾊﾟ",
                    "שלום עולם",
                    "مرحبا",
                    "e\u0301\u0302\u0303\u0304\u0305",
                    "กำ",
                    "🫩",
                    "🛘",
                    "\u0600٥",
                    "\u0cc9x",
                    "™️",
                    "漢字",
                    "plain words");

    @ParameterizedTest
    @EnumSource
    void everything_beside_a_risky_cluster_is_where_it_should_be(Widths widths) {
        for (long seed = 0; seed < 150; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            VirtualTerminal terminal = new VirtualTerminal(WIDTH, HEIGHT, widths);
            Painter painter = new Painter(new Dress(Theme.DARK, ColorDepth.TRUE, true));
            String[] rows = new String[HEIGHT + 20];
            for (int i = 0; i < rows.length; i++) {
                rows[i] = row(random);
            }
            int top = 0;
            for (int step = 0; step < 14; step++) {
                top = random.nextInt(4) == 0 ? top : random.nextInt(20);
                Cells cells = picture(rows, top, random);
                terminal.write(painter.paint(cells));
                check(terminal, cells, "seed " + seed + " step " + step);
            }
        }
    }

    private static Cells picture(String[] rows, int top, RandomGenerator random) {
        Cells cells = new Cells(WIDTH, HEIGHT);
        for (int y = 0; y < HEIGHT; y++) {
            boolean chosen = random.nextInt(5) == 0;
            Style style = Style.PLAIN.background(Color.indexed(chosen ? 24 : 230 + (top + y) % 3));
            cells.part(0, y, WIDTH, 1).fill(style);
            int end = cells.part(0, y, WIDTH - 1, 1).put(0, 0, rows[top + y], style);
            if (end < WIDTH - 9) {
                cells.put(end + 1, y, "[" + y + "]", style.link("http://x.org/" + y));
            }
            cells.put(WIDTH - 1, y, "│", style);
        }
        return cells;
    }

    private static String row(RandomGenerator random) {
        StringBuilder row = new StringBuilder();
        for (int i = random.nextInt(9); i > 0; i--) {
            row.append(HOSTILE.get(random.nextInt(HOSTILE.size())));
            row.append(random.nextInt(3) == 0 ? Samples.text(random, 2) : " ");
        }
        return row.toString();
    }

    private static void check(VirtualTerminal terminal, Cells cells, String where) {
        for (int y = 0; y < HEIGHT; y++) {
            for (int x = 0; x < WIDTH; ) {
                Cluster cluster = cells.cluster(x, y);
                String place = where + " at " + x + "," + y + " in " + cells.row(y);
                if (!cluster.risky()) {
                    // What takes no room for a terminal joins what stands before it, unseen.
                    assertThat(terminal.text(x, y)).as(place).startsWith(cluster.text());
                    assertThat(terminal.look(x, y).link())
                            .as(place)
                            .isEqualTo(cells.style(x, y).link());
                }
                for (int i = x; i < x + cluster.width(); i++) {
                    Color.Indexed back = (Color.Indexed) cells.style(i, y).background();
                    assertThat(terminal.look(i, y).back())
                            .as(place)
                            .isEqualTo("48;5;" + back.index());
                }
                x += cluster.width();
            }
        }
    }
}
