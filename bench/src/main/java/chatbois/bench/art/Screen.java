package chatbois.bench.art;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// A terminal of a fixed size that understands text, line breaks, and colours: what programs that
/// print pictures use. The cursor neither wraps nor scrolls.
final class Screen {
    private static final int WHITE = 0xE5E5E5;
    private static final int BLACK = 0x000000;
    private static final int[] SIXTEEN = {
        0x000000, 0xCD0000, 0x00CD00, 0xCDCD00, 0x0000EE, 0xCD00CD, 0x00CDCD, 0xE5E5E5, 0x7F7F7F,
        0xFF0000, 0x00FF00, 0xFFFF00, 0x5C5CFF, 0xFF00FF, 0x00FFFF, 0xFFFFFF
    };

    /// A character, its colour, and that behind it.
    record Cell(int character, int ink, int ground) {}

    private final int columns;
    private final int rows;
    private final Cell[] cells;
    private int column;
    private int row;
    private int ink = WHITE;
    private int ground = BLACK;
    private boolean reversed;

    Screen(int columns, int rows, String printed) {
        this.columns = columns;
        this.rows = rows;
        cells = new Cell[columns * rows];
        Arrays.fill(cells, new Cell(' ', WHITE, BLACK));
        for (int at = 0; at < printed.length(); ) {
            int character = printed.codePointAt(at);
            at += Character.charCount(character);
            if (character == 0x1B) {
                at = escape(printed, at);
            } else {
                type(character);
            }
        }
    }

    Cell at(int column, int row) {
        return cells[row * columns + column];
    }

    int columns() {
        return columns;
    }

    int rows() {
        return rows;
    }

    private void type(int character) {
        if (character == '\n') {
            column = 0;
            row++;
        } else if (character >= ' ') {
            if (column < columns && row < rows) {
                cells[row * columns + column] =
                        reversed
                                ? new Cell(character, ground, ink)
                                : new Cell(character, ink, ground);
            }
            column++;
        }
    }

    /// Takes an escape sequence, and gives the place behind it.
    private int escape(String printed, int start) {
        int end = start + 1;
        while (end < printed.length() && "0123456789;?".indexOf(printed.charAt(end)) >= 0) {
            end++;
        }
        if (end < printed.length() && printed.charAt(end) == 'm') {
            List<Integer> numbers = new ArrayList<>();
            for (String number : printed.substring(start + 1, end).split(";")) {
                numbers.add(number.isEmpty() ? 0 : Integer.parseInt(number));
            }
            color(numbers);
        }
        return end + 1;
    }

    private void color(List<Integer> numbers) {
        for (int i = 0; i < numbers.size(); i++) {
            int number = numbers.get(i);
            switch (number) {
                case 0 -> {
                    ink = WHITE;
                    ground = BLACK;
                    reversed = false;
                }
                case 7 -> reversed = true;
                case 27 -> reversed = false;
                case 39 -> ink = WHITE;
                case 49 -> ground = BLACK;
                case 38, 48 -> {
                    boolean indexed = numbers.get(i + 1) == 5;
                    int color =
                            indexed
                                    ? indexed(numbers.get(i + 2))
                                    : numbers.get(i + 2) << 16
                                            | numbers.get(i + 3) << 8
                                            | numbers.get(i + 4);
                    set(number - 8, color);
                    i += indexed ? 2 : 4;
                }
                default -> {
                    boolean bright = number >= 90;
                    int first = number / 10 % 10 * 10;
                    set(
                            bright ? number >= 100 ? 40 : 30 : first,
                            SIXTEEN[number % 10 % 8 + (bright ? 8 : 0)]);
                }
            }
        }
    }

    /// @param kind 30 for the character's colour, 40 for that behind it
    private void set(int kind, int color) {
        if (kind == 30) {
            ink = color;
        } else if (kind == 40) {
            ground = color;
        }
    }

    private static int indexed(int number) {
        if (number < 16) {
            return SIXTEEN[number];
        }
        if (number >= 232) {
            return (8 + 10 * (number - 232)) * 0x010101;
        }
        int place = number - 16;
        return level(place / 36) << 16 | level(place / 6 % 6) << 8 | level(place % 6);
    }

    private static int level(int step) {
        return step == 0 ? 0 : 55 + 40 * step;
    }
}
