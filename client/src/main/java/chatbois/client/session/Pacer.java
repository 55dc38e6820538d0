package chatbois.client.session;

import chatbois.protocol.Limits;
import java.time.Duration;

/// How large the parts of a file are, and how many are under way at once: as much as passes in
/// about a quarter of a second, so that what is typed meanwhile never waits long behind it. Not
/// thread-safe.
final class Pacer {
    static final int LEAST = 16 * 1024;
    private static final int MOST_UNDER_WAY = 3;
    private static final Duration SLOW = Duration.ofMillis(250);
    private static final Duration QUICK = Duration.ofMillis(100);

    private int part = 2 * LEAST;
    private int underWay = 1;

    /// Bytes of the next part.
    int part() {
        return part;
    }

    /// Parts that may be asked for before the first of them is answered.
    int underWay() {
        return underWay;
    }

    /// A part has taken so long, from the question to the answer.
    void took(Duration time) {
        if (time.compareTo(SLOW) > 0) {
            if (underWay > 1) {
                underWay = 1;
            } else {
                part = Math.max(LEAST, part / 2);
            }
        } else if (time.compareTo(QUICK) < 0) {
            if (part < Limits.FILE_PART) {
                part = Math.min(Limits.FILE_PART, part * 2);
            } else {
                underWay = Math.min(MOST_UNDER_WAY, underWay + 1);
            }
        }
    }
}
