package chatbois.server.net;

import static chatbois.protocol.Refusal.refused;

import chatbois.log.Bytes32;
import chatbois.log.Signature;
import chatbois.log.VerifyKey;
import chatbois.protocol.Handshake;
import chatbois.protocol.Limits;
import chatbois.protocol.Refusal.Code;
import chatbois.protocol.Reply;
import chatbois.protocol.Request;
import chatbois.server.community.Ledger;
import java.security.SecureRandom;
import org.jspecify.annotations.Nullable;

/// The handshake of one connection: the server proves who it is, and so does the device. For one
/// thread.
final class Greeting {
    private final Hall hall;
    private final SecureRandom random;
    private @Nullable Handshake handshake;

    Greeting(Hall hall, SecureRandom random) {
        this.hall = hall;
        this.random = random;
    }

    Reply answer(Request.Hello hello) {
        if (hello.protocol() != Limits.PROTOCOL) {
            throw refused(
                    Code.PROTOCOL_UNKNOWN,
                    "This server speaks version "
                            + Limits.PROTOCOL
                            + " of the protocol; use a chatbois that does too.");
        }
        byte[] nonce = new byte[Bytes32.LENGTH];
        random.nextBytes(nonce);
        Handshake shake =
                new Handshake(
                        hall.community().id(),
                        Ledger.EPOCH,
                        hall.community().server(),
                        hall.tlsKey(),
                        hello.nonce(),
                        Bytes32.of(nonce));
        handshake = shake;
        return new Reply.Welcome(
                Limits.PROTOCOL,
                hall.community().look(view -> view.name()),
                hall.genesis(),
                Ledger.EPOCH,
                shake.serverNonce(),
                shake.signAsServer(hall.serverKey()));
    }

    /// Asks for the handshake each time and lets none be used twice.
    void check(VerifyKey device, Signature signature) {
        Handshake shake = handshake;
        handshake = null;
        if (shake == null) {
            throw refused(Code.BAD_REQUEST, "Say hello first.");
        }
        if (!shake.isSignedByDevice(device, signature)) {
            throw refused(
                    Code.BAD_SIGNATURE,
                    "The login's signature does not fit this connection; is somebody in between?");
        }
    }
}
