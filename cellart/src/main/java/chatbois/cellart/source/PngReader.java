package chatbois.cellart.source;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;

/// Reads PNG, and APNG with all its frames, each of which is made a PNG of its own for the JDK's
/// decoder. For one thread.
final class PngReader {
    /// More pixels than a frame has on a side.
    private static final int WHOLE = Integer.MAX_VALUE / 2;

    private static final int SIGNATURE = 8;
    private static final int IHDR = 0x49484452;
    private static final int PLTE = 0x504C5445;
    private static final int TRNS = 0x74524E53;
    private static final int IDAT = 0x49444154;
    private static final int IEND = 0x49454E44;
    private static final int ACTL = 0x6163544C;
    private static final int FCTL = 0x6663544C;
    private static final int FDAT = 0x66644154;

    private final byte[] file;
    private final Screen screen;
    private final ByteArrayOutputStream palette = new ByteArrayOutputStream();
    private byte[] header = {};
    private boolean moves;
    private boolean any;
    private @Nullable Stage stage;

    /// The frame that is being read.
    private @Nullable Control control;

    private ByteArrayOutputStream data = new ByteArrayOutputStream();

    /// What stands before the data of a frame.
    private record Control(
            int width, int height, int x, int y, int millis, Patch.After after, boolean over) {
        static Control of(ByteBuffer in) {
            in.getInt();
            int width = in.getInt();
            int height = in.getInt();
            int x = in.getInt();
            int y = in.getInt();
            int count = in.getChar();
            int parts = in.getChar();
            int millis = 1000 * count / (parts == 0 ? 100 : parts);
            Patch.After after =
                    switch (in.get()) {
                        case 1 -> Patch.After.CLEARED;
                        case 2 -> Patch.After.TAKEN_BACK;
                        default -> Patch.After.STAYS;
                    };
            return new Control(width, height, x, y, millis, after, in.get() == 1);
        }

        boolean isInside(int allWidth, int allHeight) {
            return width > 0
                    && height > 0
                    && x >= 0
                    && y >= 0
                    && (long) x + width <= allWidth
                    && (long) y + height <= allHeight;
        }
    }

    PngReader(byte[] file, Screen screen) {
        this.file = file;
        this.screen = screen;
    }

    void read() throws IOException {
        try {
            ByteBuffer in = ByteBuffer.wrap(file).position(SIGNATURE);
            boolean more = true;
            while (more && in.remaining() >= 12) {
                int length = in.getInt();
                int type = in.getInt();
                ByteBuffer content = in.slice(in.position(), length);
                in.position(in.position() + length + 4);
                more = chunk(type, content);
            }
        } catch (BufferUnderflowException
                | IndexOutOfBoundsException
                | IllegalArgumentException _) {
            // Cut off: what is there counts.
        }
        if (!any) {
            StillReader.read(Format.PNG, file, screen);
        }
    }

    /// @return whether more is wanted
    private boolean chunk(int type, ByteBuffer content) throws IOException {
        switch (type) {
            case IHDR -> header = bytes(content);
            case PLTE, TRNS -> chunk(palette, type, bytes(content));
            case ACTL -> {
                moves = content.getInt() > 1;
                screen.loops(Math.max(content.getInt(), 0));
            }
            case IDAT -> {
                if (!moves) {
                    return false;
                }
                data.writeBytes(bytes(content));
            }
            case FDAT -> data.writeBytes(bytes(content.position(4)));
            case FCTL -> {
                boolean more = frame();
                control = Control.of(content);
                return more;
            }
            case IEND -> {
                frame();
                return false;
            }
            default -> {}
        }
        return true;
    }

    private static byte[] bytes(ByteBuffer content) {
        byte[] bytes = new byte[content.remaining()];
        content.get(bytes);
        return bytes;
    }

    /// Shows the frame that was read. Data without a control before it is for those who know
    /// nothing of frames.
    private boolean frame() throws IOException {
        Control frame = control;
        byte[] pixels = data.toByteArray();
        data = new ByteArrayOutputStream();
        if (frame == null || !moves || pixels.length == 0) {
            return true;
        }
        ByteBuffer whole = ByteBuffer.wrap(header);
        if (!frame.isInside(whole.getInt(0), whole.getInt(4))) {
            throw new Unreadable("one of its frames is larger than the picture");
        }
        if (stage == null) {
            stage = new Stage(whole.getInt(0), whole.getInt(4), screen);
        }
        Pixels decoded = StillReader.read(Format.PNG, png(frame, pixels), WHOLE, Stage.MOST);
        any = true;
        return stage.show(
                new Patch(frame.x, frame.y, decoded, frame.over, frame.after, frame.millis));
    }

    private byte[] png(Control frame, byte[] pixels) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(file, 0, SIGNATURE);
        ByteBuffer own = ByteBuffer.wrap(header.clone());
        chunk(out, IHDR, own.putInt(0, frame.width).putInt(4, frame.height).array());
        out.writeBytes(palette.toByteArray());
        chunk(out, IDAT, pixels);
        chunk(out, IEND, new byte[0]);
        return out.toByteArray();
    }

    private static void chunk(ByteArrayOutputStream out, int type, byte[] content) {
        ByteBuffer chunk = ByteBuffer.allocate(content.length + 12);
        chunk.putInt(content.length).putInt(type).put(content);
        CRC32 sum = new CRC32();
        sum.update(chunk.array(), 4, content.length + 4);
        out.writeBytes(chunk.putInt((int) sum.getValue()).array());
    }

    /// The name of a chunk, as it stands in the file.
    static int type(String name) {
        return ByteBuffer.wrap(name.getBytes(StandardCharsets.US_ASCII)).getInt();
    }
}
