package chatbois.cellart.source;

/// One frame of a moving picture, as it stands in the file: some pixels at some place.
///
/// @param over whether what is below shows through where it is transparent
/// @param after what becomes of it before the next one
record Patch(int x, int y, Pixels pixels, boolean over, After after, int millis) {
    /// Shorter frames are shown for longer, as browsers do: their authors never saw them so fast.
    private static final int SHORTEST = 20;

    private static final int USUAL = 100;

    Patch {
        millis = millis < SHORTEST ? USUAL : millis;
    }

    /// What becomes of a frame.
    enum After {
        STAYS,
        /// Its place becomes transparent.
        CLEARED,
        /// What was there before comes back.
        TAKEN_BACK
    }
}
