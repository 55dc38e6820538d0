package chatbois.cellart.track;

import chatbois.cellart.Picture;

/// Decodes indexed frames. For one thread.
final class IndexedReader implements Track.Canvas {
    /// The most colours of a frame. The number above them is a pixel that stays.
    static final int MOST = 255;

    private final int width;
    private final int[] pixels;
    private final byte[] line;
    private final int[] colors = new int[MOST];

    IndexedReader(int width, int height) {
        this.width = width;
        pixels = new int[width * height];
        line = new byte[width];
    }

    @Override
    public void take(Track.Entry entry, byte[] bytes) throws BadTrack {
        try (Inflated in = new Inflated(entry, bytes)) {
            int count = in.next();
            for (int i = 0; i < count; i++) {
                colors[i] = in.next() << 16 | in.next() << 8 | in.next();
            }
            for (int at = 0; at < pixels.length; at += width) {
                in.next(line);
                for (int x = 0; x < width; x++) {
                    int color = line[x] & 0xFF;
                    if (color < count) {
                        pixels[at + x] = colors[color];
                    } else {
                        Track.check(color == count && !entry.key(), "A pixel's colour is missing.");
                    }
                }
            }
            in.checkEnd();
        }
    }

    @Override
    public Picture picture() {
        return new Picture(width, pixels.length / width, pixels.clone());
    }
}
