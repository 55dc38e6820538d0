package chatbois.cellart.source;

import java.io.IOException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/// Reads WebP, with all its frames if it moves: TwelveMonkeys decodes each by itself, and here they
/// are put together. For one thread.
final class WebpReader {
    private static final int VP8X = fourCc("VP8X");
    private static final int ANIM = fourCc("ANIM");
    private static final int ANMF = fourCc("ANMF");
    private static final int ALPH = fourCc("ALPH");

    /// More pixels than a frame has on a side.
    private static final int WHOLE = Integer.MAX_VALUE / 2;

    private static final int HEADER = 12;
    private static final int MOVES = 0x02;
    private static final int ALPHA = 0x10;

    private final ByteBuffer in;
    private final byte[] file;
    private final Screen screen;

    WebpReader(byte[] file, Screen screen) {
        this.file = file;
        this.screen = screen;
        in = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
    }

    private static int fourCc(String name) {
        return Integer.reverseBytes(PngReader.type(name));
    }

    void read() throws IOException {
        boolean extended = in.limit() > HEADER + 18 && in.getInt(HEADER) == VP8X;
        if (!extended || (in.get(HEADER + 8) & MOVES) == 0) {
            StillReader.read(Format.WEBP, file, screen);
            return;
        }
        Stage stage = new Stage(1 + three(HEADER + 12), 1 + three(HEADER + 15), screen);
        boolean any = false;
        boolean more = true;
        in.position(HEADER);
        while (more && in.remaining() >= 8) {
            int type = in.getInt();
            int length = in.getInt();
            if (length < 0 || length > in.remaining()) {
                break;
            }
            int end = in.position() + length;
            if (type == ANIM && length >= 6) {
                screen.loops(in.getChar(in.position() + 4));
            } else if (type == ANMF && length > 16) {
                more = stage.show(frame(in.position(), end));
                any = true;
            }
            in.position(Math.min(end + (length & 1), in.limit()));
        }
        if (!any) {
            throw new Unreadable("it is cut off");
        }
    }

    private int three(int at) {
        return in.getChar(at) | (in.get(at + 2) & 0xFF) << 16;
    }

    private Patch frame(int at, int end) throws IOException {
        int x = 2 * three(at);
        int y = 2 * three(at + 3);
        int width = 1 + three(at + 6);
        int height = 1 + three(at + 9);
        int flags = in.get(at + 15);
        if ((long) width * height > Stage.MOST) {
            throw new Unreadable("one of its frames is too large");
        }
        byte[] alone = alone(at + 16, end, width, height);
        Pixels pixels = StillReader.read(Format.WEBP, alone, WHOLE, (long) width * height);
        Patch.After after = (flags & 1) == 1 ? Patch.After.CLEARED : Patch.After.STAYS;
        return new Patch(x, y, pixels, (flags & 2) == 0, after, three(at + 12));
    }

    /// A file of one frame.
    private byte[] alone(int from, int end, int width, int height) throws Unreadable {
        try {
            boolean alpha = in.getInt(from) == ALPH;
            int length = end - from + (alpha ? 18 : 0);
            ByteBuffer out = ByteBuffer.allocate(HEADER + length).order(ByteOrder.LITTLE_ENDIAN);
            out.put(file, 0, 4).putInt(length + 4).put(file, 8, 4);
            if (alpha) {
                out.putInt(VP8X).putInt(10).putInt(ALPHA);
                put(out, width - 1);
                put(out, height - 1);
            }
            return out.put(file, from, end - from).array();
        } catch (BufferUnderflowException | IndexOutOfBoundsException _) {
            throw new Unreadable("it is cut off");
        }
    }

    private static void put(ByteBuffer out, int three) {
        out.putChar((char) three).put((byte) (three >> 16));
    }
}
