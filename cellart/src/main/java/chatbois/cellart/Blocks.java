package chatbois.cellart;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;

/// The characters that terminals draw themselves, whatever the font: parts of the cell along lines
/// that Unicode says (Block Elements, Symbols for Legacy Computing and its Supplement, Braille).
final class Blocks {
    private static final int FULL = 0x2588;

    /// The quarters that a character covers, from the lowest bit on: upper left, upper right, lower
    /// left, lower right.
    private static final Map<Integer, Integer> QUADRANTS =
            Map.of(
                    1, 0x2598, 2, 0x259D, 4, 0x2596, 8, 0x2597, 9, 0x259A, 6, 0x259E, 7, 0x259B, 11,
                    0x259C, 13, 0x2599, 14, 0x259F);

    /// Those octants that had a character before the others were added from U+1CD00 on, in the
    /// order of their bits.
    private static final Map<Integer, Integer> OLDER_OCTANTS = olderOctants();

    private static final int FIRST_OCTANT = 0x1CD00;
    private static final int FIRST_SEXTANT = 0x1FB00;

    /// Where Braille's eight dots stand, by their bits: column and row.
    private static final int[][] DOTS = {
        {0, 0}, {0, 1}, {0, 2}, {1, 0}, {1, 1}, {1, 2}, {0, 3}, {1, 3}
    };

    /// A dot's radius, as a part of the height of a quarter of the cell.
    private static final double DOT = 0.6 / 2;

    private Blocks() {}

    static Glyph blank() {
        return new Glyph(' ', new float[Glyph.PIXELS]);
    }

    static List<Glyph> halves() {
        return List.of(full(), box(0x2580, 0, 0, 1, 0.5), box(0x2584, 0, 0.5, 1, 1));
    }

    static List<Glyph> quadrants() {
        List<Glyph> all = new ArrayList<>(halves());
        all.add(box(0x258C, 0, 0, 0.5, 1));
        all.add(box(0x2590, 0.5, 0, 1, 1));
        // In an order that is the same each time, since characters that do equally well are taken
        // in theirs.
        new TreeMap<>(QUADRANTS).forEach((bits, character) -> all.add(grid(character, bits, 2)));
        return all;
    }

    /// All parts of a cell in two columns and three rows but those that are halves.
    static List<Glyph> sextants() {
        List<Glyph> all = new ArrayList<>();
        int character = FIRST_SEXTANT;
        for (int bits = 1; bits < 63; bits++) {
            if (bits != 0b010101 && bits != 0b101010) {
                all.add(grid(character++, bits, 3));
            }
        }
        return all;
    }

    /// All parts of a cell in two columns and four rows.
    static List<Glyph> octants() {
        List<Glyph> all = new ArrayList<>();
        int character = FIRST_OCTANT;
        for (int bits = 0; bits < 256; bits++) {
            Integer older = OLDER_OCTANTS.get(bits);
            all.add(grid(older == null ? character++ : older, bits, 4));
        }
        return all;
    }

    private static Map<Integer, Integer> olderOctants() {
        int[] pairs = {
            0, ' ', 255, FULL, 15, 0x2580, 240, 0x2584, 85, 0x258C, 170, 0x2590, 5, 0x2598, 10,
            0x259D, 80, 0x2596, 160, 0x2597, 165, 0x259A, 90, 0x259E, 95, 0x259B, 175, 0x259C, 245,
            0x2599, 250, 0x259F, 3, 0x1FB82, 63, 0x1FB85, 192, 0x2582, 252, 0x2586, 1, 0x1CEA8, 2,
            0x1CEAB, 64, 0x1CEA3, 128, 0x1CEA0, 20, 0x1FBE6, 40, 0x1FBE7
        };
        Map<Integer, Integer> older = new HashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            older.put(pairs[i], pairs[i + 1]);
        }
        return Map.copyOf(older);
    }

    /// What is full from one side by eighths, and shades.
    static List<Glyph> eighths() {
        List<Glyph> all = new ArrayList<>();
        for (int eighth = 1; eighth < 8; eighth++) {
            all.add(box(0x2580 + eighth, 0, 1 - eighth / 8.0, 1, 1));
            all.add(box(0x2590 - eighth, 0, 0, eighth / 8.0, 1));
        }
        all.add(box(0x2594, 0, 0, 1, 0.125));
        all.add(box(0x2595, 0.875, 0, 1, 1));
        for (int quarter = 1; quarter < 4; quarter++) {
            float[] shade = new float[Glyph.PIXELS];
            Arrays.fill(shade, quarter / 4f);
            all.add(new Glyph(0x2590 + quarter, shade));
        }
        return all;
    }

    static List<Glyph> braille() {
        return IntStream.range(1, 256).mapToObj(Blocks::braille).toList();
    }

    private static Glyph full() {
        return box(FULL, 0, 0, 1, 1);
    }

    /// Covers what lies between these edges, in parts of the cell.
    private static Glyph box(int character, double left, double top, double right, double bottom) {
        float[] coverage = new float[Glyph.PIXELS];
        cover(coverage, left, top, right, bottom);
        return new Glyph(character, coverage);
    }

    private static Glyph grid(int character, int bits, int rows) {
        float[] coverage = new float[Glyph.PIXELS];
        for (int bit = 0; bit < 2 * rows; bit++) {
            if ((bits >> bit & 1) != 0) {
                double left = bit % 2 / 2.0;
                double top = bit / 2 / (double) rows;
                cover(coverage, left, top, left + 0.5, top + 1.0 / rows);
            }
        }
        return new Glyph(character, coverage);
    }

    private static void cover(
            float[] coverage, double left, double top, double right, double bottom) {
        for (int y = 0; y < Glyph.HEIGHT; y++) {
            double down = shared(y, top * Glyph.HEIGHT, bottom * Glyph.HEIGHT);
            for (int x = 0; x < Glyph.WIDTH; x++) {
                coverage[y * Glyph.WIDTH + x] +=
                        (float) (down * shared(x, left * Glyph.WIDTH, right * Glyph.WIDTH));
            }
        }
    }

    /// How much of a pixel lies between two edges.
    private static double shared(int pixel, double from, double to) {
        return Math.max(Math.min(pixel + 1, to) - Math.max(pixel, from), 0);
    }

    private static Glyph braille(int bits) {
        float[] coverage = new float[Glyph.PIXELS];
        for (int bit = 0; bit < DOTS.length; bit++) {
            if ((bits >> bit & 1) != 0) {
                dot(
                        coverage,
                        (DOTS[bit][0] * 2 + 1) * Glyph.WIDTH / 4.0,
                        (DOTS[bit][1] * 2 + 1) * Glyph.HEIGHT / 8.0,
                        Glyph.HEIGHT / 4.0 * DOT);
            }
        }
        return new Glyph(0x2800 + bits, coverage);
    }

    /// A disc, measured at 8 x 8 points of each pixel.
    private static void dot(float[] coverage, double centerX, double centerY, double radius) {
        int points = 8;
        for (int y = 0; y < Glyph.HEIGHT * points; y++) {
            for (int x = 0; x < Glyph.WIDTH * points; x++) {
                double dx = (x + 0.5) / points - centerX;
                double dy = (y + 0.5) / points - centerY;
                if (dx * dx + dy * dy <= radius * radius) {
                    coverage[y / points * Glyph.WIDTH + x / points] += 1f / (points * points);
                }
            }
        }
    }
}
