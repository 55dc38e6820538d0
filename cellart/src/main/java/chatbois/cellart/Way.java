package chatbois.cellart;

/// A character for a cell: in which colours it shows the cell best, and how wrong the cell is with
/// it in any two colours, which can be said without looking at the cell's pixels again.
///
/// @param own the best
/// @param blank the error in black on black
/// @param slopes what each channel of the ink adds, then of the ground, to each 1 of it
/// @param covered what the square of the ink adds
/// @param between what the product of ink and ground adds
/// @param open what the square of the ground adds
record Way(
        Fitter.Fit own,
        double blank,
        double[] slopes,
        double covered,
        double between,
        double open) {
    private static final int BYTE = 255;

    /// The cell drawn so in other colours.
    Fitter.Fit in(int ink, int ground) {
        double error =
                blank
                        + slope(ink, 0)
                        + slope(ground, Raster.CHANNELS)
                        + covered * Eye.product(ink, ink)
                        + between * Eye.product(ink, ground)
                        + open * Eye.product(ground, ground);
        return new Fitter.Fit(own.glyph(), ink, ground, error);
    }

    private double slope(int color, int at) {
        return slopes[at] * (color >> 16)
                + slopes[at + 1] * (color >> 8 & BYTE)
                + slopes[at + 2] * (color & BYTE);
    }

    /// What each 1 of a channel adds where the cell has one colour only.
    double slope(int channel) {
        return slopes[channel] + slopes[Raster.CHANNELS + channel];
    }

    /// What the square of that colour adds: how many pixels there are.
    double pixels() {
        return covered + between + open;
    }
}
