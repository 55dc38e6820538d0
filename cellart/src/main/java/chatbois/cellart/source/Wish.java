package chatbois.cellart.source;

import chatbois.cellart.track.Bound;

/// Which part of a moving picture is wanted.
///
/// @param fromMillis where it begins
/// @param lengthMillis how long it is at most
public record Wish(int fromMillis, int lengthMillis) {
    /// The first half minute.
    public static final Wish USUAL = new Wish(0, 30_000);

    /// The latest beginning: a day.
    public static final int LATEST = 24 * 60 * 60 * 1000;

    /// @throws IllegalArgumentException with a sentence, if it can't be had
    public Wish {
        if (fromMillis < 0 || fromMillis > LATEST) {
            throw new IllegalArgumentException("A preview begins within the first day.");
        }
        if (lengthMillis < 1 || lengthMillis > Bound.MILLIS) {
            throw new IllegalArgumentException(
                    "A preview lasts at least a moment and at most %d seconds."
                            .formatted(Bound.MILLIS / 1000));
        }
    }

    int endMillis() {
        return fromMillis + lengthMillis;
    }
}
