import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/// Draws a terminal as SVG: reads from standard input what `tmux capture-pane -e -p` gives and
/// writes the picture to standard output. Run by tools/pictures.sh as `java ScreenSvg.java X Y
/// COLUMNS`, with the cursor's column and row and how many columns there are.
final class ScreenSvg {
    private static final double CELL_WIDTH = 8.4;
    private static final int CELL_HEIGHT = 19;
    private static final int BASELINE = 14;
    private static final int MARGIN = 12;
    private static final int BOLD = 1;
    private static final int FAINT = 2;
    private static final int ITALIC = 3;
    private static final int UNDERLINED = 4;
    private static final int REVERSE = 7;
    private static final int STRUCK = 9;
    /// `-Dlight=true` draws a light terminal.
    private static final boolean LIGHT = Boolean.getBoolean("light");

    private static final String FOREGROUND = LIGHT ? "#24292f" : "#d4d4d4";
    private static final String BACKGROUND = LIGHT ? "#ffffff" : "#16181d";
    private static final String[] BASIC = {
        "#16181d", "#d16969", "#7fb069", "#d7ba7d", "#6a9fd8", "#b58ac6", "#5fb3b3", "#d4d4d4",
        "#6b7280", "#e58080", "#98c379", "#e5c07b", "#82b1e8", "#c9a0dc", "#7fcaca", "#ffffff"
    };

    /// How text looks; null stands for the terminal's own color.
    private record Look(String front, String back, Set<Integer> on) {
        static final Look PLAIN = new Look(null, null, Set.of());

        Look front(String color) {
            return new Look(color, back, on);
        }

        Look back(String color) {
            return new Look(front, color, on);
        }

        Look with(int code) {
            return switch (code) {
                case 0 -> PLAIN;
                case BOLD, FAINT, ITALIC, UNDERLINED, REVERSE, STRUCK -> turned(true, code);
                case 22 -> turned(false, BOLD, FAINT);
                case 23, 24, 27, 29 -> turned(false, code - 20);
                case 39 -> front(null);
                case 49 -> back(null);
                default -> basic(code);
            };
        }

        private Look turned(boolean to, Integer... codes) {
            Set<Integer> all = new TreeSet<>(on);
            for (Integer code : codes) {
                if (to) {
                    all.add(code);
                } else {
                    all.remove(code);
                }
            }
            return new Look(front, back, all);
        }

        private Look basic(int code) {
            if (code >= 30 && code < 38) {
                return front(BASIC[code - 30]);
            }
            if (code >= 40 && code < 48) {
                return back(BASIC[code - 40]);
            }
            if (code >= 90 && code < 98) {
                return front(BASIC[code - 82]);
            }
            return code >= 100 && code < 108 ? back(BASIC[code - 92]) : this;
        }

        String shownFront() {
            return on.contains(REVERSE) ? or(back, BACKGROUND) : or(front, FOREGROUND);
        }

        String shownBack() {
            return on.contains(REVERSE) ? or(front, FOREGROUND) : or(back, BACKGROUND);
        }

        private static String or(String color, String otherwise) {
            return color == null ? otherwise : color;
        }
    }

    private final int columns;
    private final StringBuilder svg = new StringBuilder();
    private Look look = Look.PLAIN;

    private ScreenSvg(int columns) {
        this.columns = columns;
    }

    public static void main(String[] args) throws IOException {
        String captured = new String(System.in.readAllBytes(), StandardCharsets.UTF_8);
        int x = Integer.parseInt(args[0]);
        int y = Integer.parseInt(args[1]);
        System.out.write(
                new ScreenSvg(Integer.parseInt(args[2])).draw(captured.lines().toList(), x, y).getBytes(StandardCharsets.UTF_8));
        System.out.flush();
    }

    private String draw(List<String> lines, int cursorX, int cursorY) {
        double width = 2 * MARGIN + columns * CELL_WIDTH;
        int height = 2 * MARGIN + lines.size() * CELL_HEIGHT;
        svg.append("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %s %d\" width=\"%s\" height=\"%d\" role=\"img\" aria-label=\"chatbois in a terminal\" font-family=\"ui-monospace, Menlo, Consolas, 'DejaVu Sans Mono', 'Noto Sans Mono CJK JP', monospace\" font-size=\"14\">\n".formatted(number(width), height, number(width), height));
        svg.append("<rect width=\"100%%\" height=\"100%%\" rx=\"8\" fill=\"%s\"/>\n".formatted(BACKGROUND));
        for (int row = 0; row < lines.size(); row++) {
            line(lines.get(row), row);
        }
        svg.append("<rect x=\"%s\" y=\"%d\" width=\"%s\" height=\"%d\" fill=\"%s\"/>\n".formatted(number(left(cursorX)), top(cursorY) + 1, number(CELL_WIDTH), CELL_HEIGHT - 2, FOREGROUND));
        return svg.append("</svg>\n").toString();
    }

