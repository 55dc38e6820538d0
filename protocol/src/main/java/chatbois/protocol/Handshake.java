package chatbois.protocol;

import chatbois.log.Bytes32;
import chatbois.log.LogId;
import chatbois.log.Purpose;
import chatbois.log.Signature;
import chatbois.log.SigningKey;
import chatbois.log.VerifyKey;
import java.nio.ByteBuffer;

/// What both sides sign at the start of every connection. It names this community, this server,
/// this TLS key and this moment, so that no answer can be used elsewhere or again.
///
/// @param tlsKey SHA-256 of the TLS certificate's SubjectPublicKeyInfo, as each side sees it
public record Handshake(
        LogId community,
        long epoch,
        VerifyKey server,
        Bytes32 tlsKey,
        Bytes32 clientNonce,
        Bytes32 serverNonce) {

    public Signature signAsServer(SigningKey key) {
        return key.sign(Purpose.SERVER_HELLO, encode());
    }

    public boolean isSignedByServer(Signature signature) {
        return server.verifies(Purpose.SERVER_HELLO, encode(), signature);
    }

    public Signature signAsDevice(SigningKey key) {
        return key.sign(Purpose.DEVICE_LOGIN, encode());
    }

    public boolean isSignedByDevice(VerifyKey device, Signature signature) {
        return device.verifies(Purpose.DEVICE_LOGIN, encode(), signature);
    }

    /// The parts in the order above: 32, 8, 32, 32, 32 and 32 bytes.
    private byte[] encode() {
        return ByteBuffer.allocate(5 * Bytes32.LENGTH + 8)
                .put(community.value().bytes())
                .putLong(epoch)
                .put(server.value().bytes())
                .put(tlsKey.bytes())
                .put(clientNonce.bytes())
                .put(serverNonce.bytes())
                .array();
    }
}
