package chatbois.cellart.source;

import java.nio.ByteBuffer;

/// Unpacks the pixels of a GIF's frame (GIF89a, appendix F). For one thread.
final class Lzw {
    private static final int MOST_BITS = 12;
    private static final int MOST_CODES = 1 << MOST_BITS;

    private final ByteBuffer in;
    private final short[] prefix = new short[MOST_CODES];
    private final byte[] suffix = new byte[MOST_CODES];
    private final byte[] stack = new byte[MOST_CODES + 1];
    private int blockLeft = 1;
    private int held;
    private int heldBits;

    Lzw(ByteBuffer in) {
        this.in = in;
    }

    /// Fills the pixels, as far as there are enough, and leaves the frame's data behind.
    void decode(byte[] pixels) {
        int rootBits = in.get() & 0xFF;
        blockLeft = in.get() & 0xFF;
        if (rootBits >= 1 && rootBits <= 8) {
            fill(pixels, rootBits);
        }
        while (blockLeft > 0) {
            in.position(in.position() + blockLeft);
            blockLeft = in.get() & 0xFF;
        }
    }

    private void fill(byte[] pixels, int rootBits) {
        int clear = 1 << rootBits;
        int bits = rootBits + 1;
        int next = clear + 2;
        int before = -1;
        int first = 0;
        int done = 0;
        while (done < pixels.length) {
            int code = code(bits);
            if (code == clear) {
                bits = rootBits + 1;
                next = clear + 2;
                before = -1;
                continue;
            }
            boolean unknown = before < 0 ? code >= clear : code > next;
            if (code < 0 || code == clear + 1 || unknown) {
                return;
            }
            int depth = 0;
            int at = code;
            if (code == next && before >= 0) {
                stack[depth++] = (byte) first;
                at = before;
            }
            while (at >= clear) {
                stack[depth++] = suffix[at];
                at = prefix[at];
            }
            first = at;
            stack[depth++] = (byte) at;
            while (depth > 0 && done < pixels.length) {
                pixels[done++] = stack[--depth];
            }
            if (before >= 0 && next < MOST_CODES) {
                prefix[next] = (short) before;
                suffix[next] = (byte) first;
                next++;
                bits = next == 1 << bits && bits < MOST_BITS ? bits + 1 : bits;
            }
            before = code;
        }
    }

    /// The next code, or -1 if there is none.
    private int code(int bits) {
        while (heldBits < bits) {
            if (blockLeft == 0) {
                return -1;
            }
            held |= (in.get() & 0xFF) << heldBits;
            heldBits += 8;
            if (--blockLeft == 0) {
                blockLeft = in.get() & 0xFF;
            }
        }
        int code = held & (1 << bits) - 1;
        held >>>= bits;
        heldBits -= bits;
        return code;
    }
}
