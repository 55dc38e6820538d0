package chatbois.cellart;

import java.util.function.DoubleToIntFunction;

/// Finds how thrifty a frame has to be to take no more than so many bytes. One thrift for the whole
/// frame gives each byte to where it changes most of what is seen: with few bytes all of the
/// picture becomes coarser, rather than one half of it new and the other old. Not safe for more
/// than one thread.
final class Pressure {
    /// As little as this is worth the search; with the most nothing changes any more.
    private static final double LEAST = 1;

    private static final double MOST = 1e9;
    private static final double STEP = 4;
    private static final int HALVINGS = 12;
    private static final double NEAR = 1.01;

    /// What the frame before took.
    private double last = LEAST;

    /// The least thrift from that on with which the bytes are few enough, nearly.
    ///
    /// @param bytes how many there are with a thrift
    double fitting(double least, int most, DoubleToIntFunction bytes) {
        if (bytes.applyAsInt(least) <= most) {
            last = LEAST;
            return least;
        }
        double low = Math.max(least, LEAST);
        double high = Math.max(last, low * STEP);
        while (high < MOST && bytes.applyAsInt(high) > most) {
            low = high;
            high *= STEP;
        }
        for (int i = 0; i < HALVINGS && high > low * NEAR; i++) {
            double middle = Math.sqrt(low * high);
            if (bytes.applyAsInt(middle) <= most) {
                high = middle;
            } else {
                low = middle;
            }
        }
        last = high;
        return high;
    }
}
