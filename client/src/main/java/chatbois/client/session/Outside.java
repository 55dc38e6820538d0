package chatbois.client.session;

import chatbois.client.link.Dialer;
import java.security.SecureRandom;
import java.time.Clock;

/// What a session needs of the world outside.
public record Outside(Dialer dialer, Clock clock, SecureRandom random) {
    /// This machine's network, clock and randomness.
    public static Outside real() {
        return new Outside(Dialer.overTls(), Clock.systemUTC(), new SecureRandom());
    }
}
