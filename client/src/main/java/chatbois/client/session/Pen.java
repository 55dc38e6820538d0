package chatbois.client.session;

import chatbois.log.Content;
import chatbois.log.Header;
import chatbois.log.LogId;
import chatbois.log.MemberId;
import chatbois.log.SignedEvent;
import chatbois.log.SigningKey;
import chatbois.log.TreeHead;
import chatbois.protocol.Frames;
import chatbois.protocol.event.EventBody;
import chatbois.protocol.event.Kind;
import java.security.SecureRandom;
import java.time.Clock;

/// Writes events in the member's name with this device's key. Safe for any thread.
record Pen(MemberId member, SigningKey device, Clock clock, SecureRandom random) {
    /// @param number the device's next number in that log
    /// @param seen the log's head as verified last
    SignedEvent write(LogId log, long number, TreeHead seen, EventBody body) {
        return write(log, number, seen, Kind.of(body), content(body));
    }

    SignedEvent write(LogId log, long number, TreeHead seen, Kind kind, Content content) {
        Header header =
                new Header(
                        log,
                        member,
                        device.verifyKey(),
                        number,
                        seen,
                        clock.millis(),
                        kind.code(),
                        content.commitment());
        return SignedEvent.sign(header, content, device);
    }

    /// The body under a fresh salt.
    Content content(EventBody body) {
        return Content.salted(Frames.encodeBody(body), random);
    }
}
