package chatbois.cellart;

import java.util.List;

/// What characters and colours cost.
record Inked(List<Glyph> glyphs, Colors colors) {
    /// The bytes of a character.
    int bytes(int glyph) {
        return glyphs.get(glyph).bytes();
    }

    /// About how many bytes it takes to change to another colour.
    int colorBytes() {
        return switch (colors) {
            case NONE -> 0;
            case SIXTEEN -> 5;
            case INDEXED -> 11;
            case FULL -> 18;
        };
    }

    /// The colour that there is most like another one.
    int nearest(int color) {
        return switch (colors) {
            case SIXTEEN -> Palette.SIXTEEN.near(color)[0];
            case INDEXED -> Palette.INDEXED.near(color)[0];
            case FULL, NONE -> color;
        };
    }
}
