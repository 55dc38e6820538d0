package chatbois.protocol;

import chatbois.log.Malformed;

/// The number of a place at the server where two devices of one member meet, four digits.
public record Slot(int number) {
    public static final int DIGITS = 4;
    public static final int FIRST = 1_000;
    public static final int LAST = 9_999;

    public Slot {
        if (number < FIRST || number > LAST) {
            throw new Malformed("a slot is a number from " + FIRST + " to " + LAST);
        }
    }

    @Override
    public String toString() {
        return Integer.toString(number);
    }
}
