package chatbois.terminal.cell;

import java.util.EnumSet;
import java.util.Set;

/// How a cell looks.
public record Style(Color foreground, Color background, Set<Attribute> attributes) {
    /// A look on top of the colours.
    public enum Attribute {
        BOLD(1),
        DIM(2),
        ITALIC(3),
        UNDERLINE(4),
        REVERSE(7);

        private final int code;

        Attribute(int code) {
            this.code = code;
        }

        /// The number that turns it on in `CSI … m`.
        int code() {
            return code;
        }
    }

    /// The look of a terminal that was told nothing.
    public static final Style PLAIN = new Style(Color.DEFAULT, Color.DEFAULT, Set.of());

    /// Takes a copy of the attributes.
    public Style {
        attributes = Set.copyOf(attributes);
    }

    /// This style with another foreground.
    public Style foreground(Color color) {
        return new Style(color, background, attributes);
    }

    /// This style with another background.
    public Style background(Color color) {
        return new Style(foreground, color, attributes);
    }

    /// This style with one more attribute.
    public Style with(Attribute attribute) {
        EnumSet<Attribute> more = EnumSet.of(attribute);
        more.addAll(attributes);
        return new Style(foreground, background, more);
    }
}
