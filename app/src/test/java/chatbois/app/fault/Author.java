package chatbois.app.fault;

import static org.assertj.core.api.Assertions.assertThat;

import chatbois.log.Bytes32;
import chatbois.log.Content;
import chatbois.log.Header;
import chatbois.log.LogId;
import chatbois.log.MemberId;
import chatbois.log.SignedEvent;
import chatbois.log.SigningKey;
import chatbois.log.TreeHead;
import chatbois.protocol.Frames;
import chatbois.protocol.GroupChat;
import chatbois.protocol.Handshake;
import chatbois.protocol.InviteCode;
import chatbois.protocol.Limits;
import chatbois.protocol.Reply;
import chatbois.protocol.Request;
import chatbois.protocol.event.EventBody;
import chatbois.protocol.event.JoinProof;
import chatbois.protocol.event.Kind;
import chatbois.protocol.name.ChatName;
import chatbois.protocol.name.MemberName;
import java.security.SecureRandom;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;

/// A member and the device that signs for the member.
final class Author {
    private static final SecureRandom RANDOM = new SecureRandom();

    final MemberId id = new MemberId(UUID.randomUUID());
    final LogId community;
    private final SigningKey key = SigningKey.generate(RANDOM);

    Author(LogId community) {
        this.community = community;
    }

    /// Comes in with an invite.
    void register(Peer peer, InviteCode code, String name) throws Exception {
        EventBody joined =
                new EventBody.MemberJoined(
                        MemberName.parse(name),
                        code.verifyKey(),
                        JoinProof.sign(code.key(), community, id, key.verifyKey()));
        Handshake handshake = Waiting.get(hello(peer));
        Request.Register register =
                new Request.Register(sign(community, 1, joined), handshake.signAsDevice(key));
        assertThat(Waiting.get(peer.ask(register))).isEqualTo(new Reply.LoggedIn(id));
    }

    /// Logs in; fails when the connection breaks.
    CompletableFuture<Peer> logIn(Peer peer) {
        return hello(peer)
                .thenCompose(handshake ->
                        peer.ask(new Request.Login(key.verifyKey(), handshake.signAsDevice(key))))
                .thenApply(_ -> peer);
    }

    private CompletableFuture<Handshake> hello(Peer peer) {
        byte[] nonce = new byte[Bytes32.LENGTH];
        RANDOM.nextBytes(nonce);
        return peer.ask(new Request.Hello(Limits.PROTOCOL, Bytes32.of(nonce)))
                .thenApply(Reply.Welcome.class::cast)
                .thenApply(welcome ->
                        new Handshake(
                                community,
                                welcome.epoch(),
                                welcome.genesis().genesis().server(),
                                peer.tlsKey(),
                                Bytes32.of(nonce),
                                welcome.nonce()));
    }

    SignedEvent message(LogId chat, long authorSeq, String text) {
        return sign(chat, authorSeq, new EventBody.Message(text, false));
    }

    SignedEvent sign(LogId log, long authorSeq, EventBody body) {
        Content content = Content.salted(Frames.encodeBody(body), RANDOM);
        return sign(log, authorSeq, Kind.of(body), content);
    }

    private SignedEvent sign(LogId log, long authorSeq, Kind kind, Content content) {
        Header header =
                new Header(
                        log,
                        id,
                        key.verifyKey(),
                        authorSeq,
                        TreeHead.EMPTY,
                        0,
                        kind.code(),
                        content.commitment());
        return SignedEvent.sign(header, content, key);
    }

    /// Makes a chat; its first event is this device's first there.
    ///
    /// @param made this device's next number in the community's log
    LogId makeChat(Peer peer, long made, String name, List<MemberId> members) throws Exception {
        EventBody body = new EventBody.ChatCreated(ChatName.parse(name), false, members);
        Content content = Content.salted(Frames.encodeBody(body), RANDOM);
        LogId chat = GroupChat.id(community, id, content.commitment());
        Request.MakeChat request =
                new Request.MakeChat(
                        sign(community, made, new EventBody.ChatMade(chat)),
                        sign(chat, 1, Kind.CHAT_CREATED, content));
        Waiting.get(peer.ask(request));
        return chat;
    }
}
