package chatbois.terminal.text;

import java.util.Locale;

/// A number of bytes, as people read it: three figures and a unit, `1.23 MB`.
public record Amount(long bytes) {
    private static final long KILO = 1_000;
    private static final String[] UNITS = {"bytes", "kB", "MB", "GB", "TB"};

    @Override
    public String toString() {
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
