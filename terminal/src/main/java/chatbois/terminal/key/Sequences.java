package chatbois.terminal.key;

import chatbois.terminal.key.Key.Name;
import java.util.Optional;

/// The meaning of complete escape sequences, as xterm, rxvt, the Linux console and kitty send them.
final class Sequences {
    private static final int KEYPAD_ENTER = 'M';

    private Sequences() {}

    /// A sequence `CSI parameters last`; those that are no keys mean nothing to us.
    static Optional<Key> csi(String parameters, char last) {
        int[] numbers = numbers(parameters);
        Mods mods = Mods.of(numbers[1]);
        return switch (last) {
            case '~' -> tilde(numbers);
            case 'u' -> character(numbers[0], mods);
            case 'I' -> Optional.of(new Key.Focus(true));
            case 'O' -> Optional.of(new Key.Focus(false));
            case 'Z' -> Optional.of(new Key.Named(Name.TAB, Mods.SHIFT));
            default ->
                    isOfKey(parameters)
                            ? letter(last).map(name -> new Key.Named(name, mods))
                            : Optional.empty();
        };
    }

    /// Tells the arrow from a reply to some question, which may end in the same letter.
    private static boolean isOfKey(String parameters) {
        return parameters.isEmpty() || parameters.equals("1") || parameters.startsWith("1;");
    }

    /// A sequence `SS3 last`.
    static Optional<Key> ss3(char last) {
        Optional<Name> name = last == KEYPAD_ENTER ? Optional.of(Name.ENTER) : letter(last);
        return name.map(Key::named);
    }

    /// A sequence `CSI [ last` of the Linux console, for its first five function keys.
    static Optional<Key> linux(char last) {
        return last >= 'A' && last <= 'E'
                ? Optional.of(Key.named(Name.values()[Name.F1.ordinal() + last - 'A']))
                : Optional.empty();
    }

    /// What a single control byte or a plain character stands for.
    static Key plain(int codePoint, Mods mods) {
        return switch (codePoint) {
            case '\r' -> new Key.Named(Name.ENTER, mods);
            case '\t' -> new Key.Named(Name.TAB, mods);
            case 0x7F -> new Key.Named(Name.BACKSPACE, mods);
            case 0x1B -> new Key.Named(Name.ESCAPE, mods);
            case 0 -> new Key.Char(' ', new Mods(true, mods.alt(), mods.shift()));
            default -> {
                boolean control = codePoint < 0x20;
                int character = control ? Character.toLowerCase(codePoint + '@') : codePoint;
                yield new Key.Char(
                        character, new Mods(control || mods.ctrl(), mods.alt(), mods.shift()));
            }
        };
    }

    private static Optional<Key> tilde(int[] numbers) {
        if (numbers[0] == 27) {
            return character(numbers[2], Mods.of(numbers[1]));
        }
        Name name =
                switch (numbers[0]) {
                    case 1, 7 -> Name.HOME;
                    case 2 -> Name.INSERT;
                    case 3 -> Name.DELETE;
                    case 4, 8 -> Name.END;
                    case 5 -> Name.PAGE_UP;
                    case 6 -> Name.PAGE_DOWN;
                    case 11 -> Name.F1;
                    case 12 -> Name.F2;
                    case 13 -> Name.F3;
                    case 14 -> Name.F4;
                    case 15 -> Name.F5;
                    case 17 -> Name.F6;
                    case 18 -> Name.F7;
                    case 19 -> Name.F8;
                    case 20 -> Name.F9;
                    case 21 -> Name.F10;
                    case 23 -> Name.F11;
                    case 24 -> Name.F12;
                    default -> null;
                };
        return Optional.ofNullable(name).map(known -> new Key.Named(known, Mods.of(numbers[1])));
    }

    private static Optional<Name> letter(char last) {
        return Optional.ofNullable(
                switch (last) {
                    case 'A' -> Name.UP;
                    case 'B' -> Name.DOWN;
                    case 'C' -> Name.RIGHT;
                    case 'D' -> Name.LEFT;
                    case 'H' -> Name.HOME;
                    case 'F' -> Name.END;
                    case 'P' -> Name.F1;
                    case 'Q' -> Name.F2;
                    case 'R' -> Name.F3;
                    case 'S' -> Name.F4;
                    default -> null;
                });
    }

    /// A character by its number, as kitty and xterm's modifyOtherKeys spell it out.
    private static Optional<Key> character(int codePoint, Mods mods) {
        boolean exists =
                codePoint > 0
                        && Character.isValidCodePoint(codePoint)
                        && Character.getType(codePoint) != Character.SURROGATE
                        && Character.getType(codePoint) != Character.PRIVATE_USE
                        && !(codePoint >= 0x80 && codePoint < 0xA0);
        return exists ? Optional.of(plain(codePoint, mods)) : Optional.empty();
    }

    /// The first three numbers; what is missing, no number or too large is 0.
    private static int[] numbers(String parameters) {
        int[] numbers = new int[3];
        String[] parts = parameters.split(";", -1);
        for (int i = 0; i < Math.min(parts.length, numbers.length); i++) {
            if (parts[i].matches("[0-9]{1,7}")) {
                numbers[i] = Integer.parseInt(parts[i]);
            }
        }
        return numbers;
    }
}
