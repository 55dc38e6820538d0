package chatbois.terminal.cell;

import java.util.Objects;

/// How pictures are painted.
///
/// @param links whether the terminal is told the addresses behind what is shown
public record Dress(Theme theme, ColorDepth depth, boolean links) {

    // Written out, since what a record has by itself is put together at run time, before the first
    // picture.

    @Override
    public boolean equals(Object other) {
        return other instanceof Dress dress
                && dress.theme.equals(theme)
                && dress.depth == depth
                && dress.links == links;
    }

    @Override
    public int hashCode() {
        return Objects.hash(theme, depth, links);
    }
}
