package chatbois.protocol.event;

import chatbois.log.LogId;
import chatbois.log.MemberId;
import chatbois.log.Purpose;
import chatbois.log.Signature;
import chatbois.log.SigningKey;
import chatbois.log.VerifyKey;
import java.nio.ByteBuffer;

/// The proof of an invite: a signature by the key that the invite's secret code gives, over the
/// community (32 bytes), the new member's id (16 bytes) and device (32 bytes). That of a link into
/// a chat is the same, with the chat in the community's place.
///
/// The server only ever learns the public key, so neither it nor its thief can let anybody in.
public final class JoinProof {
    private JoinProof() {}

    public static Signature sign(SigningKey invite, LogId into, MemberId member, VerifyKey device) {
        return invite.sign(Purpose.INVITE, covers(into, member, device));
    }

    public static boolean isGenuine(
            VerifyKey invite, Signature proof, LogId into, MemberId member, VerifyKey device) {
        return invite.verifies(Purpose.INVITE, covers(into, member, device), proof);
    }

    static byte[] covers(LogId into, MemberId member, VerifyKey device) {
        return ByteBuffer.allocate(80)
                .put(into.value().bytes())
                .putLong(member.value().getMostSignificantBits())
                .putLong(member.value().getLeastSignificantBits())
                .put(device.value().bytes())
                .array();
    }
}
