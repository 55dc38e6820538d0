package chatbois.cellart.track;

/// Finds where in the frame before a square comes from. For one thread.
final class MotionSearch {
    private final Planes wanted;
    private Vector last = new Vector(0, 0, 0);

    /// How far, and how much it differs then.
    record Vector(int dx, int dy, int difference) {
        boolean isZero() {
            return dx == 0 && dy == 0;
        }
    }

    MotionSearch(Planes wanted) {
        this.wanted = wanted;
    }

    void beginRow() {
        last = new Vector(0, 0, 0);
    }

    /// Looks in ever smaller steps around the best place known so far: to begin with, where it is
    /// or where the square before came from.
    ///
    /// @param there how much it differs from the same place
    Vector best(Planes before, int column, int row, int there) {
        Vector best = better(before, column, row, last.dx, last.dy, new Vector(0, 0, there));
        for (int step = 8; step > 0; step /= 2) {
            Vector middle;
            do {
                middle = best;
                best = better(before, column, row, middle.dx - step, middle.dy, best);
                best = better(before, column, row, middle.dx + step, middle.dy, best);
                best = better(before, column, row, middle.dx, middle.dy - step, best);
                best = better(before, column, row, middle.dx, middle.dy + step, best);
            } while (best != middle);
        }
        last = best;
        return best;
    }

    private Vector better(Planes before, int column, int row, int dx, int dy, Vector best) {
        if (!Square.inside(wanted, column, row, dx, dy)) {
            return best;
        }
        int difference = difference(before, column, row, dx, dy);
        return difference < best.difference ? new Vector(dx, dy, difference) : best;
    }

    /// The sum of all differences in brightness.
    int difference(Planes before, int column, int row, int dx, int dy) {
        int stride = wanted.stride(0);
        int at = (row * stride + column) * Planes.SQUARE;
        int away = dy * stride + dx;
        byte[] want = wanted.plane(0);
        byte[] have = before.plane(0);
        int sum = 0;
        for (int y = 0; y < Planes.SQUARE; y++, at += stride) {
            for (int x = at; x < at + Planes.SQUARE; x++) {
                sum += Math.abs((want[x] & 0xFF) - (have[x + away] & 0xFF));
            }
        }
        return sum;
    }

    /// How far a square is from being of one brightness.
    int unrest(int column, int row) {
        int stride = wanted.stride(0);
        int at = (row * stride + column) * Planes.SQUARE;
        byte[] want = wanted.plane(0);
        int sum = 0;
        for (int i = 0; i < Planes.SQUARE * Planes.SQUARE; i++) {
            sum += want[at + i / Planes.SQUARE * stride + i % Planes.SQUARE] & 0xFF;
        }
        int mean = sum / (Planes.SQUARE * Planes.SQUARE);
        int unrest = 0;
        for (int i = 0; i < Planes.SQUARE * Planes.SQUARE; i++) {
            int value = want[at + i / Planes.SQUARE * stride + i % Planes.SQUARE] & 0xFF;
            unrest += Math.abs(value - mean);
        }
        return unrest;
    }

    /// Whether its colours are exactly those of the frame before.
    boolean colorsStay(Planes before, int column, int row) {
        int side = Planes.SQUARE / 2;
        int stride = wanted.stride(1);
        for (int plane = 1; plane < 3; plane++) {
            for (int i = 0; i < side * side; i++) {
                int at = (row * side + i / side) * stride + column * side + i % side;
                if (wanted.plane(plane)[at] != before.plane(plane)[at]) {
                    return false;
                }
            }
        }
        return true;
    }
}
