package chatbois.terminal.talk;

import chatbois.terminal.cell.Color;
import chatbois.terminal.cell.Style;
import chatbois.terminal.cell.Style.Attribute;

/// The looks that the screen is made of: colours in the middle between black and white, so that
/// they can be read on either.
///
/// What has a background is written in reverse, so that it stands out without colours too.
public final class Look {
    public static final Style PLAIN = Style.PLAIN;
    public static final Style STRONG = PLAIN.with(Attribute.BOLD);
    public static final Style QUIET = PLAIN.foreground(Color.indexed(243));
    public static final Style ACCENT = PLAIN.foreground(Color.indexed(31)).with(Attribute.BOLD);
    public static final Style FRESH = PLAIN.foreground(Color.indexed(166));
    public static final Style FOR_ME = reverse(166, 255).with(Attribute.BOLD);
    public static final Style WRONG = PLAIN.foreground(Color.indexed(160));
    public static final Style ALARM = reverse(160, 255).with(Attribute.BOLD);
    public static final Style BAR = reverse(238, 252);
    public static final Style BAR_STRONG = BAR.with(Attribute.BOLD);
    public static final Style CHOSEN = reverse(24, 255);

    /// What people write as code, and what is what in it.
    public static final Style CODE = PLAIN.foreground(Color.indexed(30));

    public static final Style KEYWORD = PLAIN.foreground(Color.indexed(98));
    public static final Style STRING = PLAIN.foreground(Color.indexed(28));
    public static final Style NUMBER = PLAIN.foreground(Color.indexed(130));
    public static final Style COMMENT = QUIET.with(Attribute.ITALIC);
    public static final Style REMOVED = PLAIN.foreground(Color.indexed(160));
    public static final Style LINK = PLAIN.foreground(Color.indexed(31)).with(Attribute.UNDERLINE);

    /// Black on white whatever the terminal's colours are.
    public static final Style PAPER =
            PLAIN.foreground(Color.indexed(16)).background(Color.indexed(231));

    /// From the palette of 256: each has a contrast of about 4 to black and to white.
    private static final int[] NAMES = {130, 100, 28, 29, 30, 31, 67, 63, 98, 134, 163, 132, 131};

    private Look() {}

    /// The look of a name: the same for the same name wherever it is shown.
    public static Style name(String name) {
        int mixed = name.hashCode() * 0x9E3779B9;
        return PLAIN.foreground(Color.indexed(NAMES[(mixed >>> 16) % NAMES.length]));
    }

    private static Style reverse(int background, int foreground) {
        return PLAIN.foreground(Color.indexed(background))
                .background(Color.indexed(foreground))
                .with(Attribute.REVERSE);
    }
}
