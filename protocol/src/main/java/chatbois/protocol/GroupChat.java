package chatbois.protocol;

import chatbois.log.Bytes32;
import chatbois.log.LogId;
import chatbois.log.MemberId;
import chatbois.log.Sha256;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/// The log of a chat that is not direct. Its id comes out of its first event, so that nobody can
/// choose one: else a member could sit on the id of a direct chat between two others.
public final class GroupChat {
    private static final byte[] TAG = "chatbois chat 1\0".getBytes(StandardCharsets.US_ASCII);

    private GroupChat() {}

    /// SHA-256 of the tag `chatbois chat 1`, a zero byte, the community's id (32 bytes), the
    /// maker's id (16 bytes) and the commitment in the header of `ChatCreated` (32 bytes), whose
    /// fresh salt makes every chat's id another.
    public static LogId id(LogId community, MemberId maker, Bytes32 commitment) {
        byte[] parts =
                ByteBuffer.allocate(80)
                        .put(community.value().bytes())
                        .putLong(maker.value().getMostSignificantBits())
                        .putLong(maker.value().getLeastSignificantBits())
                        .put(commitment.bytes())
                        .array();
        return new LogId(Sha256.of(TAG, parts));
    }
}
