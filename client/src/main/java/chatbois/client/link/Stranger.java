package chatbois.client.link;

import chatbois.log.Bytes32;
import chatbois.protocol.Address;
import chatbois.protocol.Reply;
import chatbois.protocol.Request;
import chatbois.protocol.Slot;
import java.io.IOException;

/// A connection to a server that has proven nothing: only for what protects itself, since whoever
/// is at the other end reads and changes it at will. Safe for any thread.
public final class Stranger implements AutoCloseable {
    private final Wire wire;
    private final Conversation conversation;

    private Stranger(Wire wire, Conversation conversation) {
        this.wire = wire;
        this.conversation = conversation;
    }

    public static Stranger open(Dialer dialer, Address address) throws IOException {
        Conversation conversation = new Conversation(_ -> {});
        Wire wire = dialer.dial(address, conversation);
        conversation.over(wire);
        return new Stranger(wire, conversation);
    }

    /// SHA-256 of the TLS key's SubjectPublicKeyInfo, as this connection sees it.
    public Bytes32 tlsKey() {
        return wire.tlsKey();
    }

    /// Says something to the device at a slot and waits for its answer. May be [Refused].
    public String knock(Slot slot, String payload) throws IOException {
        Reply reply = Link.await(conversation.ask(new Request.Knock(slot, payload), _ -> {}));
        if (reply instanceof Reply.Relayed(String answer)) {
            return answer;
        }
        throw new IOException("The server gave an answer that doesn't fit.");
    }

    @Override
    public void close() {
        wire.close();
    }
}
