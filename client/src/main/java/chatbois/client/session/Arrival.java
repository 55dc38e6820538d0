package chatbois.client.session;

import chatbois.log.LogId;

/// What others said that this member may not have seen. The number is 1, 2, 3 … in this session.
public sealed interface Arrival {
    long number();

    LogId chat();

    /// A message by somebody who is not blocked, as it came.
    record Heard(long number, LogId chat, Entry entry) implements Arrival {}

    /// So many messages came while there was no connection.
    record Missed(long number, LogId chat, int messages) implements Arrival {}
}
