package chatbois.cellart.source;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/// Makes GIF files, well or badly formed, of frames of a few colours.
final class GifMaker {
    private static final int ROOT_BITS = 3;
    private static final int CLEAR = 1 << ROOT_BITS;
    private static final int[] INTERLACED = {0, 8, 4, 8, 2, 4, 1, 2};

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private long bits;
    private int bitCount;

    GifMaker(int width, int height) {
        write("GIF89a");
        two(width);
        two(height);
        out.write(0x80 | ROOT_BITS - 1);
        two(0);
        colors(Letters.COLORS);
    }

    GifMaker loops(int again) {
        out.write(0x21);
        out.write(0xFF);
        out.write(11);
        write("NETSCAPE2.0");
        out.write(3);
        out.write(1);
        two(again);
        out.write(0);
        return this;
    }

    GifMaker frame(Letters.Frame frame) {
        return frame(frame, false, false);
    }

    /// @param own whether its colours are its own, and in another order than those of all
    GifMaker frame(Letters.Frame frame, boolean own, boolean interlaced) {
        out.write(0x21);
        out.write(0xF9);
        out.write(4);
        out.write(frame.after().ordinal() + 1 << 2 | 1);
        two(frame.millis() / 10);
        out.write(own ? 0 : Letters.COLORS.length);
        out.write(0);
        out.write(0x2C);
        two(frame.x());
        two(frame.y());
        two(frame.width());
        two(frame.height());
        out.write((own ? 0x80 | ROOT_BITS - 1 : 0) | (interlaced ? 0x40 : 0));
        if (own) {
            out.writeBytes(new byte[3]);
            colors(Letters.COLORS, 7);
        }
        pixels(frame, own ? 1 : 0, interlaced);
        return this;
    }

    private void pixels(Letters.Frame frame, int more, boolean interlaced) {
        ByteArrayOutputStream numbers = new ByteArrayOutputStream();
        for (int pass = 0; pass < (interlaced ? 4 : 1); pass++) {
            int first = interlaced ? INTERLACED[2 * pass] : 0;
            int step = interlaced ? INTERLACED[2 * pass + 1] : 1;
            for (int y = first; y < frame.height(); y += step) {
                for (int x = 0; x < frame.width(); x++) {
                    int number = frame.number(x, y);
                    boolean clear = number == Letters.COLORS.length;
                    numbers.write(clear && more == 1 ? 0 : number + more);
                }
            }
        }
        lzw(numbers.toByteArray());
    }

    /// Each pixel a code of its own: the table is cleared before it grows.
    private void lzw(byte[] numbers) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (int i = 0; i < numbers.length; i++) {
            if (i % (CLEAR - 3) == 0) {
                code(CLEAR, all);
            }
            code(numbers[i], all);
        }
        code(CLEAR + 1, all);
        all.write((int) bits);
        bits = 0;
        bitCount = 0;
        out.write(ROOT_BITS);
        byte[] packed = all.toByteArray();
        for (int at = 0; at < packed.length; at += 255) {
            int length = Math.min(255, packed.length - at);
            out.write(length);
            out.write(packed, at, length);
        }
        out.write(0);
    }

    private void code(int code, ByteArrayOutputStream to) {
        bits |= (long) code << bitCount;
        bitCount += ROOT_BITS + 1;
        while (bitCount >= 8) {
            to.write((int) bits);
            bits >>>= 8;
            bitCount -= 8;
        }
    }

    private void colors(int[] colors) {
        colors(colors, CLEAR);
    }

    private void colors(int[] colors, int count) {
        for (int i = 0; i < count; i++) {
            int rgb = i < colors.length ? colors[i] : 0;
            out.write(rgb >> 16);
            out.write(rgb >> 8);
            out.write(rgb);
        }
    }

    private void write(String text) {
        out.writeBytes(text.getBytes(StandardCharsets.ISO_8859_1));
    }

    private void two(int number) {
        out.write(number);
        out.write(number >> 8);
    }

    byte[] file() {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        file.writeBytes(out.toByteArray());
        file.write(0x3B);
        return file.toByteArray();
    }
}
