package chatbois.client.session;

import chatbois.client.link.Dialer;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.function.Supplier;

/// What a session needs of the world outside.
///
/// @param chance gives the same source of randomness each time
public record Outside(Dialer dialer, Clock clock, Supplier<SecureRandom> chance) {
    /// Made when it is needed first: that takes longer than to draw a picture.
    private static final class Chance {
        static final SecureRandom OURS = new SecureRandom();
    }

    public Outside(Dialer dialer, Clock clock, SecureRandom random) {
        this(dialer, clock, () -> random);
    }

    /// This machine's network, clock and randomness.
    public static Outside real() {
        return new Outside(Dialer.overTls(), Clock.systemUTC(), () -> Chance.OURS);
    }

    public SecureRandom random() {
        return chance.get();
    }
}
