import java.awt.Color;
import java.awt.Font;
import java.awt.FontFormatException;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.font.FontRenderContext;
import java.awt.font.LineMetrics;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.io.DataOutputStream;
import java.io.File;
import java.io.FileOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/// Measures how fonts draw ASCII and the lines of frames in a cell of 8 x 16 pixels, at the largest
/// size that fits, and writes it to the file given as the first argument; the fonts follow.
///
/// The file: how many characters (2 bytes); for each its number (2 bytes), how many of the fonts have
/// it (1 byte), and for each of these 128 bytes: the coverage of the pixels, 0 to 255, row by row.
final class GlyphShapes {
    private static final int WIDTH = 8;
    private static final int HEIGHT = 16;

    public static void main(String[] args) throws IOException, FontFormatException {
        List<GlyphShapes> fonts = new ArrayList<>();
        for (String file : Arrays.copyOfRange(args, 1, args.length)) {
            fonts.add(new GlyphShapes(Font.createFont(Font.TRUETYPE_FONT, new File(file))));
        }
        int[] characters =
                IntStream.concat(IntStream.range(0x20, 0x7F), IntStream.range(0x2500, 0x2580))
                        .toArray();
        try (DataOutputStream out = new DataOutputStream(new FileOutputStream(args[0]))) {
            out.writeShort(characters.length);
            for (int character : characters) {
                List<GlyphShapes> having =
                        fonts.stream().filter(font -> font.font.canDisplay(character)).toList();
                out.writeShort(character);
                out.writeByte(having.size());
                for (GlyphShapes font : having) {
                    out.write(font.shape(character));
                }
            }
        }
    }

    private final Font font;
    private final int base;
    private final BufferedImage cell =
            new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_BYTE_GRAY);

    private GlyphShapes(Font any) {
        int size = 1;
        while (fits(any.deriveFont(size + 1f))) {
            size++;
        }
        font = any.deriveFont((float) size);
        LineMetrics metrics = font.getLineMetrics("M", context());
        int up = Math.round(metrics.getAscent());
        int down = Math.round(metrics.getDescent());
        int over = up + down - HEIGHT;
        base = over > 0 ? Math.min(HEIGHT - down + (over + 1) / 2, HEIGHT) : up - over / 2;
    }

    private static FontRenderContext context() {
        return new FontRenderContext(null, true, false);
    }

    /// Terminals let a line be a pixel higher than the font says.
    private static boolean fits(Font font) {
        LineMetrics metrics = font.getLineMetrics("M", context());
        int height = Math.round(metrics.getAscent()) + Math.round(metrics.getDescent());
        return Math.round(font.getStringBounds("M", context()).getWidth()) <= WIDTH
                && height <= HEIGHT;
    }

    private byte[] shape(int character) {
        Graphics2D graphics = cell.createGraphics();
        graphics.setColor(Color.BLACK);
        graphics.fillRect(0, 0, WIDTH, HEIGHT);
        graphics.setColor(Color.WHITE);
        graphics.setRenderingHint(
                RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        graphics.setFont(font);
        graphics.drawString(Character.toString(character), 0, base);
        graphics.dispose();
        return ((DataBufferByte) cell.getRaster().getDataBuffer()).getData().clone();
    }
}
