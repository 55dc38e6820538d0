package chatbois.cellart;

import java.util.Arrays;

/// How like two pictures are, of which one changes piece by piece: by structure, as Wang et al.
/// define it ("Image Quality Assessment: From Error Visibility to Structural Similarity", 2004),
/// under a Gaussian window of 1.5 pixels. Values are 0 to 255. Not safe for more than one thread.
///
/// Blurring is linear, so a piece that changes adds its own blurred difference to the maps of
/// means, squares and products, and nothing else has to be blurred again.
final class Likeness {
    private static final int REACH = 5;
    private static final double SIGMA = 1.5;
    private static final float C1 = (float) (0.01 * 255 * 0.01 * 255);
    private static final float C2 = (float) (0.03 * 255 * 0.03 * 255);
    private static final float[] WINDOW = Blur.gaussian(SIGMA);

    private final int width;
    private final int height;
    private final float[] wanted;
    private final float[] shown;
    private final float[] unsure;
    private final float[] wantedMean;
    private final float[] wantedSpread;
    private final float[] mean;
    private final float[] square;
    private final float[] product;

    private final float[] sure;
    private final int pieceWidth;
    private final int pieceHeight;
    private final int areaWidth;
    private final int areaHeight;
    private final float[] change;
    private final float[] rows;
    private final float[] meanChange;
    private final float[] squareChange;
    private final float[] productChange;

    /// @param shown what is there at first; kept, and changed by [#put]
    Likeness(
            float[] wanted, float[] shown, int width, int height, int pieceWidth, int pieceHeight) {
        this(wanted, shown, new float[shown.length], width, height, pieceWidth, pieceHeight);
    }

    /// @param unsure the variance of what is shown, kept and changed as it is
    Likeness(
            float[] wanted,
            float[] shown,
            float[] unsure,
            int width,
            int height,
            int pieceWidth,
            int pieceHeight) {
        this.wanted = wanted;
        this.shown = shown;
        this.unsure = unsure;
        sure = new float[pieceWidth * pieceHeight];
        this.width = width;
        this.height = height;
        this.pieceWidth = pieceWidth;
        this.pieceHeight = pieceHeight;
        areaWidth = pieceWidth + 2 * REACH;
        areaHeight = pieceHeight + 2 * REACH;
        change = new float[pieceWidth * pieceHeight];
        rows = new float[pieceHeight * areaWidth];
        meanChange = new float[areaWidth * areaHeight];
        squareChange = new float[areaWidth * areaHeight];
        productChange = new float[areaWidth * areaHeight];
        wantedMean = blurred(wanted);
        wantedSpread = blurred(product(wanted, wanted));
        for (int i = 0; i < wantedSpread.length; i++) {
            wantedSpread[i] -= wantedMean[i] * wantedMean[i];
        }
        mean = blurred(shown);
        square = blurred(squares());
        product = blurred(product(shown, wanted));
    }

    private static float[] product(float[] some, float[] others) {
        float[] product = new float[some.length];
        for (int i = 0; i < product.length; i++) {
            product[i] = some[i] * others[i];
        }
        return product;
    }

    private float[] squares() {
        float[] squares = product(shown, shown);
        for (int i = 0; i < squares.length; i++) {
            squares[i] += unsure[i];
        }
        return squares;
    }

    private float[] blurred(float[] map) {
        return Blur.of(map, width, height, WINDOW);
    }

    /// What is not alike around a piece as it is now.
    ///
    /// @param step only each so many-th pixel of a row, and row, is looked at
    float loss(int left, int top, int step) {
        Arrays.fill(meanChange, 0);
        Arrays.fill(squareChange, 0);
        Arrays.fill(productChange, 0);
        return sum(left, top, step);
    }

    /// The same if the piece were so.
    float loss(int left, int top, float[] piece, int step) {
        return loss(left, top, piece, sure, step);
    }

    /// The same of a piece of which nobody knows exactly how it looks.
    ///
    /// @param variance of what is shown, in each pixel: what fonts don't have in common is unrest
    ///   that looks like nothing in the picture
    float loss(int left, int top, float[] piece, float[] variance, int step) {
        reckon(left, top, piece, variance);
        return sum(left, top, step);
    }

