package chatbois.cellart;

/// Writes cells as text with the escape sequences of ECMA-48 (SGR) for their colours: nothing else,
/// so that it can go into a file or a pipe.
public final class Escapes {
    private static final String CSI = "\u001b[";

    private final Colors colors;
    private final StringBuilder text = new StringBuilder();
    private int ink;
    private int ground;

    private Escapes(Colors colors) {
        this.colors = colors;
    }

    /// A line for each row, each ending with a line break and in the terminal's own colours.
    ///
    /// @param colors those for which the cells were made
    public static String of(Cells cells, Colors colors) {
        Escapes escapes = new Escapes(colors);
        for (int row = 0; row < cells.size().rows(); row++) {
            escapes.row(cells, row);
        }
        return escapes.text.toString();
    }

    private void row(Cells cells, int row) {
        ink = Cells.OWN;
        ground = Cells.OWN;
        for (int column = 0; column < cells.size().columns(); column++) {
            ink(cells.ink(column, row));
            ground(cells.ground(column, row));
            text.appendCodePoint(cells.character(column, row));
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
