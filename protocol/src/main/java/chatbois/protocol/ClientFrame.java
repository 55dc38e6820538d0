package chatbois.protocol;

import chatbois.log.Malformed;

/// One frame from a client: a request under a number of the client's choice, 1 or more, that the
/// answer repeats.
public record ClientFrame(long id, Request request) {
    public ClientFrame {
        if (id < 1) {
            throw new Malformed("a request's number is 1 or more");
        }
    }
}