    private void line(String line, int row) {
        int column = 0;
        StringBuilder run = new StringBuilder();
        int runWidth = 0;
        for (int i = 0; i < line.length(); ) {
            if (line.startsWith("\u001b[", i)) {
                column += flush(run, runWidth, column, row);
                runWidth = 0;
                int end = line.indexOf('m', i);
                style(line.substring(i + 2, end));
                i = end + 1;
            } else {
                int c = line.codePointAt(i);
                // A wide character in a run of its own, since no two fonts agree on its width.
                if (width(c) != 1) {
                    column += flush(run, runWidth, column, row);
                    column += flush(new StringBuilder().appendCodePoint(c), width(c), column, row);
                    runWidth = 0;
                } else {
                    run.appendCodePoint(c);
                    runWidth++;
                }
                i += Character.charCount(c);
            }
        }
        flush(run, runWidth, column, row);
    }

    /// Draws a run of cells that look alike; gives how many columns it takes.
    private int flush(StringBuilder run, int width, int column, int row) {
        String text = run.toString();
        run.setLength(0);
        if (width > 0 && !look.shownBack().equals(BACKGROUND)) {
            svg.append("<rect x=\"%s\" y=\"%d\" width=\"%s\" height=\"%d\" fill=\"%s\"/>\n".formatted(number(left(column)), top(row), number(width * CELL_WIDTH + 0.2), CELL_HEIGHT, look.shownBack()));
        }
        if (!text.isBlank()) {
            int lead = text.length() - text.stripLeading().length();
            String stripped = text.strip();
            int cells = width == text.length() ? stripped.length() : width;
            svg.append("<text x=\"%s\" y=\"%d\" textLength=\"%s\" lengthAdjust=\"spacingAndGlyphs\" xml:space=\"preserve\" fill=\"%s\"%s>%s</text>\n".formatted(number(left(column + lead)), top(row) + BASELINE, number(cells * CELL_WIDTH), look.shownFront(), marks(), escape(stripped)));
        }
        return width;
    }

    private String marks() {
        String lines =
                (look.on().contains(UNDERLINED) ? "underline " : "")
                        + (look.on().contains(STRUCK) ? "line-through" : "");
        return (look.on().contains(BOLD) ? " font-weight=\"bold\"" : "")
                + (look.on().contains(ITALIC) ? " font-style=\"italic\"" : "")
                + (look.on().contains(FAINT) ? " opacity=\"0.6\"" : "")
                + (lines.isEmpty() ? "" : " text-decoration=\"" + lines.strip() + "\"");
    }

    private void style(String codes) {
        List<Integer> numbers = new ArrayList<>();
        for (String code : codes.split(";", -1)) {
            numbers.add(code.isEmpty() ? 0 : Integer.parseInt(code));
        }
        for (int i = 0; i < numbers.size(); i++) {
            int code = numbers.get(i);
            if ((code == 38 || code == 48) && numbers.get(i + 1) == 5) {
                String color = indexed(numbers.get(i + 2));
                look = code == 38 ? look.front(color) : look.back(color);
                i += 2;
            } else if (code == 38 || code == 48) {
                String color = hex(numbers.get(i + 2), numbers.get(i + 3), numbers.get(i + 4));
                look = code == 38 ? look.front(color) : look.back(color);
                i += 4;
            } else {
                look = look.with(code);
            }
        }
    }

    private static String indexed(int n) {
        if (n < 16) {
            return BASIC[n];
        }
        if (n >= 232) {
            int gray = 8 + 10 * (n - 232);
            return hex(gray, gray, gray);
        }
        int cube = n - 16;
        return hex(step(cube / 36), step(cube / 6 % 6), step(cube % 6));
    }

    private static int step(int level) {
        return level == 0 ? 0 : 55 + 40 * level;
    }

    private static String hex(int red, int green, int blue) {
        return "#%02x%02x%02x".formatted(red, green, blue);
    }

    /// Enough for a picture: ideographs, kana and emoji are two columns wide.
    private static int width(int c) {
        boolean wide =
                c >= 0x1100 && c <= 0x115F
                        || c >= 0x2E80 && c <= 0xA4CF
                        || c >= 0xAC00 && c <= 0xD7A3
                        || c >= 0xF900 && c <= 0xFAFF
                        || c >= 0xFE30 && c <= 0xFE6F
                        || c >= 0xFF00 && c <= 0xFF60
                        || c >= 0x1F300 && c <= 0x1FAFF;
        return wide ? 2 : 1;
    }

    private static double left(int column) {
        return MARGIN + column * CELL_WIDTH;
    }

    private static int top(int row) {
        return MARGIN + row * CELL_HEIGHT;
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.1f", value).replaceAll("\\.0$", "");
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
