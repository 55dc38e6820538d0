package chatbois.protocol;

/// One frame from a client: a request under a number of the client's choice, 1 or more, that the
/// answer repeats.
public record ClientFrame(long id, Request request) {}
