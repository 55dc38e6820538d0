package chatbois.terminal.command;

import java.util.Locale;

/// Numbers as people read them.
final class Amount {
    private static final long KILO = 1_000;
    private static final String[] UNITS = {"bytes", "kB", "MB", "GB", "TB"};

    private Amount() {}

    /// Three figures and a unit: `1.23 MB`.
    static String bytes(long bytes) {
        int unit = 0;
        double amount = bytes;
        while (amount >= KILO && unit < UNITS.length - 1) {
            amount /= KILO;
            unit++;
        }
        int decimals = unit == 0 || amount >= 100 ? 0 : amount >= 10 ? 1 : 2;
        return String.format(Locale.ROOT, "%." + decimals + "f %s", amount, UNITS[unit]);
    }
}
