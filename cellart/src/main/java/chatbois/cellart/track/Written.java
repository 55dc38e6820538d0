package chatbois.cellart.track;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.zip.Deflater;

/// A frame as it stands in a track.
///
/// @param quality how coarse its numbers are; 0 for indexed frames
record Written(boolean key, int quality, int millis, byte[] bytes) {
    static byte[] deflate(ByteArrayOutputStream plain) {
        Deflater deflater = new Deflater(Deflater.BEST_COMPRESSION);
        try {
            deflater.setInput(plain.toByteArray());
            deflater.finish();
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            byte[] some = new byte[4096];
            while (!deflater.finished()) {
                out.write(some, 0, deflater.deflate(some));
            }
            return out.toByteArray();
        } finally {
            deflater.end();
        }
    }

    Track.Entry entry() {
        return new Track.Entry(key, quality, millis, 0, bytes.length);
    }

    /// How many bytes a track of these frames has.
    static long size(List<Written> frames) {
        long size = Track.HEADER;
        for (Written frame : frames) {
            size += Track.ENTRY + frame.bytes.length;
        }
        return size;
    }

    static byte[] track(Track.Kind kind, int width, int height, int loops, List<Written> frames) {
        ByteBuffer out = ByteBuffer.allocate(Math.toIntExact(size(frames)));
        out.putInt(Track.MAGIC).put((byte) (kind.ordinal() + 1));
        out.putChar((char) width).putChar((char) height);
        out.putChar((char) frames.size()).putChar((char) loops);
        for (Written frame : frames) {
            out.put((byte) (frame.key ? 1 : 0)).put((byte) frame.quality);
            out.putChar((char) (frames.size() == 1 ? 0 : frame.millis)).putInt(frame.bytes.length);
        }
        frames.forEach(frame -> out.put(frame.bytes));
        return out.array();
    }
}
