package chatbois.cellart;

/// Blurs a map of numbers by a window that is the same in both directions; what lies beyond an edge
/// is what lies before it, mirrored.
final class Blur {
    private Blur() {}

    /// A Gaussian window that ends where less than a hundredth of it is left.
    static float[] gaussian(double sigma) {
        int reach = (int) Math.ceil(3 * sigma);
        float[] window = new float[2 * reach + 1];
        float sum = 0;
        for (int i = -reach; i <= reach; i++) {
            window[i + reach] = (float) Math.exp(-i * i / (2 * sigma * sigma));
            sum += window[i + reach];
        }
        for (int i = 0; i < window.length; i++) {
            window[i] /= sum;
        }
        return window;
    }

    /// @param window of odd length, its sum 1
    static float[] of(float[] map, int width, int height, float[] window) {
        float[] across = new float[map.length];
        int reach = window.length / 2;
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                float sum = 0;
                for (int k = -reach; k <= reach; k++) {
                    sum += window[k + reach] * map[y * width + mirrored(x + k, width)];
                }
                across[y * width + x] = sum;
            }
        }
        float[] blurred = new float[map.length];
        for (int y = 0; y < height; y++) {
            for (int k = -reach; k <= reach; k++) {
                int from = mirrored(y + k, height) * width;
                for (int x = 0; x < width; x++) {
                    blurred[y * width + x] += window[k + reach] * across[from + x];
                }
            }
        }
        return blurred;
    }

    private static int mirrored(int place, int length) {
        int inside = place;
        while (inside < 0 || inside >= length) {
            inside = inside < 0 ? -inside - 1 : 2 * length - 1 - inside;
        }
        return inside;
    }
}
