package chatbois.terminal.talk;

import chatbois.log.MemberId;
import chatbois.terminal.cell.Color;
import chatbois.terminal.cell.Ink;
import chatbois.terminal.cell.Style;
import chatbois.terminal.cell.Style.Attribute;

/// The looks that the screen is made of, the only place where there are any: each in an ink, of
/// which the theme says what colour it is.
///
/// What has a ground is written in reverse and what matters most is bold, so that all of it stands
/// out without colours too.
public final class Look {
    public static final Style PLAIN = Style.PLAIN.foreground(Color.of(Ink.TEXT));
    public static final Style STRONG = PLAIN.with(Attribute.BOLD);
    public static final Style QUIET = of(Ink.FAINT);
    public static final Style ACCENT = of(Ink.ACCENT).with(Attribute.BOLD);
    public static final Style FRESH = of(Ink.UNREAD);
    public static final Style FOR_ME = on(Ink.MENTION, Ink.MENTION_TEXT).with(Attribute.BOLD);
    public static final Style WRONG = of(Ink.ERROR);
    public static final Style ALARM = on(Ink.ALARM, Ink.ALARM_TEXT).with(Attribute.BOLD);
    public static final Style BAR = on(Ink.BAR, Ink.BAR_TEXT);
    public static final Style BAR_STRONG = BAR.with(Attribute.BOLD);
    public static final Style CHOSEN = on(Ink.SELECTION, Ink.SELECTION_TEXT);

    /// The member's own name.
    public static final Style OWN_NAME = of(Ink.OWN_NAME).with(Attribute.BOLD);

    /// What people write as code, and what is what in it.
    public static final Style CODE = of(Ink.CODE);

    public static final Style KEYWORD = of(Ink.KEYWORD);
    public static final Style STRING = of(Ink.STRING);
    public static final Style NUMBER = of(Ink.NUMBER);
    public static final Style COMMENT = of(Ink.COMMENT).with(Attribute.ITALIC);
    public static final Style ADDED = of(Ink.ADDED);
    public static final Style REMOVED = of(Ink.REMOVED);
    public static final Style LINK = of(Ink.LINK).with(Attribute.UNDERLINE);

    /// Black on white whatever the terminal's colours are.
    public static final Style PAPER =
            Style.PLAIN.foreground(Color.indexed(16)).background(Color.indexed(231));

    private Look() {}

    /// The look of a member's name: the same wherever it is shown, and whatever it is by now.
    public static Style name(MemberId member) {
        long mixed = member.value().getMostSignificantBits() * 0x9E3779B97F4A7C15L;
        mixed =
                (mixed ^ mixed >>> 32 ^ member.value().getLeastSignificantBits())
                        * 0xD6E8FEB86659FD93L;
        mixed = (mixed ^ mixed >>> 32) * 0xD6E8FEB86659FD93L;
        long number = Long.remainderUnsigned(mixed ^ mixed >>> 32, Color.Name.COUNT);
        return Style.PLAIN.foreground(new Color.Name((int) number));
    }

    private static Style of(Ink ink) {
        return Style.PLAIN.foreground(Color.of(ink));
    }

    private static Style on(Ink ground, Ink ink) {
        return of(ground).background(Color.of(ink)).with(Attribute.REVERSE);
    }
}
