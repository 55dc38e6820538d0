package chatbois.log;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// The birth of a community: its recovery key, its first server's key and address. The hash of it
/// is the community's id, for good.
///
/// @param address host:port as published first, at most 255 bytes of UTF-8
public record Genesis(VerifyKey recovery, VerifyKey server, String address) {
    static final byte VERSION = 1;
    private static final int FIXED = 1 + 32 + 32 + 2;
    private static final int MAX_ADDRESS = 255;

    public Genesis {
        byte[] text = address.getBytes(StandardCharsets.UTF_8);
        if (text.length == 0 || text.length > MAX_ADDRESS) {
            throw new Malformed("an address has 1 to 255 bytes");
        }
        if (!new String(text, StandardCharsets.UTF_8).equals(address)) {
            throw new Malformed("an address is text that UTF-8 can write");
        }
    }

    public byte[] encode() {
        byte[] text = address.getBytes(StandardCharsets.UTF_8);
        ByteBuffer out = ByteBuffer.allocate(FIXED + text.length).put(VERSION);
        recovery.value().writeTo(out);
        server.value().writeTo(out).putShort((short) text.length);
        return out.put(text).array();
    }

    public static Genesis decode(byte[] bytes) {
        if (bytes.length < FIXED || bytes.length > FIXED + MAX_ADDRESS) {
            throw new Malformed("a genesis has 68 to 322 bytes, got " + bytes.length);
        }
        ByteBuffer in = ByteBuffer.wrap(bytes);
        if (in.get() != VERSION) {
            throw new Malformed("this genesis is of a version that is not known");
        }
        VerifyKey recovery = new VerifyKey(Bytes32.read(in));
        VerifyKey server = new VerifyKey(Bytes32.read(in));
        if (Short.toUnsignedInt(in.getShort()) != in.remaining()) {
            throw new Malformed("the address's length is wrong");
        }
        Genesis genesis =
                new Genesis(recovery, server, StandardCharsets.UTF_8.decode(in).toString());
        if (!Arrays.equals(genesis.encode(), bytes)) {
            throw new Malformed("the address is not UTF-8");
        }
        return genesis;
    }

    /// The community's id, which is also the id of its log.
    public LogId communityId() {
        return new LogId(Sha256.of(encode()));
    }
}
