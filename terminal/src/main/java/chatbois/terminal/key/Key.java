package chatbois.terminal.key;

/// What a terminal reports.
///
/// Keys are looked up before the first picture. What records have for that by themselves is put
/// together at run time, which would take longer than the picture; so they have it written out.
public sealed interface Key {
    /// The keys that have a name instead of a character.
    enum Name {
        ENTER,
        TAB,
        BACKSPACE,
        ESCAPE,
        UP,
        DOWN,
        RIGHT,
        LEFT,
        HOME,
        END,
        INSERT,
        DELETE,
        PAGE_UP,
        PAGE_DOWN,
        F1,
        F2,
        F3,
        F4,
        F5,
        F6,
        F7,
        F8,
        F9,
        F10,
        F11,
        F12
    }

    /// A character, never a control one; with control held it is the small letter.
    record Char(int codePoint, Mods mods) implements Key {
        @Override
        public boolean equals(Object other) {
            return other instanceof Char(int code, Mods held)
                    && code == codePoint
                    && held.equals(mods);
        }

        @Override
        public int hashCode() {
            return 31 * codePoint + mods.hashCode();
        }
    }

    /// A key with a name.
    record Named(Name name, Mods mods) implements Key {
        @Override
        public boolean equals(Object other) {
            return other instanceof Named(Name its, Mods held) && its == name && held.equals(mods);
        }

        @Override
        public int hashCode() {
            return 31 * name.hashCode() + mods.hashCode();
        }
    }

    /// Text that was pasted, its lines separated by `\n`, free of other controls but tabs; `cut` if
    /// there was more than fits.
    record Paste(String text, boolean cut) implements Key {}

    /// The window got or lost the keyboard.
    record Focus(boolean gained) implements Key {}

    /// A character typed without holding anything.
    static Key typed(int codePoint) {
        return new Char(codePoint, Mods.NONE);
    }

    /// A character with control held.
    static Key ctrl(int codePoint) {
        return new Char(codePoint, Mods.CTRL);
    }

    /// A character with alt held.
    static Key alt(int codePoint) {
        return new Char(codePoint, Mods.ALT);
    }

    /// A key with a name, pressed without holding anything.
    static Key named(Name name) {
        return new Named(name, Mods.NONE);
    }
}
