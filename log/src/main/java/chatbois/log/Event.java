package chatbois.log;

import java.nio.ByteBuffer;
import java.security.MessageDigest;

/// An event in its log: what the author signed, with the place and time that the server gave it.
///
/// @param seq the place in the log, from 1 without gaps
/// @param time the server's clock when it took the event, milliseconds since 1970
public record Event(long seq, long time, SignedEvent signed) {
    public Event {
        if (seq < 1) {
            throw new Malformed("a log's numbers start at 1");
        }
    }

    public Header header() {
        return signed.header();
    }

    /// The leaf of the Merkle tree (RFC 6962 §2.1): it covers place, time, header and signature,
    /// and through the header's commitment the body, which need not be there.
    public Bytes32 leaf() {
        MessageDigest digest = Sha256.digest();
        digest.update((byte) 0);
        digest.update(ByteBuffer.allocate(16).putLong(seq).putLong(time).flip());
        digest.update(signed.header().encode());
        return Bytes32.of(digest.digest(signed.signature().shared()));
    }
}
