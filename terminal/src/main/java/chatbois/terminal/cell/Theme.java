package chatbois.terminal.cell;

import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;

/// Which colours the inks are, for one kind of background.
///
/// @param dark whether it is made for a dark background
/// @param background of the terminal, as far as that is known: `0xRRGGBB`
/// @param inks each ink in a colour that the theme's author chose; what is missing is the base's
public record Theme(boolean dark, int background, Map<Ink, Color> inks) {
    /// What is written can be read with this contrast at least (WCAG 2.1, AA).
    static final double CONTRAST = 4.5;

    public static final Theme DARK = new Theme(true, 0x1E1E1E, Map.of());
    public static final Theme LIGHT = new Theme(false, 0xFFFFFF, Map.of());

    public Theme {
        inks = Map.copyOf(inks);
    }

    // As in Dress.

    @Override
    public boolean equals(Object other) {
        return other instanceof Theme theme
                && theme.dark == dark
                && theme.background == background
                && theme.inks.equals(inks);
    }

    @Override
    public int hashCode() {
        return Objects.hash(dark, background, inks);
    }

    /// The one for a background that a terminal has told.
    public static Theme of(int background) {
        return isDark(background) ? DARK.on(background) : LIGHT.on(background);
    }

    /// Whether white is read better there than black.
    public static boolean isDark(int background) {
        return Oklch.contrast(0xFFFFFF, background) >= Oklch.contrast(0, background);
    }

    /// The same on another background, unless that is one that it isn't made for.
    public Theme on(int other) {
        return isDark(other) == dark ? new Theme(dark, other, inks) : this;
    }

    /// The same with some inks of other colours.
    public Theme with(Map<Ink, Color> others) {
        Map<Ink, Color> all = new EnumMap<>(Ink.class);
        all.putAll(inks);
        all.putAll(others);
        return new Theme(dark, background, all);
    }

    /// The colour that an ink has if the theme's author chose none.
    Color standard(Ink ink) {
        return dark ? onDark(ink) : onLight(ink);
    }

    private static Color onDark(Ink ink) {
        return switch (ink) {
            case TEXT, OWN_NAME -> Color.DEFAULT;
            case FAINT, COMMENT -> Color.rgb(0x9097A1);
            case ACCENT, LINK -> Color.rgb(0x5FB4F0);
            case UNREAD, NUMBER -> Color.rgb(0xE8965A);
            case ERROR, REMOVED -> Color.rgb(0xFF7B72);
            case CODE -> Color.rgb(0x5FC9C2);
            case KEYWORD -> Color.rgb(0xC792EA);
            case STRING, ADDED -> Color.rgb(0x9CCC7A);
            case MENTION -> Color.rgb(0xFFB86C);
            case MENTION_TEXT -> Color.rgb(0x1E1E1E);
            case ALARM -> Color.rgb(0xC62828);
            case ALARM_TEXT, SELECTION_TEXT -> Color.rgb(0xFFFFFF);
            case BAR -> Color.rgb(0x3A3F4B);
            case BAR_TEXT -> Color.rgb(0xD8DEE9);
            case SELECTION -> Color.rgb(0x264F78);
        };
    }

    private static Color onLight(Ink ink) {
        return switch (ink) {
            case TEXT, OWN_NAME -> Color.DEFAULT;
            case FAINT, COMMENT -> Color.rgb(0x666D78);
            case ACCENT, LINK -> Color.rgb(0x005FA3);
            case UNREAD, NUMBER, MENTION -> Color.rgb(0xA84300);
            case ERROR, REMOVED -> Color.rgb(0xB3261E);
            case CODE -> Color.rgb(0x00706B);
            case KEYWORD -> Color.rgb(0x7B30B0);
            case STRING, ADDED -> Color.rgb(0x2E6B1F);
            case ALARM -> Color.rgb(0xB71C1C);
            case MENTION_TEXT, ALARM_TEXT, SELECTION_TEXT -> Color.rgb(0xFFFFFF);
            case BAR -> Color.rgb(0xDDE1E7);
            case BAR_TEXT -> Color.rgb(0x2B2F36);
            case SELECTION -> Color.rgb(0x1F5FA8);
        };
    }
}
