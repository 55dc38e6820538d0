package chatbois.log;

import java.nio.ByteBuffer;

/// The state of a log in 40 bytes: how many events it has and the Merkle root over them.
public record TreeHead(long size, Bytes32 root) {
    static final int LENGTH = 8 + Bytes32.LENGTH;

    /// The head of a log without events; RFC 6962 defines its root as the hash of nothing.
    public static final TreeHead EMPTY = new TreeHead(0, Sha256.of());

    public TreeHead {
        if (size < 0) {
            throw new Malformed("a log's size is not negative");
        }
        // EMPTY itself is still null while it is being made.
        if (size == 0 && EMPTY != null && !root.equals(EMPTY.root)) {
            throw new Malformed("an empty log has the empty root");
        }
    }

    static TreeHead read(ByteBuffer in) {
        return new TreeHead(in.getLong(), Bytes32.read(in));
    }

    ByteBuffer writeTo(ByteBuffer out) {
        return root.writeTo(out.putLong(size));
    }
}
