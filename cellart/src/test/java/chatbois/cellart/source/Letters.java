package chatbois.cellart.source;

import chatbois.cellart.Picture;
import java.util.ArrayList;
import java.util.List;

/// Pictures written as letters, rows parted by slashes: red, green, blue, white, and a dot for what
/// is transparent or black.
final class Letters implements Screen {
    private static final String NAMES = "RGBW";
    static final int[] COLORS = {0xCC0000, 0x00CC00, 0x0000CC, 0xFFFFFF};

    final List<String> shown = new ArrayList<>();
    final List<Integer> times = new ArrayList<>();
    int loops = 1;

    /// One frame of a file to be made.
    record Frame(int x, int y, String rows, Patch.After after, int millis) {
        int width() {
            return rows.indexOf('/') < 0 ? rows.length() : rows.indexOf('/');
        }

        int height() {
            return (rows.length() + 1) / (width() + 1);
        }

        /// The number of a pixel's colour; that of what is transparent is after the last.
        int number(int x, int y) {
            int number = NAMES.indexOf(rows.charAt(y * (width() + 1) + x));
            return number < 0 ? NAMES.length() : number;
        }
    }

    @Override
    public int side(boolean moves) {
        return 960;
    }

    @Override
    public void skip(int millis) {
        // It begins with the first one.
    }

    @Override
    public void loops(int times) {
        loops = times;
    }

    @Override
    public boolean show(Picture picture, int millis) {
        StringBuilder rows = new StringBuilder();
        for (int y = 0; y < picture.height(); y++) {
            rows.append(y == 0 ? "" : "/");
            for (int x = 0; x < picture.width(); x++) {
                rows.append(letter(picture.pixel(x, y)));
            }
        }
        shown.add(rows.toString());
        times.add(millis);
        return true;
    }

    private static char letter(int rgb) {
        for (int i = 0; i < COLORS.length; i++) {
            if (COLORS[i] == rgb) {
                return NAMES.charAt(i);
            }
        }
        return rgb == 0 ? '.' : '?';
    }
}
