package chatbois.protocol.view;

import java.util.Locale;

/// A number of bytes in a sentence.
record Amount(long bytes) {
    private static final double MEGA = 1_000_000;

    @Override
    public String toString() {
        return bytes < MEGA / 10
                ? String.format(Locale.ROOT, "%,d bytes", bytes)
                : String.format(Locale.ROOT, "%,.1f MB", bytes / MEGA);
    }
}
