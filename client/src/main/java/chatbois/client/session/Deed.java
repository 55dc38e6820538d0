package chatbois.client.session;

import chatbois.log.Event;
import chatbois.log.MemberId;
import chatbois.log.VerifyKey;
import chatbois.protocol.event.EventBody;

/// An event of the community's log: who did what, when, from which device.
///
/// @param time the server's, milliseconds since 1970
/// @param author the server, for its own
public record Deed(
        long seq, long time, MemberId author, VerifyKey device, EventBody.InCommunity body) {
    static Deed of(Event event, EventBody.InCommunity body) {
        return new Deed(
                event.seq(), event.time(), event.header().author(), event.header().device(), body);
    }
}
