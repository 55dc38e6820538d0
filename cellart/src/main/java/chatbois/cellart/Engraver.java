package chatbois.cellart;

import java.util.Arrays;
import java.util.List;

/// Draws without colours, as an engraver does: by how much of the ground strokes leave. Chooses the
/// characters so that the screen, seen as a whole ([Footprints]), gives the light of the picture.
///
/// First cell by cell and round by round the character that makes the light right, as a sum of
/// squares; then, of the few that are nearly right, the one by which it becomes most alike
/// ([Likeness]). What is calm is more alike without tones than with the unrest of characters: the
/// same is tried from the picture in black and one calm character on.
final class Engraver {
    private final List<Glyph> glyphs;
    private final List<Footprints> fonts;

    Engraver(Style style, List<Glyph> glyphs) {
        this.glyphs = glyphs;
        fonts =
                style == Style.ASCII
                        ? FontGlyphs.asciiByFont().stream().map(Footprints::new).toList()
                        : List.of(new Footprints(glyphs.stream().map(Glyph::coverage).toList()));
    }

    /// The character of which a whole screen has the least unrest, but the blank.
    private int calmest() {
        int calmest = 1;
        double least = Double.MAX_VALUE;
        for (int glyph = 1; glyph < glyphs.size(); glyph++) {
            double unrest = 0;
            for (Footprints font : fonts) {
                unrest += font.unrest(glyph);
            }
            if (unrest < least) {
                least = unrest;
                calmest = glyph;
            }
        }
        return calmest;
    }

    Cells draw(Raster raster, Size size) {
        float[] seen = Seen.of(raster);
        Tone tone = Tone.of(seen);
        List<Plate> plates = fonts.stream().map(font -> new Plate(font, seen, tone, size)).toList();
        int[] chosen = new Engraving(plates, size, glyphs.size()).choose(calmest());
        int[] characters = new int[chosen.length];
        for (int cell = 0; cell < chosen.length; cell++) {
            characters[cell] = glyphs.get(chosen[cell]).character();
        }
        int[] own = new int[chosen.length];
        Arrays.fill(own, Cells.OWN);
        return new Cells(size, characters, own, own);
    }
}
