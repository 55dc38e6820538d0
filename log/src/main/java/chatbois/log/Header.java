package chatbois.log;

import java.nio.ByteBuffer;

/// What an author says of an event, in the 171 bytes that the author's device signs.
///
/// The body is only committed to, so that it can be erased later without breaking the log.
///
/// @param log the log that the event is for
/// @param author the member who speaks
/// @param device the device that signs for the member
/// @param authorSeq the device's own number in this log: 1, 2, 3 …
/// @param seen the head of this log that the device had verified last
/// @param clock the author's clock, milliseconds since 1970; a claim, not an order
/// @param kind what the body means, 0 to 65,535
/// @param commitment SHA-256 of salt and body
public record Header(
        LogId log,
        MemberId author,
        VerifyKey device,
        long authorSeq,
        TreeHead seen,
        long clock,
        int kind,
        Bytes32 commitment) {
    static final byte VERSION = 1;
    public static final int LENGTH = 1 + 32 + 16 + 32 + 8 + TreeHead.LENGTH + 8 + 2 + 32;

    public Header {
        if (authorSeq < 1) {
            throw new Malformed("an author's numbers start at 1");
        }
        if (kind < 0 || kind > 0xFFFF) {
            throw new Malformed("a kind is a number from 0 to 65535");
        }
    }

    /// The one encoding: fixed places, big-endian numbers, a version byte in front.
    public byte[] encode() {
        ByteBuffer out = ByteBuffer.allocate(LENGTH).put(VERSION);
        log.value().writeTo(out);
        author.writeTo(out);
        device.value().writeTo(out).putLong(authorSeq);
        seen.writeTo(out).putLong(clock).putShort((short) kind);
        return commitment.writeTo(out).array();
    }

    public static Header decode(byte[] bytes) {
        if (bytes.length != LENGTH) {
            throw new Malformed("a header has " + LENGTH + " bytes, got " + bytes.length);
        }
        ByteBuffer in = ByteBuffer.wrap(bytes);
        byte version = in.get();
        if (version != VERSION) {
            throw new Malformed("header version " + version + " is not known; this is version 1");
        }
        return new Header(
                new LogId(Bytes32.read(in)),
                MemberId.read(in),
                new VerifyKey(Bytes32.read(in)),
                in.getLong(),
                TreeHead.read(in),
                in.getLong(),
                Short.toUnsignedInt(in.getShort()),
                Bytes32.read(in));
    }
}
