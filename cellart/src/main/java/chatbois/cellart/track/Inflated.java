package chatbois.cellart.track;

import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/// The inflated bytes of one frame, a few at a time: whoever reads them knows how many there can
/// be, so that a bomb has nowhere to go.
final class Inflated implements AutoCloseable {
    private final Inflater inflater = new Inflater();
    private final byte[] room = new byte[4096];
    private int next;
    private int end;

    Inflated(Track.Entry entry, byte[] bytes) {
        inflater.setInput(bytes, entry.offset(), entry.length());
    }

    /// The next one, 0 to 255.
    int next() throws BadTrack {
        if (next == end) {
            more();
            Track.check(end > 0, "A frame is cut off.");
        }
        return room[next++] & 0xFF;
    }

    /// A number of two bytes, with a sign.
    int nextShort() throws BadTrack {
        return (short) (next() << 8 | next());
    }

    void next(byte[] into) throws BadTrack {
        for (int done = 0; done < into.length; ) {
            if (next == end) {
                more();
                Track.check(end > 0, "A frame is cut off.");
            }
            int some = Math.min(end - next, into.length - done);
            System.arraycopy(room, next, into, done, some);
            next += some;
            done += some;
        }
    }

    /// To be asked when all was read.
    void checkEnd() throws BadTrack {
        if (next == end) {
            more();
        }
        Track.check(
                next == end && inflater.finished() && inflater.getRemaining() == 0,
                "A frame doesn't end where it should.");
    }

    private void more() throws BadTrack {
        try {
            next = 0;
            end = inflater.inflate(room);
        } catch (DataFormatException _) {
            throw new BadTrack("A frame is damaged.");
        }
    }

    @Override
    public void close() {
        inflater.end();
    }
}
