package chatbois.bench.art;

import java.awt.Color;
import java.awt.Font;
import java.awt.FontFormatException;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// Draws a screen as a terminal with this font does: the largest size of which a letter fits into a
/// cell. Blocks and their like are drawn exactly ([Shape]). Safe for any thread.
final class Typeface {
    static final int WIDTH = 8;
    static final int HEIGHT = 16;

    private final String name;
    private final Font font;
    private final Map<Integer, float[]> drawn = new ConcurrentHashMap<>();

    Typeface(Path file) throws IOException, FontFormatException {
        Font any = Font.createFont(Font.TRUETYPE_FONT, file.toFile());
        name = any.getFontName();
        int size = 1;
        while (fits(any.deriveFont(size + 1f))) {
            size++;
        }
        font = any.deriveFont((float) size);
    }

    String name() {
        return name;
    }

    private static boolean fits(Font font) {
        var metrics = paper().getFontMetrics(font);
        return metrics.charWidth('M') <= WIDTH
                && metrics.getAscent() + metrics.getDescent() <= HEIGHT;
    }

    private static Graphics2D paper() {
        return new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_BYTE_GRAY).createGraphics();
    }

    /// The screen's pixels, row by row: red, green, blue.
    float[][] draw(Screen screen) {
        int width = screen.columns() * WIDTH;
        float[][] planes = new float[3][width * screen.rows() * HEIGHT];
        for (int i = 0; i < planes[0].length; i++) {
            int x = i % width;
            int y = i / width;
            Screen.Cell cell = screen.at(x / WIDTH, y / HEIGHT);
            float part =
                    drawn.computeIfAbsent(cell.character(), this::coverage)[
                            y % HEIGHT * WIDTH + x % WIDTH];
            for (int channel = 0; channel < 3; channel++) {
                int shift = 16 - 8 * channel;
                int ground = cell.ground() >> shift & 255;
                planes[channel][i] = ground + part * ((cell.ink() >> shift & 255) - ground);
            }
        }
        return planes;
    }

    private float[] coverage(int character) {
        return Shape.of(character, WIDTH, HEIGHT).orElseGet(() -> letter(character));
    }

    private synchronized float[] letter(int character) {
        BufferedImage image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_BYTE_GRAY);
        Graphics2D graphics = image.createGraphics();
        graphics.setRenderingHint(
                RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        graphics.setFont(font);
        graphics.setColor(Color.WHITE);
        var metrics = graphics.getFontMetrics();
        int above = (HEIGHT - metrics.getAscent() - metrics.getDescent()) / 2;
        graphics.drawString(Character.toString(character), 0, above + metrics.getAscent());
        graphics.dispose();
        float[] coverage = new float[WIDTH * HEIGHT];
        for (int i = 0; i < coverage.length; i++) {
            coverage[i] = image.getRaster().getSample(i % WIDTH, i / WIDTH, 0) / 255f;
        }
        return coverage;
    }
}
