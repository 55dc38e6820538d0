package chatbois.cellart.track;

import chatbois.cellart.Picture;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Makes a track of pictures that come one after the other, and keeps it within its [Bound]: first
/// it becomes coarser, then it gets fewer frames. What it holds in between is bounded, too. For one
/// thread.
public final class TrackWriter {
    /// How coarse a picture is, if its bytes allow.
    private static final int STILL_QUALITY = 32;

    private static final int MOVING_QUALITY = 56;

    /// Frames become coarser on their way in, when so many bytes are there.
    private static final long MANY = 12L * 1024 * 1024;

    /// How long a frame stands at least, on average.
    private static final int SHORTEST = 40;

    private final int width;
    private final int height;
    private final Bound bound;
    private final FrameWriter writer;
    private final IndexedWriter indexed;
    private final List<Written> frames = new ArrayList<>();
    private final KeyFrames keys = new KeyFrames();
    private int loops;
    private @Nullable Picture waiting;
    private int waitingMillis;
    private long bytes;
    private int start;
    private int due;

    /// @throws IllegalArgumentException if the sides aren't within the bound
    public TrackWriter(int width, int height, Bound bound) {
        if (width < 1 || height < 1 || Math.max(width, height) > bound.side()) {
            throw new IllegalArgumentException(
                    "A track of %d x %d pixels isn't within %d."
                            .formatted(width, height, bound.side()));
        }
        this.width = width;
        this.height = height;
        this.bound = bound;
        writer = new FrameWriter(width, height);
        indexed = new IndexedWriter(width, height, bound.bytes());
    }

    /// How often it is to be played; 0, as it is without, is for ever.
    public TrackWriter loops(int times) {
        loops = Math.clamp(times, 0, Bound.LOOPS);
        return this;
    }

    /// Adds what is shown for so long. If frames come too fast, or nothing changes, some are left
    /// out, but not their time.
    ///
    /// @param picture of the track's size
    /// @return whether there is room for more
    public boolean add(Picture picture, int millis) {
        if (picture.width() != width || picture.height() != height) {
            throw new IllegalArgumentException("A frame is of another size than its track.");
        }
        if (full()) {
            return false;
        }
        int end = start + waitingMillis;
        if (waiting != null && (end < due - SHORTEST / 2 || isSame(waiting, picture))) {
            waitingMillis += millis;
        } else {
            write();
            due = Math.max(due, end - SHORTEST / 2) + SHORTEST;
            waiting = picture;
            waitingMillis = millis;
        }
        waitingMillis = Math.clamp(waitingMillis, 1, Bound.MILLIS - start);
        return !full();
    }

    private boolean isSame(Picture one, Picture other) {
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                if (one.pixel(x, y) != other.pixel(x, y)) {
                    return false;
                }
            }
        }
        return true;
    }

    private boolean full() {
        return start + waitingMillis >= Bound.MILLIS || frames.size() + 1 >= Bound.FRAMES;
    }

    /// Writes the frame of which it is known now how long it stands.
    private void write() {
        Picture picture = waiting;
        if (picture == null) {
            return;
        }
        if (frames.size() == 1 && Math.max(width, height) > Bound.MOVING.side()) {
            throw new IllegalStateException("A track of this size has one frame only.");
        }
        boolean key = keys.next(waitingMillis);
        Written written = writer.write(picture, key, quality(), waitingMillis);
        frames.add(written);
        indexed.add(picture, key, waitingMillis);
        bytes += written.bytes().length;
        start += waitingMillis;
        waiting = null;
    }

    private int quality() {
        int usual = bound.side() > Bound.MOVING.side() ? STILL_QUALITY : MOVING_QUALITY;
        return (int) Math.clamp(usual * bytes / MANY, usual, Recoder.COARSEST);
    }

    /// The track. To be called once.
    ///
    /// @throws IllegalStateException if no frame was added
    public byte[] finish() {
        write();
        if (frames.isEmpty()) {
            throw new IllegalStateException("A track needs a frame.");
        }
        if (indexed.fits()
                && Written.size(indexed.frames()) <= Math.min(Written.size(frames), bound())) {
            return Written.track(Track.Kind.INDEXED, width, height, loops, indexed.frames());
        }
        if (Written.size(frames) <= bound()) {
            return Written.track(Track.Kind.SHADED, width, height, loops, frames);
        }
        return new Recoder(width, height, frames).fit(bound(), loops);
    }

    /// The track of this picture alone.
    public byte[] finish(Picture picture) {
        add(picture, 1);
        return finish();
    }

    private long bound() {
        return Math.min(bound.bytes(), Bound.of(frames.size()).bytes());
    }
}
