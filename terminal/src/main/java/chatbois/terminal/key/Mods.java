package chatbois.terminal.key;

/// The keys held down together with another.
public record Mods(boolean ctrl, boolean alt, boolean shift) {
    /// None of them.
    public static final Mods NONE = new Mods(false, false, false);

    static final Mods CTRL = new Mods(true, false, false);
    static final Mods ALT = new Mods(false, true, false);
    static final Mods SHIFT = new Mods(false, false, true);

    // As in Key.

    @Override
    public boolean equals(Object other) {
        return other instanceof Mods mods && mods.bits() == bits();
    }

    @Override
    public int hashCode() {
        return bits();
    }

    private int bits() {
        return (ctrl ? 4 : 0) + (alt ? 2 : 0) + (shift ? 1 : 0);
    }

    /// What xterm's number means: one more than 1 for shift, 2 for alt, 4 for control; 8 is meta,
    /// which is alt to us.
    static Mods of(int xterm) {
        int bits = Math.max(xterm - 1, 0);
        return new Mods((bits & 4) != 0, (bits & 10) != 0, (bits & 1) != 0);
    }

    Mods withAlt() {
        return new Mods(ctrl, true, shift);
    }
}
