package chatbois.terminal.cell;

import chatbois.terminal.cell.Style.Attribute;
import chatbois.terminal.text.Samples;
import java.util.List;
import java.util.random.RandomGenerator;

/// Makes pictures of anything anywhere, the same ones for the same seed.
final class Frames {
    private Frames() {}

    /// Draws one more thing.
    static void scribble(Cells cells, RandomGenerator random) {
        int x = random.nextInt(-3, cells.width() + 3);
        int y = random.nextInt(-1, cells.height() + 1);
        switch (random.nextInt(6)) {
            case 0 -> cells.part(x, y, random.nextInt(9), random.nextInt(4)).fill(style(random));
            case 1 -> cells.put(x, y, "漢字 word ", style(random));
            case 2 -> cells.part(x, y, 5, 2).put(-1, 0, Samples.text(random, 5), style(random));
            default -> cells.put(x, y, Samples.text(random, 6), style(random));
        }
        cells.cursor(x, y);
    }

    /// A copy of cells, as a view would draw them anew.
    static Cells copy(Cells cells) {
        Cells copy = new Cells(cells.width(), cells.height());
        for (int y = 0; y < cells.height(); y++) {
            for (int x = 0; x < cells.width(); x += cells.cluster(x, y).width()) {
                copy.put(x, y, List.of(cells.cluster(x, y)), cells.style(x, y));
            }
        }
        cells.cursor().ifPresent(point -> copy.cursor(point.x(), point.y()));
        return copy;
    }

    private static Style style(RandomGenerator random) {
        Style style = Style.PLAIN.foreground(color(random)).background(color(random));
        return random.nextInt(3) > 0
                ? style
                : style.with(Attribute.values()[random.nextInt(Attribute.values().length)]);
    }

    private static Color color(RandomGenerator random) {
        return switch (random.nextInt(4)) {
            case 0 -> Color.indexed(random.nextInt(256));
            case 1 -> Color.rgb(random.nextInt(0x1000000));
            default -> Color.DEFAULT;
        };
    }
}
