package chatbois.cellart.pixel;

import java.nio.charset.StandardCharsets;
import java.util.BitSet;

/// Writes Sixel (DEC STD 070): in bands of six rows, for each colour in turn what of the band it
/// has, each column as six bits in a character. What comes around it in an escape sequence isn't
/// written.
final class SixelWriter {
    private static final int BAND = 6;
    private static final int MOST_COLORS = 256;
    private static final char NOTHING = '?';

    /// A register has levels of this many parts. What is lost by that is not made up for, or flat
    /// colours would be full of dots.
    private static final int PARTS = 100;

    /// Shorter runs are written out.
    private static final int SHORTEST_RUN = 4;

    private final Indexed picture;
    private final int from;
    private final int height;
    private final StringBuilder out = new StringBuilder();

    private SixelWriter(Indexed picture, int from, int height) {
        this.picture = picture;
        this.from = from;
        this.height = height;
    }

    /// Some rows of a picture as a picture of their own.
    static byte[] write(Indexed picture, int from, int height) {
        SixelWriter writer = new SixelWriter(picture, from, height);
        writer.write();
        return writer.out.toString().getBytes(StandardCharsets.US_ASCII);
    }

    private void write() {
        out.append("\"1;1;").append(picture.width()).append(';').append(height);
        int[] palette = picture.palette();
        colors(from, height).stream().forEach(color -> register(color, palette[color]));
        for (int top = 0; top < height; top += BAND) {
            if (top > 0) {
                out.append('-');
            }
            band(from + top, Math.min(BAND, height - top));
        }
    }

    /// Which colours there are in some rows.
    private BitSet colors(int top, int rows) {
        BitSet colors = new BitSet();
        for (int y = top; y < top + rows; y++) {
            for (int x = 0; x < picture.width(); x++) {
                colors.set(picture.place(x, y));
            }
        }
        return colors;
    }

    private void register(int color, int rgb) {
        out.append('#').append(color).append(";2;");
        out.append(part(rgb >> 16)).append(';');
        out.append(part(rgb >> 8 & 255)).append(';');
        out.append(part(rgb & 255));
    }

    private static int part(int level) {
        return Math.round(level * PARTS / 255f);
    }

    private void band(int top, int rows) {
        byte[][] columns = columns(top, rows);
        boolean first = true;
        for (int color = 0; color < columns.length; color++) {
            if (columns[color].length > 0) {
                out.append(first ? "" : "$").append('#').append(color);
                line(columns[color]);
                first = false;
            }
        }
    }

    /// What of a band each colour has, column by column; nothing for one that has nothing.
    private byte[][] columns(int top, int rows) {
        byte[][] columns = new byte[MOST_COLORS][0];
        for (int i = 0; i < rows; i++) {
            for (int x = 0; x < picture.width(); x++) {
                int color = picture.place(x, top + i);
                if (columns[color].length == 0) {
                    columns[color] = new byte[picture.width()];
                }
                columns[color][x] |= (byte) (1 << i);
            }
        }
        return columns;
    }

    /// What is empty at its end is left out.
    private void line(byte[] columns) {
        int last = 0;
        int count = 0;
        for (byte column : columns) {
            if (column != last) {
                run((char) (NOTHING + last), count);
                last = column;
                count = 0;
            }
            count++;
        }
        if (last != 0) {
            run((char) (NOTHING + last), count);
        }
    }

    private void run(char column, int count) {
        if (count >= SHORTEST_RUN) {
            out.append('!').append(count).append(column);
        } else {
            out.repeat(column, count);
        }
    }
}
