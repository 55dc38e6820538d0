package chatbois.terminal.cell;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What a colour on the screen is for. Pictures are drawn in inks; which colours these are says the
/// [Theme], and only when a picture is painted.
///
/// An ink is either for what is written, on the background of the terminal or on a ground of its
/// own, or it is such a ground.
public enum Ink {
    TEXT,
    /// Times, signs, what is beside the point.
    FAINT,
    /// What one looks for first.
    ACCENT,
    /// The member's own name.
    OWN_NAME,
    /// What was not read yet.
    UNREAD,
    ERROR,
    LINK,
    CODE,
    KEYWORD,
    STRING,
    NUMBER,
    COMMENT,
    ADDED,
    REMOVED,
    MENTION,
    MENTION_TEXT(MENTION),
    ALARM,
    ALARM_TEXT(ALARM),
    BAR,
    BAR_TEXT(BAR),
    SELECTION,
    SELECTION_TEXT(SELECTION);

    private final @Nullable Ink ground;

    Ink() {
        this(null);
    }

    Ink(@Nullable Ink ground) {
        this.ground = ground;
    }

    /// What it is written on; nothing for the background of the terminal.
    Optional<Ink> ground() {
        return Optional.ofNullable(ground);
    }

    /// Whether something is written on it.
    boolean isGround() {
        return Arrays.stream(values()).anyMatch(ink -> ink.ground == this);
    }

    /// How it is called in a file: `own-name`.
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /// The ink that is called so.
    public static Optional<Ink> named(String word) {
        return Arrays.stream(values()).filter(ink -> ink.word().equals(word)).findFirst();
    }
}
