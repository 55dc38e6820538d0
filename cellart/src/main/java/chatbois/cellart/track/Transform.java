package chatbois.cellart.track;

/// The cosine transform of 8 x 8 numbers in whole numbers, the way back being specified to the bit:
/// else frames that build upon one another would drift apart.
final class Transform {
    static final int SIDE = 8;
    static final int AREA = SIDE * SIDE;

    /// Where the numbers of a block stand in it, from coarse to fine.
    static final byte[] ORDER = order();

    private final int[] half = new int[AREA];

    /// Numbers -255 to 255 to coefficients of sixteen times their weight.
    void forward(int[] block) {
        for (int i = 0; i < SIDE; i++) {
            analyze(block, i, SIDE, half, 0);
        }
        for (int i = 0; i < SIDE; i++) {
            analyze(half, i * SIDE, 1, block, 11);
        }
    }

    private static void analyze(int[] in, int from, int step, int[] out, int shift) {
        int a0 = in[from] + in[from + 7 * step];
        int a1 = in[from + step] + in[from + 6 * step];
        int a2 = in[from + 2 * step] + in[from + 5 * step];
        int a3 = in[from + 3 * step] + in[from + 4 * step];
        int b0 = in[from] - in[from + 7 * step];
        int b1 = in[from + step] - in[from + 6 * step];
        int b2 = in[from + 2 * step] - in[from + 5 * step];
        int b3 = in[from + 3 * step] - in[from + 4 * step];
        int add = 1 << shift >> 1;
        out[from] = 64 * (a0 + a1 + a2 + a3) + add >> shift;
        out[from + step] = 89 * b0 + 75 * b1 + 50 * b2 + 18 * b3 + add >> shift;
        out[from + 2 * step] = 83 * (a0 - a3) + 36 * (a1 - a2) + add >> shift;
        out[from + 3 * step] = 75 * b0 - 18 * b1 - 89 * b2 - 50 * b3 + add >> shift;
        out[from + 4 * step] = 64 * (a0 - a1 - a2 + a3) + add >> shift;
        out[from + 5 * step] = 50 * b0 - 89 * b1 + 18 * b2 + 75 * b3 + add >> shift;
        out[from + 6 * step] = 36 * (a0 - a3) - 83 * (a1 - a2) + add >> shift;
        out[from + 7 * step] = 18 * b0 - 50 * b1 + 75 * b2 - 89 * b3 + add >> shift;
    }

    /// Coefficients -32,768 to 32,767 to numbers.
    void inverse(int[] block) {
        for (int i = 0; i < SIDE; i++) {
            synthesize(block, i, SIDE, half, 7);
        }
        for (int i = 0; i < SIDE; i++) {
            synthesize(half, i * SIDE, 1, block, 12);
        }
    }

    private static void synthesize(int[] in, int from, int step, int[] out, int shift) {
        if (isFlat(in, from, step)) {
            int all = 64 * in[from] + (1 << shift - 1) >> shift;
            for (int i = 0; i < SIDE; i++) {
                out[from + i * step] = all;
            }
            return;
        }
        int c1 = in[from + step];
        int c2 = in[from + 2 * step];
        int c3 = in[from + 3 * step];
        int c5 = in[from + 5 * step];
        int c6 = in[from + 6 * step];
        int c7 = in[from + 7 * step];
        int add = 1 << shift - 1;
        int sum = 64 * (in[from] + in[from + 4 * step]) + add;
        int difference = 64 * (in[from] - in[from + 4 * step]) + add;
        int wide = 83 * c2 + 36 * c6;
        int narrow = 36 * c2 - 83 * c6;
        int o0 = 89 * c1 + 75 * c3 + 50 * c5 + 18 * c7;
        int o1 = 75 * c1 - 18 * c3 - 89 * c5 - 50 * c7;
        int o2 = 50 * c1 - 89 * c3 + 18 * c5 + 75 * c7;
        int o3 = 18 * c1 - 50 * c3 + 75 * c5 - 89 * c7;
        out[from] = sum + wide + o0 >> shift;
        out[from + step] = difference + narrow + o1 >> shift;
        out[from + 2 * step] = difference - narrow + o2 >> shift;
        out[from + 3 * step] = sum - wide + o3 >> shift;
        out[from + 4 * step] = sum - wide - o3 >> shift;
        out[from + 5 * step] = difference - narrow - o2 >> shift;
        out[from + 6 * step] = difference + narrow - o1 >> shift;
        out[from + 7 * step] = sum + wide - o0 >> shift;
    }

    /// Whether there is nothing but the first number, as most often.
    private static boolean isFlat(int[] in, int from, int step) {
        return (in[from + step]
                        | in[from + 2 * step]
                        | in[from + 3 * step]
                        | in[from + 4 * step]
                        | in[from + 5 * step]
                        | in[from + 6 * step]
                        | in[from + 7 * step])
                == 0;
    }

    /// What [#inverse] makes everywhere of a block with nothing but its first coefficient.
    static int flat(int first) {
        return 64 * (64 * first + 64 >> 7) + 2048 >> 12;
    }

    /// Along the diagonals, there and back.
    private static byte[] order() {
        byte[] order = new byte[AREA];
        int next = 0;
        for (int diagonal = 0; diagonal <= 2 * (SIDE - 1); diagonal++) {
            for (int i = 0; i <= diagonal; i++) {
                int row = diagonal % 2 == 0 ? diagonal - i : i;
                int column = diagonal - row;
                if (row < SIDE && column < SIDE) {
                    order[next++] = (byte) (row * SIDE + column);
                }
            }
        }
        return order;
    }
}
