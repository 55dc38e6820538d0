package chatbois.terminal.cell;

import chatbois.terminal.text.Cluster;
import java.util.ArrayList;
import java.util.List;

/// How a terminal takes text apart and how many columns it gives to each part.
public enum Widths {
    /// A cluster is one thing, as wide as it looks: kitty, WezTerm, Ghostty and their like.
    GRAPHEMES {
        @Override
        List<Glyph> glyphs(String text) {
            List<Glyph> glyphs = new ArrayList<>();
            for (String cluster : Cluster.split(text)) {
                glyphs.add(new Glyph(cluster, Cluster.width(cluster)));
            }
            return glyphs;
        }
    },
    /// What was measured of tmux 3.3a: what follows a joiner is part of what stands before it, an
    /// emoji that it doesn't know takes no room, and a tone of skin takes two columns of its own.
    TMUX {
        @Override
        List<Glyph> glyphs(String text) {
            List<Glyph> glyphs = new ArrayList<>();
            boolean joined = false;
            for (int c : text.codePoints().toArray()) {
                boolean unknown = Character.getType(c) == Character.UNASSIGNED || c == 0x1FAE9;
                int width = joined || unknown ? 0 : ofOne(c);
                glyphs.add(new Glyph(Character.toString(c), width));
                joined = c == 0x200D;
            }
            return glyphs;
        }
    },
    /// Every code point by itself: xterm, and many an old terminal.
    CODE_POINTS {
        @Override
        List<Glyph> glyphs(String text) {
            return text.codePoints()
                    .mapToObj(c -> new Glyph(Character.toString(c), ofOne(c)))
                    .toList();
        }
    };

    /// Something that a terminal puts into cells; without a width it joins the cell before.
    record Glyph(String text, int width) {}

    abstract List<Glyph> glyphs(String text);

    private static int ofOne(int c) {
        return switch (Character.getType(c)) {
            case Character.NON_SPACING_MARK, Character.ENCLOSING_MARK, Character.FORMAT -> 0;
            case Character.COMBINING_SPACING_MARK -> 1;
            default -> c >= 0x1160 && c <= 0x11FF ? 0 : Cluster.width(Character.toString(c));
        };
    }
}
