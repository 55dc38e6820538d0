package chatbois.cellart.track;

/// How coarse the coefficients of a frame are, the fine ones coarser than the coarse ones.
///
/// @param luma the size of one step for each coefficient of brightness, in the order in which they
///   are written
/// @param chroma the same for colour
record Steps(int[] luma, int[] chroma) {
    /// @param quality 1 to 255, larger is coarser
    static Steps of(int quality) {
        return new Steps(steps(quality, 12, 6), steps(quality, 16, 10));
    }

    private static int[] steps(int quality, int first, int more) {
        int[] steps = new int[Transform.AREA];
        for (int i = 0; i < steps.length; i++) {
            int at = Transform.ORDER[i];
            int weight = first + more * (at / Transform.SIDE + at % Transform.SIDE);
            steps[i] = Math.max(1, weight * quality / 8);
        }
        return steps;
    }

    int[] of(Planes.Part part) {
        return part.plane() == 0 ? luma : chroma;
    }
}
