package chatbois.log;

import java.nio.ByteBuffer;

/// The server's word on the state of a log: it can't sign two that contradict each other without
/// leaving the proof in its clients' hands.
///
/// @param epoch which of the community's servers speaks; the first is epoch 1
public record SignedHead(LogId log, long epoch, TreeHead head, Signature signature) {
    public static SignedHead sign(LogId log, long epoch, TreeHead head, SigningKey server) {
        return new SignedHead(
                log, epoch, head, server.sign(Purpose.HEAD, covers(log, epoch, head)));
    }

    public boolean isSignedBy(VerifyKey server) {
        return server.verifies(Purpose.HEAD, covers(log, epoch, head), signature);
    }

    private static byte[] covers(LogId log, long epoch, TreeHead head) {
        ByteBuffer out = ByteBuffer.allocate(Bytes32.LENGTH + 8 + TreeHead.LENGTH);
        log.value().writeTo(out).putLong(epoch);
        return head.writeTo(out).array();
    }
}
