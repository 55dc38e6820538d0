package chatbois.terminal.media;

import chatbois.cellart.Reel;
import java.time.Duration;

/// What moving pictures may still cost, in bytes, and how thrifty they have to be so that it
/// suffices. For one thread at a time.
final class Purse {
    private static final double SECOND = Duration.ofSeconds(1).toNanos();

    /// So much is never saved up: a burst would hold up what people write.
    private static final double MOST_SECONDS = 0.25;

    /// Between these thrift goes up or down, by so much in a second.
    private static final double LEAST = Reel.USUAL_THRIFT;

    private static final double MOST = 30 * Reel.USUAL_THRIFT;
    private static final double CHANGE = 4;

    private double bytes;
    private long spent;
    private long filledAt;
    private double thrift = LEAST;

    /// @param rate bytes in a second
    /// @param everSpent all that was ever spent
    void fill(double rate, long everSpent, long now) {
        double seconds = filledAt == 0 ? 0 : Math.min((now - filledAt) / SECOND, 1);
        filledAt = now;
        bytes = Math.min(bytes + rate * seconds, rate * MOST_SECONDS) - (everSpent - spent);
        spent = everSpent;
        double factor = Math.pow(CHANGE, bytes < 0 ? seconds : -seconds);
        thrift = Math.clamp(thrift * factor, LEAST, MOST);
    }

    /// Whether anything may be spent.
    boolean isOpen() {
        return bytes >= 0;
    }

    /// As in [Reel#next].
    double thrift() {
        return thrift;
    }
}
