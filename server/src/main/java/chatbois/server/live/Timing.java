package chatbois.server.live;

import java.time.Duration;

/// How long the server waits for a client.
///
/// @param login from a connection's first byte to its login
/// @param ping after how long a silence the client is asked whether it is there; after three such
///   silences in a row it is taken for gone
/// @param patience how long a client may take nothing of what is sent to it
public record Timing(Duration login, Duration ping, Duration patience) {
    public static final Timing DEFAULT =
            new Timing(Duration.ofSeconds(10), Duration.ofSeconds(25), Duration.ofSeconds(20));
}
