package chatbois.protocol;

/// One frame from a server.
public sealed interface ServerFrame {
    record Answered(long id, Reply reply) implements ServerFrame {}

    record Declined(long id, Refusal refusal) implements ServerFrame {}

    record Told(Push push) implements ServerFrame {}
}
