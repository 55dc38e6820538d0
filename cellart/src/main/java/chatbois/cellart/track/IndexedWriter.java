package chatbois.cellart.track;

import chatbois.cellart.Picture;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Writes frames with their exact colours, as long as they have few. For one thread.
final class IndexedWriter {
    private final int[] shown;
    private final long most;
    private final List<Written> frames = new ArrayList<>();
    private long bytes;
    private boolean fits = true;

    /// @param most the most bytes
    IndexedWriter(int width, int height, long most) {
        shown = new int[width * height];
        this.most = most;
    }

    void add(Picture picture, boolean key, int millis) {
        if (!fits) {
            return;
        }
        Map<Integer, Integer> colors = new LinkedHashMap<>();
        int[] numbers = new int[shown.length];
        for (int i = 0; i < shown.length && fits; i++) {
            int rgb = picture.pixel(i % picture.width(), i / picture.width());
            boolean stays = !key && shown[i] == rgb;
            Integer known = stays ? null : colors.putIfAbsent(rgb, colors.size());
            numbers[i] = stays ? -1 : known == null ? colors.size() - 1 : known;
            shown[i] = rgb;
            fits = colors.size() <= IndexedReader.MOST;
        }
        if (fits) {
            byte[] written = Written.deflate(plain(colors, numbers));
            bytes += written.length;
            fits = bytes <= most;
            frames.add(new Written(key, 0, millis, written));
        }
        if (!fits) {
            frames.clear();
        }
    }

    private static ByteArrayOutputStream plain(Map<Integer, Integer> colors, int[] numbers) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(colors.size());
        for (int rgb : colors.keySet()) {
            out.write(rgb >> 16);
            out.write(rgb >> 8);
            out.write(rgb);
        }
        for (int number : numbers) {
            out.write(number < 0 ? colors.size() : number);
        }
        return out;
    }

    /// Whether all frames had few colours, and few bytes.
    boolean fits() {
        return fits;
    }

    List<Written> frames() {
        return frames;
    }
}
