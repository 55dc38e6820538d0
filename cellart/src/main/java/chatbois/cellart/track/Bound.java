package chatbois.cellart.track;

/// How large a track may become.
///
/// @param side the most pixels on a side
/// @param bytes the most bytes
public record Bound(int side, int bytes) {
    /// For one picture.
    public static final Bound STILL = new Bound(960, 512 * 1024);

    /// For more than one.
    public static final Bound MOVING = new Bound(320, 4 * 1024 * 1024);

    /// The most frames.
    public static final int FRAMES = 1_000;

    /// The longest time that all frames take together.
    public static final int MILLIS = 60_000;

    /// The most frames from one key frame to the next, both counted.
    public static final int FROM_KEY = 64;

    /// The most times that it says it is to be played; 0 is for ever.
    public static final int LOOPS = 65_535;

    /// @throws IllegalArgumentException if a track could have more sides or bytes than a reader
    ///   takes, or so few bytes that nothing fits
    public Bound {
        if (side < 1 || side > 960 || bytes < 4096 || bytes > 4 * 1024 * 1024) {
            throw new IllegalArgumentException(
                    "No track is of %d pixels and %d bytes.".formatted(side, bytes));
        }
    }

    /// The bound for so many frames.
    public static Bound of(int frames) {
        return frames == 1 ? STILL : MOVING;
    }
}
