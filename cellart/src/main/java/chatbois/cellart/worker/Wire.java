package chatbois.cellart.worker;

import chatbois.cellart.Cells;
import chatbois.cellart.Colors;
import chatbois.cellart.Size;
import chatbois.cellart.Style;
import chatbois.cellart.pixel.Medium;
import chatbois.cellart.pixel.Print;
import chatbois.cellart.source.Format;
import chatbois.cellart.source.Prepared;
import chatbois.cellart.source.Wish;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/// Records on a pipe: their length in four bytes, one byte for the kind, what belongs to it. No
/// side believes the other: what is too long or doesn't fit is an [IOException].
final class Wire {
    /// The most bytes of a record: the largest track, or the cells of the largest screen.
    static final int MOST = 16 * 1024 * 1024;

    private static final int LOAD = 1;
    private static final int DRAW = 2;
    private static final int DROP = 3;
    private static final int PREPARE = 4;
    private static final int PRINT = 5;
    private static final int DONE = 101;
    private static final int DRAWN = 102;
    private static final int FAILED = 103;
    private static final int MADE = 104;
    private static final int PRINTED = 105;
    private static final int BEYOND = 106;

    /// A frame has few characters, each in many cells: those that were found fine are known by
    /// their last bits.
    private static final int KNOWN = 512;

    private Wire() {}

    private interface Body {
        void write(DataOutputStream out) throws IOException;
    }

    static void write(OutputStream pipe, Ask ask) throws IOException {
        switch (ask) {
            case Ask.Load(int track, byte[] bytes) ->
                    send(
                            pipe,
                            LOAD,
                            out -> {
                                out.writeInt(track);
                                out.write(bytes);
                            });
            case Ask.Draw draw -> send(pipe, DRAW, out -> writeDraw(out, draw));
            case Ask.Print print -> send(pipe, PRINT, out -> writePrint(out, print));
            case Ask.Drop(int track) -> send(pipe, DROP, out -> out.writeInt(track));
            case Ask.Prepare(String file, Wish wish) ->
                    send(
                            pipe,
                            PREPARE,
                            out -> {
                                out.writeInt(wish.fromMillis());
                                out.writeInt(wish.lengthMillis());
                                out.writeUTF(file);
                            });
        }
    }

    static Ask readAsk(InputStream pipe) throws IOException {
        DataInputStream in = record(pipe);
        try {
            int kind = in.readUnsignedByte();
            return switch (kind) {
                case LOAD -> new Ask.Load(in.readInt(), in.readAllBytes());
                case DRAW ->
                        new Ask.Draw(
                                in.readInt(),
                                readLook(in),
                                in.readInt(),
                                in.readDouble(),
                                in.readInt());
                case PRINT -> new Ask.Print(in.readInt(), readLook(in), in.readInt(), in.readInt());
                case DROP -> new Ask.Drop(in.readInt());
                case PREPARE -> {
                    Wish wish = new Wish(in.readInt(), in.readInt());
                    yield new Ask.Prepare(in.readUTF(), wish);
                }
                default -> throw new IOException("nobody asks " + kind);
            };
        } catch (IllegalArgumentException e) {
            throw new IOException("that can't be asked", e);
        }
    }

    static void write(OutputStream pipe, Answer answer) throws IOException {
        switch (answer) {
            case Answer.Done() -> send(pipe, DONE, _ -> {});
            case Answer.Drawn(Cells cells) -> send(pipe, DRAWN, out -> writeCells(out, cells));
            case Answer.Printed(Print print) -> send(pipe, PRINTED, out -> write(out, print));
            case Answer.Made(Prepared made) ->
                    send(
                            pipe,
                            MADE,
                            out -> {
                                out.writeByte(made.format().ordinal());
                                out.writeBoolean(made.cut());
                                out.writeLong(made.wholeMillis());
                                out.write(made.track());
                            });
            case Answer.Failed(String sentence) ->
                    send(pipe, FAILED, out -> out.writeUTF(shortened(sentence)));
            case Answer.Beyond(String sentence) ->
                    send(pipe, BEYOND, out -> out.writeUTF(shortened(sentence)));
        }
    }

    static Answer readAnswer(InputStream pipe) throws IOException {
        DataInputStream in = record(pipe);
        try {
            int kind = in.readUnsignedByte();
            return switch (kind) {
                case DONE -> new Answer.Done();
                case DRAWN -> new Answer.Drawn(readCells(in));
                case PRINTED -> new Answer.Printed(readPrint(in));
                case FAILED -> new Answer.Failed(in.readUTF());
                case BEYOND -> new Answer.Beyond(in.readUTF());
                case MADE -> {
                    Format format = one(Format.values(), in.readUnsignedByte());
                    boolean cut = in.readBoolean();
                    long whole = in.readLong();
                    yield new Answer.Made(new Prepared(format, in.readAllBytes(), cut, whole));
                }
                default -> throw new IOException("nobody answers " + kind);
            };
        } catch (IllegalArgumentException e) {
            throw new IOException("that is no answer", e);
        }
    }