    /// Has the piece be so from now on. What of it is outside of the picture doesn't count.
    void put(int left, int top, float[] piece) {
        put(left, top, piece, sure);
    }

    void put(int left, int top, float[] piece, float[] variance) {
        reckon(left, top, piece, variance);
        for (int y = 0; y < areaHeight; y++) {
            for (int x = 0; x < areaWidth; x++) {
                int at = place(left - REACH + x, top - REACH + y);
                if (at >= 0) {
                    int here = y * areaWidth + x;
                    mean[at] += meanChange[here];
                    square[at] += squareChange[here];
                    product[at] += productChange[here];
                }
            }
        }
        for (int i = 0; i < piece.length; i++) {
            int at = place(left + i % pieceWidth, top + i / pieceWidth);
            if (at >= 0) {
                shown[at] = piece[i];
                unsure[at] = variance[i];
            }
        }
    }

    private int place(int x, int y) {
        return x < 0 || y < 0 || x >= width || y >= height ? -1 : y * width + x;
    }

    /// What is not alike in all.
    double loss() {
        double sum = 0;
        for (int at = 0; at < mean.length; at++) {
            sum += loss(at, mean[at], square[at], product[at]);
        }
        return sum;
    }

    private float sum(int left, int top, int step) {
        float sum = 0;
        for (int y = 0; y < areaHeight; y += step) {
            for (int x = 0; x < areaWidth; x += step) {
                int at = place(left - REACH + x, top - REACH + y);
                if (at >= 0) {
                    int here = y * areaWidth + x;
                    sum +=
                            loss(
                                    at,
                                    mean[at] + meanChange[here],
                                    square[at] + squareChange[here],
                                    product[at] + productChange[here]);
                }
            }
        }
        return sum * step * step;
    }

    private float loss(int at, float someMean, float someSquare, float someProduct) {
        float wants = wantedMean[at];
        float spread = someSquare - someMean * someMean;
        float both = someProduct - someMean * wants;
        return 1
                - (2 * someMean * wants + C1)
                        * (2 * both + C2)
                        / ((someMean * someMean + wants * wants + C1)
                                * (spread + wantedSpread[at] + C2));
    }

    private void reckon(int left, int top, float[] piece, float[] variance) {
        for (int i = 0; i < piece.length; i++) {
            int at = place(left + i % pieceWidth, top + i / pieceWidth);
            change[i] = at < 0 ? 0 : piece[i] - shown[at];
        }
        spread(meanChange);
        for (int i = 0; i < piece.length; i++) {
            int at = place(left + i % pieceWidth, top + i / pieceWidth);
            change[i] =
                    at < 0
                            ? 0
                            : piece[i] * piece[i]
                                    + variance[i]
                                    - shown[at] * shown[at]
                                    - unsure[at];
        }
        spread(squareChange);
        for (int i = 0; i < piece.length; i++) {
            int at = place(left + i % pieceWidth, top + i / pieceWidth);
            change[i] = at < 0 ? 0 : (piece[i] - shown[at]) * wanted[at];
        }
        spread(productChange);
    }

    /// Blurs the change of a piece over the area around it.
    private void spread(float[] area) {
        for (int y = 0; y < pieceHeight; y++) {
            for (int x = 0; x < areaWidth; x++) {
                float sum = 0;
                int end = Math.min(pieceWidth - 1, x);
                for (int from = Math.max(x - 2 * REACH, 0); from <= end; from++) {
                    sum += change[y * pieceWidth + from] * WINDOW[x - from];
                }
                rows[y * areaWidth + x] = sum;
            }
        }
        Arrays.fill(area, 0);
        for (int y = 0; y < areaHeight; y++) {
            int end = Math.min(pieceHeight - 1, y);
            for (int from = Math.max(y - 2 * REACH, 0); from <= end; from++) {
                float weight = WINDOW[y - from];
                for (int x = 0; x < areaWidth; x++) {
                    area[y * areaWidth + x] += weight * rows[from * areaWidth + x];
                }
            }
        }
    }
}
