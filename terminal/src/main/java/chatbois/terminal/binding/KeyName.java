package chatbois.terminal.binding;

import chatbois.terminal.key.Key;
import chatbois.terminal.key.Key.Name;
import chatbois.terminal.key.Mods;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/// How keys are called: `ctrl+k`, `shift+tab`, `pgup`, `f5`, `space`.
final class KeyName {
    private static final Map<String, Name> OTHER_NAMES =
            Map.of(
                    "escape", Name.ESCAPE,
                    "return", Name.ENTER,
                    "del", Name.DELETE,
                    "ins", Name.INSERT,
                    "pageup", Name.PAGE_UP,
                    "pagedown", Name.PAGE_DOWN);

    /// What can't stand for itself between commas, blanks and pluses.
    private static final Map<String, Integer> SIGNS =
            Map.of("space", (int) ' ', "comma", (int) ',', "plus", (int) '+');

    /// What terminals send with control for these is what they send for others.
    private static final Map<Integer, String> SAME_WITH_CTRL =
            Map.of(
                    (int) 'i',
                    "tab",
                    (int) 'm',
                    "enter",
                    (int) '[',
                    "esc",
                    (int) '/',
                    "ctrl+_",
                    (int) '@',
                    "ctrl+space",
                    (int) '?',
                    "backspace");

    private KeyName() {}

    static Key parse(String typed) {
        String rest = typed;
        boolean ctrl = false;
        boolean alt = false;
        boolean shift = false;
        for (int end = endOfHeld(rest); end > 0; end = endOfHeld(rest)) {
            switch (rest.substring(0, end).toLowerCase(Locale.ROOT)) {
                case "ctrl", "control", "c" -> ctrl = true;
                case "alt", "meta", "m" -> alt = true;
                case "shift", "s" -> shift = true;
                default -> throw unknown(typed);
            }
            rest = rest.substring(end + 1);
        }
        return key(typed, rest, new Mods(ctrl, alt, shift));
    }

    /// Where the name of a key that is held ends, in `ctrl+k`, `ctrl-k` and `C-k`; 0 if there is
    /// none.
    private static int endOfHeld(String rest) {
        for (int i = 1; i < rest.length() - 1; i++) {
            if (rest.charAt(i) == '+' || rest.charAt(i) == '-') {
                return i;
            }
        }
        return 0;
    }

    private static Key key(String typed, String rest, Mods mods) {
        String word = rest.toLowerCase(Locale.ROOT);
        for (Name name : Name.values()) {
            if (word(name).equals(word) || OTHER_NAMES.get(word) == name) {
                return new Key.Named(name, mods);
            }
        }
        if (SIGNS.containsKey(word)) {
            return character(typed, SIGNS.get(word), mods);
        }
        if (rest.isEmpty() || rest.codePointCount(0, rest.length()) > 1) {
            throw unknown(typed);
        }
        return character(typed, rest.codePointAt(0), mods);
    }

    private static Key character(String typed, int codePoint, Mods mods) {
        int small = Character.toLowerCase(codePoint);
        if (mods.ctrl()) {
            if (mods.shift()) {
                throw new IllegalArgumentException(
                        typed + " is the same as without shift to most terminals");
            }
            String same = SAME_WITH_CTRL.get(small);
            if (same != null) {
                return parse((mods.alt() ? "alt+" : "") + same);
            }
            if (!isSentWithCtrl(small)) {
                throw new IllegalArgumentException(
                        typed
                                + " is sent by no terminal, which has ctrl only with a to z, space"
                                + " and \\ ] ^ _; alt goes with every sign");
            }
            return new Key.Char(small, mods);
        }
        boolean plain = !mods.alt() && !mods.shift();
        int meant = plain ? codePoint : mods.shift() ? Character.toUpperCase(codePoint) : small;
        return new Key.Char(meant, new Mods(false, mods.alt(), false));
    }

    /// Whether there is a control character for it.
    private static boolean isSentWithCtrl(int small) {
        return small >= 'a' && small <= 'z' || " \\]^_".indexOf(small) >= 0;
    }

    private static IllegalArgumentException unknown(String typed) {
        return new IllegalArgumentException(
                (typed.isEmpty() ? "Nothing" : typed)
                        + " is no key; keys are called ctrl+k, alt+enter, shift+tab, f5, pgup, home,"
                        + " space, esc and so on");
    }

    /// As it is written in the file.
    static String word(Key key) {
        return switch (key) {
            case Key.Char(int codePoint, Mods mods) -> held(mods) + word(codePoint);
            case Key.Named(Name name, Mods mods) -> held(mods) + word(name);
            case Key.Paste _, Key.Focus _ -> throw new IllegalArgumentException("no key");
        };
    }

    /// As it stands on a keyboard.
    static String title(Key key) {
        return switch (key) {
            case Key.Char(int codePoint, Mods mods) when mods.equals(Mods.NONE) ->
                    codePoint == ' ' ? "Space" : Character.toString(codePoint);
            case Key.Char(int codePoint, Mods mods) ->
                    capital(held(mods))
                            + (Character.isUpperCase(codePoint) ? "Shift+" : "")
                            + (codePoint == ' '
                                    ? "Space"
                                    : Character.toString(Character.toUpperCase(codePoint)));
            case Key.Named(Name name, Mods mods) -> capital(held(mods)) + title(name);
            case Key.Paste _, Key.Focus _ -> throw new IllegalArgumentException("no key");
        };
    }

    private static String held(Mods mods) {
        return (mods.ctrl() ? "ctrl+" : "")
                + (mods.alt() ? "alt+" : "")
                + (mods.shift() ? "shift+" : "");
    }

    private static String capital(String held) {
        return held.isEmpty()
                ? ""
                : java.util.Arrays.stream(held.split("\\+"))
                        .map(word ->
                                Character.toUpperCase(word.charAt(0)) + word.substring(1) + "+")
                        .collect(Collectors.joining());
    }

    private static String word(int codePoint) {
        String sign = Character.toString(codePoint);
        return SIGNS.entrySet().stream()
                .filter(entry -> entry.getValue() == codePoint)
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(sign);
    }

    private static String word(Name name) {
        return title(name).toLowerCase(Locale.ROOT);
    }

    private static String title(Name name) {
        return switch (name) {
            case ESCAPE -> "Esc";
            case PAGE_UP -> "PgUp";
            case PAGE_DOWN -> "PgDn";
            case ENTER, TAB, BACKSPACE, UP, DOWN, RIGHT, LEFT, HOME, END, INSERT, DELETE ->
                    name.name().charAt(0) + name.name().substring(1).toLowerCase(Locale.ROOT);
            case F1, F2, F3, F4, F5, F6, F7, F8, F9, F10, F11, F12 -> name.name();
        };
    }
}
