package chatbois.client.link;

import static chatbois.protocol.Refusal.Code.PROTOCOL_UNKNOWN;
import static chatbois.protocol.Refusal.refused;

import chatbois.log.Bytes32;
import chatbois.log.MemberId;
import chatbois.log.SignedEvent;
import chatbois.log.SigningKey;
import chatbois.log.VerifyKey;
import chatbois.protocol.Address;
import chatbois.protocol.Handshake;
import chatbois.protocol.Limits;
import chatbois.protocol.Push;
import chatbois.protocol.Refused;
import chatbois.protocol.Reply;
import chatbois.protocol.Request;
import java.io.IOException;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// One connection to a server that has proven to be the pinned one. Safe for any thread.
///
/// Answers and pushes are handed over one at a time, in the order in which the server sent them, on
/// the thread that reads; the next frame waits until the handler returns.
public final class Link implements AutoCloseable {
    private static final Duration HEARTBEAT = Duration.ofSeconds(20);

    private final Wire wire;
    private final Conversation conversation;
    private final Reply.Welcome welcome;
    private final Handshake handshake;

    private Link(Wire wire, Conversation conversation, Reply.Welcome welcome, Handshake handshake) {
        this.wire = wire;
        this.conversation = conversation;
        this.welcome = welcome;
        this.handshake = handshake;
    }

    /// Connects and lets the server prove who it is; waits until that is done. May be [Refused].
    public static Link open(
            Dialer dialer,
            Address address,
            ServerPin pin,
            SecureRandom random,
            Consumer<Push> pushes)
            throws IOException, Untrusted {
        Conversation conversation = new Conversation(pushes);
        Wire wire = dialer.dial(address, conversation);
        conversation.over(wire);
        boolean proven = false;
        try {
            Link link = greet(wire, conversation, address, pin, random);
            conversation.watch(HEARTBEAT);
            proven = true;
            return link;
        } finally {
            if (!proven) {
                wire.close();
            }
        }
    }

    private static Link greet(
            Wire wire,
            Conversation conversation,
            Address address,
            ServerPin pin,
            SecureRandom random)
            throws IOException, Untrusted {
        byte[] fresh = new byte[Bytes32.LENGTH];
        random.nextBytes(fresh);
        Bytes32 nonce = Bytes32.of(fresh);
        Reply reply = await(conversation.ask(new Request.Hello(Limits.PROTOCOL, nonce), _ -> {}));
        if (!(reply instanceof Reply.Welcome welcome)) {
            throw new IOException(address + " doesn't speak as a chatbois server does.");
        }
        Handshake handshake = pin.check(welcome, address, wire.tlsKey(), nonce);
        if (welcome.protocol() != Limits.PROTOCOL) {
            throw refused(
                    PROTOCOL_UNKNOWN,
                    "The server speaks version "
                            + welcome.protocol()
                            + " of the protocol and this program version "
                            + Limits.PROTOCOL
                            + "; update the older one.");
        }
        return new Link(wire, conversation, welcome, handshake);
    }

    /// What the server calls the community; only the community's log proves it.
    public String communityName() {
        return welcome.name();
    }

    /// The key that the server has proven to hold.
    public VerifyKey server() {
        return handshake.server();
    }

    public long epoch() {
        return handshake.epoch();
    }

    /// SHA-256 of the TLS key's SubjectPublicKeyInfo, as this connection sees it.
    public Bytes32 tlsKey() {
        return handshake.tlsKey();
    }

    /// Proves who we are; waits for the answer. May be [Refused].
    public MemberId login(SigningKey device) throws IOException {
        return member(new Request.Login(device.verifyKey(), handshake.signAsDevice(device)));
    }

    /// Becomes a member; waits for the answer. May be [Refused].
    public MemberId register(SignedEvent joined, SigningKey device) throws IOException {
        return member(new Request.Register(joined, handshake.signAsDevice(device)));
    }

    /// Comes back with a new device; waits for the answer. May be [Refused].
    public MemberId comeBack(SignedEvent returned, SigningKey device) throws IOException {
        return member(new Request.Return(returned, handshake.signAsDevice(device)));
    }

    private MemberId member(Request request) throws IOException {
        if (await(request(request)) instanceof Reply.LoggedIn in) {
            return in.member();
        }
        throw new IOException("The server gave an answer that doesn't fit the login.");
    }

    /// Asks. Fails with [Refused], or with an [IOException] when the connection ends before the
    /// answer.
    public CompletableFuture<Reply> request(Request request) {
        return request(request, _ -> {});
    }

    /// Asks; `first` gets the answer on the thread that reads, before what the server sent after
    /// it.
    public CompletableFuture<Reply> request(Request request, Consumer<Reply> first) {
        return conversation.ask(request, first);
    }

    /// Ends the connection because the server broke the rules.
    public void fail(String why) {
        conversation.fail(why);
    }

    /// Completes when the connection has ended, with the reason.
    public CompletableFuture<String> closed() {
        return conversation.closed().copy();
    }

    @Override
    public void close() {
        wire.close();
    }

    /// Waits for an answer. Throws [Refused] if it is one.
    public static <T> T await(CompletableFuture<T> answer) throws IOException {
        try {
            return answer.get();
        } catch (ExecutionException e) {
            throw thrown(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("Interrupted while waiting for an answer.", e);
        }
    }

    private static IOException thrown(@Nullable Throwable failure) {
        return switch (failure) {
            case Refused refused -> throw refused;
            case IOException lost -> lost;
            case TimeoutException _ -> new IOException("The server doesn't answer.", failure);
            case null, default -> new IOException("The request failed.", failure);
        };
    }
}
