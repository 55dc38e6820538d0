package chatbois.client.session;

import java.time.Instant;

/// How a session stands with its server.
public sealed interface SessionState {
    /// On the way: connecting, or catching up.
    record Connecting() implements SessionState {}

    /// All that the server has is here, and what happens arrives at once.
    record Online() implements SessionState {}

    /// No connection; it is tried again by itself.
    record Waiting(Instant retryAt, String why) implements SessionState {}

    /// No connection, and none is tried: the member has to decide.
    ///
    /// @param isOver whether another try is of no use
    record Stopped(String why, boolean isOver) implements SessionState {
        public Stopped(String why) {
            this(why, /* isOver= */ false);
        }
    }

    /// The program has ended it.
    SessionState CLOSED = new Stopped("This session was closed.", /* isOver= */ true);
}
