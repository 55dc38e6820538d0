package chatbois.terminal.cell;

import chatbois.terminal.cell.Widths.Glyph;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeSet;

/// A terminal of cells that takes what [Painter] writes and no more: it fails at anything else. How
/// wide things are for it is a parameter. It does not wrap at the right margin.
public class VirtualTerminal {
    /// How a cell looks: the numbers of its colours, what else was said of it, and its link.
    public record Look(String front, String back, TreeSet<Integer> more, String link) {
        static final Look PLAIN = new Look("", "", new TreeSet<>(), "");

        public boolean isPlain() {
            return equals(PLAIN);
        }

        /// In words, as far as there are any.
        @Override
        public String toString() {
            StringBuilder words = new StringBuilder();
            words.append(front.isEmpty() ? "" : "colour " + front + " ");
            words.append(back.isEmpty() ? "" : "on " + back + " ");
            more.forEach(code -> words.append(NAMES.getOrDefault(code, "?")).append(' '));
            return words.append(link.isEmpty() ? "" : "link " + link).toString().strip();
        }
    }

    private static final Map<Integer, String> NAMES =
            Map.of(1, "bold", 2, "dim", 3, "italic", 4, "underlined", 7, "reverse", 9, "struck");

    private final int width;
    private final int height;
    private final Widths widths;
    private final String[][] texts;
    private final Look[][] looks;
    private Look look = Look.PLAIN;
    private int top;
    private int bottom;
    private int x;
    private int y;
    private boolean cursor;

    public VirtualTerminal(int width, int height, Widths widths) {
        this.width = width;
        this.height = height;
        this.widths = widths;
        texts = new String[height][width];
        looks = new Look[height][width];
        bottom = height - 1;
        clear();
    }

    /// Takes what a terminal is sent.
    public void write(String sent) {
        int at = 0;
        while (at < sent.length()) {
            if (sent.startsWith("\u001b[", at)) {
                int end = at + 2;
                while (sent.charAt(end) < 0x40) {
                    end++;
                }
                control(sent.substring(at + 2, end), sent.charAt(end));
                at = end + 1;
            } else if (sent.startsWith("\u001b]8;;", at)) {
                int end = sent.indexOf("\u001b\\", at);
                look = new Look(look.front, look.back, look.more, sent.substring(at + 5, end));
                at = end + 2;
            } else if (sent.startsWith("\u001b]2;", at)) {
                at = sent.indexOf('\u0007', at) + 1;
            } else if (sent.startsWith("\r\n", at)) {
                x = 0;
                y++; // nothing else is sent in the last row
                at += 2;
            } else if (sent.charAt(at) == '\b') {
                x--;
                at++;
            } else {
                int end = at;
                while (end < sent.length() && sent.charAt(end) >= ' ') {
                    end++;
                }
                widths.glyphs(sent.substring(at, end)).forEach(this::put);
                at = end;
            }
        }
    }

    /// Something was written into a cell, or it was made blank.
    void written(int x, int y) {
        // Text has nothing to do with it.
    }

    /// What begins in a cell; empty if it is the rest of something wide.
    public String text(int x, int y) {
        return texts[y][x];
    }

    public Look look(int x, int y) {
        return looks[y][x];
    }

    /// Where the cursor is, as `column,row`; empty while it is hidden.
    public String cursor() {
        return cursor ? x + "," + y : "";
    }

    /// A row of text without the blanks at its end.
    public String row(int y) {
        return String.join("", texts[y]).stripTrailing();
    }

    private void put(Glyph glyph) {
        if (glyph.width() == 0) {
            int before = Math.max(x - 1, 0);
            while (before > 0 && texts[y][before].isEmpty()) {
                before--;
            }
            texts[y][before] += glyph.text();
            return;
        }
        int from = Math.clamp(width - glyph.width(), 0, x);
        for (int i = from; i < Math.min(from + glyph.width(), width); i++) {
            breakAt(i);
            texts[y][i] = i == from ? glyph.text() : "";
            looks[y][i] = look;
            written(i, y);
        }
        x = Math.min(from + glyph.width(), width);
    }

    /// Blanks what is left of something wide that is about to be written over.
    private void breakAt(int column) {
        if (texts[y][column].isEmpty()) {
            for (int i = column; i >= 0; i--) {
                boolean first = !texts[y][i].isEmpty();
                texts[y][i] = " ";
                if (first) {
                    break;
                }
            }
        }
        for (int i = column + 1; i < width && texts[y][i].isEmpty(); i++) {
            texts[y][i] = " ";
        }
    }

    private void control(String numbers, char kind) {
        String[] all = numbers.split(";", -1);
        switch (kind) {
            case 'H' -> {
                y = number(all, 0) - 1;
                x = number(all, 1) - 1;
            }
            case 'G' -> x = number(all, 0) - 1;
            case 'K' -> {
                breakAt(x);
                Arrays.fill(texts[y], x, width, " ");
                Arrays.fill(looks[y], x, width, look);
                for (int i = x; i < width; i++) {
                    written(i, y);
                }
            }
            case 'J' -> clear();
            case 'r' -> {
                top = number(all, 0) - 1;
                bottom = all.length < 2 ? height - 1 : number(all, 1) - 1;
                x = 0;
                y = 0;
            }
            case 'M' -> scroll(number(all, 0));
            case 'L' -> scroll(-number(all, 0));
            case 'm' -> style(all);
            case 'h', 'l' -> {
                if (numbers.equals("?25")) {
                    cursor = kind == 'h';
                }
            }
            default -> throw new IllegalArgumentException("CSI " + numbers + kind);
        }
    }

    /// Moves the rows from the cursor's to the end of the region up, or down.
    private void scroll(int by) {
        if (y < top || y > bottom) {
            return;
        }
        String[][] textsBefore = texts.clone();
        Look[][] looksBefore = looks.clone();
        for (int row = y; row <= bottom; row++) {
            boolean stays = row + by >= y && row + by <= bottom;
            texts[row] = stays ? textsBefore[row + by] : blankRow();
            looks[row] = stays ? looksBefore[row + by] : plainRow();
        }
        x = 0;
    }

    private String[] blankRow() {
        String[] row = new String[width];
        Arrays.fill(row, " ");
        return row;
    }

    private Look[] plainRow() {
        Look[] row = new Look[width];
        Arrays.fill(row, look);
        return row;
    }

    private static int number(String[] all, int index) {
        return index < all.length && !all[index].isEmpty() ? Integer.parseInt(all[index]) : 1;
    }

    private void clear() {
        for (int row = 0; row < height; row++) {
            Arrays.fill(texts[row], " ");
            Arrays.fill(looks[row], Look.PLAIN);
            for (int column = 0; column < width; column++) {
                written(column, row);
            }
        }
    }

    private void style(String[] codes) {
        int first = codes[0].isEmpty() ? 0 : Integer.parseInt(codes[0]);
        boolean front = first >= 30 && first < 40 || first >= 90 && first < 100;
        boolean back = first >= 40 && first < 50 || first >= 100;
        if (front || back) {
            String color = String.join(";", codes);
            look =
                    front
                            ? new Look(color, look.back, look.more, look.link)
                            : new Look(look.front, color, look.more, look.link);
            return;
        }
        TreeSet<Integer> more = new TreeSet<>();
        for (String code : codes) {
            more.add(Integer.parseInt(code));
        }
        if (!more.remove(0)) {
            throw new IllegalArgumentException("the painter resets before it says looks");
        }
        look = new Look("", "", more, look.link);
    }
}
