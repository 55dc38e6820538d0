package chatbois.server.names;

/// One to eight bytes of a key, none of them zero, packed into a `long` from its upper end and
/// filled up with zeros: comparing them without sign compares the bytes.
final class Label {
    static final int MOST = Long.BYTES;

    private Label() {}

    /// As much of the key as fits, from a place on.
    static long of(byte[] key, int from) {
        return of(key, from, Math.min(key.length - from, MOST));
    }

    private static long of(byte[] key, int from, int length) {
        long label = 0;
        for (int i = 0; i < length; i++) {
            label |= (key[from + i] & 0xFFL) << (MOST - 1 - i) * 8;
        }
        return label;
    }

    static int length(long label) {
        return MOST - Long.numberOfTrailingZeros(label) / 8;
    }

    static int first(long label) {
        return (int) (label >>> 56);
    }

    /// How many bytes two labels begin with alike.
    static int common(long one, long other) {
        int equal = Long.numberOfLeadingZeros(one ^ other) / 8;
        return Math.min(equal, Math.min(length(one), length(other)));
    }

    /// The first bytes, one at least and not all.
    static long head(long label, int bytes) {
        return label & -1L << (MOST - bytes) * 8;
    }

    /// What is behind the first bytes.
    static long tail(long label, int bytes) {
        return label << bytes * 8;
    }

    /// Two labels as one, if they fit.
    static long joined(long head, long tail) {
        return head | tail >>> length(head) * 8;
    }

    /// Puts the bytes into a key.
    static void copy(long label, byte[] key, int to) {
        int length = length(label);
        for (int i = 0; i < length; i++) {
            key[to + i] = (byte) (label >>> (MOST - 1 - i) * 8);
        }
    }
}
