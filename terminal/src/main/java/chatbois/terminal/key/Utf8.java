package chatbois.terminal.key;

/// One code point of UTF-8, gathered byte by byte (RFC 3629).
final class Utf8 {
    /// What stands for bytes that are no UTF-8.
    static final int INVALID = 0xFFFD;

    private int codePoint;
    private int least;
    private int missing;

    /// Whether more bytes belong to the code point that was begun.
    boolean isPending() {
        return missing > 0;
    }

    /// Begins with a byte of at least 0x80; nothing is pending afterwards if none can follow it.
    void begin(int first) {
        int length = first < 0xC2 || first > 0xF4 ? 1 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4;
        codePoint = length == 1 ? INVALID : first & (0x7F >> length);
        least = length == 4 ? 0x10000 : length == 3 ? 0x800 : 0;
        missing = length - 1;
    }

    /// Takes the next byte, if it belongs here; else what was begun is over and invalid.
    boolean proceed(int next) {
        if ((next & 0xC0) != 0x80) {
            abandon();
            return false;
        }
        codePoint = codePoint << 6 | next & 0x3F;
        missing--;
        return true;
    }

    void abandon() {
        codePoint = INVALID;
        missing = 0;
    }

    /// The code point, once nothing is pending.
    int codePoint() {
        boolean surrogate = codePoint >= 0xD800 && codePoint < 0xE000;
        return codePoint < least || codePoint > 0x10FFFF || surrogate ? INVALID : codePoint;
    }
}
