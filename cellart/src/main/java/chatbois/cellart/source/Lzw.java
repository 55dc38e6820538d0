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
    private int bits;
    private int next;
    private int before;
    private int first;
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
        restart(rootBits);
        int done = 0;
        while (done < pixels.length) {
            int code = code(bits);
            if (code == clear) {
                restart(rootBits);
                continue;
            }
            boolean unknown = before < 0 ? code >= clear : code > next;
            if (code < 0 || code == clear + 1 || unknown) {
                return;
            }
            int depth = unpack(code, clear);
            while (depth > 0 && done < pixels.length) {
                pixels[done++] = stack[--depth];
            }
            learn();
            before = code;
        }
    }

    private void restart(int rootBits) {
        bits = rootBits + 1;
        next = (1 << rootBits) + 2;
        before = -1;
    }

    /// Puts what a code stands for onto the stack, the last pixel first.
    ///
    /// @return how many there are
    private int unpack(int code, int clear) {
        int depth = 0;
        int at = code;
        if (code == next && before >= 0) {
            // The one that is about to be learned: as the one before, and its first once more.
            stack[depth++] = (byte) first;
            at = before;
        }
        while (at >= clear) {
            stack[depth++] = suffix[at];
            at = prefix[at];
        }
        first = at;
        stack[depth++] = (byte) at;
        return depth;
    }

    /// The code before with one pixel more gets a code of its own.
    private void learn() {
        if (before >= 0 && next < MOST_CODES) {
            prefix[next] = (short) before;
            suffix[next] = (byte) first;
            next++;
            bits = next == 1 << bits && bits < MOST_BITS ? bits + 1 : bits;
        }
    }

    /// The next code, or -1 if there is none.
    private int code(int length) {
        while (heldBits < length) {
            if (blockLeft == 0) {
                return -1;
            }
            held |= (in.get() & 0xFF) << heldBits;
            heldBits += 8;
            if (--blockLeft == 0) {
                blockLeft = in.get() & 0xFF;
            }
        }
        int code = held & (1 << length) - 1;
        held >>>= length;
        heldBits -= length;
        return code;
    }
}
