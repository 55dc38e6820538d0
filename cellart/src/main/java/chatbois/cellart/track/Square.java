package chatbois.cellart.track;

/// How a square of a frame is written: in one byte, the way in its lowest two bits, above them one
/// for each of its parts that has coefficients.
final class Square {
    /// As the square at the same place in the frame before.
    static final int SAME = 0;

    /// By itself.
    static final int ALONE = 1;

    /// As a square elsewhere in the frame before.
    static final int MOVED = 2;

    /// How far it can move, in pixels, to each side.
    static final int FARTHEST = 31;

    private Square() {}

    /// Copies a square from the frame before.
    static void copy(Planes from, Planes to, int column, int row, int dx, int dy) {
        for (int plane = 0; plane < 3; plane++) {
            int side = plane == 0 ? Planes.SQUARE : Planes.SQUARE / 2;
            int stride = to.stride(plane);
            // Colours stand at every second pixel: half of the way, rounded down.
            int x = column * side + (plane == 0 ? dx : dx >> 1);
            int y = row * side + (plane == 0 ? dy : dy >> 1);
            for (int line = 0; line < side; line++) {
                System.arraycopy(
                        from.plane(plane),
                        (y + line) * stride + x,
                        to.plane(plane),
                        (row * side + line) * stride + column * side,
                        side);
            }
        }
    }

    /// Whether a square that moved comes from inside the frame.
    static boolean inside(Planes planes, int column, int row, int dx, int dy) {
        int x = column * Planes.SQUARE + dx;
        int y = row * Planes.SQUARE + dy;
        return Math.abs(dx) <= FARTHEST
                && Math.abs(dy) <= FARTHEST
                && x >= 0
                && y >= 0
                && x <= (planes.columns - 1) * Planes.SQUARE
                && y <= (planes.rows - 1) * Planes.SQUARE;
    }

    /// Adds 8 x 8 numbers to what stands there, or to grey.
    static void add(int[] block, byte[] plane, int at, int stride, boolean alone) {
        for (int y = 0; y < Transform.SIDE; y++) {
            for (int x = 0; x < Transform.SIDE; x++) {
                int to = at + y * stride + x;
                int before = alone ? 128 : plane[to] & 0xFF;
                plane[to] = clamped(before + block[y * Transform.SIDE + x]);
            }
        }
    }

    /// The same, all numbers being this one.
    static void addFlat(int number, byte[] plane, int at, int stride, boolean alone) {
        for (int y = 0; y < Transform.SIDE; y++) {
            for (int x = 0; x < Transform.SIDE; x++) {
                int to = at + y * stride + x;
                int before = alone ? 128 : plane[to] & 0xFF;
                plane[to] = clamped(before + number);
            }
        }
    }

    private static byte clamped(int value) {
        return (byte) Math.min(Math.max(value, 0), 255);
    }
}
