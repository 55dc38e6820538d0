package chatbois.cellart;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// The characters that a terminal takes from its font. Which one that is nobody tells us, so they
/// are what several common fonts have together, as tools/GlyphShapes.java has measured them.
final class FontGlyphs {
    private static final String FILE = "glyphs";

    /// So many fonts, the first ones, have letters of nearly the same size and weight. Where
    /// colours show shapes, they are what these have together: with those of JetBrains Mono, the
    /// last one, their mean would be too blurred.
    private static final int ALIKE = 4;

    /// Hack, which is DejaVu Sans Mono but for details.
    private static final int TWIN = 3;

    /// How fonts draw one character.
    ///
    /// @param inFonts the coverage in each of them
    record Shape(int character, List<float[]> inFonts) {
        Glyph mean() {
            float[] mean = new float[Glyph.PIXELS];
            float[] variance = new float[Glyph.PIXELS];
            List<float[]> alike = inFonts.subList(0, Math.min(ALIKE, inFonts.size()));
            for (int i = 0; i < mean.length; i++) {
                for (float[] coverage : alike) {
                    mean[i] += coverage[i] / alike.size();
                }
                for (float[] coverage : alike) {
                    float apart = coverage[i] - mean[i];
                    variance[i] += apart * apart / alike.size();
                }
            }
            return new Glyph(character, mean, variance);
        }

        boolean isLine() {
            return character >= 0x2500;
        }
    }

    private static final List<Shape> ALL = read();

    private FontGlyphs() {}

    private static List<Shape> read() {
        try (InputStream file = Objects.requireNonNull(FontGlyphs.class.getResourceAsStream(FILE));
                DataInputStream in = new DataInputStream(file)) {
            int characters = in.readUnsignedShort();
            List<Shape> shapes = new ArrayList<>();
            for (int i = 0; i < characters; i++) {
                int character = in.readUnsignedShort();
                int fonts = in.readUnsignedByte();
                List<float[]> inFonts = new ArrayList<>();
                for (int font = 0; font < fonts; font++) {
                    inFonts.add(coverage(in));
                }
                shapes.add(new Shape(character, List.copyOf(inFonts)));
            }
            return List.copyOf(shapes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static float[] coverage(DataInputStream in) throws IOException {
        byte[] bytes = in.readNBytes(Glyph.PIXELS);
        float[] coverage = new float[Glyph.PIXELS];
        for (int i = 0; i < coverage.length; i++) {
            coverage[i] = (bytes[i] & 255) / 255f;
        }
        return coverage;
    }

    static List<Glyph> ascii() {
        return asciiShapes().map(Shape::mean).toList();
    }

    /// The coverage of ASCII's characters, for each font by itself that is like no other.
    static List<List<float[]>> asciiByFont() {
        int fonts = ALL.getFirst().inFonts().size();
        return IntStream.range(0, fonts)
                .filter(font -> font != TWIN)
                .mapToObj(font -> asciiShapes().map(shape -> shape.inFonts().get(font)).toList())
                .toList();
    }

    private static Stream<Shape> asciiShapes() {
        return ALL.stream().filter(shape -> !shape.isLine());
    }

    /// The lines from U+2500 to U+257F, with which frames are drawn.
    static List<Glyph> lines() {
        return ALL.stream().filter(Shape::isLine).map(Shape::mean).toList();
    }
}
