package chatbois.cellart.source;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import java.util.zip.DeflaterOutputStream;

/// Makes PNG and APNG files, well or badly formed.
final class PngMaker {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private int number;

    /// @param colorType 6 for red, green, blue and alpha, 2 without alpha
    PngMaker(int width, int height, int colorType) {
        out.writeBytes("\u0089PNG\r\n\u001a\n".getBytes(StandardCharsets.ISO_8859_1));
        ByteBuffer header = ByteBuffer.allocate(13).putInt(width).putInt(height);
        chunk("IHDR", header.put((byte) 8).put((byte) colorType).array());
    }

    PngMaker moving(int frames, int plays) {
        return chunk("acTL", ByteBuffer.allocate(8).putInt(frames).putInt(plays).array());
    }

    PngMaker frame(Letters.Frame frame, boolean over) {
        control(frame.x(), frame.y(), frame.width(), frame.height(), frame, over);
        byte[] pixels = deflated(rows(frame));
        boolean first = number == 1;
        ByteBuffer data = ByteBuffer.allocate(pixels.length + (first ? 0 : 4));
        if (!first) {
            data.putInt(number++);
        }
        return chunk(first ? "IDAT" : "fdAT", data.put(pixels).array());
    }

    void control(int x, int y, int width, int height, Letters.Frame frame, boolean over) {
        ByteBuffer control = ByteBuffer.allocate(26).putInt(number++);
        control.putInt(width).putInt(height).putInt(x).putInt(y);
        control.putChar((char) frame.millis()).putChar((char) 1000);
        control.put((byte) frame.after().ordinal()).put((byte) (over ? 1 : 0));
        chunk("fcTL", control.array());
    }

    private static byte[] rows(Letters.Frame frame) {
        ByteArrayOutputStream rows = new ByteArrayOutputStream();
        for (int y = 0; y < frame.height(); y++) {
            rows.write(0);
            for (int x = 0; x < frame.width(); x++) {
                int color = frame.number(x, y);
                boolean clear = color == Letters.COLORS.length;
                int rgb = clear ? 0 : Letters.COLORS[color];
                rows.write(rgb >> 16);
                rows.write(rgb >> 8);
                rows.write(rgb);
                rows.write(clear ? 0 : 255);
            }
        }
        return rows.toByteArray();
    }

    static byte[] deflated(byte[] plain) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (DeflaterOutputStream deflater = new DeflaterOutputStream(out)) {
            deflater.write(plain);
        } catch (java.io.IOException e) {
            throw new IllegalStateException(e);
        }
        return out.toByteArray();
    }

    PngMaker chunk(String type, byte[] content) {
        ByteBuffer chunk = ByteBuffer.allocate(content.length + 12).putInt(content.length);
        chunk.put(type.getBytes(StandardCharsets.US_ASCII)).put(content);
        CRC32 sum = new CRC32();
        sum.update(chunk.array(), 4, content.length + 4);
        out.writeBytes(chunk.putInt((int) sum.getValue()).array());
        return this;
    }

    byte[] file() {
        chunk("IEND", new byte[0]);
        return out.toByteArray();
    }
}
