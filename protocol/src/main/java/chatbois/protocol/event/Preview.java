package chatbois.protocol.event;

import chatbois.log.Bytes32;
import chatbois.log.Malformed;
import org.jspecify.annotations.Nullable;

/// A file beside an attachment that shows it in small, in the one simple format that every client
/// can read: a preview track. The author's client made it.
///
/// @param hash SHA-256 of the track, which is fetched as the attachment is
/// @param size of the track in bytes, at most `PREVIEW`
/// @param width in pixels, at most `PREVIEW_SIDE`
/// @param height in pixels, at most `PREVIEW_SIDE`
/// @param frames 1 for a picture that stands still, at most `PREVIEW_FRAMES`
/// @param millis how long they take together, at most `PREVIEW_MILLIS`; 0 for a still picture
/// @param whole how long all of the film takes in milliseconds, at least 1, if it is more than the
///   preview shows of it; null if not, or if that is not known
public record Preview(
        Bytes32 hash,
        int size,
        int width,
        int height,
        int frames,
        int millis,
        @Nullable Integer whole) {
    public static final int MOST_BYTES = 4 * 1024 * 1024;
    public static final int MOST_SIDE = 960;
    public static final int MOST_FRAMES = 1_000;
    public static final int MOST_MILLIS = 60_000;

    public Preview {
        check(size, 1, MOST_BYTES, "bytes");
        check(width, 1, MOST_SIDE, "pixels across");
        check(height, 1, MOST_SIDE, "pixels down");
        check(frames, 1, MOST_FRAMES, "frames");
        check(millis, 0, MOST_MILLIS, "milliseconds");
        if (whole != null && whole < 1) {
            throw new Malformed("a film has at least 1 millisecond");
        }
    }

    /// Of all that there is to see.
    public Preview(Bytes32 hash, int size, int width, int height, int frames, int millis) {
        this(hash, size, width, height, frames, millis, null);
    }

    private static void check(int value, int least, int most, String what) {
        if (value < least || value > most) {
            throw new Malformed("a preview has %d to %d %s".formatted(least, most, what));
        }
    }

    public boolean moves() {
        return frames > 1;
    }
}
