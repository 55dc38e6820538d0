package chatbois.server.net;

import chatbois.log.Malformed;
import chatbois.protocol.Frames;
import chatbois.protocol.Push;
import chatbois.protocol.Refusal;
import chatbois.protocol.Refusal.Code;
import chatbois.protocol.Refused;
import chatbois.protocol.Reply;
import chatbois.protocol.ServerFrame;
import chatbois.server.journal.Journal;
import chatbois.server.live.Outlet;

/// What a conversation says to its client. Safe for any thread.
final class Answers {
    private final Outlet outlet;
    private final Journal journal;

    Answers(Outlet outlet, Journal journal) {
        this.outlet = outlet;
        this.journal = journal;
    }

    void give(long id, Reply reply) {
        outlet.send(Frames.encode(new ServerFrame.Answered(id, reply)));
    }

    /// Says why a request comes to nothing; a fault is told to the host only.
    ///
    /// @param by who asked; empty for a guest
    void decline(long id, Throwable failure, Object by) {
        Refusal refusal =
                switch (failure) {
                    case Refused refused -> refused.refusal();
                    case Malformed malformed ->
                            new Refusal(
                                    Code.BAD_REQUEST, "Not understood: " + malformed.getMessage());
                    default -> {
                        journal.fault("request_failed", failure);
                        yield new Refusal(Code.INTERNAL, "The server failed at this request.");
                    }
                };
        journal.verbose("declined", "code", refusal.code(), "by", by);
        outlet.send(Frames.encode(new ServerFrame.Declined(id, refusal)));
    }

    /// The last that is said.
    void end(Refusal why) {
        outlet.send(Frames.encode(new ServerFrame.Told(new Push.Closing(why))));
        outlet.close();
    }
}
