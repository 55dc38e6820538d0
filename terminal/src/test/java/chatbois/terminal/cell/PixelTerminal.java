package chatbois.terminal.cell;

import chatbois.cellart.Picture;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;

/// A terminal that takes pixels by all three protocols, as they are written for it, and fails at
/// anything else. Its cells have 10 by 20 pixels.
public final class PixelTerminal extends VirtualTerminal {
    public static final int CELL_WIDTH = 10;
    public static final int CELL_HEIGHT = 20;

    /// What a cell shows that has no pixels.
    public static final int NOTHING = -1;

    private static final String END = "\u001b\\\\";
    private static final Pattern PART =
            Pattern.compile(
                    "\u001b_G(?<keys>[a-zA-Z0-9=,]*)(;(?<data>[A-Za-z0-9+/=]*))?"
                            + END
                            + "|\u001b7\u001b\\[(?<row>[0-9]+);(?<column>[0-9]+)H"
                            + "(\u001bP0;1q(?<sixel>[!-~]*)"
                            + END
                            + "|\u001b]1337;File=inline=1;doNotMoveCursor=1;preserveAspectRatio=0"
                            + ";size=[0-9]+;width=(?<width>[0-9]+);height=1:"
                            + "(?<png>[A-Za-z0-9+/=]*)\u0007)\u001b8");

    /// What hangs behind some cells.
    private record Hung(int columns, int rows) {}

    private final int width;
    private final Map<Integer, Picture> pictures = new HashMap<>();
    private final Map<Integer, Hung> hung = new HashMap<>();
    private final Map<String, int[]> marks = new HashMap<>();
    private final int[] strips;
    private ByteArrayOutputStream coming = new ByteArrayOutputStream();
    private int number;
    private int bytes;

    public PixelTerminal(int width, int height) {
        super(width, height, Widths.GRAPHEMES);
        this.width = width;
        strips = new int[width * height];
        Arrays.fill(strips, NOTHING);
        IntStream.range(0, height)
                .forEach(row ->
                        IntStream.range(0, width)
                                .forEach(column ->
                                        marks.put(
                                                Placeholders.of(row, column).text(),
                                                new int[] {row, column})));
    }

    @Override
    public void write(String sent) {
        Matcher part = PART.matcher(sent);
        int at = 0;
        while (part.find()) {
            super.write(sent.substring(at, part.start()));
            at = part.end();
            if (part.group("keys") != null) {
                kitty(part.group("keys"), part.group("data"));
            } else {
                strip(part);
            }
        }
        super.write(sent.substring(at));
    }

    /// The colour in the middle of a cell, or [#NOTHING].
    public int rgb(int x, int y) {
        int[] mark = marks.get(text(x, y));
        if (mark == null || !look(x, y).front().startsWith("38;2;")) {
            return strips[y * width + x];
        }
        int id = 0;
        for (String level : look(x, y).front().substring(5).split(";")) {
            id = id << 8 | Integer.parseInt(level);
        }
        Hung place = hung.get(id);
        Picture picture = pictures.get(id);
        return place == null || picture == null
                ? NOTHING
                : picture.pixel(
                        (2 * mark[1] + 1) * picture.width() / (2 * place.columns),
                        (2 * mark[0] + 1) * picture.height() / (2 * place.rows));
    }

    /// The pictures that it was sent by Kitty's protocol and keeps.
    public Set<Integer> kept() {
        return new TreeSet<>(pictures.keySet());
    }

    /// How many bytes of pixels it was ever sent.
    public int bytes() {
        return bytes;
    }

    private void kitty(String keys, String data) {
        Map<String, String> said =
                Arrays.stream(keys.split(","))
                        .collect(Collectors.toMap(k -> k.split("=")[0], k -> k.split("=")[1]));
        if (!said.getOrDefault("q", "").equals("2")) {
            throw new IllegalArgumentException("that would be answered: " + keys);
        }
        switch (said.getOrDefault("a", "")) {
            case "t" -> {
                expect(number == 0, "another picture is being sent");
                expect("100".equals(said.get("f")), "no PNG");
                number = Integer.parseInt(said.get("i"));
                data(said, data);
            }
            case "" -> data(said, data);
            case "p" -> {
                int id = Integer.parseInt(said.get("i"));
                expect(number == 0 && pictures.containsKey(id), "not there yet");
                expect("1".equals(said.get("U")), "not behind characters");
                int columns = Integer.parseInt(said.get("c"));
                hung.put(id, new Hung(columns, Integer.parseInt(said.get("r"))));
            }
            case "d" -> {
                expect(number == 0 && "I".equals(said.get("d")), "what else is to be deleted?");
                pictures.remove(Integer.parseInt(said.get("i")));
                hung.remove(Integer.parseInt(said.get("i")));
            }
            default -> throw new IllegalArgumentException(keys);
        }
    }

    private static void expect(boolean is, String what) {
        if (!is) {
            throw new IllegalArgumentException(what);
        }
    }

    private void data(Map<String, String> said, String data) {
        expect(data.length() <= 4096 && number > 0, "no chunk");
        bytes += data.length();
        coming.writeBytes(Base64.getDecoder().decode(data));
        if ("0".equals(said.get("m"))) {
            if (coming.size() > 0 && !data.isEmpty()) {
                pictures.put(number, png(coming.toByteArray()));
            }
            coming = new ByteArrayOutputStream();
            number = 0;
        }
    }

    private void strip(Matcher part) {
        int x = Integer.parseInt(part.group("column")) - 1;
        int y = Integer.parseInt(part.group("row")) - 1;
        String sixel = part.group("sixel");
        bytes += (sixel == null ? part.group("png") : sixel).length();
        Picture strip =
                sixel == null
                        ? png(Base64.getDecoder().decode(part.group("png")))
                        : Sixels.read(sixel);
        int columns =
                sixel == null ? Integer.parseInt(part.group("width")) : strip.width() / CELL_WIDTH;
        expect(sixel == null || strip.height() == CELL_HEIGHT, "not as high as a cell");
        expect(x + columns <= width, "outside of the screen");
        for (int i = 0; i < columns; i++) {
            strips[y * width + x + i] =
                    strip.pixel((2 * i + 1) * strip.width() / (2 * columns), strip.height() / 2);
        }
    }

    /// Text takes the place of pixels.
    @Override
    void written(int x, int y) {
        if (strips != null) {
            strips[y * width + x] = NOTHING;
        }
    }

    private static Picture png(byte[] bytes) {
        try {
            BufferedImage image = ImageIO.read(new ByteArrayInputStream(bytes));
            int w = image.getWidth();
            int h = image.getHeight();
            return new Picture(w, h, image.getRGB(0, 0, w, h, null, 0, w));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
