package chatbois.cellart;

/// How many cells a picture takes.
public record Size(int columns, int rows) {
    /// The most on a side.
    public static final int LONGEST = 1_000;

    /// @throws IllegalArgumentException if there are none, or too many
    public Size {
        if (columns < 1 || rows < 1 || columns > LONGEST || rows > LONGEST) {
            throw new IllegalArgumentException(
                    "A picture takes 1 to %d columns and rows, not %dx%d."
                            .formatted(LONGEST, columns, rows));
        }
    }

    /// Reads `80x24`.
    ///
    /// @throws IllegalArgumentException if it is nothing like that
    public static Size parse(String typed) {
        String[] sides = typed.split("x", -1);
        try {
            if (sides.length == 2) {
                return new Size(Integer.parseInt(sides[0]), Integer.parseInt(sides[1]));
            }
        } catch (NumberFormatException _) {
            // said below
        }
        throw new IllegalArgumentException(
                "A size is written as columns and rows, as in 80x24, not " + typed + ".");
    }

    /// The largest one inside this that shows a picture with its own proportions, cells being twice
    /// as high as wide.
    public Size fitting(Picture picture) {
        double wide = (double) picture.width() / picture.height() * 2;
        int rows = (int) Math.round(columns / wide);
        return rows <= this.rows
                ? new Size(columns, Math.max(rows, 1))
                : new Size(Math.clamp(Math.round(this.rows * wide), 1, columns), this.rows);
    }
}
