package chatbois.cellart.track;

import chatbois.cellart.Picture;
import java.util.ArrayList;
import java.util.List;

/// Makes a track that fits of frames that have too many bytes together: coarser ones, then fewer,
/// at last smaller ones.
///
/// @param frames shaded ones
record Recoder(int width, int height, List<Written> frames) {
    static final int COARSEST = 255;

    /// How coarse frames become before there are fewer of them, and how many are left at least
    /// before they become coarser still: one of so many.
    private static final int COARSE = 150;

    private static final int FEW = 4;

    /// How strongly the quality has to follow the number of bytes.
    private static final double RESPONSE = 1.3;

    byte[] fit(long most, int loops) {
        int quality = frames.getLast().quality();
        int every = 1;
        List<Written> fewer = frames;
        while (Written.size(fewer) > most) {
            int end = every < FEW && frames.size() > 1 ? COARSE : COARSEST;
            if (quality < end) {
                double over = (double) Written.size(fewer) / most;
                quality = (int) Math.clamp(quality * Math.pow(over, RESPONSE) + 1, 1, end);
            } else if (every < frames.size()) {
                every *= 2;
            } else {
                return smaller().fit(most, loops);
            }
            fewer = recode(width, height, quality, every);
        }
        return Written.track(Track.Kind.SHADED, width, height, loops, fewer);
    }

    private Recoder smaller() {
        int smallerWidth = Math.max(1, width * 2 / 3);
        int smallerHeight = Math.max(1, height * 2 / 3);
        int quality = COARSEST / 2;
        return new Recoder(
                smallerWidth, smallerHeight, recode(smallerWidth, smallerHeight, quality, 1));
    }

    private List<Written> recode(int toWidth, int toHeight, int quality, int every) {
        FrameReader reader = new FrameReader(width, height);
        FrameWriter writer = new FrameWriter(toWidth, toHeight);
        KeyFrames keys = new KeyFrames();
        List<Written> recoded = new ArrayList<>();
        for (int from = 0; from < frames.size(); from += every) {
            List<Written> some = frames.subList(from, Math.min(from + every, frames.size()));
            Picture picture = first(reader, some);
            int millis = some.stream().mapToInt(Written::millis).sum();
            Picture fitting = Shrink.to(picture, toWidth, toHeight);
            recoded.add(writer.write(fitting, keys.next(millis), quality, millis));
        }
        return recoded;
    }

    /// The first picture of some frames, all of which are taken.
    private static Picture first(FrameReader reader, List<Written> some) {
        try {
            reader.take(some.getFirst().entry(), some.getFirst().bytes());
            Picture picture = reader.picture();
            for (Written frame : some.subList(1, some.size())) {
                reader.take(frame.entry(), frame.bytes());
            }
            return picture;
        } catch (BadTrack e) {
            throw new IllegalStateException("A frame that was written here can't be read.", e);
        }
    }
}
