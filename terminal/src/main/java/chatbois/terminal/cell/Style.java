package chatbois.terminal.cell;

import java.util.EnumSet;
import java.util.Objects;
import java.util.Set;

/// How a cell looks, and where it leads.
///
/// @param link the address that a terminal may open from there; empty for none
public record Style(Color foreground, Color background, Set<Attribute> attributes, String link) {
    /// A look on top of the colours.
    public enum Attribute {
        BOLD(1),
        DIM(2),
        ITALIC(3),
        UNDERLINE(4),
        REVERSE(7),
        STRIKE(9);

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
    public static final Style PLAIN = new Style(Color.DEFAULT, Color.DEFAULT, Set.of(), "");

    /// Terminals take no longer addresses.
    private static final int LONGEST_LINK = 2_000;

    /// Takes a copy of the attributes.
    ///
    /// @throws IllegalArgumentException if the link could say more to a terminal than an address
    public Style {
        attributes = Set.copyOf(attributes);
        // Nearly all have none, and a film has thousands of new ones in each frame.
        if (!link.isEmpty()
                && (link.length() > LONGEST_LINK
                        || !link.chars().allMatch(c -> c > 0x20 && c < 0x7F))) {
            throw new IllegalArgumentException("that is no address for a terminal");
        }
    }

    // As in Dress, and compared for every cell of a picture.

    @Override
    public boolean equals(Object other) {
        return this == other
                || other instanceof Style style
                        && style.foreground.equals(foreground)
                        && style.background.equals(background)
                        && style.attributes.equals(attributes)
                        && style.link.equals(link);
    }

    @Override
    public int hashCode() {
        return Objects.hash(foreground, background, attributes, link);
    }

    /// This style with another foreground.
    public Style foreground(Color color) {
        return new Style(color, background, attributes, link);
    }

    /// This style with another background.
    public Style background(Color color) {
        return new Style(foreground, color, attributes, link);
    }

    /// This style with one more attribute.
    public Style with(Attribute attribute) {
        EnumSet<Attribute> more = EnumSet.of(attribute);
        more.addAll(attributes);
        return new Style(foreground, background, more, link);
    }

    /// This style, leading to an address.
    public Style link(String address) {
        return new Style(foreground, background, attributes, address);
    }
}
