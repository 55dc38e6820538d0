package chatbois.client.session;

import static chatbois.protocol.Refusal.refused;

import chatbois.client.link.Link;
import chatbois.log.Bytes32;
import chatbois.protocol.Refusal.Code;
import chatbois.protocol.Reply;
import chatbois.protocol.Request;
import java.io.IOException;

/// A file that the server has and this member may read, on its way to be this member's too: none of
/// it moves. For one thread.
///
/// @param name by which its message calls it
record Claiming(String name, Bytes32 hash, long size) implements Transfer.Way {
    @Override
    public long begin(Link link) throws IOException {
        Reply reply = Link.await(link.request(new Request.OfferFile(hash, size)));
        if (reply instanceof Reply.FileHeld(long held) && held == size) {
            return held;
        }
        throw refused(
                Code.NO_SUCH_FILE,
                "The server doesn't have %s any more; where it was saved, /attach sends it again."
                        .formatted(name));
    }

    @Override
    public Request part(long offset, int length) {
        throw new IllegalStateException("nothing is missing");
    }

    @Override
    public long took(long offset, int length, Reply reply) {
        throw new IllegalStateException("nothing was asked for");
    }
}
