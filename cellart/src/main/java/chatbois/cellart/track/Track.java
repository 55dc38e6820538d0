package chatbois.cellart.track;

import chatbois.cellart.Picture;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/// A preview track that was looked through: everything it says of itself is within the [Bound].
/// Never changes; what its frames show is decoded by a [Player].
public final class Track {
    static final int MAGIC = 'c' << 24 | 'b' << 16 | 't' << 8 | '1';
    static final int HEADER = 13;
    static final int ENTRY = 8;

    private final Kind kind;
    private final int width;
    private final int height;
    private final int loops;
    private final Entry[] entries;
    private final byte[] bytes;

    /// How its frames are written.
    enum Kind {
        /// As colours near to the right ones.
        SHADED,
        /// As numbers of exact colours.
        INDEXED
    }

    /// @param quality how coarse its numbers are; 0 for indexed frames
    /// @param offset where its bytes begin
    record Entry(boolean key, int quality, int millis, int offset, int length) {}

    private Track(Kind kind, ByteBuffer in, byte[] bytes) throws BadTrack {
        this.kind = kind;
        this.bytes = bytes;
        width = in.getChar();
        height = in.getChar();
        int frames = in.getChar();
        loops = in.getChar();
        Bound bound = Bound.of(frames);
        check(frames >= 1 && frames <= Bound.FRAMES, "It has no frames, or too many.");
        check(
                width >= 1 && height >= 1 && Math.max(width, height) <= bound.side(),
                "It is too large to be a preview.");
        check(bytes.length <= bound.bytes(), "It has too many bytes to be a preview.");
        check(in.remaining() >= frames * ENTRY, "It is cut off.");
        entries = new Entry[frames];
        readEntries(in);
    }

    /// Looks a track through, without decoding its frames. The bytes must not change any more.
    ///
    /// @throws BadTrack if it isn't one
    public static Track read(byte[] bytes) throws BadTrack {
        ByteBuffer in = ByteBuffer.wrap(bytes);
        try {
            check(in.getInt() == MAGIC, "It is no preview of a kind that is known here.");
            int kind = in.get();
            check(kind == 1 || kind == 2, "It is a preview of a newer kind.");
            return new Track(Kind.values()[kind - 1], in, bytes);
        } catch (BufferUnderflowException _) {
            throw new BadTrack("It is cut off.");
        }
    }

    private void readEntries(ByteBuffer in) throws BadTrack {
        long offset = in.position() + (long) entries.length * ENTRY;
        long millis = 0;
        int key = 0;
        for (int frame = 0; frame < entries.length; frame++) {
            Entry entry = entry(in, (int) offset);
            check(entry.length >= 0 && offset + entry.length <= bytes.length, "It is cut off.");
            check(entry.key || frame > 0, "It doesn't begin with a key frame.");
            key = entry.key ? frame : key;
            check(frame - key < Bound.FROM_KEY, "Its key frames are too far apart.");
            check(entry.quality > 0 == (kind == Kind.SHADED), "A frame has a wrong quality.");
            check(entry.millis > 0 == entries.length > 1, "A frame has a wrong duration.");
            offset += entry.length;
            millis += entry.millis;
            entries[frame] = entry;
        }
        check(millis <= Bound.MILLIS, "It lasts too long.");
        check(offset == bytes.length, "Something follows on its last frame.");
    }

    private static Entry entry(ByteBuffer in, int offset) throws BadTrack {
        int key = in.get();
        check(key == 0 || key == 1, "A frame is of a newer kind.");
        return new Entry(key == 1, in.get() & 0xFF, in.getChar(), offset, in.getInt());
    }

    static void check(boolean fine, String sentence) throws BadTrack {
        if (!fine) {
            throw new BadTrack(sentence);
        }
    }

    public int width() {
        return width;
    }

    public int height() {
        return height;
    }

    /// How many there are; one for a picture that doesn't move.
    public int frames() {
        return entries.length;
    }

    /// How long a frame stands; 0 for a picture that doesn't move.
    public int millis(int frame) {
        return entries[frame].millis;
    }

    public int totalMillis() {
        int total = 0;
        for (Entry entry : entries) {
            total += entry.millis;
        }
        return total;
    }

    /// How often it is to be played; 0 is for ever.
    public int loops() {
        return loops;
    }

    /// Whether its colours are exact.
    public boolean lossless() {
        return kind == Kind.INDEXED;
    }

    public Player player() {
        return new Player(this);
    }

    /// Decodes the frames of a track, one after the other; to go back, it starts at the key frame
    /// before. For one thread.
    public static final class Player {
        private final Track track;
        private final Canvas canvas;
        private int at = -1;
        private @Nullable Picture shown;

        private Player(Track track) {
            this.track = track;
            canvas =
                    switch (track.kind) {
                        case SHADED -> new FrameReader(track.width, track.height);
                        case INDEXED -> new IndexedReader(track.width, track.height);
                    };
        }

        /// @throws BadTrack if the frame, or one that it builds upon, is damaged
        public Picture frame(int index) throws BadTrack {
            Picture before = shown;
            if (index == at && before != null) {
                return before;
            }
            int from = index;
            while (!track.entries[from].key && from != at + 1) {
                from--;
            }
            shown = null;
            for (int frame = from; frame <= index; frame++) {
                // Should this one fail, the next call begins at a key frame.
                at = -2;
                canvas.take(track.entries[frame], track.bytes);
            }
            at = index;
            Picture picture = canvas.picture();
            shown = picture;
            return picture;
        }
    }

    /// What stands on the picture, to which frames are added.
    sealed interface Canvas permits FrameReader, IndexedReader {
        void take(Entry entry, byte[] bytes) throws BadTrack;

        Picture picture();
    }
}
