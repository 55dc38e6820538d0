package chatbois.cellart.pixel;

import chatbois.cellart.Picture;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/// Writes PNG (RFC 2083) in 24 bits: each row as what differs from what lies around it, in the way
/// that leaves the smallest numbers.
final class PngWriter {
    private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};
    private static final int CHANNELS = 3;

    /// None, left, above, the mean of both, and the likeliest of three (Paeth).
    private static final int FILTERS = 5;

    private PngWriter() {}

    /// Some rows of a picture as a picture of their own.
    static byte[] write(Picture picture, int from, int height) {
        byte[] header =
                ByteBuffer.allocate(13)
                        .putInt(picture.width())
                        .putInt(height)
                        .put(new byte[] {8, 2, 0, 0, 0})
                        .array();
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        png.writeBytes(SIGNATURE);
        chunk(png, "IHDR", header);
        chunk(png, "IDAT", deflated(filtered(picture, from, height)));
        chunk(png, "IEND", new byte[0]);
        return png.toByteArray();
    }

    private static void chunk(ByteArrayOutputStream png, String type, byte[] data) {
        byte[] name = type.getBytes(StandardCharsets.US_ASCII);
        CRC32 check = new CRC32();
        check.update(name);
        check.update(data);
        png.writeBytes(ByteBuffer.allocate(4).putInt(data.length).array());
        png.writeBytes(name);
        png.writeBytes(data);
        png.writeBytes(ByteBuffer.allocate(4).putInt((int) check.getValue()).array());
    }

    private static byte[] deflated(byte[] rows) {
        try (Deflater deflater = new Deflater()) {
            deflater.setInput(rows);
            deflater.finish();
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            byte[] buffer = new byte[16 * 1024];
            while (!deflater.finished()) {
                out.write(buffer, 0, deflater.deflate(buffer));
            }
            return out.toByteArray();
        }
    }

    private static byte[] filtered(Picture picture, int from, int height) {
        int length = picture.width() * CHANNELS;
        ByteArrayOutputStream rows = new ByteArrayOutputStream((length + 1) * height);
        byte[] above = new byte[length];
        for (int y = from; y < from + height; y++) {
            byte[] row = row(picture, y);
            byte[] best = filtered(row, above, 0);
            for (int filter = 1; filter < FILTERS; filter++) {
                byte[] other = filtered(row, above, filter);
                best = weight(other) < weight(best) ? other : best;
            }
            rows.writeBytes(best);
            above = row;
        }
        return rows.toByteArray();
    }

    private static byte[] row(Picture picture, int y) {
        byte[] row = new byte[picture.width() * CHANNELS];
        for (int x = 0; x < picture.width(); x++) {
            int rgb = picture.pixel(x, y);
            row[x * CHANNELS] = (byte) (rgb >> 16);
            row[x * CHANNELS + 1] = (byte) (rgb >> 8);
            row[x * CHANNELS + 2] = (byte) rgb;
        }
        return row;
    }

    private static byte[] filtered(byte[] row, byte[] above, int filter) {
        byte[] filtered = new byte[row.length + 1];
        filtered[0] = (byte) filter;
        for (int i = 0; i < row.length; i++) {
            int left = i < CHANNELS ? 0 : row[i - CHANNELS] & 255;
            int corner = i < CHANNELS ? 0 : above[i - CHANNELS] & 255;
            filtered[i + 1] = (byte) (row[i] - guess(filter, left, above[i] & 255, corner));
        }
        return filtered;
    }

    private static int guess(int filter, int left, int above, int corner) {
        return switch (filter) {
            case 0 -> 0;
            case 1 -> left;
            case 2 -> above;
            case 3 -> (left + above) / 2;
            default -> {
                int sum = left + above - corner;
                int a = Math.abs(sum - left);
                int b = Math.abs(sum - above);
                int c = Math.abs(sum - corner);
                yield a <= b && a <= c ? left : b <= c ? above : corner;
            }
        };
    }

    private static int weight(byte[] filtered) {
        int weight = 0;
        for (int i = 1; i < filtered.length; i++) {
            weight += Math.abs(filtered[i]);
        }
        return weight;
    }
}
