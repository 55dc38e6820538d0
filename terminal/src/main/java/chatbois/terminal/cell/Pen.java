package chatbois.terminal.cell;

import chatbois.terminal.text.Cluster;

/// Writes for a terminal and remembers its state, so that nothing is said twice.
final class Pen {
    private static final String CSI = "\u001b[";

    /// The column after something whose width the terminal may see differently.
    private static final int UNKNOWN = -1;

    /// How an exact colour begins, a foreground's.
    private static final String BITS = CSI + "38;2;";

    private static final int LONGEST_BITS = BITS.length() + "255;255;255m".length();

    private static final String LINK = "\u001b]8;;";
    private static final String LINK_END = "\u001b\\";

    private Palette palette;
    private boolean links;
    private final StringBuilder out = new StringBuilder();
    private final char[] sequence = new char[LONGEST_BITS];
    private Style style = Style.PLAIN;
    private int width;
    private int x = UNKNOWN;
    private int y = UNKNOWN;

    Pen(Dress dress) {
        palette = new Palette(dress);
        links = dress.links();
    }

    /// A pen that goes on where this one is, with nothing written.
    Pen(Pen other) {
        palette = other.palette;
        links = other.links;
        style = other.style;
        width = other.width;
        x = other.x;
        y = other.y;
    }

    /// Has other colours from the next reset on.
    void dress(Dress other) {
        palette = new Palette(other);
        links = other.links();
    }

    /// Makes the screen blank and plain and the cursor hidden, whatever it was before.
    void reset(int width) {
        this.width = width;
        control("?25l");
        control("0m");
        control("2J");
        style = Style.PLAIN;
        y = UNKNOWN;
    }

    void moveTo(int x, int y) {
        if (this.y != y) {
            useLink(""); // none goes on in the next row
            if (x == 0 && this.y >= 0 && this.y + 1 == y) {
                out.append("\r\n");
            } else {
                out.append(CSI).append(y + 1).append(';').append(x + 1).append('H');
            }
        } else if (this.x == x + 1) {
            out.append('\b');
        } else if (this.x != x) {
            control((x + 1) + "G");
        }
        this.x = x;
        this.y = y;
    }

    void write(Cluster cluster, Style style, int x, int y) {
        moveTo(x, y);
        use(style);
        if (cluster.risky()) {
            // The terminal may find it narrower or draw nothing: what is left must be blank.
            out.repeat(' ', cluster.width());
            control((x + 1) + "G");
        }
        out.append(cluster.text());
        int end = x + cluster.width();
        this.x = cluster.risky() || end >= width ? UNKNOWN : end;
    }

    /// Moves rows, and leaves blank ones behind.
    void scroll(Scroll scroll) {
        use(Style.PLAIN);
        control((scroll.top() + 1) + ";" + (scroll.bottom() + 1) + "r");
        control((scroll.top() + 1) + "H");
        control(scroll.by() > 0 ? scroll.by() + "M" : -scroll.by() + "L");
        control("r");
        x = UNKNOWN;
        y = UNKNOWN;
    }

    /// Whether writing here in that look needs neither a move nor a change of looks.
    boolean isAt(int x, int y, Style look) {
        return this.x == x && this.y == y && fitted(look).equals(style);
    }

    /// How many columns it is from here to there; none if that isn't ahead in the same row.
    int ahead(int x, int y) {
        return this.y == y && this.x != UNKNOWN ? Math.max(x - this.x, 0) : 0;
    }

    /// Blanks the rest of the row.
    void erase(int x, int y) {
        moveTo(x, y);
        use(Style.PLAIN);
        control("K");
    }

    /// Leaves nothing open behind the last thing written.
    void finish() {
        useLink("");
    }

    /// @param shown whether it is shown already
    void showCursor(Cells.Point point, boolean shown) {
        moveTo(point.x(), point.y());
        if (!shown) {
            control("?25h");
        }
    }

    /// What was written since the last time.
    String take() {
        String written = out.toString();
        out.setLength(0);
        return written;
    }

    private void control(String rest) {
        out.append(CSI).append(rest);
    }

    private void use(Style next) {
        Style to = fitted(next);
        if (to.equals(style)) {
            return;
        }
        useLink(to.link());
        Style from = style;
        if (needsReset(from, to)) {
            StringBuilder looks = new StringBuilder("0");
            to.attributes().stream()
                    .sorted()
                    .forEach(look -> looks.append(';').append(look.code()));
            control(looks.append('m').toString());
            from = Style.PLAIN;
        }
        // Each on its own: simple terminals take only so many numbers at once.
        if (!to.foreground().equals(from.foreground())) {
            useColor(to.foreground(), 30);
        }
        if (!to.background().equals(from.background())) {
            useColor(to.background(), 40);
        }
        style = to;
    }

    private void useLink(String link) {
        if (!link.equals(style.link())) {
            out.append(LINK).append(link).append(LINK_END);
            style = style.link(link);
        }
    }

    private Style fitted(Style wished) {
        Style linked = links || wished.link().isEmpty() ? wished : wished.link("");
        Color foreground = palette.of(wished.foreground());
        Color background = palette.of(wished.background());
        boolean same =
                foreground.equals(wished.foreground()) && background.equals(wished.background());
        return same ? linked : linked.foreground(foreground).background(background);
    }

    private static boolean needsReset(Style from, Style to) {
        return !to.attributes().equals(from.attributes())
                || isDropped(from.foreground(), to.foreground())
                || isDropped(from.background(), to.background());
    }

    private static boolean isDropped(Color from, Color to) {
        return to.equals(Color.DEFAULT) && !from.equals(to);
    }

    /// The codes of a foreground begin at 30, those of a background at 40.
    private void useColor(Color color, int base) {
        if (color instanceof Color.Rgb exact) {
            useBits(exact.value(), base); // as in Palette
            return;
        }
        switch (color) {
            // The reset has seen to the default, the palette to the others.
            case Color.Default(), Color.Inked _, Color.Name _, Color.Covered() -> {}
            case Color.Indexed(int i) when i < 8 -> control(base + i + "m");
            case Color.Indexed(int i) when i < 16 -> control(base + 60 + i - 8 + "m");
            case Color.Indexed(int i) -> control(base + 8 + ";5;" + i + "m");
            case Color.Rgb(int value) -> useBits(value, base);
            case Color.OfPicture(int number) -> useBits(number, base);
        }
    }

    /// At once, since films have thousands of colours in a frame.
    private void useBits(int bits, int base) {
        BITS.getChars(0, BITS.length(), sequence, 0);
        sequence[CSI.length()] = (char) ('0' + base / 10);
        int end = part(bits >> 16, BITS.length(), ';');
        end = part(bits >> 8 & 0xFF, end, ';');
        end = part(bits & 0xFF, end, 'm');
        out.append(sequence, 0, end);
    }

    /// A number below 256 into the sequence, with what stands behind it. The client's compiler
    /// divides slowly and there are six of these in a cell, so tens and hundreds are multiplied and
    /// shifted out.
    private int part(int number, int at, char behind) {
        int tens = number * 205 >> 11;
        int hundreds = number * 41 >> 12;
        int end = at;
        if (hundreds > 0) {
            sequence[end++] = (char) ('0' + hundreds);
        }
        if (tens > 0) {
            sequence[end++] = (char) ('0' + tens - 10 * hundreds);
        }
        sequence[end++] = (char) ('0' + number - 10 * tens);
        sequence[end++] = behind;
        return end;
    }
}
