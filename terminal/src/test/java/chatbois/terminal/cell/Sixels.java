package chatbois.terminal.cell;

import chatbois.cellart.Picture;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Reads Sixel, as a terminal does.
final class Sixels {
    /// What no Sixel was painted on.
    static final int UNPAINTED = 0x123456;

    private static final Pattern SIZE = Pattern.compile("\"1;1;([0-9]+);([0-9]+)");
    private static final Pattern PART =
            Pattern.compile(
                    "#(?<set>[0-9]+);2;(?<red>[0-9]+);(?<green>[0-9]+);(?<blue>[0-9]+)"
                            + "|#(?<take>[0-9]+)|!(?<count>[0-9]+)(?<run>[?-~])|(?<one>[?-~])"
                            + "|(?<back>\\$)|(?<down>-)");

    private final int[] registers = new int[256];
    private final int width;
    private final int height;
    private final int[] pixels;
    private int pen;
    private int x;
    private int y;

    private Sixels(int width, int height) {
        this.width = width;
        this.height = height;
        pixels = new int[width * height];
        Arrays.fill(pixels, UNPAINTED);
    }

    /// @throws IllegalArgumentException if it isn't Sixel, or paints outside of what it says
    static Picture read(String text) {
        Matcher size = SIZE.matcher(text);
        if (!size.lookingAt()) {
            throw new IllegalArgumentException("no size in " + text);
        }
        Sixels read = new Sixels(Integer.parseInt(size.group(1)), Integer.parseInt(size.group(2)));
        Matcher part = PART.matcher(text).region(size.end(), text.length());
        int end = size.end();
        while (part.lookingAt()) {
            read.take(part);
            end = part.end();
            part.region(end, text.length());
        }
        if (end < text.length()) {
            throw new IllegalArgumentException("no Sixel: " + text.substring(end));
        }
        return new Picture(read.width, read.height, read.pixels);
    }

    private void take(Matcher part) {
        if (part.group("set") != null) {
            int rgb = level(part, "red") << 16 | level(part, "green") << 8 | level(part, "blue");
            registers[Integer.parseInt(part.group("set"))] = rgb;
        } else if (part.group("take") != null) {
            pen = Integer.parseInt(part.group("take"));
        } else if (part.group("run") != null) {
            paint(part.group("run").charAt(0), Integer.parseInt(part.group("count")));
        } else if (part.group("one") != null) {
            paint(part.group("one").charAt(0), 1);
        } else {
            x = 0;
            y += part.group("down") != null ? 6 : 0;
        }
    }

    private static int level(Matcher part, String color) {
        return (int) Math.round(Integer.parseInt(part.group(color)) * 255 / 100.0);
    }

    private void paint(char column, int count) {
        for (int end = x + count; x < end; x++) {
            for (int i = 0; i < 6; i++) {
                if ((column - '?' >> i & 1) == 1) {
                    pixels[(y + i) * width + x] = registers[pen];
                }
            }
        }
    }
}
