package chatbois.cellart;

/// The direction in which a cell's colours differ most. Not safe for more than one thread.
final class Axis {
    private static final int SQUARINGS = 3;

    /// What the weights are counted in, as a power of two.
    private static final int FINE = 10;

    /// What lies along the axis is counted in quarters.
    private static final int QUARTERS = 2;

    private static final double[] ROOTS = {
        Math.sqrt(Eye.RED), Math.sqrt(Eye.GREEN), Math.sqrt(Eye.BLUE)
    };

    private final int[] weights = new int[Raster.CHANNELS];
    private final double[] means = new double[Raster.CHANNELS];

    /// Finds the direction: what a matrix makes of any vector, again and again, turns to where the
    /// matrix stretches most, and a squared matrix does two steps at once.
    ///
    /// @param inks that have looked at the pixels
    /// @return by how much the pixels differ from their mean, in all, as a sum of squares
    double find(int[][] pixels, Inks inks) {
        int count = pixels[0].length;
        double rr = inks.square(0) - inks.sum(0) * inks.sum(0) / count;
        double gg = inks.square(1) - inks.sum(1) * inks.sum(1) / count;
        double bb = inks.square(2) - inks.sum(2) * inks.sum(2) / count;
        double rg = Products.of(pixels[0], pixels[1]) - inks.sum(0) * inks.sum(1) / count;
        double rb = Products.of(pixels[0], pixels[2]) - inks.sum(0) * inks.sum(2) / count;
        double gb = Products.of(pixels[1], pixels[2]) - inks.sum(1) * inks.sum(2) / count;
        for (int channel = 0; channel < Raster.CHANNELS; channel++) {
            means[channel] = inks.sum(channel) / count;
        }
        double spread = Eye.RED * rr + Eye.GREEN * gg + Eye.BLUE * bb;
        turn(
                Eye.RED * rr / spread,
                Eye.GREEN * gg / spread,
                Eye.BLUE * bb / spread,
                ROOTS[0] * ROOTS[1] * rg / spread,
                ROOTS[0] * ROOTS[2] * rb / spread,
                ROOTS[1] * ROOTS[2] * gb / spread);
        return spread;
    }

    /// @param rr this and the others: how the channels vary together
    private void turn(double rr, double gg, double bb, double rg, double rb, double gb) {
        for (int i = 0; i < SQUARINGS; i++) {
            double nextRr = rr * rr + rg * rg + rb * rb;
            double nextGg = rg * rg + gg * gg + gb * gb;
            double nextBb = rb * rb + gb * gb + bb * bb;
            double nextRg = rr * rg + rg * gg + rb * gb;
            double nextRb = rr * rb + rg * gb + rb * bb;
            gb = rg * rb + gg * gb + gb * bb;
            rr = nextRr;
            gg = nextGg;
            bb = nextBb;
            rg = nextRg;
            rb = nextRb;
        }
        // No likely direction is at right angles to this one.
        double red = rr + 1.1 * rg + 0.9 * rb;
        double green = rg + 1.1 * gg + 0.9 * gb;
        double blue = rb + 1.1 * gb + 0.9 * bb;
        double scale = (1 << FINE) / Math.sqrt(red * red + green * green + blue * blue);
        weights[0] = (int) Math.rint(ROOTS[0] * red * scale);
        weights[1] = (int) Math.rint(ROOTS[1] * green * scale);
        weights[2] = (int) Math.rint(ROOTS[2] * blue * scale);
    }

    /// Lays the pixels along it, in whole quarters.
    void project(int[][] pixels, float[] along) {
        double mean = weights[0] * means[0] + weights[1] * means[1] + weights[2] * means[2];
        int half = 1 << FINE - QUARTERS - 1;
        project(pixels[0], pixels[1], pixels[2], half - (int) Math.rint(mean), along);
    }

    private void project(int[] red, int[] green, int[] blue, int offset, float[] along) {
        int r = weights[0];
        int g = weights[1];
        int b = weights[2];
        for (int p = 0; p < along.length; p++) {
            along[p] = r * red[p] + g * green[p] + b * blue[p] + offset >> FINE - QUARTERS;
        }
    }
}
