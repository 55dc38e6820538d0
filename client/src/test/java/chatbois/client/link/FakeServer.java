package chatbois.client.link;

import static java.util.Objects.requireNonNull;

import chatbois.log.Bytes32;
import chatbois.log.SignedGenesis;
import chatbois.log.SigningKey;
import chatbois.protocol.Address;
import chatbois.protocol.ClientFrame;
import chatbois.protocol.Frames;
import chatbois.protocol.Handshake;
import chatbois.protocol.Limits;
import chatbois.protocol.Reply;
import chatbois.protocol.Request;
import chatbois.protocol.ServerFrame;
import chatbois.protocol.ServerInfo;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A server in the same thread that greets as it is told to and keeps what it hears.
final class FakeServer implements Dialer, Wire {
    static final Bytes32 TLS_KEY = new Bytes32(9, 9, 9, 9);

    final SigningKey recovery = SigningKey.generate(new SecureRandom());
    final SigningKey key = SigningKey.generate(new SecureRandom());
    final SignedGenesis genesis = SignedGenesis.sign("shed.example.org:7777", recovery, key);
    final List<Request> heard = new ArrayList<>();
    SigningKey signsWith = key;
    Bytes32 signsForTls = TLS_KEY;
    SignedGenesis shows = genesis;
    long epoch = 1;
    int pings;
    boolean closed;
    Wire.@Nullable Receiver receiver;

    @Override
    public Wire dial(Address address, Wire.Receiver to) {
        receiver = to;
        return this;
    }

    @Override
    public Bytes32 tlsKey() {
        return TLS_KEY;
    }

    @Override
    public void send(byte[] bytes) {
        ClientFrame frame = Frames.decodeClient(bytes);
        heard.add(frame.request());
        if (frame.request() instanceof Request.Hello hello) {
            say(new ServerFrame.Answered(frame.id(), welcome(hello)));
        }
    }

    private Reply.Welcome welcome(Request.Hello hello) {
        Bytes32 nonce = new Bytes32(1, 1, 1, 1);
        Handshake handshake =
                new Handshake(
                        genesis.genesis().communityId(),
                        epoch,
                        signsWith.verifyKey(),
                        signsForTls,
                        hello.nonce(),
                        nonce);
        return new Reply.Welcome(
                Limits.PROTOCOL,
                "The Shed",
                shows,
                epoch,
                nonce,
                handshake.signAsServer(signsWith));
    }

    void say(ServerFrame frame) {
        requireNonNull(receiver).frame(Frames.encode(frame));
    }

    @Override
    public void ping() {
        pings++;
    }

    @Override
    public void close() {
        closed = true;
        requireNonNull(receiver).closed("closed");
    }

    @Override
    public ServerInfo info(Address address) {
        throw new UnsupportedOperationException();
    }
}
