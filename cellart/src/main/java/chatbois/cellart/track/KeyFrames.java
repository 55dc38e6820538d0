package chatbois.cellart.track;

/// Says which frames stand by themselves. For one thread.
final class KeyFrames {
    /// The longest time from one to the next.
    private static final int EVERY = 2_000;

    private int frames;
    private int millis;

    /// Whether the next frame is one.
    ///
    /// @param millis how long it stands
    boolean next(int millis) {
        boolean key = frames == 0 || this.millis + millis > EVERY || frames == Bound.FROM_KEY;
        frames = key ? 1 : frames + 1;
        this.millis = key ? millis : this.millis + millis;
        return key;
    }
}
