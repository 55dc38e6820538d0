package chatbois.protocol.event;

import chatbois.log.LogId;
import chatbois.log.MemberId;
import chatbois.log.Purpose;
import chatbois.log.Signature;
import chatbois.log.SigningKey;
import chatbois.log.VerifyKey;

/// The proofs that bring a device to a member who is one already. Each is a signature over the
/// community (32 bytes), the member's id (16 bytes) and the device (32 bytes), as in [JoinProof].
public final class DeviceProof {
    private DeviceProof() {}

    /// By the new device, which so agrees to speak for that member.
    public static Signature link(SigningKey device, LogId community, MemberId member) {
        return device.sign(
                Purpose.DEVICE_LINK, JoinProof.covers(community, member, device.verifyKey()));
    }

    public static boolean isLink(
            VerifyKey device, Signature proof, LogId community, MemberId member) {
        return device.verifies(
                Purpose.DEVICE_LINK, JoinProof.covers(community, member, device), proof);
    }

    /// By a paper key or the key of a reset.
    public static Signature comeBack(
            SigningKey key, LogId community, MemberId member, VerifyKey device) {
        return key.sign(Purpose.DEVICE_RETURN, JoinProof.covers(community, member, device));
    }

    public static boolean isComeBack(
            VerifyKey key, Signature proof, LogId community, MemberId member, VerifyKey device) {
        return key.verifies(
                Purpose.DEVICE_RETURN, JoinProof.covers(community, member, device), proof);
    }
}
