package chatbois.cellart;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// Of which characters a picture is made.
public enum Style {
    /// The 95 of ASCII that can be seen.
    ASCII,
    /// Halves, upper and lower.
    HALF,
    /// Quarters.
    QUAD,
    /// Sixths. Fonts that have them: since Unicode 13, 2020.
    SEXTANT,
    /// Eighths. Since Unicode 16, 2024; many terminals don't have them yet.
    OCTANT,
    /// Block elements and lines, which all terminals have.
    BLOCKS,
    /// All of the above but ASCII.
    MOSAIC,
    /// Eight dots.
    BRAILLE;

    /// As it is written.
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// Each character once, the blank first.
    List<Glyph> glyphs() {
        List<Glyph> all = new ArrayList<>(List.of(Blocks.blank()));
        all.addAll(
                switch (this) {
                    case ASCII -> FontGlyphs.ascii();
                    case HALF -> Blocks.halves();
                    case QUAD -> Blocks.quadrants();
                    case SEXTANT -> both(Blocks.sextants(), Blocks.quadrants());
                    case OCTANT -> Blocks.octants();
                    case BLOCKS -> blocks();
                    case MOSAIC -> both(blocks(), both(Blocks.sextants(), Blocks.octants()));
                    case BRAILLE -> Blocks.braille();
                });
        Map<Integer, Glyph> once = new LinkedHashMap<>();
        all.forEach(glyph -> once.putIfAbsent(glyph.character(), glyph));
        return List.copyOf(once.values());
    }

    private static List<Glyph> blocks() {
        return both(Blocks.quadrants(), both(Blocks.eighths(), FontGlyphs.lines()));
    }

    private static List<Glyph> both(List<Glyph> some, List<Glyph> others) {
        List<Glyph> all = new ArrayList<>(some);
        all.addAll(others);
        return all;
    }
}