    private static void send(OutputStream pipe, int kind, Body body) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(bytes);
        out.writeByte(kind);
        body.write(out);
        DataOutputStream framed = new DataOutputStream(pipe);
        framed.writeInt(bytes.size());
        bytes.writeTo(framed);
        framed.flush();
    }

    private static DataInputStream record(InputStream pipe) throws IOException {
        int length = new DataInputStream(pipe).readInt();
        if (length < 1 || length > MOST) {
            throw new IOException("a record of " + length + " bytes");
        }
        byte[] bytes = new byte[length];
        if (pipe.readNBytes(bytes, 0, length) < length) {
            throw new IOException("half a record");
        }
        return new DataInputStream(new ByteArrayInputStream(bytes));
    }

    private static void writeDraw(DataOutputStream out, Ask.Draw draw) throws IOException {
        out.writeInt(draw.track());
        writeLook(out, draw.look());
        out.writeInt(draw.frame());
        out.writeDouble(draw.thrift());
        out.writeInt(draw.most());
    }

    private static void writePrint(DataOutputStream out, Ask.Print print) throws IOException {
        out.writeInt(print.track());
        writeLook(out, print.look());
        out.writeInt(print.frame());
        out.writeInt(print.most());
    }

    private static void writeLook(DataOutputStream out, Look look) throws IOException {
        switch (look.manner()) {
            case Look.Characters(Style style, Colors colors) -> {
                out.writeBoolean(false);
                out.writeByte(style.ordinal());
                out.writeByte(colors.ordinal());
            }
            case Look.Pixels(Medium medium, int width, int height) -> {
                out.writeBoolean(true);
                out.writeByte(medium.ordinal());
                out.writeShort(width);
                out.writeShort(height);
            }
        }
        writeSize(out, look.size());
        Crop crop = look.crop();
        out.writeDouble(crop.left());
        out.writeDouble(crop.top());
        out.writeDouble(crop.width());
        out.writeDouble(crop.height());
    }

    private static Look readLook(DataInputStream in) throws IOException {
        Look.Manner manner =
                in.readBoolean()
                        ? new Look.Pixels(
                                one(Medium.values(), in.readUnsignedByte()),
                                in.readUnsignedShort(),
                                in.readUnsignedShort())
                        : new Look.Characters(
                                one(Style.values(), in.readUnsignedByte()),
                                one(Colors.values(), in.readUnsignedByte()));
        Size size = readSize(in);
        Crop crop = new Crop(in.readDouble(), in.readDouble(), in.readDouble(), in.readDouble());
        return new Look(manner, size, crop);
    }

    private static void write(DataOutputStream out, Print print) throws IOException {
        out.writeByte(print.medium().ordinal());
        writeSize(out, print.size());
        out.writeShort(print.parts().size());
        for (byte[] part : print.parts()) {
            out.writeInt(part.length);
            out.write(part);
        }
    }

    private static Print readPrint(DataInputStream in) throws IOException {
        Medium medium = one(Medium.values(), in.readUnsignedByte());
        Size size = readSize(in);
        int count = in.readUnsignedShort();
        List<byte[]> parts = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            int length = in.readInt();
            if (length < 0 || length > in.available()) {
                throw new IOException("a part that isn't there");
            }
            parts.add(in.readNBytes(length));
        }
        return new Print(medium, size, parts);
    }

    private static <T> T one(T[] all, int number) throws IOException {
        if (number >= all.length) {
            throw new IOException("there is no number " + number);
        }
        return all[number];
    }

    private static void writeSize(DataOutputStream out, Size size) throws IOException {
        out.writeShort(size.columns());
        out.writeShort(size.rows());
    }

    private static Size readSize(DataInputStream in) throws IOException {
        return new Size(in.readUnsignedShort(), in.readUnsignedShort());
    }

    private static void writeCells(DataOutputStream out, Cells cells) throws IOException {
        Size size = cells.size();
        writeSize(out, size);
        ByteBuffer all = ByteBuffer.allocate(size.columns() * size.rows() * 3 * Integer.BYTES);
        for (int row = 0; row < size.rows(); row++) {
            for (int column = 0; column < size.columns(); column++) {
                all.putInt(cells.character(column, row));
                all.putInt(cells.ink(column, row));
                all.putInt(cells.ground(column, row));
            }
        }
        out.write(all.array());
    }

    /// Whatever the worker says, a cell is a character that can be seen, and two colours.
    private static Cells readCells(DataInputStream in) throws IOException {
        Size size = readSize(in);
        int count = size.columns() * size.rows();
        if (in.available() != count * 3 * Integer.BYTES) {
            throw new IOException("not as many cells as it says");
        }
        // All at once: a frame has thousands of cells.
        int[] cells = new int[3 * count];
        ByteBuffer.wrap(in.readAllBytes()).asIntBuffer().get(cells);
        int[] characters = new int[count];
        int[] inks = new int[count];
        int[] grounds = new int[count];
        int[] fine = new int[KNOWN];
        fine[0] = 1; // 0 is none, and would stand in the first place
        for (int i = 0; i < count; i++) {
            int character = cells[3 * i];
            int place = character & KNOWN - 1;
            fine[place] = fine[place] == character ? character : character(character);
            characters[i] = character;
            inks[i] = color(cells[3 * i + 1]);
            grounds[i] = color(cells[3 * i + 2]);
        }
        return new Cells(size, characters, inks, grounds);
    }

    private static int character(int character) throws IOException {
        boolean seen =
                Character.isValidCodePoint(character)
                        && !Character.isISOControl(character)
                        && Character.getType(character) != Character.SURROGATE
                        && Character.getType(character) != Character.FORMAT;
        if (!seen) {
            throw new IOException("a cell without a character");
        }
        return character;
    }

    private static int color(int color) throws IOException {
        if (color != Cells.OWN && color >>> 24 != 0) {
            throw new IOException("a cell without a colour");
        }
        return color;
    }

    /// As long as a sentence may be on the wire.
    private static String shortened(String sentence) {
        return sentence.length() > 1_000 ? sentence.substring(0, 1_000) : sentence;
    }
}
