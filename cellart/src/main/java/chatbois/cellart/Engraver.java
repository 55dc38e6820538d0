package chatbois.cellart;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/// Draws without colours, as an engraver does: by how much of the ground strokes leave. Chooses the
/// characters so that the screen, seen as a whole ([Footprints]), gives the light of the picture.
///
/// First cell by cell and round by round the character that makes the light right, as a sum of
/// squares; then, of the few that are nearly right, the one by which it becomes most alike
/// ([Likeness]). What is all calm is more alike without tones than with the unrest of characters:
/// that is tried, too.
final class Engraver {
    private static final int BLANK = 0;

    private final List<Glyph> glyphs;
    private final List<Footprints> fonts;

    Engraver(Style style, List<Glyph> glyphs) {
        this.glyphs = glyphs;
        fonts =
                style == Style.ASCII
                        ? FontGlyphs.asciiByFont().stream().map(Footprints::new).toList()
                        : List.of(new Footprints(glyphs.stream().map(Glyph::coverage).toList()));
    }

    /// Of which characters a picture is made at first: nothing and the fullest one, or all.
    private List<int[]> starts() {
        return List.of(
                new int[] {BLANK, fonts.getFirst().fullest()},
                IntStream.range(0, glyphs.size()).toArray());
    }

    Cells draw(Raster raster, Size size) {
        float[] seen = Seen.of(raster);
        Tone tone = Tone.of(seen);
        List<Plate> plates = fonts.stream().map(font -> new Plate(font, seen, tone, size)).toList();
        int[] chosen = new Engraving(plates, size, starts()).choose();
        int[] characters = new int[chosen.length];
        for (int cell = 0; cell < chosen.length; cell++) {
            characters[cell] = glyphs.get(chosen[cell]).character();
        }
        int[] own = new int[chosen.length];
        Arrays.fill(own, Cells.OWN);
        return new Cells(size, characters, own, own);
    }
}
