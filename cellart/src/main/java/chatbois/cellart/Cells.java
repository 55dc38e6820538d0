package chatbois.cellart;

/// A picture in cells. Never changes.
public final class Cells {
    /// The terminal's own colour.
    public static final int OWN = -1;

    private final Size size;
    private final int[] characters;
    private final int[] inks;
    private final int[] grounds;

    /// What is given is row by row, and not to be changed any more.
    ///
    /// @param characters code points that take one column each
    /// @param inks `0xRRGGBB` or [#OWN]
    /// @param grounds as the inks
    /// @throws IllegalArgumentException if they are not as many as the size says
    public Cells(Size size, int[] characters, int[] inks, int[] grounds) {
        int count = size.columns() * size.rows();
        if (characters.length != count || inks.length != count || grounds.length != count) {
            throw new IllegalArgumentException(
                    "A picture of %s has %d cells.".formatted(size, count));
        }
        this.size = size;
        this.characters = characters;
        this.inks = inks;
        this.grounds = grounds;
    }

    public Size size() {
        return size;
    }

    /// A code point that takes one column.
    public int character(int column, int row) {
        return characters[row * size.columns() + column];
    }

    /// The colour of the character, `0xRRGGBB` or [#OWN]; with few colours one of theirs.
    public int ink(int column, int row) {
        return inks[row * size.columns() + column];
    }

    /// The colour behind it, as the other.
    public int ground(int column, int row) {
        return grounds[row * size.columns() + column];
    }
}
