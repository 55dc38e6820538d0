package chatbois.cellart;

/// Writes cells as text with the escape sequences of ECMA-48 for their colours (SGR), and where
/// they take the place of others, for moving the cursor.
public final class Escapes {
    private static final String CSI = "\u001b[";

    private final Colors colors;
    private final StringBuilder text = new StringBuilder();
    private int ink;
    private int ground;

    private Escapes(Colors colors) {
        this.colors = colors;
    }

    /// A line for each row, each ending with a line break and in the terminal's own colours: it can
    /// go into a file or a pipe, too.
    ///
    /// @param colors those for which the cells were made
    public static String of(Cells cells, Colors colors) {
        Escapes escapes = new Escapes(colors);
        for (int row = 0; row < cells.size().rows(); row++) {
            escapes.row(cells, row);
        }
        return escapes.text.toString();
    }

    /// What turns cells that have just been printed, so that the cursor stands at the beginning of
    /// the line below them, into others of the same size. The terminal shows it at once if it can
    /// (synchronized output, DEC mode 2026).
    ///
    /// @param colors those for which both were made
    public static String turned(Cells before, Cells now, Colors colors) {
        Escapes escapes = new Escapes(colors);
        escapes.ink = Cells.OWN;
        escapes.ground = Cells.OWN;
        escapes.move(now.size().rows(), 'A');
        int at = 0;
        for (int row = 0; row < now.size().rows(); row++) {
            int from = at;
            boolean beside = false;
            for (int column = 0; column < now.size().columns(); column++) {
                boolean changed = !isSame(before, now, column, row);
                if (changed && !beside) {
                    escapes.move(row - from, 'B');
                    from = row;
                    at = row;
                    escapes.move(column + 1, 'G');
                }
                if (changed) {
                    escapes.cell(now, column, row);
                }
                beside = changed;
            }
        }
        escapes.move(now.size().rows() - at, 'B');
        return CSI + "?2026h" + escapes.text + "\r" + CSI + "0m" + CSI + "?2026l";
    }

    private static boolean isSame(Cells before, Cells now, int column, int row) {
        return before.character(column, row) == now.character(column, row)
                && before.ink(column, row) == now.ink(column, row)
                && before.ground(column, row) == now.ground(column, row);
    }

    private void move(int count, char way) {
        if (count > 0) {
            text.append(CSI).append(count).append(way);
        }
    }

    private void cell(Cells cells, int column, int row) {
        ink(cells.ink(column, row));
        ground(cells.ground(column, row));
        text.appendCodePoint(cells.character(column, row));
    }

    private void row(Cells cells, int row) {
        ink = Cells.OWN;
        ground = Cells.OWN;
        for (int column = 0; column < cells.size().columns(); column++) {
            cell(cells, column, row);
        }
        text.append(ink == Cells.OWN && ground == Cells.OWN ? "" : CSI + "0m").append('\n');
    }

    private void ink(int color) {
        if (color != ink) {
            ink = color;
            text.append(CSI).append(code(color, 30)).append('m');
        }
    }

    private void ground(int color) {
        if (color != ground) {
            ground = color;
            text.append(CSI).append(code(color, 40)).append('m');
        }
    }

    /// @param first the number of the first colour, 30 or 40
    private String code(int color, int first) {
        if (color == Cells.OWN) {
            return String.valueOf(first + 9);
        }
        return switch (colors) {
            case NONE -> "";
            case SIXTEEN -> {
                int number = Palette.SIXTEEN.number(color);
                yield String.valueOf(number < 8 ? first + number : first + 52 + number);
            }
            case INDEXED -> first + 8 + ";5;" + Palette.INDEXED.number(color);
            case FULL ->
                    "%d;2;%d;%d;%d"
                            .formatted(first + 8, color >> 16, color >> 8 & 255, color & 255);
        };
    }
}
