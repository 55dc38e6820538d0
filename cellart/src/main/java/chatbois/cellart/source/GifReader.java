package chatbois.cellart.source;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/// Reads GIF (87a and 89a) with all its frames. What is cut off or damaged ends with the last whole
/// frame. For one thread.
final class GifReader {
    private static final int EXTENSION = 0x21;
    private static final int IMAGE = 0x2C;
    private static final int CONTROL = 0xF9;
    private static final int APPLICATION = 0xFF;

    private final ByteBuffer in;
    private final Screen screen;
    private int[] globalColors = {};
    private Stage stage;
    private boolean any;

    // What the control block before a frame says of it.
    private int clear = -1;
    private int millis;
    private Patch.After after = Patch.After.STAYS;

    GifReader(byte[] file, Screen screen) throws Unreadable {
        in = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
        this.screen = screen;
        try {
            in.position(6);
            int width = in.getChar();
            int height = in.getChar();
            int flags = in.get();
            in.getChar();
            globalColors = colors(flags);
            stage = new Stage(width, height, screen);
        } catch (BufferUnderflowException
                | IndexOutOfBoundsException
                | IllegalArgumentException _) {
            throw new Unreadable("it is cut off");
        }
    }

    void read() throws Unreadable {
        try {
            boolean more = true;
            while (more && in.hasRemaining()) {
                more =
                        switch (in.get() & 0xFF) {
                            case EXTENSION -> extension();
                            case IMAGE -> image();
                            default -> false;
                        };
            }
        } catch (BufferUnderflowException
                | IndexOutOfBoundsException
                | IllegalArgumentException _) {
            if (!any) {
                throw new Unreadable("it is cut off");
            }
        }
    }

    private int[] colors(int flags) {
        int[] colors = new int[(flags & 0x80) == 0 ? 0 : 2 << (flags & 7)];
        for (int i = 0; i < colors.length; i++) {
            colors[i] = 0xFF000000 | eight() << 16 | eight() << 8 | eight();
        }
        return colors;
    }

    private int eight() {
        return in.get() & 0xFF;
    }

    private boolean extension() {
        int label = eight();
        int length = eight();
        ByteBuffer block = in.slice(in.position(), length).order(ByteOrder.LITTLE_ENDIAN);
        skip(length);
        if (label == CONTROL && length >= 4) {
            control(block);
        } else if (label == APPLICATION && name(block).equals("NETSCAPE2.0")) {
            loops();
        }
        while (length > 0) {
            length = eight();
            skip(length);
        }
        return true;
    }

    private void skip(int length) {
        in.position(in.position() + length);
    }

    private static String name(ByteBuffer block) {
        return StandardCharsets.ISO_8859_1.decode(block).toString();
    }

    private void control(ByteBuffer block) {
        int flags = block.get();
        millis = block.getChar() * 10;
        int index = block.get() & 0xFF;
        clear = (flags & 1) == 1 ? index : -1;
        after =
                switch (flags >> 2 & 7) {
                    case 2 -> Patch.After.CLEARED;
                    case 3 -> Patch.After.TAKEN_BACK;
                    default -> Patch.After.STAYS;
                };
    }

    private void loops() {
        if (in.remaining() > 4 && in.get(in.position()) == 3 && in.get(in.position() + 1) == 1) {
            int again = in.getChar(in.position() + 2);
            screen.loops(again == 0 ? 0 : again + 1);
        }
    }

    private boolean image() throws Unreadable {
        int x = in.getChar();
        int y = in.getChar();
        int width = in.getChar();
        int height = in.getChar();
        int flags = in.get();
        int[] own = colors(flags);
        if ((long) width * height > Stage.MOST) {
            throw new Unreadable("one of its frames is too large");
        }
        byte[] numbers = new byte[width * height];
        new Lzw(in).decode(numbers);
        int[] argb = new int[numbers.length];
        paint(numbers, own.length > 0 ? own : globalColors, argb, width, (flags & 0x40) != 0);
        any = true;
        Patch patch = new Patch(x, y, new Pixels(width, height, argb), true, after, millis);
        clear = -1;
        millis = 0;
        after = Patch.After.STAYS;
        return stage.show(patch);
    }

    private void paint(byte[] numbers, int[] colors, int[] argb, int width, boolean interlaced) {
        int height = width == 0 ? 0 : numbers.length / width;
        int to = 0;
        int step = interlaced ? 8 : 1;
        int first = 0;
        for (int row = 0; row < height; row++) {
            for (int x = 0; x < width; x++) {
                int number = numbers[row * width + x] & 0xFF;
                boolean seen = number != clear && number < colors.length;
                argb[to * width + x] = seen ? colors[number] : 0;
            }
            to += step;
            while (to >= height && step > 1) {
                // The passes begin at rows 0, 4, 2 and 1.
                step = first == 0 ? 8 : step / 2;
                first = first == 0 ? 4 : first / 2;
                to = first;
            }
        }
    }
}
