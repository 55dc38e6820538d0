package chatbois.cellart.source;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/// How a camera was held: a number from 1, upright, to 8, as Exif has it (CIPA DC-008, 4.6.4).
final class Orientation {
    static final int UPRIGHT = 1;
    private static final int MARKER_APP1 = 0xFFE1;
    private static final int MARKER_SCAN = 0xFFDA;
    private static final int TAG = 0x0112;
    private static final int MOST_TAGS = 512;

    private Orientation() {}

    /// Reads it from a JPEG file; upright, where nothing is said.
    static int of(byte[] jpeg) {
        try {
            ByteBuffer in = ByteBuffer.wrap(jpeg).position(2);
            while (in.remaining() > 4) {
                int marker = in.getChar();
                int length = in.getChar() - 2;
                if (marker == MARKER_SCAN || length < 0) {
                    break;
                }
                ByteBuffer part = in.slice(in.position(), length);
                if (marker == MARKER_APP1 && length > 14 && part.getInt() == 0x45786966) {
                    return fromTiff(part.slice(6, length - 6));
                }
                in.position(in.position() + length);
            }
        } catch (RuntimeException _) {
            // What the camera says is damaged; the picture may be fine.
        }
        return UPRIGHT;
    }

    private static int fromTiff(ByteBuffer in) {
        in.order(in.get(0) == 'I' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
        int at = in.getInt(4);
        int tags = Math.min(in.getChar(at), MOST_TAGS);
        for (int i = 0; i < tags; i++) {
            int tag = at + 2 + 12 * i;
            if (in.getChar(tag) == TAG) {
                int value = in.getChar(tag + 8);
                return value >= 1 && value <= 8 ? value : UPRIGHT;
            }
        }
        return UPRIGHT;
    }

    /// Turns a picture upright.
    static Pixels upright(Pixels held, int orientation) {
        if (orientation == UPRIGHT) {
            return held;
        }
        boolean lies = orientation >= 5;
        int width = lies ? held.height() : held.width();
        int height = lies ? held.width() : held.height();
        int[] argb = new int[width * height];
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                int right = held.width() - 1;
                int bottom = held.height() - 1;
                int from =
                        switch (orientation) {
                            case 2 -> at(held, right - x, y);
                            case 3 -> at(held, right - x, bottom - y);
                            case 4 -> at(held, x, bottom - y);
                            case 5 -> at(held, y, x);
                            case 6 -> at(held, y, bottom - x);
                            case 7 -> at(held, right - y, bottom - x);
                            default -> at(held, right - y, x);
                        };
                argb[y * width + x] = held.argb()[from];
            }
        }
        return new Pixels(width, height, argb);
    }

    private static int at(Pixels held, int x, int y) {
        return y * held.width() + x;
    }
}
